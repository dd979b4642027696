#include "exchange/Look.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace exchange {

using base::Result;

Look::Look(chat::ConversationStore &store, const QString &path, QObject *parent)
    : Operation(parent)
    , m_trees(store)
    , m_preview{.path = path, .size = QFileInfo(path).size(), .modified = QFileInfo(path).lastModified()}
    , m_reading([this](const std::atomic<bool> &isCancelled) {
        const Result<void> done = read(isCancelled);
        QMetaObject::invokeMethod(this, [this, done] { take(done); }, Qt::QueuedConnection);
    })
{
}

// In the thread; nobody else touches what it fills until it has ended.
Result<void> Look::read(const std::atomic<bool> &isCancelled)
{
    constexpr qint64 tellEvery = 100; // ms
    const auto file = ImportFile::open(m_preview.path, [&] { return !isCancelled; });
    if (!file)
        return std::unexpected(file.error());
    QSet<chat::Id> ids;
    QElapsedTimer told;
    told.start();
    for (;;) {
        const auto taken = (*file)->next();
        if (isCancelled)
            return base::failure(base::Error::Kind::Cancelled);
        if (!taken)
            return std::unexpected(taken.error());
        if (!*taken)
            break;
        for (const auto [what, count] : (*taken)->leftOut.asKeyValueRange())
            m_preview.leftOut[what] += count;
        if (const auto &tree = (*taken)->tree) {
            if (ids.contains(tree->conversation.id))
                ++m_preview.leftOut[LeftOut::Repeated];
            else
                m_seen.append({tree->conversation.id, tree->messages.size(), tree->conversation.created,
                               tree->conversation.updated});
            ids.insert(tree->conversation.id);
        }
        if (told.elapsed() >= tellEvery) {
            told.start();
            QMetaObject::invokeMethod(
                this, [this, fraction = (*file)->fraction()] { Q_EMIT progressed(fraction); },
                Qt::QueuedConnection);
        }
    }
    m_preview.source = (*file)->source();
    return {};
}

void Look::take(const Result<void> &read)
{
    if (!read)
        return fail(read.error());
    QList<chat::Id> ids;
    for (const Seen &one : std::as_const(m_seen))
        ids.append(one.id);
    m_trees.known(this, ids, [this](const Result<QSet<chat::Id>> &known) {
        if (known)
            compare(*known);
        else
            fail(known.error());
    });
}

void Look::compare(const QSet<chat::Id> &known)
{
    m_preview.known = known;
    m_preview.there = known.size();
    for (const Seen &one : std::as_const(m_seen)) {
        if (known.contains(one.id))
            continue;
        ++m_preview.conversations;
        m_preview.messages += one.messages;
        if (!m_preview.from.isValid() || one.from < m_preview.from)
            m_preview.from = one.from;
        if (!m_preview.to.isValid() || one.to > m_preview.to)
            m_preview.to = one.to;
    }
    const Preview preview = m_preview;
    succeed([&] { Q_EMIT finished(preview); });
}

} // namespace exchange
