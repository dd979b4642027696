// label: pure
#include "exchange/FileName.h"
#include "exchange/FilePlaces.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

chat::Conversation titled(const QString &title, chat::Id folder = 0)
{
    chat::Conversation one;
    one.title = title;
    one.filing.folder = folder;
    return one;
}

} // namespace

class TestFileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesANameOfATitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"Ink and stone"_s << u"Ink and stone"_s;
        QTest::newRow("Chinese") << u"砚台：墨与水？"_s << u"砚台：墨与水？"_s;
        QTest::newRow("a path") << u"../../etc/passwd"_s << u"etc passwd"_s;
        QTest::newRow("Windows' signs") << u"C:\\a<b>|\"c\"*?"_s << u"C a b c"_s;
        QTest::newRow("controls") << u"a\u0000b\u0007\nc\u001b[0m"_s << u"ab c[0m"_s;
        QTest::newRow("directions") << u"a\u202egpj.exe\u2066b\u200f"_s << u"agpj.exeb"_s;
        QTest::newRow("dots") << u"...hidden. . ."_s << u"hidden"_s;
        QTest::newRow("a device") << u"Con.txt"_s << u"_Con.txt"_s;
        QTest::newRow("nothing") << u" \u202e//"_s << u"Conversation"_s;
        QTest::newRow("empty") << QString() << u"Conversation"_s;
    }
    void makesANameOfATitle()
    {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(exchange::fileNameFrom(title, u"Conversation"_s), name);
    }

    void cutsBetweenCharacters()
    {
        const QString name = exchange::fileNameFrom(u"👩墨"_s.repeated(100), u"x"_s);
        QVERIFY(name.toUtf8().size() <= 100);
        QVERIFY(name.toUtf8().size() > 90);
        QCOMPARE(QString::fromUtf8(name.toUtf8()), name);
    }

    void givesEachAPlaceOfItsOwn()
    {
        exchange::FilePlaces places(u"/x"_s, {}, 0, u"md"_s, u"Untitled"_s);
        const auto next = [&places](const QString &title) { return places.next(titled(title)); };
        QCOMPARE(next(u"Ink"_s), u"/x/Ink.md"_s);
        QCOMPARE(next(u"INK"_s), u"/x/INK (2).md"_s);
        QCOMPARE(next(u"Ink (2)"_s), u"/x/Ink (2) (2).md"_s);
        QCOMPARE(next(u"ink"_s), u"/x/ink (3).md"_s);
        QCOMPARE(next(u"a %1"_s), u"/x/a %1.md"_s);
        QCOMPARE(next(u"a %1"_s), u"/x/a %1 (2).md"_s);
        QCOMPARE(next(u"caf\u00e9"_s), u"/x/caf\u00e9.md"_s);
        QCOMPARE(next(u"cafe\u0301"_s), u"/x/cafe\u0301 (2).md"_s);
        QCOMPARE(next({}), u"/x/Untitled.md"_s);
        QCOMPARE(next(u"../\u202e"_s), u"/x/Untitled (2).md"_s);
        QCOMPARE(next(u"a"_s.repeated(300)), u"/x/"_s + u"a"_s.repeated(100) + u".md"_s);
        QCOMPARE(next(u"a"_s.repeated(301)), u"/x/"_s + u"a"_s.repeated(100) + u" (2).md"_s);
    }

    void putsFoldersIntoDirectories()
    {
        // As the store lists them: each after the one it is in.
        const QList<chat::Folder> folders{{1, u"Inks: all"_s, 0},
                                          {2, u".."_s, 1},
                                          {3, u"Stones"_s, 1},
                                          {4, u"INKS all"_s, 0},
                                          {5, u"Stones"_s, 4}};
        exchange::FilePlaces all(u"/x"_s, folders, 0, u"html"_s, u"Untitled"_s);
        QCOMPARE(all.next(titled(u"a"_s)), u"/x/a.html"_s);
        QCOMPARE(all.next(titled(u"a"_s, 1)), u"/x/Inks all/a.html"_s);
        QCOMPARE(all.next(titled(u"a"_s, 2)), u"/x/Inks all/_/a.html"_s);
        QCOMPARE(all.next(titled(u"a"_s, 4)), u"/x/INKS all (2)/a.html"_s);
        QCOMPARE(all.next(titled(u"a"_s, 99)), u"/x/a (2).html"_s);
        // Of one folder alone; another one's has no part in its names.
        exchange::FilePlaces inner(u"/x"_s, folders, 4, u"html"_s, u"Untitled"_s);
        QCOMPARE(inner.next(titled(u"a"_s, 4)), u"/x/a.html"_s);
        QCOMPARE(inner.next(titled(u"a"_s, 5)), u"/x/Stones/a.html"_s);
    }

    void overwritesNothing()
    {
        const QTemporaryDir folder;
        QCOMPARE(exchange::freePlace(folder.filePath(u"Ink"_s)), folder.filePath(u"Ink"_s));
        QVERIFY(exchange::makeFolderOf(folder.filePath(u"Ink/a/b.md"_s)).has_value());
        QVERIFY(QDir(folder.filePath(u"Ink/a"_s)).exists());
        QCOMPARE(exchange::freePlace(folder.filePath(u"Ink"_s)), folder.filePath(u"Ink (2)"_s));
        QFile file(folder.filePath(u"Ink (2)"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(exchange::freePlace(folder.filePath(u"Ink"_s)), folder.filePath(u"Ink (3)"_s));
        QVERIFY(!exchange::makeFolderOf(folder.filePath(u"Ink (2)/a/b.md"_s)).has_value());
    }
};

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_FileName.moc"
