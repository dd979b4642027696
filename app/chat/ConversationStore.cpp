#include "chat/ConversationStore.h"

#include "base/AtomicFile.h"
#include "chat/ConversationRows.h"
#include "storage/Backups.h"
#include "storage/WriteQueue.h"

#include <QFileInfo>
#include <QSet>
#include <QTimer>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat {

namespace {

constexpr std::chrono::seconds retryInterval{3};
constexpr int daysInTrash = 30;
constexpr int daysBetweenChecks = 7;
constexpr std::chrono::minutes quietTime{2};
constexpr std::chrono::hours betweenLooks{1};

// Why writes wait, and where a damaged file went.
using Status = std::pair<std::optional<base::Error>, QString>;

} // namespace

struct ConversationStore::Private
{
    // Of the storage thread.
    std::unique_ptr<storage::WriteQueue> queue;
    std::optional<Status> reported;
    QString path;
    QList<Id> toErase;             // deleted for good and still in the WAL and the backups
    bool isAlsoInSetAside = false; // and in files that were set aside

    // Of the GUI thread.
    QSet<Id> gone; // deleted for good
    QTimer retryTimer;
    std::optional<storage::StorageThread> thread{std::in_place};

    void open(Database &database);
    void afterWork(ConversationStore *store);
    void erase();
    void checkIfDue();
};

void ConversationStore::Private::open(Database &database)
{
    queue = std::make_unique<storage::WriteQueue>(database, path, rows::schema());
    queue->open();
    queue->write(rows::interruptUnfinished);
    queue->write(rows::removeEmpty);
    queue->write([this](Database &target) -> Result<void> {
        const auto purged = rows::purgeTrash(target, QDateTime::currentDateTimeUtc().addDays(-daysInTrash));
        if (!purged)
            return std::unexpected(purged.error());
        toErase = *purged;
        return {};
    });
}

// On the storage thread, after everything that may have changed how things stand.
void ConversationStore::Private::afterWork(ConversationStore *store)
{
    // Left for the next time where another program reads just now; closing does it at the latest.
    if (!toErase.isEmpty() && !queue->waitingFor() && queue->current().truncateWal())
        erase();
    const Status status(queue->waitingFor(), queue->damagedFile());
    if (status == reported)
        return;
    reported = status;
    QMetaObject::invokeMethod(
        store, [store, status] { store->takeStatus(status.first, status.second); }, Qt::QueuedConnection);
}

void ConversationStore::Private::erase()
{
    const auto work = [this](Database &copy) {
        Result<void> removed;
        for (const Id id : toErase) {
            if (removed)
                removed = rows::remove(copy, id);
        }
        return removed;
    };
    storage::changeBackups(path, work);
    if (isAlsoInSetAside)
        storage::changeSetAside(path, work);
    toErase.clear();
    isAlsoInSetAside = false;
}

void ConversationStore::Private::checkIfDue()
{
    const QString mark = path + u".checked"_s;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime last = QFileInfo(mark).lastModified().toUTC();
    if (queue->waitingFor() || (last.isValid() && last <= now && last.addDays(daysBetweenChecks) > now))
        return;
    queue->check();
    // Without the mark it is done once more the next time.
    static_cast<void>(base::writeAllAtomic(mark, {}));
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
    });
    m_quiet.setSingleShot(true);
    m_quiet.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        checkIfDue();
        m_quiet.start(betweenLooks);
    });
    m_quiet.start(quietTime);
}

ConversationStore::~ConversationStore()
{
    d->thread->post([this](Database &) {
        d->queue->retry();
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

void ConversationStore::save(const Conversation &conversation, const QList<Message> &messages)
{
    if (d->gone.contains(conversation.id))
        return;
    write([conversation, messages](Database &database) {
        Result<void> saved = rows::save(database, conversation);
        for (const Message &message : messages) {
            if (saved)
                saved = rows::save(database, conversation.id, message);
        }
        return saved;
    });
    Q_EMIT changed(conversation.id);
}

void ConversationStore::showVersion(QObject *context, Id conversation, Id message, int offset,
                                    Callback<QList<Message>> done)
{
    d->thread->ask(
        context,
        [this, conversation, message, offset](Database &) -> Result<QList<Message>> {
            const auto leaf = d->queue->read<Id>([=](Database &database) {
                return rows::leafOfVersion(database, conversation, message, offset);
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

void ConversationStore::moveToTrash(Id conversation)
{
    write([conversation, now = QDateTime::currentDateTimeUtc()](Database &database) {
        return rows::setDeleted(database, conversation, now);
    });
    Q_EMIT removed(conversation);
    Q_EMIT changed(conversation);
}

void ConversationStore::restore(Id conversation)
{
    write([conversation](Database &database) { return rows::setDeleted(database, conversation, {}); });
    Q_EMIT changed(conversation);
}

QStringList ConversationStore::setAsideFiles() const
{
    return storage::setAside(d->path);
}

void ConversationStore::deleteForGood(Id conversation)
{
    d->gone.insert(conversation);
    write([this, conversation](Database &database) {
        if (!d->toErase.contains(conversation))
            d->toErase.append(conversation);
        d->isAlsoInSetAside = true;
        return rows::remove(database, conversation);
    });
    Q_EMIT removed(conversation);
    Q_EMIT changed(conversation);
}

void ConversationStore::checkIfDue()
{
    d->thread->post([this](Database &) {
        d->checkIfDue();
        d->afterWork(this);
    });
}

void ConversationStore::flush(QObject *context, std::function<void()> done)
{
    d->thread->ask(
        context,
        [this](Database &) {
            d->queue->retry();
            d->afterWork(this);
            return true;
        },
        [done = std::move(done)](bool) { done(); });
}

void ConversationStore::write(std::function<Result<void>(Database &)> work, Id supersedes)
{
    m_quiet.start(quietTime);
    d->thread->post([this, work = std::move(work), supersedes](Database &) {
        d->queue->write(work, supersedes);
        d->afterWork(this);
    });
}

template <typename T>
void ConversationStore::read(QObject *context, std::function<Result<T>(Database &)> work, Callback<T> done)
{
    d->thread->ask(
        context,
        [this, work = std::move(work)](Database &) {
            Result<T> value = d->queue->read<T>(work);
            d->afterWork(this);
            return value;
        },
        std::move(done));
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

void ConversationStore::takeStatus(const std::optional<base::Error> &waitingFor, const QString &damagedFile)
{
    m_error = waitingFor;
    if (waitingFor) {
        if (m_state != State::NotSaved)
            m_unsavedSince = QDateTime::currentDateTimeUtc();
        m_state = State::NotSaved;
        d->retryTimer.start();
    } else {
        m_state = State::Saved;
        m_unsavedSince = {};
        if (!damagedFile.isEmpty())
            m_error = base::Error{base::Error::Kind::Damaged, damagedFile};
    }
    Q_EMIT stateChanged();
}

} // namespace chat
