// What is known of messages that were at work when the program ended.
#include "chat/CrashRecord.h"
#include "chat/Find.h"
#include "chat/Markdown.h"
#include "support/Transcripts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using chat::CrashRecord;
using chat::Reading;

class TestCrashRecord : public QObject
{
    Q_OBJECT

    // The file as a program leaves it that ends while `message` is at work.
    static void crash(const QString &path, chat::Id message)
    {
        CrashRecord record(path);
        const CrashRecord::Work work(&record, message);
        QFile::remove(path + u".left"_s);
        QVERIFY(QFile::copy(path, path + u".left"_s));
        QFile::remove(path);
        QVERIFY(QFile::rename(path + u".left"_s, path));
    }

private Q_SLOTS:
    void countsWhatWasAtWorkAtTheEnd()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"in/crashes.state"_s);
        crash(path, 7);
        {
            const CrashRecord record(path);
            QCOMPARE(record.crashesOf(7), 1);
            QCOMPARE(record.readingOf(7), Reading::Markdown);
            QCOMPARE(record.readingOf(8), Reading::Markdown);
        }
        crash(path, 7);
        const CrashRecord record(path);
        QCOMPARE(record.readingOf(7), Reading::Plain);
        QCOMPARE(record.readingOf(8), Reading::Markdown);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    }

    void namesNothingWhenTheProgramEndsWell()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"crashes.state"_s);
        for (int run = 0; run < 3; ++run) {
            CrashRecord record(path);
            record.setTypesetting(9);
            {
                const CrashRecord::Work work(&record, 7);
                QCOMPARE(record.atWork(), 7);
                {
                    const CrashRecord::Work within(&record, 8);
                    QCOMPARE(record.atWork(), 8);
                }
                QCOMPARE(record.atWork(), 7);
            }
            QCOMPARE(record.atWork(), 0);
            QCOMPARE(record.crashesOf(7), 0);
            QCOMPARE(record.crashesOf(9), 0);
        }
    }

    void countsTheFormulaThatWasTypeset()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"crashes.state"_s);
        std::optional<CrashRecord> record(path);
        record->setTypesetting(9);
        QVERIFY(QFile::copy(path, path + u".left"_s));
        record.reset();
        const CrashRecord next(path + u".left"_s);
        QCOMPARE(next.crashesOf(9), 1);
    }

    void oneMoreCrashIsEnoughAfterShowFormatted()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"crashes.state"_s);
        crash(path, 7);
        crash(path, 7);
        {
            CrashRecord record(path);
            record.showFormatted(7);
            QCOMPARE(record.readingOf(7), Reading::Markdown);
            record.showFormatted(8); // was never plain
            QCOMPARE(record.crashesOf(8), 0);
        }
        QCOMPARE(CrashRecord(path).readingOf(7), Reading::Markdown);
        crash(path, 7);
        QCOMPARE(CrashRecord(path).readingOf(7), Reading::Plain);
    }

    void forgetsTheOldestWhereThereAreTooMany()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"crashes.state"_s);
        for (chat::Id id = 1; id <= 300; ++id)
            crash(path, id);
        crash(path, 100);
        const CrashRecord record(path);
        QCOMPARE(record.crashesOf(300), 1);
        QCOMPARE(record.crashesOf(100), 2);
        QCOMPARE(record.crashesOf(1), 0);
    }

    void beginsAnewWhereTheFileIsNotItsOwn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("crash");
        QTest::newRow("other") << QByteArray(5000, 'x');
    }
    void beginsAnewWhereTheFileIsNotItsOwn()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"crashes.state"_s);
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        }
        QCOMPARE(CrashRecord(path).crashesOf(0x7878787878787878), 0);
        crash(path, 7);
        QCOMPARE(CrashRecord(path).crashesOf(7), 1);
    }

    void worksWithoutAFile()
    {
        const QTemporaryDir folder;
        CrashRecord record(folder.path()); // a folder is no file
        const CrashRecord::Work work(&record, 7);
        QCOMPARE(record.atWork(), 7);
        QCOMPARE(record.readingOf(7), Reading::Markdown);
    }

    void readsEveryCharacterOfAPlainTextAsItIs()
    {
        const QString source = u"# A\n**b**\n\n- c\n  ```\n\n\n| d |\n|--|\n[e]: f\n"_s;
        const QList<chat::Block> blocks = chat::parseMarkdown(source, Reading::Plain);
        QCOMPARE(chat::plainText(blocks), u"# A\n**b**\n- c\n  ```\n| d |\n|--|\n[e]: f"_s);
        for (const chat::Block &block : blocks) {
            QCOMPARE(block.kind, chat::Block::Kind::Paragraph);
            QVERIFY(block.content.spans.isEmpty());
        }
        for (qsizetype cut = 0; cut <= source.size(); ++cut) {
            chat::MarkdownStream stream(Reading::Plain);
            stream.append(source.left(cut));
            stream.append(source.mid(cut));
            stream.finish();
            QCOMPARE(stream.blocks(), blocks);
        }
    }

    // Their places are those of what is shown.
    void findsInWhatIsShownPlain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"crashes.state"_s);
        crash(path, 2);
        crash(path, 2);
        CrashRecord record(path);
        chat::TranscriptList list;
        list.setMessages({support::question(1, u"**x**"_s), support::answer(2, u"**x**"_s)});
        chat::Find find;
        find.setCrashRecord(&record);
        find.setList(&list);
        find.search(u"**"_s, {});
        QTRY_VERIFY(find.isComplete());
        QCOMPARE(find.count(), 2);
        QVERIFY(find.hits(0).isEmpty());
        record.showFormatted(2);
        find.readAnew(1);
        QTRY_COMPARE(find.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCrashRecord)
#include "tst_CrashRecord.moc"
