// The one owner of conversations on disk. Lives on the GUI thread, works on the storage thread: every call
// takes values, returns at once, and answers through a callback on the GUI thread (none if `context` is
// gone). Writes are kept in order. A write that fails for want of space is kept in memory and tried again,
// with all that follow it, until it succeeds; state() tells.
#pragma once

#include "chat/Folder.h"
#include "chat/Search.h"
#include "storage/Backups.h"
#include "storage/StorageThread.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace storage {
class WriteQueue;
}

namespace chat {

struct AssistantSet;
struct Receipt;

class ConversationStore : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Opening,
        Saved,    // everything is on disk
        NotSaved, // error() tells why; what is written is in memory since unsavedSince()
    };

    // Opens the database (creating folder 0700 and file 0600) on the storage thread. A damaged file is moved
    // aside and a new one begun; a newer or unwritable one is left alone and what is done now stays in
    // memory (read-only: with the old conversations shown).
    explicit ConversationStore(const QString &databasePath, QObject *parent = nullptr);
    ~ConversationStore() override; // waits for the last writes

    // Where the file is, for sentences.
    QString folder() const { return m_folder; }
    State state() const { return m_state; }
    // Why NotSaved. While Saved: Damaged, where the file was found damaged in this run and a new one begun;
    // detail is where the old one is kept.
    std::optional<base::Error> error() const { return m_error; }
    QDateTime unsavedSince() const { return m_unsavedSince; }
    // With that error: what could be read of the damaged file and is in the new one.
    struct Salvage
    {
        int conversations = 0;
        int messages = 0;

        bool operator==(const Salvage &) const = default;
    };
    Salvage salvaged() const { return m_salvaged; }

    template <typename T>
    using Callback = std::function<void(base::Result<T>)>;

    // Not deleted, latest first; with what is in the archive.
    void conversations(QObject *context, Callback<QList<Conversation>> done);
    void trash(QObject *context, Callback<QList<Conversation>> done);
    // In the order in which they are shown.
    void folders(QObject *context, Callback<QList<Folder>> done);
    // What was typed for conversations that have no question yet, latest first.
    void unsent(QObject *context, Callback<QList<Conversation>> done);
    // The messages of the path that ends in the conversation's leaf, oldest first.
    void path(QObject *context, Id conversation, Callback<QList<Message>> done);
    // The last ones of it, at once however long it is: all of it where there are fewer than endSize.
    static constexpr int endSize = 100;
    void pathEnd(QObject *context, Id conversation, Callback<QList<Message>> done);

    void assistants(QObject *context, Callback<AssistantSet> done);
    // What a question was sent with, by id; what is not there is left out.
    void contents(QObject *context, const QList<Id> &attachments, Callback<QHash<Id, QByteArray>> done);
    // What will be sent with the next question.
    void draftAttachments(QObject *context, Id conversation, Callback<QList<Attachment>> done);
    // A message and the other versions of it, in their order.
    void versions(QObject *context, Id conversation, Id message, Callback<QList<Message>> done);
    // How an answer came about; absent where that was not noted.
    void receipt(QObject *context, Id message, Callback<std::optional<Receipt>> done);

    // One page of what is found in all conversations, read beside the writing. The latest call counts: one
    // that is not answered yet when the next is made never is.
    void search(QObject *context, const SearchQuery &query, Callback<SearchPage> done);
    // Nobody waits for an answer any more.
    void endSearch() { ++*m_searches; }
    // Makes the index of all messages anew while nothing else is to be done. Searches find everything
    // meanwhile, slower.
    void rebuildIndex();

    // Inserts or updates; every column from the value but `deleted` and, of one that is saved already,
    // `filing`, which belong to the calls below.
    // Nothing is saved any more for a conversation that was deleted for good.
    void save(const Conversation &conversation);
    // Inserts or updates one message of a conversation that is saved; a new leaf is a save() of the latter.
    void save(Id conversation, const Message &message);
    // All, or nothing. What is sent with the messages is taken from the draft, or is made here as a copy of
    // what was sent before: `copies`, by id.
    void save(const Conversation &conversation, const QList<Message> &messages,
              const QHash<Id, Id> &copies = {});
    // To the draft of a conversation that is saved. A question saved with it, as above, takes it over.
    void addToDraft(Id conversation, const Attachment &attachment, const QByteArray &content);
    void removeFromDraft(Id conversation, Id attachment);
    // Of an answer that is saved; `body`: what was sent for it, of which the digest is kept. One with
    // Receipt::continued is added to what there is.
    void save(Id answer, const Receipt &receipt, const QByteArray &body);
    // From key to value, where there is one.
    void copyReceipts(const QHash<Id, Id> &copies);
    // In place of all that were there. Whoever shows them takes them from Assistants.
    void save(const AssistantSet &assistants);
    // The first ones. Nothing where the file has some: it may not have been there to be read.
    void saveFirst(const AssistantSet &assistants);
    // The sibling of `message` that is `offset` places away (±1, or 0), and the path through it; its leaf
    // becomes the conversation's. `ends`: for some versions the message below them to which their branch
    // goes, in place of the latest branch.
    void showVersion(QObject *context, Id conversation, Id message, int offset, Callback<QList<Message>> done,
                     const QHash<Id, Id> &ends = {});

    // Several at once are all done, or none.
    using Filings = QList<std::pair<Id, Filing>>;
    void file(const Filings &filings);
    void moveToTrash(const QList<Id> &conversations); // kept for 30 days
    void moveToTrash(Id conversation) { moveToTrash(QList<Id>{conversation}); }
    void restore(const QList<Id> &conversations); // filed as they were
    void restore(Id conversation) { restore(QList<Id>{conversation}); }
    // Inserts or updates, with the name as folderName() leaves it; nothing where it leaves nothing.
    void save(const Folder &folder);
    // Its conversations, and the folders inside it, are in none then, and in it again when it is saved again.
    void removeFolder(Id folder);
    // Backups and damaged files beside the history, the latest first.
    using Copy = storage::Copy;
    QList<Copy> copies() const;
    // Damaged files beside the history. deleteForGood() takes the text out of them, or removes those that can
    // not be changed any more.
    QStringList setAsideFiles() const;
    // Removes the text from file, index, WAL and free pages, and from the backups and damaged files beside
    // it, within seconds.
    void deleteForGood(Id conversation);

    // Reads the whole file where that was last done a week ago; where it is damaged, what happens is what
    // happens at the start. Called by itself while nothing is written.
    void checkIfDue();

    // Makes today's backup where there is none, beside everything else that is done. Called by itself while
    // nothing is written; what is deleted for good meanwhile puts it off.
    void backUpIfDue();

    // Tries what could not be saved once more and calls back when everything asked so far is on disk (or
    // waits in memory: state() tells).
    void flush(QObject *context, std::function<void()> done);

