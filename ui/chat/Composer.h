// Where a message is written: grows from 1 to 10 lines, then scrolls; Send becomes Stop while an answer runs.
// Used by the chat page and by the first-run page of models. Keeps no history; drafts belong to the owner.
#pragma once

#include "settings/Settings.h"

#include <QFrame>
#include <QPlainTextEdit>

class QAbstractButton;
class QMimeData;
class QPushButton;
class QToolButton;

namespace ui {

class AttachmentStrip;
class EditStrip;
class ParametersButton;

class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget *parent = nullptr);

    void setSendKey(settings::SendKey key) { m_sendKey = key; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendPressed();
    void upPressedWhileEmpty();
    void pagePressed(int direction);              // -1 up, 1 down
    void attachablePasted(const QMimeData *data); // or dropped

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool isSendKey(const QKeyEvent &event) const;
    void fitHeight();

    settings::SendKey m_sendKey = settings::SendKey::Enter;
    bool m_composing = false; // an input method is at work: Enter is its key
};

class Composer : public QFrame
{
    Q_OBJECT
public:
    // Whether the model can think, and whether it shall.
    enum class Think { NotOffered, Off, On };
    enum class Mode { Ready, Running, Blocked }; // Blocked: nothing to send to; typing stays possible

    explicit Composer(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    void setMode(Mode mode);
    // What is written is a question that was asked already.
    void setEditing(bool editing);
    void setThink(Think think);
    // Whether images and files may go along; they do not on a page of its own.
    void setAttachable(bool attachable);
    // What is attached, and what is said about it.
    AttachmentStrip &attachments() { return *m_attachments; }
    void setSendKey(settings::SendKey key);
    void send(); // as its button does
    void focusText();
    // Hidden; who has parameters to set shows it.
    ParametersButton *parameters() const { return m_parameters; }

Q_SIGNALS:
    void sendRequested(const QString &text); // not blank, unless something is attached
    void attachRequested();
    void attachablePasted(const QMimeData *data); // valid during the call
    void stopRequested();
    void edited();
    void editCancelled();
    void editLastRequested();
    void pageRequested(int direction); // of what is above the composer: -1 up, 1 down
    void thinkToggled(bool on);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void buildBar();
    void retranslate();
    void refreshFonts();
    void refreshButtons();
    bool canSend() const;
    void orderTabs();

    ComposerEdit *m_edit;
    EditStrip *m_strip;
    AttachmentStrip *m_attachments;
    QAbstractButton *m_attach = nullptr;
    QToolButton *m_think = nullptr;
    ParametersButton *m_parameters = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_stop = nullptr;
    Mode m_mode = Mode::Ready;
    bool m_isAttachable = false;
};

} // namespace ui
