#include "exchange/Export.h"

#include "base/AtomicFile.h"
#include "exchange/FilePlaces.h"
#include "exchange/OwnFormat.h"

#include <QElapsedTimer>
#include <QPointer>

#include <utility>

namespace exchange {

using base::Error;
using base::failure;
using base::Result;

// What both kinds of files share: how they are written, and that it can be stopped.
class Export::Writer : public chat::TreeReader
{
public:
    // The operation may be gone before the writing ends; the store is not.
    Writer(chat::ConversationStore &store, Export *operation)
        : m_store(store)
        , m_operation(operation)
        , m_isCancelled(operation->m_isCancelled)
    {
        m_told.start();
    }
    qsizetype count() const { return m_count; } // conversations written

    Result<void> begin(const chat::ConversationTree &, const chat::ContentOf &, qsizetype number,
                       qsizetype all) override
    {
        constexpr qint64 tellEvery = 100; // ms
        if (m_told.elapsed() >= tellEvery) {
            m_told.start();
            const double fraction = static_cast<double>(number - 1) / static_cast<double>(all);
            QMetaObject::invokeMethod(
                &m_store,
                [operation = m_operation, fraction] {
                    if (operation)
                        Q_EMIT operation->progressed(fraction);
                },
                Qt::QueuedConnection);
        }
        return check();
    }
    Result<void> take(const chat::Message &, const chat::ContentOf &) override { return check(); }

protected:
    Result<void> check() const { return *m_isCancelled ? failure(Error::Kind::Cancelled) : Result<void>(); }
    void addToCount() { ++m_count; }
    // Opened on the thread that writes, when there is something to write.
    Result<void> write(const QString &path, const QByteArray &bytes)
    {
        if (!m_file) {
            Result<void> opened = makeFolderOf(path);
            m_file = std::make_unique<base::AtomicFile>(path, base::FileAccess::Usual);
            if (opened)
                opened = m_file->open();
            if (!opened)
                return opened;
        }
        return m_file->write(bytes);
    }
    Result<void> finish()
    {
        Result<void> done = check();
        if (done)
            done = m_file->commit();
        m_file.reset(); // without a commit() it takes what it wrote with it
        return done;
    }

private:
    chat::ConversationStore &m_store;
    QPointer<Export> m_operation; // looked at on its own thread only
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    QElapsedTimer m_told;
    qsizetype m_count = 0;
    std::unique_ptr<base::AtomicFile> m_file;
};

class Export::OwnWriter : public Writer
{
public:
    OwnWriter(chat::ConversationStore &store, Export *operation, const QString &path, bool isEmptyToo)
        : Writer(store, operation)
        , m_path(path)
        , m_isEmptyToo(isEmptyToo)
    {
    }
    Result<void> begin(const chat::ConversationTree &head, const chat::ContentOf &contentOf, qsizetype number,
                       qsizetype all) override
    {
        addToCount();
        m_buffer += number == 1 ? ownStart(QDateTime::currentDateTimeUtc()) : ownTail();
        m_buffer += ownHead(head, number == 1);
        m_isFirst = true;
        if (auto begun = Writer::begin(head, contentOf, number, all); !begun)
            return begun;
        if (auto written = writeAttachments(head.draft, contentOf); !written)
            return written;
        m_buffer += ownHeadTail(head);
        return flush(partSize);
    }
    void takeReceipts(const QHash<chat::Id, chat::Receipt> &receipts) override { m_receipts = receipts; }
    Result<void> take(const chat::Message &message, const chat::ContentOf &contentOf) override
    {
        const auto receipt = m_receipts.constFind(message.id);
        m_buffer += ownMessage(message, receipt == m_receipts.cend() ? std::nullopt : std::optional(*receipt),
                               std::exchange(m_isFirst, false));
        if (auto written = writeAttachments(message.attachments, contentOf); !written)
            return written;
        m_buffer += ownMessageTail(message);
        return flush(partSize);
    }
    Result<void> end() override
    {
        if (count() == 0 && !m_isEmptyToo)
            return failure(Error::Kind::NotFound);
        m_buffer += count() > 0 ? ownTail() : ownStart(QDateTime::currentDateTimeUtc());
        m_buffer += ownEnd();
        const auto flushed = flush(0);
        return flushed ? finish() : flushed;
    }

private:
    static constexpr qsizetype partSize = 256 * 1024;

