#include "chat/Attachment.h"

#include <QDateTime>

#include <algorithm>
#include <atomic>

namespace chat {

qint64 newAttachmentId()
{
    // Room for a million in each millisecond, and for the clock until 2248.
    constexpr int room = 20;
    static std::atomic<qint64> last = 0;
    const qint64 now = QDateTime::currentMSecsSinceEpoch() << room;
    qint64 before = last;
    qint64 id = 0;
    do {
        id = std::max(now, before + 1);
    } while (!last.compare_exchange_weak(before, id));
    return id;
}

QHash<qint64, qint64> copyAttachments(QList<Attachment> &attachments)
{
    QHash<qint64, qint64> copies;
    for (Attachment &attachment : attachments) {
        const qint64 id = newAttachmentId();
        copies.insert(id, attachment.id);
        attachment.id = id;
    }
    return copies;
}

AttachmentSizes sizesOf(const QList<Attachment> &attachments)
{
    AttachmentSizes sizes;
    for (const Attachment &attachment : attachments) {
        if (attachment.kind == Attachment::Kind::Image)
            sizes.images.append(attachment.pixels);
        else
            sizes.textBytes += attachment.bytes;
    }
    return sizes;
}

} // namespace chat
