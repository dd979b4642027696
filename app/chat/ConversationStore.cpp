#include "chat/ConversationRows.h"
#include "chat/ConversationStorePrivate.h"
#include "chat/OrderRows.h"
#include "chat/SearchIndex.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat {

namespace {

constexpr std::chrono::seconds retryInterval{3};
constexpr int daysInTrash = 30;
constexpr std::chrono::minutes quietTime{2};
constexpr std::chrono::hours betweenLooks{1};
// After the first list is on the screen.
constexpr std::chrono::seconds startTime{2};
// A step takes about as long, so that everything else finds the thread free half of the time.
constexpr std::chrono::milliseconds betweenSteps{20};

} // namespace

void ConversationStore::Private::open(Database &database)
{
    queue = std::make_unique<storage::WriteQueue>(database, path, rows::schema());
    upkeep = std::make_unique<StoreUpkeep>(*queue, path);
    queue->open();
    queue->write(rows::interruptUnfinished);
    queue->write(rows::removeEmpty);
    queue->write([this](Database &target) -> Result<void> {
        const auto purged = rows::purgeTrash(target, QDateTime::currentDateTimeUtc().addDays(-daysInTrash));
        if (!purged)
            return std::unexpected(purged.error());
        for (const Id id : *purged)
            upkeep->eraseLater(id, StoreUpkeep::Where::Backups);
        return {};
    });
}

// On the storage thread, after everything that may have changed how things stand.
void ConversationStore::Private::afterWork(ConversationStore *store)
{
    const bool isTold = reported && reported->damagedFile == queue->damagedFile();
    Status status{queue->waitingFor(), queue->damagedFile(), isTold ? reported->salvaged : Salvage()};
    if (isTold && status == *reported)
        return;
    if (!isTold && !status.damagedFile.isEmpty()) {
        // What cannot be counted is not told of; nothing else hangs on it.
        if (const auto counts = rows::counts(queue->current()))
            status.salvaged = {counts->first, counts->second};
    }
    reported = status;
    QMetaObject::invokeMethod(store, [store, status] { store->takeStatus(status); }, Qt::QueuedConnection);
}

ConversationStore::ConversationStore(const QString &databasePath, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
    , m_folder(QFileInfo(databasePath).absolutePath())
{
    d->retryTimer.setSingleShot(true);
    d->retryTimer.setInterval(retryInterval);
    connect(&d->retryTimer, &QTimer::timeout, this, &ConversationStore::retry);
    d->path = databasePath;
    d->thread->post([this](Database &database) {
        d->open(database);
        d->afterWork(this);
        storage::removeOldWork(d->path);
    });
    m_quiet.setSingleShot(true);
    m_quiet.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        checkIfDue();
        backUpIfDue();
        m_quiet.start(betweenLooks);
    });
    m_quiet.start(quietTime);
    m_erase.setSingleShot(true);
    connect(&m_erase, &QTimer::timeout, this, [this] {
        d->thread->ask(
            this, [this](Database &) { return d->upkeep->erase(); },
            [this](bool isErased) {
                if (!isErased)
                    eraseSoon(retryInterval);
            });
    });
    m_index.setSingleShot(true);
    connect(&m_index, &QTimer::timeout, this, &ConversationStore::extendIndex);
    eraseSoon(startTime); // what was in the trash for too long
}

ConversationStore::~ConversationStore()
{
    endSearch();
    d->searcher.reset();
    ++*m_deletions; // nobody waits for a backup any more
    d->copier.reset();
    d->thread->post([this](Database &) {
        d->queue->retry();
        d->upkeep->erase();
        d->upkeep.reset();
        d->queue.reset();
    });
    d->thread.reset();
}

void ConversationStore::conversations(QObject *context, Callback<QList<Conversation>> done)
{
    read<QList<Conversation>>(
        context, [](Database &database) { return rows::conversations(database, rows::Place::List); },
        std::move(done));
}

void ConversationStore::trash(QObject *context, Callback<QList<Conversation>> done)
{
    read<QList<Conversation>>(
        context, [](Database &database) { return rows::conversations(database, rows::Place::Trash); },
        std::move(done));
}

void ConversationStore::folders(QObject *context, Callback<QList<Folder>> done)
{
    read<QList<Folder>>(context, rows::folders, std::move(done));
}

void ConversationStore::unsent(QObject *context, Callback<QList<Conversation>> done)
{
    read<QList<Conversation>>(
        context, [](Database &database) { return rows::conversations(database, rows::Place::Unsent); },
        std::move(done));
}

void ConversationStore::path(QObject *context, Id conversation, Callback<QList<Message>> done)
{
    read<QList<Message>>(
        context, [conversation](Database &database) { return rows::path(database, conversation); },
        std::move(done));
}

