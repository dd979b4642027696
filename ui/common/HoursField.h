// The hours in which downloads may run: whether there are any, from when and until when. Shown over the line
// below the downloads and in Settings; whoever shows it keeps what is chosen.
#pragma once

#include "library/PullHours.h"

#include <QWidget>

class QCheckBox;
class QTimeEdit;

namespace ui {

class Label;

class HoursField : public QWidget
{
    Q_OBJECT
public:
    explicit HoursField(QWidget *parent = nullptr);

    // Hours that are none leave the times, so that they are there again when the box is checked again.
    void setHours(const library::PullHours &hours);
    library::PullHours hours() const; // without times where the box is not checked
    // What these hours mean for a download, in a sentence or two.
    static QString meaning(const library::PullHours &hours);

Q_SIGNALS:
    void edited(); // by the person

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void edit();

    QCheckBox *m_isLimited;
    Label *m_fromLabel;
    QTimeEdit *m_from;
    Label *m_toLabel;
    QTimeEdit *m_to;
};

} // namespace ui
