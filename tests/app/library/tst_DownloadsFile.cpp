#include "library/DownloadsFile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using base::Error;
using library::DownloadsFile;
using library::KeptDownload;
using State = KeptDownload::State;
using namespace Qt::StringLiterals;

namespace {

const QString here = u"http://127.0.0.1:11434"_s;

QList<KeptDownload> three()
{
    return {{u"qwen3:14b"_s, here, State::Waiting, 3'500'000'000, 9'300'000'000, false},
            {u"hf.co/owner/model:Q4_K_M"_s, u"https://gpu.example:443"_s, State::Paused, 0, 0, true},
            {u"gemma3:4b"_s, here, State::Failed, 12, 3'300'000'000, false,
             Error{Error::Kind::Registry, u"dial tcp: lookup 100%: no\nsuch host，未知"_s}}};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestDownloadsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatItKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        DownloadsFile file(path);
        QVERIFY(file.load().isEmpty());
        QVERIFY(!QFileInfo::exists(path));
        file.save(three());
        QVERIFY(!file.error());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        DownloadsFile again(path);
        QCOMPARE(again.load(), three());
        QVERIFY(!again.error());
    }
    void writesOnlyWhatChanged()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        DownloadsFile file(path);
        file.save({});
        QVERIFY(!QFileInfo::exists(path));
        file.save(three());
        QVERIFY(QFile::remove(path));
        file.save(three());
        QVERIFY(!QFileInfo::exists(path));
        file.save(three().first(1));
        QVERIFY(QFileInfo::exists(path));
    }
    void leavesOutWhatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *name, const QByteArray &line) { QTest::newRow(name) << line; };
        row("empty words", "pull   1 2 new a");
        row("another kind", "fetch waiting http://a:1 1 2 new qwen3:8b");
        row("unknown state", "pull running http://a:1 1 2 new qwen3:8b");
        row("no server", "pull waiting  1 2 new qwen3:8b");
        row("negative", "pull waiting http://a:1 -1 2 new qwen3:8b");
        row("no number", "pull waiting http://a:1 one 2 new qwen3:8b");
        row("too large", "pull waiting http://a:1 1 99999999999999999999 new qwen3:8b");
        row("neither new nor update", "pull waiting http://a:1 1 2 old qwen3:8b");
        row("no name", "pull waiting http://a:1 1 2 new ../../etc/passwd");
        row("a word too much", "pull failed http://a:1 1 2 new qwen3:8b server:x y");
        row("a reason of one that has not failed", "pull waiting http://a:1 1 2 new qwen3:8b server:x");
        row("the same again", "pull paused http://a:1 1 2 new Good:1b");
        row("not text", "\xff\xfe\0\x01");
    }
    void leavesOutWhatMakesNoSense()
    {
        QFETCH(QByteArray, line);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        const QByteArray good = "pull paused http://a:1 1 2 new good:1b\n";
        write(path, good + line + "\npull waiting http://a:1 0 0 update other:1b\n");
        DownloadsFile file(path);
        const QList<KeptDownload> read = file.load();
        QCOMPARE(read.size(), 2);
        QCOMPARE(read.first().name, u"good:1b"_s);
        QCOMPARE(read.last().name, u"other:1b"_s);
        QVERIFY(file.error());
        QCOMPARE(file.error()->kind, Error::Kind::Protocol);
        file.save(read); // begun anew
        QVERIFY(!DownloadsFile(path).load().isEmpty());
        QFile kept(path);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), DownloadsFile::printed(read));
        QVERIFY(file.error()); // still to be told
    }
    void keepsTheReasonAsData_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<Error>("error");
        const auto row = [](const char *name, const QByteArray &word, const Error &error) {
            QTest::newRow(name) << word << error;
        };
        row("without words", "no-space:", {Error::Kind::NoSpace, {}});
        row("with words", "registry:pull%20manifest%3A%20401",
            {Error::Kind::Registry, u"pull manifest: 401"_s});
        row("a kind of a later version", "gremlins:x", {Error::Kind::Protocol, u"x"_s});
        row("a kind alone", "no-space", {Error::Kind::NoSpace, {}});
        row("what may disguise text", "server:a%1B%E2%80%AEb%00", {Error::Kind::Server, u"ab"_s});
        row("broken encoding", "server:%FF%Z", {Error::Kind::Server, u"\xfffd%Z"_s});
    }
    void keepsTheReasonAsData()
    {
        QFETCH(QByteArray, word);
        const QString line = u"pull failed http://a:1 1 2 new qwen3:8b "_s + QString::fromLatin1(word);
        const auto read = DownloadsFile::parsed(line);
        QVERIFY(read);
        QTEST(*read->error, "error");
        const QString written = QString::fromUtf8(DownloadsFile::printed({*read}));
        QCOMPARE(DownloadsFile::parsed(written.chopped(1))->error, read->error);
    }
    void keepsAPushBesideAPullOfTheSameModel()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        QList<KeptDownload> both{three().first(), three().first()};
        both.last().direction = library::Direction::Push;
        DownloadsFile(path).save(both);
        DownloadsFile file(path);
        QCOMPARE(file.load(), both);
        QVERIFY(!file.error());
    }
    void keepsNoLongReason()
    {
        KeptDownload failed = three().last();
        failed.error->detail = QString(5000, u'x');
        const QString written = QString::fromUtf8(DownloadsFile::printed({failed}));
        QCOMPARE(DownloadsFile::parsed(written.chopped(1))->error->detail, QString(500, u'x'));
    }
    void readsNothingThatIsNoSmallFile()
    {
        QTemporaryDir folder;
        DownloadsFile isFolder(folder.path());
        QVERIFY(isFolder.load().isEmpty());
        QCOMPARE(isFolder.error()->kind, Error::Kind::Storage);
        const QString large = folder.filePath(u"large"_s);
        write(large, QByteArray(5 * 1024 * 1024, 'x'));
        DownloadsFile isLarge(large);
        QVERIFY(isLarge.load().isEmpty());
        QCOMPARE(isLarge.error()->kind, Error::Kind::Storage);
    }
    void tellsThatItCannotBeWrittenUntilItCan()
    {
        QTemporaryDir folder;
        const QString inside = folder.filePath(u"data"_s);
        DownloadsFile file(inside + u"/downloads"_s);
        file.save(three());
        QVERIFY(file.error());
        QVERIFY(QDir().mkdir(inside));
        file.save(three());
        QVERIFY(!file.error());
        QCOMPARE(DownloadsFile(inside + u"/downloads"_s).load(), three());
    }
};

QTEST_GUILESS_MAIN(TestDownloadsFile)
#include "tst_DownloadsFile.moc"
