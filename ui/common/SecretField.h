// Where a key is typed, and how one is copied: so that no clipboard's history keeps it, and no input method
// learns it (reliability.md T22). Used by the pages about servers and deployment.
#pragma once

#include <QLineEdit>

#include <chrono>

namespace ui {

// To the clipboard, marked as a secret for programs that keep what was copied, and gone from it after
// `forgottenAfter`, where it is still there.
void copySecret(const QString &text, std::chrono::milliseconds forgottenAfter = std::chrono::seconds(30));

// Hidden at first. While it is shown it is copied by the keys alone, as above: what is marked with the
// pointer would be on the clipboard of the middle button.
class SecretField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

    void setShown(bool shown);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    bool isShown() const { return echoMode() == Normal; }
};

} // namespace ui
