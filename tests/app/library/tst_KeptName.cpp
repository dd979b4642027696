// label: pure
#include "library/KeptName.h"

#include <QTest>

using library::KeptModel;
using library::keptName;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 23);

} // namespace

class TestKeptName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheOldState_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::newRow("qwen3:8b") << u"qwen3:8b-before-2026-11-23"_s;
        QTest::newRow("qwen3") << u"qwen3:latest-before-2026-11-23"_s;
        QTest::newRow("user/m:tag") << u"user/m:tag-before-2026-11-23"_s;
        QTest::newRow("hf.co/owner/repo:Q4_K_M") << u"hf.co/owner/repo:Q4_K_M-before-2026-11-23"_s;
        QTest::newRow("127.0.0.1:5000/n/m:t") << u"127.0.0.1:5000/n/m:t-before-2026-11-23"_s;
    }
    void namesTheOldState()
    {
        const QString model = QString::fromLatin1(QTest::currentDataTag());
        const auto kept = keptName(model, day, {model});
        QVERIFY(kept);
        QTEST(*kept, "kept");
        QVERIFY(base::parseModelName(*kept));
        QCOMPARE(library::keptModel(*kept),
                 std::optional(library::KeptModel{base::parseModelName(model)->display(), day, 1}));
        QVERIFY(library::isKeptOf(*kept, model));
        QVERIFY(!library::isKeptOf(model, *kept));
        QVERIFY(!library::isKeptOf(*kept, u"other:1"_s));
    }
    void numbersThoseOfADay()
    {
        QStringList taken{u"m:1"_s};
        for (const auto *expected :
             {"m:1-before-2026-11-23", "m:1-before-2026-11-23-2", "m:1-before-2026-11-23-3"}) {
            const auto kept = keptName(u"m:1"_s, day, taken);
            QVERIFY(kept);
            QCOMPARE(*kept, QLatin1String(expected));
            taken.append(kept->toUpper()); // the server takes no notice of case
        }
        QCOMPARE(library::keptModel(taken.constLast())->number, 3);
        QVERIFY(library::isKeptOf(taken.constLast(), u"m:1"_s));
        for (int i = 0; i < 96; ++i) {
            const auto kept = keptName(u"m:1"_s, day, taken);
            QVERIFY(kept);
            taken.append(*kept);
        }
        const auto tooMany = keptName(u"m:1"_s, day, taken);
        QVERIFY(!tooMany);
        QCOMPARE(tooMany.error().kind, base::Error::Kind::Invalid);
    }
    void staysWithinTheGrammar_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {57, 58, 59, 60, 79, 80})
            QTest::addRow("%d", length) << length;
    }
    void staysWithinTheGrammar()
    {
        QFETCH(int, length);
        const QString model = u"m:"_s + QString(length, u'x');
        QStringList taken{model};
        for (int i = 0; i < 99; ++i) {
            const auto kept = keptName(model, day, taken);
            QVERIFY(kept);
            QVERIFY2(base::parseModelName(*kept), qPrintable(*kept));
            QVERIFY(library::isKeptOf(*kept, model));
            // One that was cut does not tell of which it is; better none than a wrong one.
            const QString original = library::keptModel(*kept)->original;
            QVERIFY2(original == model || (original.isEmpty() && length > 58), qPrintable(original));
            taken.append(*kept);
        }
    }
    void takesNoOtherNameForOne_data()
    {
        QTest::addColumn<bool>("none");
        for (const auto *name : {"qwen3:8b", "m:before-2026-11-23", "m:1-before-2026-13-40", "m:1-before-",
                                 "m:1-before-2026-11-23-0", "m:1-before-2026-11-23-",
                                 "m:1-before-2026-11-23x", "m-before-2026-11-23:1", "a b"})
            QTest::newRow(name) << true;
    }
    void takesNoOtherNameForOne()
    {
        QTEST(!library::keptModel(QString::fromLatin1(QTest::currentDataTag())), "none");
        QVERIFY(!library::isKeptOf(QString::fromLatin1(QTest::currentDataTag()), u"m:1"_s));
    }
    void refusesWhatIsNoName()
    {
        const auto kept = keptName(u"a b"_s, day, {});
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, base::Error::Kind::Invalid);
    }
};

QTEST_APPLESS_MAIN(TestKeptName)
#include "tst_KeptName.moc"
