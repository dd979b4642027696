#include "exchange/Look.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace exchange {

using base::Result;

namespace {

QList<chat::Id> idsIn(const QList<chat::Message> &messages)
{
    QList<chat::Id> ids;
    ids.reserve(messages.size());
    for (const chat::Message &message : messages)
        ids.append(message.id);
    return ids;
}

} // namespace

Look::Look(chat::ConversationStore &store, const QString &path, QObject *parent)
    : Operation(parent)
    , m_trees(store)
    , m_folder(store.folder())
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
    const auto file = ImportFile::open(m_preview.path, [&] { return !isCancelled; }, m_folder);
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
        m_preview.files += (*taken)->files.first(
            std::min((*taken)->files.size(), Preview::mostFiles - m_preview.files.size()));
        if (const auto &tree = (*taken)->tree) {
            if (ids.contains(tree->conversation.id))
                ++m_preview.leftOut[LeftOut::Repeated];
            else
                m_seen.append({tree->conversation.id, idsIn(tree->messages), tree->conversation.created,
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
    compare();
}

// A part at a time: the storage has other things to do in between.
void Look::compare()
{
    constexpr qsizetype messagesAtOnce = 5000;
    chat::MessageIds part;
    for (qsizetype messages = 0; m_compared < m_seen.size() && messages < messagesAtOnce; ++m_compared) {
        const Seen &one = m_seen.at(m_compared);
        part.insert(one.id, one.messages);
        messages += one.messages.size();
    }
    if (part.isEmpty())
        return tell();
    m_trees.lacking(this, part, [this](const Result<chat::MessageIds> &lacking) {
        if (!lacking)
            return fail(lacking.error());
        m_preview.lacking.insert(*lacking);
        compare();
    });
}

void Look::tell()
{
    for (const Seen &one : std::as_const(m_seen)) {
        if (const auto known = m_preview.lacking.constFind(one.id); known != m_preview.lacking.cend()) {
            ++m_preview.there;
            m_preview.incomplete += known->isEmpty() ? 0 : 1;
            m_preview.restMessages += known->size();
            continue;
        }
        ++m_preview.conversations;
        m_preview.messages += one.messages.size();
        if (!m_preview.from.isValid() || one.from < m_preview.from)
            m_preview.from = one.from;
        if (!m_preview.to.isValid() || one.to > m_preview.to)
            m_preview.to = one.to;
    }
    const Preview preview = m_preview;
    succeed([&] { Q_EMIT finished(preview); });
}

} // namespace exchange
