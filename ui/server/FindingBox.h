// What the doctor found at one rung, opened below it: why, what to do, the fingerprint of a certificate, the
// command to paste, and buttons for what the app can do. Made by RungRow.
#pragma once

#include "common/AdviceText.h"
#include "common/Widgets.h"

class QVBoxLayout;

namespace ui {

// What a person can let the app do about a finding; whoever embeds the doctor does it.
enum class DoctorAction { Trust, ChooseAuthority, StartEngine, EditAddress, EditKey, GetModels, NameModel };

class FindingBox : public QWidget
{
    Q_OBJECT
public:
    FindingBox(const server::Finding &finding, const server::ProbeFacts &facts, QWidget *parent = nullptr);

Q_SIGNALS:
    void actionTriggered(ui::DoctorAction action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addText(const QString &text, Type type, TextRole role);
    void addFingerprint(const server::ProbeFacts &facts);
    void addCommand(const AdviceText &text);
    void addWays(const QList<NamedCommand> &ways);
    void showCommand(const QString &command);
    void addActions();

    server::Finding m_finding;
    QVBoxLayout *m_layout;
    Label *m_command = nullptr; // null where there is none
};

} // namespace ui
