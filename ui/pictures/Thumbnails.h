// Small pictures of images that were sent or will be, by attachment: asked for when they are first drawn, and
// kept while there is room. Made by ChatPage for what it shows.
#pragma once

#include "chat/ConversationStore.h"
#include "pictures/Pictures.h"

#include <QCache>
#include <QSet>

namespace ui {

class Thumbnails : public QObject
{
    Q_OBJECT
public:
    Thumbnails(chat::ConversationStore &store, Pictures &pictures, QObject *parent);

    // Where they are drawn; twice as many pixels, for sharp screens.
    static constexpr QSize largest{240, 160};

    // Null while it is read, and where it cannot be.
    QImage of(const chat::Attachment &image);

Q_SIGNALS:
    void ready(chat::Id image);

private:
    chat::ConversationStore &m_store;
    Pictures &m_pictures;
    QCache<chat::Id, QImage> m_images;
    QSet<chat::Id> m_asked; // being read, or not to be read
};

} // namespace ui
