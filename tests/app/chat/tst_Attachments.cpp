// What is sent with a question: kept with the draft, taken over by the question, read for the request.
#include "chat/AttachedChat.h"
#include "chat/AttachmentRows.h"
#include "chat/ConversationRows.h"
#include "support/ChatRoom.h"

#include <QDir>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace chat;
using backend::ChatMessage;
using backend::Role;

namespace {

const TurnOptions options = support::turnOptions();
const QByteArray png = "\x89PNG\r\n\x1a\nink";

Attachment textFile(const QString &name, const QByteArray &content)
{
    return {.id = newAttachmentId(), .kind = Attachment::Kind::Text, .name = name, .bytes = content.size()};
}

Attachment image()
{
    return {.id = newAttachmentId(),
            .kind = Attachment::Kind::Image,
            .name = u"a.png"_s,
            .bytes = png.size(),
            .pixels = {3, 4}};
}

} // namespace

class TestAttachments : public support::ChatRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void keepsTheDraftsOverARestart()
    {
        const Attachment notes = textFile(u"notes.txt"_s, "one");
        Conversation fresh = support::freshConversation();
        {
            auto one = session(fresh);
            QSignalSpy changed(one.get(), &ChatSession::attachmentsChanged);
            const Attachment gone = textFile(u"gone.txt"_s, "two");
            QVERIFY(one->attach(gone, "two"));
            QVERIFY(one->attach(notes, "one"));
            QVERIFY(one->attach(image(), png));
            one->detach(gone.id);
            QCOMPARE(changed.size(), 4);
        }
        m_store.reset();
        m_store = std::make_unique<ConversationStore>(m_folder->filePath(u"chats.db"_s));
        QVERIFY(listed().isEmpty());
        std::optional<QList<Conversation>> unsent;
        m_store->unsent(this, [&](const base::Result<QList<Conversation>> &found) { unsent = *found; });
        QTRY_VERIFY(unsent.has_value());
        QCOMPARE(unsent->size(), 1);
        QCOMPARE(unsent->first().id, fresh.id);
        auto one = session(unsent->first());
        QTRY_COMPARE(one->draftAttachments().size(), 2);
        QCOMPARE(one->draftAttachments().first(), notes);
        QCOMPARE(sizesOf(one->draftAttachments()), (AttachmentSizes{3, {QSize(3, 4)}}));
        QCOMPARE(read(notes.id), "one");
    }

    void asksWithWhatIsAttached()
    {
        auto one = session(support::freshConversation());
        const Attachment notes = textFile(u"notes.txt"_s, "a\n```\nb");
        const Attachment picture = image();
        one->attach(notes, "a\n```\nb");
        one->attach(picture, png);
        QVERIFY(one->send(u"What is it?"_s, options));
        QVERIFY(one->isRunning());
        QVERIFY(one->draftAttachments().isEmpty());
        QTRY_COMPARE(m_backend->requests.size(), 1);
        const ChatMessage asked{
            Role::User, u"notes.txt (7 bytes):\n````\na\n```\nb\n````\n\nWhat is it?"_s, {png}};
        QCOMPARE(m_backend->requests[0].messages, QList{asked});
        m_backend->lastChat()->deliver(u"A cat."_s);
        m_backend->lastChat()->finish();
        QVERIFY(!one->isRunning());
        QCOMPARE(one->transcript().message(1).text, u"A cat."_s);
        // A blind model is told what was written.
        TurnOptions blind = options;
        blind.images = Images::LeftOut;
        QVERIFY(one->send(u"And?"_s, blind));
        QTRY_COMPARE(m_backend->requests.size(), 2);
        QCOMPARE(m_backend->requests[1].messages,
                 (QList{ChatMessage{Role::User, asked.text}, ChatMessage{Role::Assistant, u"A cat."_s},
                        ChatMessage{Role::User, u"And?"_s}}));
        const QList<Message> messages = stored(one->conversation().id);
        QCOMPARE(messages.first().text, u"What is it?"_s);
        QCOMPARE(messages.first().attachments, (QList{notes, picture}));
    }

    void asksWithoutAWord()
    {
        auto one = session(support::freshConversation());
        QVERIFY(!one->send(u" "_s, options));
        one->attach(textFile(u"notes.txt"_s, "one\n"), "one\n");
        QVERIFY(one->send(QString(), options));
        QTRY_COMPARE(m_backend->requests.size(), 1);
        QCOMPARE(m_backend->requests[0].messages,
                 QList{(ChatMessage{Role::User, u"notes.txt (4 bytes):\n```\none\n```"_s})});
        QCOMPARE(one->conversation().title, u"notes.txt"_s);
    }

    void isStoppedBeforeItIsAsked()
    {
        auto one = session(support::freshConversation());
        one->attach(textFile(u"notes.txt"_s, "one"), "one");
        one->send(u"q"_s, options);
        one->stop();
        QVERIFY(!one->isRunning());
        QCOMPARE(one->transcript().message(1).state, MessageState::Stopped);
        stored(one->conversation().id);
        QVERIFY(m_backend->requests.isEmpty() || !m_backend->lastChat());
    }

    void copiesWhatAnEditedQuestionAndABranchHave()
    {
        auto one = session(support::freshConversation());
        const Attachment notes = textFile(u"notes.txt"_s, "one");
        const Attachment dropped = textFile(u"dropped.txt"_s, "two");
        one->attach(notes, "one");
        one->attach(dropped, "two");
        one->send(u"q"_s, options);
        QTRY_VERIFY(m_backend->lastChat());
        m_backend->lastChat()->finish();
        const Message old = one->transcript().message(0);
        const Attachment fresh = textFile(u"new.txt"_s, "three");
        const Attachment waiting = textFile(u"waiting.txt"_s, "four");
        one->attach(fresh, "three");
        one->attach(waiting, "four");
        QVERIFY(one->edit(old.id, u"q2"_s, options, QList{notes, fresh}));
        QCOMPARE(one->draftAttachments(), QList{waiting});
        QTRY_COMPARE(m_backend->requests.size(), 2);
        QCOMPARE(m_backend->requests[1].messages.first().text,
                 u"notes.txt (3 bytes):\n```\none\n```\n\nnew.txt (5 bytes):\n```\nthree\n```\n\nq2"_s);
        m_backend->lastChat()->finish();
        const QList<Attachment> edited = one->transcript().message(0).attachments;
        QCOMPARE(edited.size(), 2);
        QVERIFY(edited[0].id != notes.id);
        QCOMPARE(stored(one->conversation().id).first().attachments, edited);

        const auto branch = one->branch(one->transcript().message(1).id, u"b"_s, 0);
        QVERIFY(branch);
        const QList<Attachment> copied = stored(branch->id).first().attachments;
        QCOMPARE(copied.size(), 2);
        QCOMPARE(copied[1].name, u"new.txt"_s);
        const Id origin = one->conversation().id;
        one.reset();
        m_store->deleteForGood(origin);
        QCOMPARE(read(copied[1].id), "three"); // its own
        QVERIFY(read(edited[1].id).isNull());
        QVERIFY(read(waiting.id).isNull());
    }

    void asksAgainWithWhatWasSent()
    {
        auto one = session(support::freshConversation());
        one->attach(image(), png);
        one->send(u"q"_s, options);
        QTRY_VERIFY(m_backend->lastChat());
        m_backend->lastChat()->deliver(u"a"_s);
        m_backend->lastChat()->finish();
        one->regenerate(options);
        QTRY_COMPARE(m_backend->requests.size(), 2);
        QCOMPARE(m_backend->requests[1].messages, m_backend->requests[0].messages);
    }

    void takesNoMoreThanOneQuestionHas()
    {
        auto one = session(support::freshConversation());
        for (qsizetype i = 0; i < mostAttachments; ++i)
            QVERIFY(one->attach(textFile(u"x"_s, "x"), "x"));
        QVERIFY(!one->attach(textFile(u"x"_s, "x"), "x"));
    }

    void deletesThemFromTheFileForGood()
    {
        auto one = session(support::freshConversation());
        const QByteArray secret = QByteArray("canary-4711 ").repeated(2000);
        one->attach(textFile(u"s.txt"_s, secret), secret);
        one->send(u"q"_s, options);
        QTRY_VERIFY(m_backend->lastChat());
        m_backend->lastChat()->finish();
        const Id id = one->conversation().id;
        one.reset();
        m_store->deleteForGood(id);
        m_store.reset();
        for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files)) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary-4711"), qPrintable(name));
        }
    }

    // As after damage: the message they were sent with is lost.
    void areOfTheDraftWhereTheirMessageIsLost()
    {
        storage::Database database;
        database.openInMemory().value();
        database.migrate(rows::schema()).value();
        Conversation one = support::freshConversation();
        rows::save(database, one).value();
        Message asked = newMessage(Role::User, 0);
        const Attachment kept = textFile(u"kept"_s, "kept");
        const Attachment stray = textFile(u"stray"_s, "stray");
        asked.attachments = {kept};
        rows::save(database, one.id, asked).value();
        rows::add(database, one.id, asked.id, kept, "kept").value();
        rows::add(database, one.id, newId(), stray, "stray").value();
        database.mend(rows::schema()).value();
        QCOMPARE(rows::attachments(database, one.id).value(),
                 (QHash<Id, QList<Attachment>>{{asked.id, {kept}}, {0, {stray}}}));
    }

private:
    // Null where there is none.
    QByteArray read(Id attachment)
    {
        std::optional<QHash<Id, QByteArray>> found;
        m_store->contents(this, {attachment},
                          [&](const base::Result<QHash<Id, QByteArray>> &contents) { found = *contents; });
        return QTest::qWaitFor([&] { return found.has_value(); }, 10'000) ? found->value(attachment)
                                                                          : QByteArray("nothing came");
    }
};

QTEST_GUILESS_MAIN(TestAttachments)
#include "tst_Attachments.moc"
