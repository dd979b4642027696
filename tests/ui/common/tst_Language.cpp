#include "common/Language.h"

#include <QApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

namespace {

struct Listener : QWidget
{
    int changes = 0;
    QLocale::Language seen = QLocale::AnyLanguage;

    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LanguageChange) {
            ++changes;
            seen = QLocale().language();
        }
    }
};

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        qunsetenv("LANGUAGE");
        qputenv("LC_ALL", "C.UTF-8");
        QLocale::setDefault(QLocale::c());
    }

    void switchesWhileTheWindowIsOpen()
    {
        ui::Language language;
        Listener window;
        window.show();
        language.apply(QStringLiteral("zh_CN"));
        QCOMPARE(language.current(), QStringLiteral("zh_CN"));
        QTRY_VERIFY(window.changes > 0);
        QCOMPARE(window.seen, QLocale::Chinese); // numbers and dates are right when the words are made
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));

        const int before = window.changes;
        language.apply(QStringLiteral("en"));
        QTRY_VERIFY(window.changes > before);
        QCOMPARE(window.seen, QLocale::English);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));

        // Nothing is said again where nothing changes.
        QCoreApplication::processEvents();
        const int settled = window.changes;
        language.apply(QStringLiteral("en"));
        QCoreApplication::processEvents();
        QCOMPARE(window.changes, settled);
    }

    void followsTheSystem_data()
    {
        QTest::addColumn<QByteArray>("locale");
        QTest::addColumn<QString>("language");
        QTest::newRow("Chinese") << QByteArray("zh_CN.UTF-8") << QStringLiteral("zh_CN");
        QTest::newRow("of Taiwan") << QByteArray("zh_TW.UTF-8") << QStringLiteral("zh_CN");
        QTest::newRow("German") << QByteArray("de_DE.UTF-8") << QStringLiteral("en");
        QTest::newRow("none") << QByteArray("C") << QStringLiteral("en");
    }
    void followsTheSystem()
    {
        QFETCH(QByteArray, locale);
        qputenv("LC_ALL", locale);
        ui::Language language;
        language.apply({});
        QTEST(language.current(), "language");
    }

    void anUnknownChoiceIsTheSystems()
    {
        qputenv("LC_ALL", "C.UTF-8");
        ui::Language language;
        language.apply(QStringLiteral("tlh"));
        QCOMPARE(language.current(), QStringLiteral("en"));
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_Language.moc"