void ConversationStore::pathEnd(QObject *context, Id conversation, Callback<QList<Message>> done)
{
    read<QList<Message>>(
        context,
        [conversation](Database &database) { return rows::pathEnd(database, conversation, endSize); },
        std::move(done));
}

void ConversationStore::search(QObject *context, const SearchQuery &query, Callback<SearchPage> done)
{
    const int number = ++*m_searches;
    const auto isWanted = [searches = m_searches, number] { return *searches == number; };
    const auto answer = [isWanted, done = std::move(done)](const Result<SearchPage> &page) {
        if (isWanted())
            done(page);
    };
    const auto work = [query, isWanted](Database &database) {
        return rows::search(database, query, isWanted);
    };
    // What waits to be saved is in the copy in memory alone.
    if (m_state == State::NotSaved) {
        read<SearchPage>(context, work, answer);
        return;
    }
    if (!d->searcher)
        d->searcher.emplace();
    d->searcher->ask(
        this,
        [path = d->path, work, isWanted](Database &database) -> Result<SearchPage> {
            if (!isWanted())
                return SearchPage();
            // The file may be another than the last time, if that was damaged.
            const auto opened = database.openReadOnly(path);
            const auto page = opened ? work(database) : std::unexpected(opened.error());
            database.close();
            return page;
        },
        [this, guard = QPointer<QObject>(context), work, answer](const Result<SearchPage> &page) {
            if (!guard)
                return;
            if (page)
                answer(page);
            else
                read<SearchPage>(guard, work, answer); // knows what to do about a damaged file
        });
}

void ConversationStore::rebuildIndex()
{
    write([](Database &database) { return rows::resetIndex(database); });
    m_index.start(betweenSteps);
}

void ConversationStore::extendIndex()
{
    d->thread->ask(
        this, [this](Database &) { return d->upkeep->extendIndex(); },
        [this](bool hasMore) {
            if (hasMore)
                m_index.start(betweenSteps);
        });
}

void ConversationStore::save(const Conversation &conversation)
{
    if (d->gone.contains(conversation.id))
        return;
    write([conversation](Database &database) { return rows::save(database, conversation); });
    Q_EMIT changed(conversation.id);
}

void ConversationStore::save(Id conversation, const Message &message)
{
    write([conversation, message](Database &database) { return rows::save(database, conversation, message); },
          message.id);
}

void ConversationStore::showVersion(QObject *context, Id conversation, Id message, int offset,
                                    Callback<QList<Message>> done, const QHash<Id, Id> &ends)
{
    d->thread->ask(
        context,
        [this, conversation, message, offset, ends](Database &) -> Result<QList<Message>> {
            const auto leaf = d->queue->read<Id>([=](Database &database) {
                return rows::leafOfVersion(database, conversation, message, offset, ends);
            });
            if (!leaf)
                return std::unexpected(leaf.error());
            d->queue->write([=](Database &database) { return rows::setLeaf(database, conversation, *leaf); });
            d->afterWork(this);
            return d->queue->read<QList<Message>>(
                [=](Database &database) { return rows::path(database, conversation); });
        },
        std::move(done));
}

void ConversationStore::flush(QObject *context, std::function<void()> done)
{
    d->thread->ask(
        context,
        [this](Database &) {
            d->queue->retry();
            d->upkeep->erase();
            d->afterWork(this);
            return true;
        },
        [done = std::move(done)](bool) { done(); });
}

void ConversationStore::post(std::function<void(storage::WriteQueue &)> work)
{
    m_quiet.start(quietTime);
    d->thread->post([this, work = std::move(work)](Database &) {
        work(*d->queue);
        d->afterWork(this);
    });
}

const QString &ConversationStore::databasePath() const
{
    return d->path;
}

void ConversationStore::write(std::function<Result<void>(Database &)> work, Id supersedes)
{
    m_quiet.start(quietTime);
    d->thread->post([this, work = std::move(work), supersedes](Database &) {
        d->queue->write(work, supersedes);
        d->afterWork(this);
    });
}

void ConversationStore::retry()
{
    d->thread->ask(
        this,
        [this](Database &) {
            d->queue->retry();
            d->afterWork(this);
            return d->queue->waitingFor().has_value();
        },
        [this](bool isWaiting) {
            if (isWaiting)
                d->retryTimer.start();
        });
}

void ConversationStore::takeStatus(const Status &status)
{
    m_error = status.waitingFor;
    m_salvaged = status.salvaged;
    if (status.waitingFor) {
        if (m_state != State::NotSaved)
            m_unsavedSince = QDateTime::currentDateTimeUtc();
        m_state = State::NotSaved;
        d->retryTimer.start();
    } else {
        m_state = State::Saved;
        m_unsavedSince = {};
        m_index.start(startTime);
        if (!status.damagedFile.isEmpty())
            m_error = base::Error{base::Error::Kind::Damaged, status.damagedFile};
    }
    Q_EMIT stateChanged();
}

} // namespace chat
