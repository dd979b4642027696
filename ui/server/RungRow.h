// One rung of the doctor's ladder: icon, name, what was found, time, joined to the next; what is wrong opens
// below. Assistive technology sees a list item. Made by DoctorView.
#pragma once

#include "server/FindingBox.h"

class QVBoxLayout;

namespace ui {

class RungRow : public QWidget
{
    Q_OBJECT
public:
    enum class Joined { ToNext, Last };
    RungRow(server::Rung rung, Joined joined, QWidget *parent = nullptr);

    // `findings`: all of them; those of this rung are shown.
    void show(const server::ProbeFacts &facts, const QList<server::Finding> &findings);

Q_SIGNALS:
    void actionTriggered(ui::DoctorAction action);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showHead(const server::ProbeFacts &facts, const server::Finding *failure, bool isWarned);
    void showBoxes(const server::ProbeFacts &facts, const QList<server::Finding> &findings);

    server::Rung m_rung;
    Joined m_joined;
    bool m_isBroken = false; // the ladder ends here
    bool m_hasRing = false;
    QList<AdviceText> m_texts; // of the boxes, and the certificate they show
    std::optional<base::TlsReport> m_tls;
    IconLabel *m_icon;
    Label *m_name;
    Label *m_text;
    Label *m_time;
    QVBoxLayout *m_layout;
    QVBoxLayout *m_boxLayout;
    QList<FindingBox *> m_boxes;
};

} // namespace ui
