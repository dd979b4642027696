// One image or file that will be sent with the question: its picture or icon, name and size. Pressed it is
// opened; Delete or its ✕ takes it away. Part of AttachmentStrip.
#pragma once

#include "chat/Attachment.h"

#include <QAbstractButton>
#include <QImage>

namespace ui {

class AttachmentChip : public QAbstractButton
{
    Q_OBJECT
public:
    AttachmentChip(const chat::Attachment &attachment, QWidget *parent);

    const chat::Attachment &attachment() const { return m_attachment; }
    void setPicture(const QImage &picture);
    // It cannot be sent as things are.
    void setRefused(bool refused);
    QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    chat::Attachment m_attachment;
    QImage m_picture;
    QAbstractButton *m_remove;
    bool m_isRefused = false;
};

// What an attachment is called and how large it is, for people.
QString nameOf(const chat::Attachment &attachment);
QString sizeOf(const chat::Attachment &attachment);
// Its icon where there is no picture.
QString iconOf(const chat::Attachment &attachment);

} // namespace ui
