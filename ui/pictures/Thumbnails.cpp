#include "pictures/Thumbnails.h"

namespace ui {

namespace {

constexpr qsizetype mostBytes = 32 * 1024 * 1024;

} // namespace

Thumbnails::Thumbnails(chat::ConversationStore &store, Pictures &pictures, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pictures(pictures)
    , m_images(mostBytes)
{
}

QImage Thumbnails::of(const chat::Attachment &image)
{
    if (const QImage *known = m_images.object(image.id))
        return *known;
    if (m_asked.contains(image.id))
        return {};
    m_asked.insert(image.id);
    m_store.contents(this, {image.id}, [this, id = image.id](const auto &contents) {
        if (!contents || !contents->contains(id))
            return;
        m_pictures.show(this, contents->value(id), 2 * largest, [this, id](const auto &read) {
            if (!read)
                return;
            m_asked.remove(id);
            m_images.insert(id, new QImage(*read), read->sizeInBytes());
            Q_EMIT ready(id);
        });
    });
    return {};
}

} // namespace ui
