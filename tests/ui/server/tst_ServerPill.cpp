#include "server/ServerPill.h"
#include "support/FakeBackend.h"
#include "support/PseudoLanguage.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using server::Connection;

class TestServerPill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheStateInWords()
    {
        support::FakeBackend backend;
        Connection connection(backend);
        const ui::ServerPill pill(connection);
        QCOMPARE(pill.objectName(), QStringLiteral("serverPill"));
        QCOMPARE(pill.accessibleName(), QStringLiteral("Server: This PC, connecting"));
        connection.start();
        QTRY_COMPARE(pill.accessibleName(), QStringLiteral("Server: This PC, ready"));
        QCOMPARE(pill.toolTip(), QStringLiteral("127.0.0.1:11434 is ready"));
        backend.info = base::failure(base::Error::Kind::Unreachable);
        connection.check();
        QTRY_COMPARE(pill.accessibleName(), QStringLiteral("Server: This PC, offline"));
        connection.setAccess(QUrl(QStringLiteral("https://gpu.lab")));
        QCOMPARE(pill.accessibleName(), QStringLiteral("Server: gpu.lab, connecting"));
    }

    void isAButton()
    {
        support::FakeBackend backend;
        Connection connection(backend);
        ui::ServerPill pill(connection);
        pill.show();
        QCOMPARE(QAccessible::queryAccessibleInterface(&pill)->role(), QAccessible::Button);
        QSignalSpy clicked(&pill, &QPushButton::clicked);
        pill.setFocus();
        QTest::keyClick(&pill, Qt::Key_Space);
        QCOMPARE(clicked.count(), 1);
    }

    void looksDifferentInEachState()
    {
        support::FakeBackend backend;
        Connection connection(backend);
        ui::ServerPill pill(connection);
        pill.resize(pill.sizeHint());
        // 64 wide where the word has room; the fonts of a bare system are wider than that.
        QVERIFY(pill.width() >= 64 && pill.width() <= 72);
        QCOMPARE(pill.height(), 24);
        const QImage connecting = pill.grab().toImage();
        connection.start();
        QTRY_COMPARE(connection.state(), Connection::State::Ready);
        const QImage ready = pill.grab().toImage();
        backend.info = base::failure(base::Error::Kind::Unreachable);
        connection.check();
        QTRY_COMPARE(connection.state(), Connection::State::Offline);
        const QImage offline = pill.grab().toImage();
        QVERIFY(connecting != ready);
        QVERIFY(ready != offline);
        QVERIFY(offline != connecting);
    }

    void wordsItselfAgainWhenTheLanguageChanges()
    {
        support::FakeBackend backend;
        Connection connection(backend);
        const ui::ServerPill pill(connection);
        const support::PseudoLanguage pseudo;
        QCoreApplication::processEvents();
        QCOMPARE(pill.accessibleName(), QStringLiteral("«Server: «This PC», «connecting»»"));
    }
};

QTEST_MAIN(TestServerPill)
#include "tst_ServerPill.moc"
