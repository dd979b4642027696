// What will be sent with the question, over the place where that is written, and what is to be said about it.
// Part of Composer.
#pragma once

#include "chat/AttachmentChip.h"
#include "common/Widgets.h"

namespace ui {

class Thumbnails;

// One sentence with what can be done about it.
class AttachmentNote : public QWidget
{
    Q_OBJECT
public:
    AttachmentNote(const QString &icon, IconColor color, QWidget *parent);

    // Empty = not shown. What is new is told to assistive technology.
    void setText(const QString &text);
    QString text() const { return m_text->text(); }
    QAbstractButton *addButton(const QString &objectName);

private:
    Label *m_text;
};

class AttachmentStrip : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentStrip(QWidget *parent = nullptr);

    void setThumbnails(Thumbnails *thumbnails);
    void set(const QList<chat::Attachment> &attachments);
    const QList<chat::Attachment> &attachments() const { return m_attachments; }
    bool hasImages() const;
    // What the keyboard can be at, in order.
    QList<QWidget *> focusOrder() const;
    // Why something could not be attached; goes with the next thing that is.
    void setRefusal(const QString &sentences);
    QString refusal() const { return m_refusal->text(); }
    // Why images cannot be sent; empty = they can.
    void setBlind(const QString &sentence);
    bool isBlind() const { return !m_blind->text().isEmpty(); }
    QString blindness() const { return m_blind->text(); }
    // What is not sent with the question, though it was with one before.
    void setLeftOut(const QString &sentence);

Q_SIGNALS:
    void changed(); // what is attached, or whether it can be sent
    void openRequested(const chat::Attachment &attachment);
    void removeRequested(const QList<chat::Attachment> &attachments);
    void modelChoiceRequested();
    void emptied(); // by the keyboard, which has to go somewhere

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addChip(const chat::Attachment &attachment);
    void remove(AttachmentChip *chip);
    void refreshPicture(AttachmentChip *chip);
    void place();
    void refresh();
    void retranslate();

    Thumbnails *m_thumbnails = nullptr;
    QList<chat::Attachment> m_attachments;
    QList<AttachmentChip *> m_chips;
    QWidget *m_shelf; // the chips
    AttachmentNote *m_refusal;
    AttachmentNote *m_blind;
    AttachmentNote *m_leftOut;
    QAbstractButton *m_dismiss;
    QAbstractButton *m_chooseModel;
    QAbstractButton *m_removeImages;
};

} // namespace ui