Q_SIGNALS:
    void stateChanged();
    // A conversation was saved, filed, trashed, restored or deleted by a call above; 0 = several, or folders.
    void changed(chat::Id conversation);
    // It was moved to the trash or deleted: whoever writes to it stops.
    void removed(chat::Id conversation);

private:
    struct Private;
    friend class Trees;

    // For Trees, on the storage thread.
    void post(std::function<void(storage::WriteQueue &)> work);
    const QString &databasePath() const;
    void write(std::function<base::Result<void>(storage::Database &)> work, Id supersedes = 0);
    template <typename T>
    void read(QObject *context, std::function<base::Result<T>(storage::Database &)> work, Callback<T> done);
    void retry();
    void eraseSoon(std::chrono::milliseconds wait);
    void extendIndex();
    struct Status;
    void takeStatus(const Status &status);

    std::unique_ptr<Private> d;
    QString m_folder;
    QTimer m_quiet; // until it is time to look whether a check is due
    QTimer m_erase; // until what was deleted for good is taken out of the files
    QTimer m_index; // until the index is filled a little more
    std::shared_ptr<std::atomic<int>> m_searches =
        std::make_shared<std::atomic<int>>(0); // the latest's number
    std::shared_ptr<std::atomic<int>> m_deletions = std::make_shared<std::atomic<int>>(0); // for good
    State m_state = State::Opening;
    std::optional<base::Error> m_error;
    QDateTime m_unsavedSince;
    Salvage m_salvaged;
};

} // namespace chat
