#include "exchange/Export.h"

#include "base/AtomicFile.h"
#include "exchange/OwnFormat.h"

#include <QElapsedTimer>
#include <QPointer>

namespace exchange {

using base::Error;
using base::failure;
using base::Result;

namespace {

using Tell = std::function<void(double fraction)>;

// What both kinds of files share: where they are written, and that it can be stopped.
class Writer : public chat::TreeReader
{
public:
    Writer(const QString &path, std::shared_ptr<std::atomic<bool>> isCancelled, Tell tell)
        : m_path(path)
        , m_isCancelled(std::move(isCancelled))
        , m_tell(std::move(tell))
    {
        m_told.start();
    }
    qsizetype count() const { return m_count; }

    Result<void> begin(const chat::Conversation &, qsizetype number, qsizetype all) override
    {
        constexpr qint64 tellEvery = 100; // ms
        m_count = number;
        if (m_told.elapsed() >= tellEvery) {
            m_told.start();
            m_tell(static_cast<double>(number - 1) / static_cast<double>(all));
        }
        return check();
    }
    Result<void> take(const chat::Message &, const chat::ContentOf &) override { return check(); }

protected:
    Result<void> check() const { return *m_isCancelled ? failure(Error::Kind::Cancelled) : Result<void>(); }
    // Opened on the thread that writes, when there is something to write.
    Result<void> write(const QByteArray &bytes)
    {
        if (!m_file) {
            m_file = std::make_unique<base::AtomicFile>(m_path, base::FileAccess::Usual);
            if (auto opened = m_file->open(); !opened)
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
    QString m_path;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    Tell m_tell;
    QElapsedTimer m_told;
    qsizetype m_count = 0;
    std::unique_ptr<base::AtomicFile> m_file;
};

class OwnWriter : public Writer
{
public:
    OwnWriter(const QString &path, std::shared_ptr<std::atomic<bool>> isCancelled, Tell tell, bool isEmptyToo)
        : Writer(path, std::move(isCancelled), std::move(tell))
        , m_isEmptyToo(isEmptyToo)
    {
    }
    Result<void> begin(const chat::Conversation &conversation, qsizetype number, qsizetype all) override
    {
        m_buffer += number == 1 ? ownStart(QDateTime::currentDateTimeUtc()) : ownTail();
        m_buffer += ownHead(conversation, number == 1);
        m_isFirst = true;
        if (auto begun = Writer::begin(conversation, number, all); !begun)
            return begun;
        return flush(partSize);
    }
    void takeReceipts(const QHash<chat::Id, chat::Receipt> &receipts) override { m_receipts = receipts; }
    Result<void> take(const chat::Message &message, const chat::ContentOf &contentOf) override
    {
        const auto receipt = m_receipts.constFind(message.id);
        m_buffer += ownMessage(message, receipt == m_receipts.cend() ? std::nullopt : std::optional(*receipt),
                               std::exchange(m_isFirst, false));
        for (qsizetype i = 0; i < message.attachments.size(); ++i) {
            const chat::Attachment &attachment = message.attachments.at(i);
            const auto content = contentOf(attachment.id);
            if (!content)
                return std::unexpected(content.error());
            m_buffer += ownAttachment(attachment, *content, i == 0);
            if (auto flushed = flush(partSize); !flushed)
                return flushed;
        }
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

    Result<void> flush(qsizetype atLeast)
    {
        if (auto wanted = check(); !wanted || m_buffer.size() < atLeast)
            return wanted;
        const auto written = write(m_buffer);
        m_buffer.clear();
        return written;
    }

    bool m_isEmptyToo; // a file without a conversation is what was asked for
    QByteArray m_buffer;
    QHash<chat::Id, chat::Receipt> m_receipts; // of the conversation that is being written
    bool m_isFirst = true;
};

class PageWriter : public Writer
{
public:
    PageWriter(const QString &path, std::shared_ptr<std::atomic<bool>> isCancelled, Tell tell, Form form,
               const PageWords &words)
        : Writer(path, std::move(isCancelled), std::move(tell))
        , m_form(form)
        , m_words(words)
    {
    }
    Result<void> begin(const chat::Conversation &conversation, qsizetype number, qsizetype all) override
    {
        m_conversation = conversation;
        m_messages.clear();
        return Writer::begin(conversation, number, all);
    }
    Result<void> take(const chat::Message &message, const chat::ContentOf &contentOf) override
    {
        m_messages.append(message);
        m_contentOf = contentOf;
        return Writer::take(message, contentOf);
    }
    Result<void> end() override
    {
        if (count() == 0)
            return failure(Error::Kind::NotFound);
        const QList<chat::Message> path = pathTo(m_conversation.leafId, m_messages);
        const auto toPage = m_form == Form::Html ? toHtml : toMarkdown;
        const auto written =
            toPage(m_conversation, path, m_contentOf, m_words, [this](const QByteArray &part) {
                const auto wanted = check();
                return wanted ? write(part) : wanted;
            });
        return written ? finish() : written;
    }

private:
    Form m_form;
    PageWords m_words;
    chat::Conversation m_conversation;
    QList<chat::Message> m_messages;
    chat::ContentOf m_contentOf;
};

} // namespace

Export::Export(chat::ConversationStore &store, const chat::Selection &selection, Form form,
               const QString &path, const PageWords &words, QObject *parent)
    : Operation(parent)
    , m_trees(store)
{
    // m_trees waits for the thread before this is gone.
    const Tell tell = [this](double fraction) {
        QMetaObject::invokeMethod(
            this, [this, fraction] { Q_EMIT progressed(fraction); }, Qt::QueuedConnection);
    };
    std::shared_ptr<Writer> writer;
    if (form == Form::Own)
        writer = std::make_shared<OwnWriter>(path, m_isCancelled, tell, !selection);
    else
        writer = std::make_shared<PageWriter>(path, m_isCancelled, tell, form, words);
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
