#include "chat/Composer.h"

#include <QInputMethodEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using ui::Composer;

class TestComposer : public QObject
{
    Q_OBJECT
private:
    static QPlainTextEdit *edit(Composer &composer)
    {
        return composer.findChild<QPlainTextEdit *>(QStringLiteral("composer"));
    }

private Q_SLOTS:
    void sendsWithTheChosenKeyOnly_data()
    {
        QTest::addColumn<settings::SendKey>("choice");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<bool>("sends");
        const auto row = [](const char *name, settings::SendKey key, Qt::KeyboardModifiers modifiers,
                            bool sends) {
            QTest::newRow(name) << key << static_cast<int>(modifiers) << sends;
        };
        row("Enter", settings::SendKey::Enter, Qt::NoModifier, true);
        row("Enter on the number pad", settings::SendKey::Enter, Qt::KeypadModifier, true);
        row("Shift+Enter", settings::SendKey::Enter, Qt::ShiftModifier, false);
        row("Ctrl+Enter by choice", settings::SendKey::CtrlEnter, Qt::ControlModifier, true);
        row("Enter where Ctrl+Enter sends", settings::SendKey::CtrlEnter, Qt::NoModifier, false);
    }
    void sendsWithTheChosenKeyOnly()
    {
        QFETCH(settings::SendKey, choice);
        QFETCH(int, modifiers);
        QFETCH(bool, sends);
        Composer composer;
        composer.setSendKey(choice);
        composer.setText(QStringLiteral("你好"));
        const QSignalSpy sent(&composer, &Composer::sendRequested);
        QTest::keyClick(edit(composer), Qt::Key_Return, Qt::KeyboardModifiers(modifiers));
        QCOMPARE(sent.size(), sends ? 1 : 0);
        if (sends)
            QCOMPARE(sent[0][0].toString(), QStringLiteral("你好"));
    }

    void leavesEnterToAComposingInputMethod()
    {
        Composer composer;
        composer.setText(QStringLiteral("ni"));
        const QSignalSpy sent(&composer, &Composer::sendRequested);
        QInputMethodEvent preedit(QStringLiteral("你"), {});
        QCoreApplication::sendEvent(edit(composer), &preedit);
        QTest::keyClick(edit(composer), Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        QInputMethodEvent commit;
        commit.setCommitString(QStringLiteral("你"));
        QCoreApplication::sendEvent(edit(composer), &commit);
        QTest::keyClick(edit(composer), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
    }

    void sendsNeitherBlankTextNorWhileItCannot()
    {
        Composer composer;
        const QSignalSpy sent(&composer, &Composer::sendRequested);
        composer.setText(QStringLiteral(" \n "));
        QTest::keyClick(edit(composer), Qt::Key_Return);
        composer.setText(QStringLiteral("text"));
        composer.setMode(Composer::Mode::Running);
        QTest::keyClick(edit(composer), Qt::Key_Return);
        composer.setMode(Composer::Mode::Blocked);
        QTest::keyClick(edit(composer), Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        QCOMPARE(composer.text(), QStringLiteral("text"));
    }

    void growsToTenLinesAndNoFurther()
    {
        Composer composer;
        composer.resize(600, 100);
        composer.show();
        const int one = edit(composer)->sizeHint().height();
        composer.setText(QStringLiteral("a\nb\nc"));
        const int three = edit(composer)->sizeHint().height();
        composer.setText(QStringLiteral("a\n").repeated(40));
        const int many = edit(composer)->sizeHint().height();
        QVERIFY(three > 2 * one);
        QVERIFY(many < 11 * one);
        QVERIFY(many > 9 * (three - one) / 2);
    }

    // Their letters come from another font, which may be taller.
    void hasRoomForLinesOfChinese()
    {
        Composer composer;
        composer.show();
        composer.setText(QStringLiteral("第一行\n第二行\n第三行\n第四行\n第五行\n第六行"));
        composer.resize(600, composer.sizeHint().height());
        QVERIFY(QTest::qWaitForWindowExposed(&composer));
        QTRY_COMPARE(edit(composer)->verticalScrollBar()->maximum(), 0);
        QTRY_VERIFY(edit(composer)->cursorRect().bottom() <= edit(composer)->viewport()->height());
    }

    void turnsSendIntoStopWhileRunning()
    {
        Composer composer;
        composer.show();
        auto *send = composer.findChild<QPushButton *>(QStringLiteral("sendButton"));
        auto *stop = composer.findChild<QPushButton *>(QStringLiteral("stopButton"));
        QVERIFY(send->isVisible() && !stop->isVisible());
        composer.setMode(Composer::Mode::Running);
        QVERIFY(!send->isVisible() && stop->isVisible());
        const QSignalSpy stopped(&composer, &Composer::stopRequested);
        stop->click();
        QCOMPARE(stopped.size(), 1);
    }

    void asksForTheLastQuestionWithUpOnlyWhileEmpty()
    {
        Composer composer;
        const QSignalSpy asked(&composer, &Composer::editLastRequested);
        QTest::keyClick(edit(composer), Qt::Key_Up);
        QCOMPARE(asked.size(), 1);
        composer.setText(QStringLiteral("x"));
        QTest::keyClick(edit(composer), Qt::Key_Up);
        QCOMPARE(asked.size(), 1);
    }

    void offersThinkingOnlyWhereTheModelCan()
    {
        Composer composer;
        composer.show();
        auto *think = composer.findChild<QToolButton *>(QStringLiteral("thinkSwitch"));
        QVERIFY(!think->isVisible());
        composer.setThink(Composer::Think::On);
        QVERIFY(think->isVisible() && think->isChecked());
        const QSignalSpy toggled(&composer, &Composer::thinkToggled);
        think->click();
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(toggled[0][0].toBool(), false);
    }
};

QTEST_MAIN(TestComposer)
#include "tst_Composer.moc"
