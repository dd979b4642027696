// Brings files and images from elsewhere to the next question: chosen in a dialog, pasted or dropped. Each is
// read beside the window, images by a process of their own, and kept with the conversation's draft. Says what
// is wrong with one that cannot go along. Made by ChatPage.
#pragma once

#include "chat/Sessions.h"
#include "pictures/Pictures.h"

class QMimeData;

namespace ui {

class Attaching : public QObject
{
    Q_OBJECT
public:
    // `window`: over which it asks for files.
    Attaching(chat::Sessions &sessions, Pictures &pictures, QWidget *window);

    void choose();
    // Whether there is something in it that can be tried.
    static bool hasAttachable(const QMimeData &data);
    // To the conversation that is open now.
    void take(const QMimeData &data);
    void takeFiles(const QStringList &paths);
    // Something of it is still being read.
    bool isReading(chat::Id conversation) const { return m_reading.contains(conversation); }
    // Says that there is no room for another.
    void refuseMore();

Q_SIGNALS:
    void begun();
    void attached(chat::Id conversation, const chat::Attachment &attachment);
    void refused(const QString &sentence);
    // Everything that was taken for it is attached, or refused.
    void ended(chat::Id conversation);

private:
    struct File;
    void takeFile(chat::Id conversation, const File &file);
    void takePicture(chat::Id conversation, const QString &name, const QByteArray &file);
    void attach(chat::Id conversation, chat::Attachment attachment, const QByteArray &content);
    void begin(chat::Id conversation);
    void end(chat::Id conversation);
    static QString faultText(PictureFault fault, const QString &called);
    static File read(const QString &path);

    chat::Sessions &m_sessions;
    Pictures &m_pictures;
    QWidget *m_window;
    QHash<chat::Id, int> m_reading; // how many, by conversation
};

} // namespace ui
