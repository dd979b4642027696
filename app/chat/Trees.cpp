#include "chat/Trees.h"

#include "chat/ConversationStorePrivate.h"
#include "storage/WriteQueue.h"

#include <QPointer>

#include <utility>

using base::Result;
using storage::Database;

namespace chat {

namespace {

constexpr std::chrono::seconds beforeIndexing{1};

} // namespace

Trees::Trees(ConversationStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

Trees::~Trees()
{
    m_reader.reset();
    removeAdded();
}

template <typename Value>
void Trees::ask(QObject *context, std::function<Result<Value>(storage::WriteQueue &)> work,
                std::function<void(Result<Value>)> done)
{
    m_store.post([store = &m_store, guard = QPointer<QObject>(context), work = std::move(work),
                  done = std::move(done)](storage::WriteQueue &queue) {
        Result<Value> value = work(queue);
        QMetaObject::invokeMethod(
            store,
            [guard, done, value = std::move(value)] {
                if (guard)
                    done(value);
            },
            Qt::QueuedConnection);
    });
}

void Trees::read(QObject *context, std::shared_ptr<TreeReader> reader, const Selection &selection, Done done)
{
    const auto work = [reader, selection](Database &database) {
        return rows::readTrees(database, selection, *reader);
    };
    // First what was asked for before comes to the disk. What does not is in the copy in memory alone.
    m_store.flush(this, [this, guard = QPointer<QObject>(context), work, done] {
        if (!guard)
            return;
        if (m_store.state() == ConversationStore::State::NotSaved) {
            ask<void>(guard, [work](storage::WriteQueue &queue) { return work(queue.current()); }, done);
            return;
        }
        if (!m_reader)
            m_reader.emplace();
        m_reader->ask(
            guard.data(),
            [path = m_store.databasePath(), work](Database &database) {
                auto read = database.openAsOfNow(path);
                if (read)
                    read = work(database);
                database.close();
                return read;
            },
            done);
    });
}

void Trees::lacking(QObject *context, const MessageIds &conversations,
                    ConversationStore::Callback<MessageIds> done)
{
    ask<MessageIds>(
        context,
        [conversations](storage::WriteQueue &queue) {
            return queue.read<MessageIds>(
                [&](Database &database) { return rows::lacking(database, conversations); });
        },
        std::move(done));
}

void Trees::add(QObject *context, const QList<ConversationTree> &trees, const QHash<Id, QByteArray> &contents,
                Done done)
{
    m_hasAdded = true;
    ask<void>(
        context,
        [trees, contents, added = m_added](storage::WriteQueue &queue) {
            return queue.writeNow(
                [&](Database &database) { return rows::add(database, trees, contents, *added); });
        },
        std::move(done));
}

void Trees::showAdded(QObject *context, Done done)
{
    ask<QList<Id>>(
        this,
        [added = m_added](storage::WriteQueue &queue) -> Result<QList<Id>> {
            const auto written =
                queue.writeNow([&](Database &database) { return rows::showAdded(database, *added); });
            added->isShown = written.has_value();
            return written ? Result<QList<Id>>(added->shown) : std::unexpected(written.error());
        },
        [this, guard = QPointer<QObject>(context), done = std::move(done)](const Result<QList<Id>> &shown) {
            if (shown && std::exchange(m_hasAdded, false)) {
                // What was deleted for good came back.
                for (const Id id : *shown)
                    m_store.d->gone.remove(id);
                m_store.m_index.start(beforeIndexing);
                Q_EMIT m_store.changed(0);
            }
            if (guard)
                done(shown ? Result<void>() : std::unexpected(shown.error()));
        });
}

void Trees::removeAdded()
{
    if (!std::exchange(m_hasAdded, false))
        return;
    // It may have been shown at this moment.
    m_store.post([added = m_added](storage::WriteQueue &queue) {
        if (added->isShown)
            queue.writeNow([&](Database &database) { return rows::hideAgain(database, *added); });
    });
    removeStep(m_store);
}

// A step at a time, with whatever else is to be done in between. What the disk does not let go now, the next
// start does.
void Trees::removeStep(ConversationStore &store)
{
    store.post([&store](storage::WriteQueue &queue) {
        bool hasMore = false;
        const auto removed = queue.writeNow([&](Database &database) -> Result<void> {
            const auto more = rows::removeAdded(database);
            hasMore = more.value_or(false);
            return more ? Result<void>() : std::unexpected(more.error());
        });
        if (removed && hasMore)
            QMetaObject::invokeMethod(&store, [&store] { removeStep(store); }, Qt::QueuedConnection);
    });
}

} // namespace chat
