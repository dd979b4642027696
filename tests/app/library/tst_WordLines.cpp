#include "library/WordLines.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using base::Error;
using library::readWordLines;
using namespace Qt::StringLiterals;

class TestWordLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheWordsOfEachLine()
    {
        QVERIFY(write("one two\n\n  three\r\n\xe7\xa0\x9a 4"));
        QVERIFY(!read());
        QCOMPARE(m_given, (QStringList{u"one|two"_s, u"||three\r"_s, u"砚|4"_s}));
    }

    void hasNoLinesWhereThereIsNoFile()
    {
        QVERIFY(!readWordLines({}, 100, [](const QStringList &) { return false; }));
        QVERIFY(!readWordLines(m_folder.filePath(u"none"_s), 100, [](const QStringList &) { return false; }));
    }

    void tellsOfTheLastLineThatWasNotUnderstood()
    {
        QVERIFY(write("bad \x01 first\ngood 1\nbad last\ngood 2\n"));
        QCOMPARE(read(), std::optional(Error{Error::Kind::Storage, u"bad last"_s}));
        QCOMPARE(m_given.size(), 4); // the others are taken all the same
    }

    void readsNothingLargerThanAllowed_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("as large as allowed") << 100 << true;
        QTest::newRow("a byte more") << 101 << false;
    }
    void readsNothingLargerThanAllowed()
    {
        QFETCH(const int, size);
        QVERIFY(write(QByteArray(size, 'x')));
        const auto error = read();
        QTEST(!error.has_value(), "isRead");
        QTEST(!m_given.isEmpty(), "isRead");
        if (error)
            QCOMPARE(*error, (Error{Error::Kind::Storage, path()}));
    }

    void readsPlainFilesAlone()
    {
        QVERIFY(readWordLines(m_folder.path(), 1'000'000, [](const QStringList &) { return true; }));
        const QString pipe = m_folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(readWordLines(pipe, 100, [](const QStringList &) { return true; }), // and waits for nobody
                 std::optional(Error{Error::Kind::Storage, pipe}));
    }

private:
    QString path() const { return m_folder.filePath(u"lines"_s); }
    bool write(const QByteArray &bytes)
    {
        m_given.clear();
        QFile file(path());
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    std::optional<Error> read()
    {
        return readWordLines(path(), 100, [this](const QStringList &words) {
            m_given.append(words.join(u'|'));
            return words.first() != "bad"_L1;
        });
    }

    QTemporaryDir m_folder;
    QStringList m_given;
};

QTEST_APPLESS_MAIN(TestWordLines)
#include "tst_WordLines.moc"
