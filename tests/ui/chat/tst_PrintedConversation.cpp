// A conversation in a PDF, read back by another program: every word of it once, none of it twice, for a line
// that a page break cuts would stand on both pages.
#include "chat/PrintedConversation.h"
#include "support/RandomTrees.h"
#include "support/ReferenceText.h"

#include <QFile>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using chat::ConversationTree;
using ui::PrintedConversation;

namespace {

exchange::PageWords words()
{
    return {.untitled = u"Untitled"_s,
            .you = u"You"_s,
            .model = u"Answer"_s,
            .systemPrompt = u"System prompt"_s,
            .thinking = {},
            .attachment = [](const chat::Attachment &attachment) { return attachment.name; },
            .facts = [](const chat::Message &) { return QStringList{u"today"_s}; }};
}

struct Outcome
{
    int pages = 0;
    std::optional<base::Error> error = {};
    QString text = {};

    bool isDone() const { return pages > 0 || error; }
};

// Words that say which they are.
class Counted
{
public:
    QString next() { return u"w%1q"_s.arg(++m_count); }
    QString some(int count, const QString &between)
    {
        QStringList all;
        for (int n = 0; n < count; ++n)
            all.append(next());
        return all.join(between);
    }
    int count() const { return m_count; }

private:
    int m_count = 0;
};

} // namespace

class TestPrintedConversation : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    Outcome print(const ConversationTree &tree, QPageSize::PageSizeId size = QPageSize::A5)
    {
        const QString path = m_folder.filePath(u"out.pdf"_s);
        Outcome outcome;
        {
            chat::ConversationStore store(m_folder.filePath(u"%1/chats.db"_s.arg(chat::newId())));
            support::keep(store, tree);
            auto pdf = std::make_shared<QPdfWriter>(path);
            pdf->setPageSize(QPageSize(size));
            auto *printed = new PrintedConversation(store, tree.conversation, pdf, words(), this);
            connect(printed, &PrintedConversation::finished, this, [&](int pages) { outcome.pages = pages; });
            connect(printed, &PrintedConversation::failed, this,
                    [&](const base::Error &error) { outcome.error = error; });
            if (!QTest::qWaitFor([&] { return outcome.isDone(); }, 60'000))
                return outcome;
        }
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
        if (reader.waitForFinished())
            outcome.text = QString::fromUtf8(reader.readAllStandardOutput());
        return outcome;
    }

    static ConversationTree treeWith(const QString &answer)
    {
        return support::shortTree(u"Ink and stones"_s, answer);
    }

private Q_SLOTS:
    void printsEveryWordOnce()
    {
        Counted counted;
        QString text;
        for (int n = 0; n < 12; ++n) {
            text += u"# "_s + counted.next() + u"\n\n"_s + counted.some(90, u" "_s) + u"\n\n- "_s +
                    counted.some(4, u"\n- "_s) + u"\n\n> "_s + counted.some(30, u" "_s) + u"\n\n```\n"_s +
                    counted.some(25, u"\n"_s) + u"\n```\n\n|"_s + counted.some(3, u"|"_s) + u"|\n|-|-|-|\n"_s;
            for (int row = 0; row < 5; ++row)
                text += u'|' + counted.some(3, u"|"_s) + u"|\n"_s;
            text += u'\n';
        }
        const Outcome outcome = print(treeWith(text));
        QVERIFY2(!outcome.error, "it failed");
        QVERIFY(outcome.pages > 8);
        for (int n = 1; n <= counted.count(); ++n) {
            const QRegularExpression word(u"\\bw%1q\\b"_s.arg(n));
            int found = 0;
            for (auto match = word.globalMatch(outcome.text); match.hasNext(); match.next())
                ++found;
            QVERIFY2(found == 1, qPrintable(u"w%1q is there %2 times"_s.arg(n).arg(found)));
        }
        QVERIFY(outcome.text.contains(u"Ink and stones"_s));
        QVERIFY(outcome.text.contains(u"You"_s));
    }

    void printsWhatIsTooWide()
    {
        Counted counted;
        const int columns = 40;
        const QString text = u'|' + counted.some(columns, u"|"_s) + u"|\n|"_s + u"-|"_s.repeated(columns) +
                             u"\n|"_s + counted.some(columns, u"|"_s) + u"|\n\n```\n"_s +
                             counted.some(60, u" "_s) + u"\n```\n"_s;
        const Outcome outcome = print(treeWith(text));
        QVERIFY(outcome.pages > 0);
        for (int n = 1; n <= counted.count(); ++n)
            QVERIFY2(outcome.text.contains(QRegularExpression(u"\\bw%1q\\b"_s.arg(n))),
                     qPrintable(outcome.text));
    }

    void printsFormulasAndEverythingElse()
    {
        const Outcome outcome = print(treeWith(support::englishReference().answer), QPageSize::A4);
        QVERIFY(outcome.pages > 1);
        QVERIFY(!outcome.text.contains(u"\\sqrt"_s));
    }

    void keepsAHeadingWithWhatFollows()
    {
        const ui::TranscriptStyle style =
            ui::TranscriptStyle::of(ui::Theme::of(ui::Theme::lightPalette()), 100);
        ui::PrintedMessage before(u"One line."_s, style, 400);
        QVERIFY(before.prepare(QDeadlineTimer(QDeadlineTimer::Forever)));
        ui::PrintedMessage message(u"One line.\n\n## A heading\n\nWhat follows."_s, style, 400);
        QVERIFY(message.prepare(QDeadlineTimer(QDeadlineTimer::Forever)));
        const int whole = message.height();
        // The page ends in the middle of the last line.
        const int limit = whole - style.text.line / 2;
        const int place = message.breakAbove(limit, 0);
        QVERIFY2(place >= before.height() && place < whole - 2 * style.text.line,
                 qPrintable(QString::number(place)));
        QCOMPARE(message.breakAbove(whole, 0), whole);
        // Where there is nothing but that heading, it has to be cut somewhere.
        QVERIFY(message.breakAbove(limit, place) > place);
    }

    void saysThatThereIsNothing()
    {
        ConversationTree tree = treeWith(u"x"_s);
        tree.messages.clear();
        tree.conversation.leafId = 0;
        QCOMPARE(print(tree).error.value_or(base::Error{}).kind, base::Error::Kind::NotFound);
    }

    void canBeStopped()
    {
        chat::ConversationStore store(m_folder.filePath(u"stopped/chats.db"_s));
        const ConversationTree tree = treeWith(u"A word. "_s.repeated(20'000));
        support::keep(store, tree);
        std::optional<base::Error> error;
        auto *printed = new PrintedConversation(
            store, tree.conversation, std::make_shared<QPdfWriter>(m_folder.filePath(u"stopped.pdf"_s)),
            words(), this);
        connect(printed, &PrintedConversation::failed, this, [&](const base::Error &why) { error = why; });
        printed->cancel();
        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->kind, base::Error::Kind::Cancelled);
    }
};

QTEST_MAIN(TestPrintedConversation)
#include "tst_PrintedConversation.moc"
