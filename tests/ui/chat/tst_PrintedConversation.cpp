// A conversation in a PDF, read back by another program: every word of it once, none of it twice, for a line
// that a page break cuts would stand on both pages.
#include "chat/PrintedConversation.h"
#include "support/RandomTrees.h"
#include "support/ReferenceText.h"

#include <QApplication>
#include <QBuffer>
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
    double fraction = 0;         // told last
    bool isProgressRight = true; // it only grew

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
    ui::Pictures m_pictures;

    Outcome print(const ConversationTree &tree, QPageSize::PageSizeId size = QPageSize::A5)
    {
        const QString path = m_folder.filePath(u"out.pdf"_s);
        Outcome outcome;
        {
            chat::ConversationStore store(m_folder.filePath(u"%1/chats.db"_s.arg(chat::newId())));
            support::keep(store, tree);
            auto pdf = std::make_shared<QPdfWriter>(path);
            pdf->setPageSize(QPageSize(size));
            auto *printed = new PrintedConversation(store, m_pictures, tree.conversation, pdf, words(), this);
            connect(printed, &PrintedConversation::progressed, this, [&](double fraction) {
                outcome.isProgressRight =
                    outcome.isProgressRight && fraction >= outcome.fraction && fraction <= 1;
                outcome.fraction = fraction;
            });
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
        QVERIFY(outcome.isProgressRight);
    }

    void printsImages()
    {
        ConversationTree tree = treeWith(u"Yes."_s);
        QList<QSize> sizes{{40, 30}, {900, 3000}, {30, 30}, {30, 30}};
        for (const QSize &size : std::as_const(sizes)) {
            const qint64 id = tree.contents.size() + 1;
            QImage image(size, QImage::Format_RGB32);
            image.fill(QColor::fromHsv(static_cast<int>(id) * 40, 255, 200));
            QByteArray content;
            QBuffer buffer(&content);
            QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "png"));
            if (id == 4)
                content.truncate(60); // one that cannot be read
            tree.messages.first().attachments.append({.id = id,
                                                      .kind = chat::Attachment::Kind::Image,
                                                      .name = u"picture%1.png"_s.arg(id),
                                                      .bytes = content.size(),
                                                      .pixels = size});
            tree.contents.insert(id, content);
        }
        const Outcome outcome = print(tree);
        // The second one takes a page.
        QCOMPARE(outcome.pages, 3);
        for (int id = 1; id <= 4; ++id)
            QVERIFY2(outcome.text.contains(u"picture%1.png"_s.arg(id)), qPrintable(outcome.text));
        QVERIFY(outcome.text.contains(u"Yes."_s));
        QProcess images;
        images.start(u"pdfimages"_s, {u"-list"_s, m_folder.filePath(u"out.pdf"_s)});
        QVERIFY(images.waitForFinished());
        QList<QSize> found;
        const QString list = QString::fromUtf8(images.readAllStandardOutput());
        for (const QString &line : list.split(u'\n').mid(2)) {
            const QStringList columns = line.split(u' ', Qt::SkipEmptyParts);
            if (columns.size() > 4)
                found.append({columns[3].toInt(), columns[4].toInt()});
        }
        QCOMPARE(found, (QList<QSize>{{40, 30}, {614, 2048}, {30, 30}}));
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
            store, m_pictures, tree.conversation,
            std::make_shared<QPdfWriter>(m_folder.filePath(u"stopped.pdf"_s)), words(), this);
        connect(printed, &PrintedConversation::failed, this, [&](const base::Error &why) { error = why; });
        printed->cancel();
        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->kind, base::Error::Kind::Cancelled);
    }
};

int main(int argc, char **argv)
{
    if (ui::isPictureReader(argc, argv))
        ui::readPicture(argc, argv);
    QApplication application(argc, argv);
    TestPrintedConversation test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_PrintedConversation.moc"
