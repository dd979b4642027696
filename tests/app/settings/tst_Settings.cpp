// label: pure
#include "settings/Settings.h"

#include <QSet>
#include <QTest>

#include <cmath>
#include <limits>

using settings::Key;
using settings::Settings;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesEveryKeyOnceInTheOrderOfTheEnum()
    {
        QSet<QByteArray> names;
        int index = 0;
        for (const settings::Field &field : settings::fields()) {
            QCOMPARE(static_cast<int>(field.key), index++);
            QCOMPARE(settings::field(field.key).name, field.name);
            names.insert(field.name);
        }
        QCOMPARE(index, static_cast<int>(Key::DownloadHours) + 1);
        QCOMPARE(names.size(), index);
    }

    void takesBackItsOwnDefault()
    {
        for (const settings::Field &field : settings::fields()) {
            Settings values;
            QVERIFY2(field.set(values, field.get(Settings{})), field.name);
            QCOMPARE(values, Settings{});
        }
    }

    void keepsAllowedValues_data()
    {
        QTest::addColumn<Key>("key");
        QTest::addColumn<QVariant>("given");
        QTest::addColumn<QVariant>("kept");
        const QVariant none;
        QTest::newRow("coldest") << Key::Temperature << QVariant(0) << QVariant(0.0);
        QTest::newRow("hottest") << Key::Temperature << QVariant(2.0) << QVariant(2.0);
        QTest::newRow("two decimals") << Key::Temperature << QVariant(0.126) << QVariant(0.13);
        QTest::newRow("model's own") << Key::Temperature << none << none;
        QTest::newRow("one token") << Key::MaxTokens << QVariant(1) << QVariant(1);
        QTest::newRow("a million") << Key::MaxTokens << QVariant(1'000'000) << QVariant(1'000'000);
        QTest::newRow("unset tokens") << Key::MaxTokens << none << none;
        QTest::newRow("context") << Key::ContextLength << QVariant(512) << QVariant(512);
        QTest::newRow("for ever") << Key::KeepAlive << QVariant(-1) << QVariant(-1);
        QTest::newRow("at once") << Key::KeepAlive << QVariant(0) << QVariant(0);
        QTest::newRow("server's own") << Key::KeepAlive << none << none;
        QTest::newRow("model") << Key::DefaultModel << QVariant(QStringLiteral("qwen3:8b"))
                               << QVariant(QStringLiteral("qwen3:8b"));
        QTest::newRow("prompt") << Key::SystemPrompt << QVariant(QStringLiteral("a\nb 你好"))
                                << QVariant(QStringLiteral("a\nb 你好"));
        QTest::newRow("chinese") << Key::Language << QVariant(QStringLiteral("zh_CN"))
                                 << QVariant(QStringLiteral("zh_CN"));
        QTest::newRow("dark") << Key::Theme << QVariant(QStringLiteral("dark"))
                              << QVariant(QStringLiteral("dark"));
        QTest::newRow("system's font") << Key::InterfaceFontSize << QVariant(0) << QVariant(0);
        QTest::newRow("font") << Key::CodeFontSize << QVariant(9) << QVariant(9);
        QTest::newRow("send key") << Key::SendKey << QVariant(QStringLiteral("ctrl-enter"))
                                  << QVariant(QStringLiteral("ctrl-enter"));
        QTest::newRow("smallest zoom") << Key::TranscriptZoom << QVariant(50) << QVariant(50);
        QTest::newRow("largest zoom") << Key::TranscriptZoom << QVariant(300) << QVariant(300);
        QTest::newRow("keep engine") << Key::KeepEngineRunning << QVariant(true) << QVariant(true);
        QTest::newRow("titles") << Key::ModelTitles << QVariant(true) << QVariant(true);
        QTest::newRow("keep engine as text")
            << Key::KeepEngineRunning << QVariant(QStringLiteral("true")) << QVariant(true);
        QTest::newRow("three downloads") << Key::DownloadsAtOnce << QVariant(3) << QVariant(3);
        QTest::newRow("hours") << Key::DownloadHours << QVariant(QStringLiteral("22:30-06:00"))
                               << QVariant(QStringLiteral("22:30-06:00"));
        QTest::newRow("no hours") << Key::DownloadHours << QVariant(QString()) << QVariant(QString());
    }
    void keepsAllowedValues()
    {
        QFETCH(Key, key);
        QFETCH(QVariant, given);
        Settings values;
        QVERIFY(settings::field(key).set(values, given));
        QTEST(settings::field(key).get(values), "kept");
    }

    void refusesWhatIsNotAllowedAndChangesNothing_data()
    {
        QTest::addColumn<Key>("key");
        QTest::addColumn<QVariant>("given");
        const QVariant nan = std::numeric_limits<double>::quiet_NaN();
        const QVariant infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("too hot") << Key::Temperature << QVariant(2.01);
        QTest::newRow("too cold") << Key::Temperature << QVariant(-0.01);
        QTest::newRow("no number") << Key::Temperature << QVariant(QStringLiteral("warm"));
        QTest::newRow("not a number") << Key::Temperature << nan;
        QTest::newRow("infinite") << Key::Temperature << infinite;
        QTest::newRow("truth as temperature") << Key::Temperature << QVariant(true);
        QTest::newRow("no tokens") << Key::MaxTokens << QVariant(0);
        QTest::newRow("too many tokens") << Key::MaxTokens << QVariant(1'000'001);
        QTest::newRow("wraps an int") << Key::MaxTokens << QVariant(4294967297.0);
        QTest::newRow("short context") << Key::ContextLength << QVariant(511);
        QTest::newRow("before for ever") << Key::KeepAlive << QVariant(-2);
        QTest::newRow("over a day") << Key::KeepAlive << QVariant(86'401);
        QTest::newRow("two lines of model") << Key::DefaultModel << QVariant(QStringLiteral("a\nb"));
        QTest::newRow("endless model") << Key::DefaultModel << QVariant(QString(401, u'a'));
        QTest::newRow("endless prompt") << Key::SystemPrompt << QVariant(QString(100'001, u'a'));
        QTest::newRow("unknown language") << Key::Language << QVariant(QStringLiteral("fr"));
        QTest::newRow("unknown theme") << Key::Theme << QVariant(QStringLiteral("pink"));
        QTest::newRow("theme number") << Key::Theme << QVariant(1);
        QTest::newRow("tiny font") << Key::InterfaceFontSize << QVariant(9);
        QTest::newRow("huge font") << Key::TranscriptFontSize << QVariant(33);
        QTest::newRow("unknown key") << Key::SendKey << QVariant(QStringLiteral("space"));
        QTest::newRow("too small to read") << Key::TranscriptZoom << QVariant(49);
        QTest::newRow("too large to read") << Key::TranscriptZoom << QVariant(301);
        QTest::newRow("no downloads") << Key::DownloadsAtOnce << QVariant(0);
        QTest::newRow("four downloads") << Key::DownloadsAtOnce << QVariant(4);
        QTest::newRow("one bound") << Key::DownloadHours << QVariant(QStringLiteral("22:30"));
        QTest::newRow("hour 24") << Key::DownloadHours << QVariant(QStringLiteral("22:30-24:00"));
        QTest::newRow("two lines of hours")
            << Key::DownloadHours << QVariant(QStringLiteral("22:30-06:00\n"));
        QTest::newRow("perhaps") << Key::KeepEngineRunning << QVariant(QStringLiteral("perhaps"));
    }
    void refusesWhatIsNotAllowedAndChangesNothing()
    {
        QFETCH(Key, key);
        QFETCH(QVariant, given);
        Settings values;
        const auto result = settings::field(key).set(values, given);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, base::Error::Kind::Invalid);
        QCOMPARE(values, Settings{});
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_Settings.moc"