    Result<void> writeAttachments(const QList<chat::Attachment> &attachments,
                                  const chat::ContentOf &contentOf)
    {
        for (qsizetype i = 0; i < attachments.size(); ++i) {
            const auto content = contentOf(attachments.at(i).id);
            if (!content)
                return std::unexpected(content.error());
            m_buffer += ownAttachment(attachments.at(i), *content, i == 0);
            if (auto flushed = flush(partSize); !flushed)
                return flushed;
        }
        return {};
    }
    Result<void> flush(qsizetype atLeast)
    {
        if (auto wanted = check(); !wanted || m_buffer.size() < atLeast)
            return wanted;
        const auto written = write(m_path, m_buffer);
        m_buffer.clear();
        return written;
    }

    QString m_path;
    bool m_isEmptyToo; // a file without a conversation is what was asked for
    QByteArray m_buffer;
    QHash<chat::Id, chat::Receipt> m_receipts; // of the conversation that is being written
    bool m_isFirst = true;
};

class Export::PageWriter : public Writer
{
public:
    PageWriter(chat::ConversationStore &store, Export *operation, PlaceOf placeOf, Form form,
               const PageWords &words)
        : Writer(store, operation)
        , m_placeOf(std::move(placeOf))
        , m_form(form)
        , m_words(words)
    {
    }
    Result<void> begin(const chat::ConversationTree &head, const chat::ContentOf &contentOf, qsizetype number,
                       qsizetype all) override
    {
        if (auto ended = endPage(); !ended)
            return ended;
        m_conversation = head.conversation;
        return Writer::begin(head, contentOf, number, all);
    }
    Result<void> take(const chat::Message &message, const chat::ContentOf &contentOf) override
    {
        m_messages.append(message);
        m_contentOf = contentOf;
        return Writer::take(message, contentOf);
    }
    Result<void> end() override
    {
        auto ended = endPage();
        return ended && count() == 0 ? failure(Error::Kind::NotFound) : ended;
    }

private:
    // Of the conversation that was begun.
    Result<void> endPage()
    {
        const QList<chat::Message> path = pathTo(m_conversation.leafId, std::exchange(m_messages, {}));
        if (path.isEmpty())
            return {};
        const auto toPage = m_form == Form::Html ? toHtml : toMarkdown;
        const QString place = m_placeOf(m_conversation);
        const auto written =
            toPage(m_conversation, path, m_contentOf, m_words, [this, place](const QByteArray &part) {
                const auto wanted = check();
                return wanted ? write(place, part) : wanted;
            });
        if (!written)
            return written;
        addToCount();
        return finish();
    }

    PlaceOf m_placeOf;
    Form m_form;
    PageWords m_words;
    chat::Conversation m_conversation;
    QList<chat::Message> m_messages;
    chat::ContentOf m_contentOf;
};

Export::Export(chat::ConversationStore &store, const chat::Selection &selection, Form form,
               const QString &path, const PageWords &words, QObject *parent)
    : Operation(parent)
    , m_trees(store)
{
    if (form == Form::Own)
        write(std::make_shared<OwnWriter>(store, this, path, !selection), selection);
    else
        write(std::make_shared<PageWriter>(
                  store, this, [path](const chat::Conversation &) { return path; }, form, words),
              selection);
}

Export::Export(chat::ConversationStore &store, const chat::Selection &selection, Form form,
               const PlaceOf &placeOf, const PageWords &words, QObject *parent)
    : Operation(parent)
    , m_trees(store)
{
    write(std::make_shared<PageWriter>(store, this, placeOf, form, words), selection);
}

void Export::write(const std::shared_ptr<Writer> &writer, const chat::Selection &selection)
{
    m_trees.read(this, writer, selection, [this, writer](const Result<void> &written) {
        if (written)
            succeed([&] { Q_EMIT finished(writer->count()); });
        else
            fail(written.error());
    });
}

Export::~Export()
{
    *m_isCancelled = true;
}

void Export::stop()
{
    *m_isCancelled = true;
}

} // namespace exchange
