// An image or file that was or will be sent, in a window of its own. Deletes itself when it is closed.
#pragma once

#include "chat/ConversationStore.h"
#include "pictures/Pictures.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace ui {

class AttachmentView : public QDialog
{
    Q_OBJECT
public:
    AttachmentView(const chat::Attachment &attachment, chat::ConversationStore &store, Pictures &pictures,
                   QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(const QByteArray &content);
    void showPicture();
    void say(const QString &sentence);

    chat::Attachment m_attachment;
    Pictures &m_pictures;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_label = nullptr; // the image, or a sentence
    QImage m_image;
};

// With line breaks where a line is longer than can be laid out in time.
QString brokenLines(const QString &text);

} // namespace ui
