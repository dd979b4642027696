#include "common/SecretField.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QTimer>

namespace ui {

void copySecret(const QString &text, std::chrono::milliseconds forgottenAfter)
{
    auto *secret = new QMimeData;
    secret->setText(text);
    // What KDE, GNOME's GPaste and CopyQ, then Windows and macOS go by.
    secret->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    secret->setData(
        QStringLiteral(
            "application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""),
        "1");
    secret->setData(QStringLiteral("application/x-nspasteboard-concealed-type"), text.toUtf8());
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setMimeData(secret);
    QTimer::singleShot(forgottenAfter, clipboard, [clipboard, text] {
        if (clipboard->text() == text)
            clipboard->clear();
    });
}

SecretField::SecretField(QWidget *parent)
    : QLineEdit(parent)
{
    setShown(false);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
}

void SecretField::setShown(bool shown)
{
    deselect();
    setEchoMode(shown ? Normal : Password);
    // Its Copy is not ours. Hidden, Qt's menu has none that works.
    setContextMenuPolicy(shown ? Qt::NoContextMenu : Qt::DefaultContextMenu);
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    const bool isCut = event->matches(QKeySequence::Cut);
    if (!isShown() || !hasSelectedText() || (!isCut && !event->matches(QKeySequence::Copy)))
        return QLineEdit::keyPressEvent(event);
    copySecret(selectedText());
    if (isCut && !isReadOnly())
        del();
    event->accept();
}

void SecretField::mouseMoveEvent(QMouseEvent *event)
{
    if (!isShown())
        QLineEdit::mouseMoveEvent(event);
}

void SecretField::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!isShown())
        QLineEdit::mouseDoubleClickEvent(event);
}

} // namespace ui
