// Files that are to become models (reliability.md T17).
#include "library/FileDigest.h"
#include "library/GgufFile.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using library::GgufFault;
using library::openGguf;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tib = 1024LL * 1024 * 1024 * 1024;

} // namespace

class TestGgufFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void opensWhatIsOne()
    {
        const QString path = write(u"a.gguf"_s, "GGUF" + QByteArray(1000, 'x'));
        const auto file = openGguf(path);
        QVERIFY(file);
        QCOMPARE(file->sizeBytes, 1004);
        QVERIFY(!file->isLink());
        QVERIFY(file->isComplete());
        QVERIFY(file->file->isReadable() && !file->file->isWritable());
    }
    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<GgufFault>("fault");
        for (const char *nothing : {"nothing", "a link to nothing", "a link to itself", "below a file"})
            QTest::newRow(nothing) << QString::fromLatin1(nothing) << GgufFault::NotThere;
        for (const char *other : {"a folder", "a pipe", "a link to a pipe", "a device", "a terminal"})
            QTest::newRow(other) << QString::fromLatin1(other) << GgufFault::NotAFile;
        QTest::newRow("empty") << u"empty"_s << GgufFault::Empty;
        QTest::newRow("a process' memory") << u"a process' memory"_s << GgufFault::Empty;
        for (const char *other : {"too short", "a text", "a link to a text", "in small letters"})
            QTest::newRow(other) << QString::fromLatin1(other) << GgufFault::NotGguf;
        QTest::newRow("a part") << u"a part"_s << GgufFault::Part;
    }
    void refusesWhatIsNone()
    {
        QFETCH(QString, what);
        const QString path = make(what);
        QVERIFY(!path.isEmpty());
        QElapsedTimer time;
        time.start();
        const auto file = openGguf(path);
        QVERIFY2(time.elapsed() < 1000, "it waits");
        QVERIFY(!file);
        QTEST(file.error(), "fault");
    }
    void followsALinkAndSaysWhereItLeads()
    {
        const QString path = write(u"a.gguf"_s, "GGUF" + QByteArray(1000, 'x'));
        const QString link = m_folder->filePath(u"b.gguf"_s);
        QVERIFY(QFile::link(path, link));
        const auto file = openGguf(link);
        QVERIFY(file);
        QVERIFY(file->isLink());
        QCOMPARE(file->target, QFileInfo(path).canonicalFilePath());
        QCOMPARE(file->identity, openGguf(path)->identity);
    }
    void looksAtTheSizeOfAHugeHoleOnly()
    {
        const QString path = write(u"a.gguf"_s, "GGUF" + QByteArray(1000, 'x'));
        QFile hole(path);
        // Not every disk has files of 5 TiB; none is needed for a hole beyond all memory.
        if (!hole.resize(5 * tib))
            QVERIFY(hole.resize(tib));
        QElapsedTimer time;
        time.start();
        const auto file = openGguf(path);
        QVERIFY(time.elapsed() < 1000);
        QVERIFY(file);
        QCOMPARE(file->sizeBytes, hole.size());
        QVERIFY(!file->isComplete());
    }
    // What was looked at is what is read, whatever takes its name.
    void keepsTheFileItLookedAt()
    {
        const QByteArray bytes = "GGUF" + QByteArray(1000, 'x');
        const QString path = write(u"a.gguf"_s, bytes);
        const auto file = openGguf(path);
        QVERIFY(file);
        QVERIFY(QFile::remove(path));
        write(u"a.gguf"_s, "GGUF" + QByteArray(1000, 'y'));
        QVERIFY(openGguf(path)->identity != file->identity);
        QVERIFY(file->file->seek(0));
        QCOMPARE(file->file->readAll(), bytes);
    }
    void findsAName_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << u"/a/Qwen2.5-7B-Instruct-Q4_K_M.gguf"_s << u"qwen2.5-7b-instruct:q4_k_m"_s;
        QTest::newRow("a dot") << u"llama.IQ2_XXS.gguf"_s << u"llama:iq2_xxs"_s;
        QTest::newRow("not quantized") << u"gemma-3-270m-F16.gguf"_s << u"gemma-3-270m:f16"_s;
        QTest::newRow("blanks") << u"my model (1).gguf"_s << u"my-model-1:latest"_s;
        QTest::newRow("Chinese") << u"模型.gguf"_s << u"model:latest"_s;
        QTest::newRow("part Chinese") << u"千问-7b.gguf"_s << u"7b:latest"_s;
        QTest::newRow("no ending") << u"sha256-aa"_s << u"sha256-aa:latest"_s;
        QTest::newRow("long") << QString(QString(300, u'x') + u".gguf"_s)
                              << QString(QString(80, u'x') + u":latest"_s);
        QTest::newRow("only its quantization") << u"q8_0.gguf"_s << u"q8_0:latest"_s;
    }
    void findsAName()
    {
        QFETCH(QString, file);
        QTEST(library::modelNameFor(file), "name");
    }

    void digestsAFile_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {1, 1'048'575, 1'048'576, 1'048'577, 5'000'000})
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }
    void digestsAFile()
    {
        QFETCH(qsizetype, size);
        const QByteArray bytes(size, 'x');
        const auto file = std::make_shared<QFile>(write(u"a"_s, bytes));
        QVERIFY(file->open(QIODevice::ReadOnly));
        QVERIFY(file->seek(size / 2));
        auto *digest = new library::FileDigest(file, this);
        QSignalSpy finished(digest, &library::FileDigest::finished);
        QVERIFY(finished.wait());
        QCOMPARE(
            finished.first().first().toString(),
            QString(u"sha256:"_s + QString::fromLatin1(
                                       QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())));
    }
    void failsWhereTheFileIsCut()
    {
        const QString path = write(u"a"_s, QByteArray(8'000'000, 'x'));
        const auto file = std::make_shared<QFile>(path);
        QVERIFY(file->open(QIODevice::ReadOnly));
        auto *digest = new library::FileDigest(file, this);
        QSignalSpy failed(digest, &base::Operation::failed);
        QVERIFY(QFile::resize(path, 1000));
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<base::Error>().kind, base::Error::Kind::Storage);
    }
    // What is done in this thread must leave room for a frame (16 ms); the number that a thread of its own
    // would have to better.
    void leavesRoomBetweenItsParts()
    {
        const QString path = write(u"a"_s, "GGUF");
        QVERIFY(QFile::resize(path, 512LL * 1024 * 1024));
        const auto file = std::make_shared<QFile>(path);
        QVERIFY(file->open(QIODevice::ReadOnly));
        auto *digest = new library::FileDigest(file, this);
        QSignalSpy finished(digest, &library::FileDigest::finished);
        QElapsedTimer all;
        all.start();
        QElapsedTimer since;
        since.start();
        QList<qint64> pauses;
        QTimer other;
        other.setInterval(1);
        connect(&other, &QTimer::timeout, this, [&] {
            pauses.append(since.nsecsElapsed() / 1000);
            since.start();
        });
        other.start();
        QVERIFY(finished.wait(60'000));
        std::ranges::sort(pauses);
        QVERIFY(pauses.size() > 100);
        const qint64 usual = pauses.at(pauses.size() / 2);
        qInfo("512 MiB in %lld ms; others wait %lld us (median), %lld us (99 of 100)", all.elapsed(), usual,
              pauses.at(pauses.size() * 99 / 100));
        QVERIFY2(usual < 16'000, qPrintable(QString::number(usual)));
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    QString link(const QString &target)
    {
        const QString path = m_folder->filePath(u"link.gguf"_s);
        return QFile::link(target, path) ? path : QString();
    }
    QString pipe()
    {
        const QString path = m_folder->filePath(u"pipe.gguf"_s);
        return mkfifo(QFile::encodeName(path).constData(), 0600) == 0 ? path : QString();
    }
    QString make(const QString &what)
    {
        if (what == "nothing"_L1)
            return m_folder->filePath(u"none.gguf"_s);
        if (what == "a link to nothing"_L1)
            return link(m_folder->filePath(u"none.gguf"_s));
        if (what == "a link to itself"_L1)
            return link(m_folder->filePath(u"link.gguf"_s));
        if (what == "below a file"_L1)
            return write(u"a"_s, "GGUF") + u"/b.gguf"_s;
        if (what == "a folder"_L1)
            return m_folder->path();
        if (what == "a pipe"_L1)
            return pipe();
        if (what == "a link to a pipe"_L1)
            return link(pipe());
        if (what == "a device"_L1)
            return u"/dev/zero"_s;
        if (what == "a terminal"_L1)
            return u"/dev/ptmx"_s;
        if (what == "empty"_L1)
            return write(u"a.gguf"_s, {});
        if (what == "a process' memory"_L1)
            return u"/proc/self/mem"_s;
        if (what == "too short"_L1)
            return write(u"a.gguf"_s, "GGUF");
        if (what == "in small letters"_L1)
            return write(u"a.gguf"_s, "gguf" + QByteArray(1000, 'x'));
        if (what == "a part"_L1)
            return write(u"a-00002-of-00003.gguf"_s, "GGUF" + QByteArray(1000, 'x'));
        const QString text = write(u"a.txt"_s, QByteArray(1000, 'x'));
        return what == "a text"_L1 ? text : link(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestGgufFile)
#include "tst_GgufFile.moc"
