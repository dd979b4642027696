// What is wider than its place (tables, code), reached by keys and by drags, and selections that are drawn
// while something moves.
#include "chat/TranscriptView.h"
#include "common/Theme.h"
#include "support/Painted.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QScrollBar>
#include <QTest>

using support::settle;

namespace {

QString row(const QString &cell, int columns)
{
    QString line = QStringLiteral("|");
    for (int i = 1; i <= columns; ++i)
        line += QString(cell).replace(u'#', QString::number(i)) + u'|';
    return line + u'\n';
}

QString wideTable()
{
    return row(QStringLiteral("Heading#"), 20) + row(QStringLiteral("---"), 20) +
           row(QStringLiteral("value#"), 20);
}

QString wideCode()
{
    return QStringLiteral("```\nfirst %1 last\nsecond\n```\n").arg(QStringLiteral("middle ").repeated(40));
}

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(const QString &text, QSize size = QSize(700, 400))
    {
        list.setMessages({support::question(1, QStringLiteral("Question")), support::answer(2, text)});
        view.resize(size);
        view.setTranscript(&list);
        view.show();
        view.setFocus();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("no window");
        settle(view);
    }
    QWidget *page() { return view.viewport(); }
    QRect rectOf(const QString &word)
    {
        QAccessibleTextInterface *text =
            QAccessible::queryAccessibleInterface(&view)->child(1)->textInterface();
        const auto offset = static_cast<int>(text->text(0, -1).indexOf(word));
        const QRect rect = text->characterRect(offset);
        return QRect(page()->mapFromGlobal(rect.topLeft()), rect.size());
    }
    QPoint before(const QString &word)
    {
        const QRect rect = rectOf(word);
        return {rect.left() + 1, rect.center().y()};
    }
    bool isInSight(const QString &word)
    {
        const QRect rect = rectOf(word);
        return rect.left() >= 0 && rect.right() < page()->width();
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
    }
    int top() { return view.verticalScrollBar()->value(); }
};

} // namespace

class TestTranscriptWide : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysScrollIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("table") << wideTable() << QStringLiteral("Heading1") << QStringLiteral("Heading20");
        QTest::newRow("code") << wideCode() << QStringLiteral("first") << QStringLiteral("last");
    }
    void keysScrollIt()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, last);
        Fixture f(text);
        QVERIFY(f.isInSight(first));
        QVERIFY(!f.isInSight(last));
        for (int i = 0; i < 100; ++i)
            f.key(Qt::Key_Right);
        QVERIFY(f.isInSight(last));
        QVERIFY(!f.isInSight(first));
        QCOMPARE(support::unpainted(f.view), QString());
        for (int i = 0; i < 100; ++i)
            f.key(Qt::Key_Left);
        QVERIFY(f.isInSight(first));
    }

    void columnsOfANarrowTableStandEvenly()
    {
        Fixture f(row(QStringLiteral("H#"), 6) + row(QStringLiteral("---"), 6) +
                  row(QStringLiteral("v#"), 6));
        const int first = f.rectOf(QStringLiteral("H2")).left() - f.rectOf(QStringLiteral("H1")).left();
        QVERIFY(first > 60);
        for (int i = 2; i < 6; ++i) {
            const int next = f.rectOf(QStringLiteral("H%1").arg(i + 1)).left() -
                             f.rectOf(QStringLiteral("H%1").arg(i)).left();
            QVERIFY2(qAbs(next - first) <= 2, qPrintable(QString::number(next)));
        }
    }

    void whatBelongsToARowStandsTogether()
    {
        Fixture f(QStringLiteral("| Fruit | Count |\n|---|---|\n| apples | 12 |\n| pears | 7 |\n"));
        const int left = f.rectOf(QStringLiteral("apples")).left();
        QVERIFY(f.rectOf(QStringLiteral("12")).left() - left < 160);
        const QImage image = support::shown(f.view);
        const int below = f.rectOf(QStringLiteral("pears")).top() - 6; // the rule between the rows
        const auto isRule = [&](int x) {
            for (int y = below - 4; y < below + 4; ++y) {
                if (image.pixel(x, y) == ui::Theme::of(&f.view).line.rgb())
                    return true;
            }
            return false;
        };
        QVERIFY(isRule(left + 20));
        QVERIFY(!isRule(left + 400));
    }

    void staysWhereItWasScrolledTo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("messages");
        for (const int messages : {1, 2}) {
            const QByteArray below = messages == 1 ? " above text" : " above another message";
            QTest::newRow(("table" + below).constData())
                << wideTable() << QStringLiteral("Heading1") << messages;
            QTest::newRow(("code" + below).constData()) << wideCode() << QStringLiteral("first") << messages;
        }
    }
    void staysWhereItWasScrolledTo()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(int, messages);
        const QString more = QStringLiteral("\n\nword\n\n").repeated(200);
        Fixture f(messages == 1 ? text + more : text);
        if (messages == 2)
            f.list.append(support::answer(3, more));
        f.view.verticalScrollBar()->setValue(0);
        settle(f.view);
        const int before = f.rectOf(first).left();
        for (int i = 0; i < 4; ++i)
            f.key(Qt::Key_Right);
        const int scrolled = f.rectOf(first).left();
        QVERIFY(scrolled < before);
        f.view.verticalScrollBar()->setValue(f.view.verticalScrollBar()->maximum());
        settle(f.view);
        f.view.verticalScrollBar()->setValue(0);
        settle(f.view);
        QCOMPARE(f.rectOf(first).left(), scrolled);
    }

    void jumpingLeavesTheButtonsOfTheTextFree()
    {
        Fixture f(QStringLiteral("```py\nx = 1\n```\n\nword\n\n").repeated(20));
        auto *jump = f.view.findChild<QWidget *>(QStringLiteral("jumpToLatest"));
        QAccessibleInterface *message = QAccessible::queryAccessibleInterface(&f.view)->child(1);
        QList<QAccessibleInterface *> buttons;
        for (int i = 0; i < message->childCount(); ++i) {
            if (message->child(i)->role() == QAccessible::Button)
                buttons.append(message->child(i));
        }
        QVERIFY(buttons.size() > 20);
        int moved = 0;
        const int usual = f.page()->width() / 2;
        for (int top = f.view.verticalScrollBar()->maximum() - 100; top > 0; top -= 7) {
            f.view.verticalScrollBar()->setValue(top);
            settle(f.view);
            QVERIFY(jump->isVisible());
            const QRect place(jump->mapToGlobal(QPoint()), jump->size());
            for (QAccessibleInterface *button : std::as_const(buttons))
                QVERIFY2(!button->rect().intersects(place), qPrintable(button->text(QAccessible::Name)));
            moved += jump->geometry().right() < f.page()->width() - 100 ? 1 : 0;
            QVERIFY(jump->geometry().right() > usual);
        }
        QVERIFY(moved > 0);
    }

    void keysScrollTheOneThatIsInTheMiddle()
    {
        const QString between = QStringLiteral("\n\nword\n\n").repeated(8);
        Fixture f(wideTable() + between + wideCode());
        f.view.verticalScrollBar()->setValue(0);
        settle(f.view);
        const int code = f.rectOf(QStringLiteral("second")).left();
        f.key(Qt::Key_Right);
        QVERIFY(!f.isInSight(QStringLiteral("Heading1")));
        QCOMPARE(f.rectOf(QStringLiteral("second")).left(), code);
    }

    void tabBringsALinkIntoSight()
    {
        const QString link = QStringLiteral("[there](https://example.org/there)");
        Fixture f(row(QStringLiteral("Heading#"), 20) + row(QStringLiteral("---"), 20) +
                  row(QStringLiteral("value#"), 19).trimmed() + link + QStringLiteral("|\n"));
        QVERIFY(!f.isInSight(QStringLiteral("there")));
        f.key(Qt::Key_Tab);
        QVERIFY(f.isInSight(QStringLiteral("there")));
    }

    void selectingByKeysBringsTheCaretIntoSight()
    {
        Fixture f(wideTable());
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, f.before(QStringLiteral("Heading1")));
        for (int i = 0; i < 60 && !f.view.selectedPlainText().contains(QStringLiteral("Heading19")); ++i)
            f.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.isInSight(QStringLiteral("Heading19")));
    }

    void aDragBeyondTheSideScrollsIt()
    {
        Fixture f(wideCode());
        QTest::mousePress(f.page(), Qt::LeftButton, {}, f.before(QStringLiteral("first")));
        const QPoint beyond(f.page()->width() + 80, f.before(QStringLiteral("first")).y());
        QTest::mouseMove(f.page(), beyond);
        QTRY_VERIFY(f.isInSight(QStringLiteral("last")));
        QTRY_COMPARE(f.view.selectedPlainText().trimmed().right(4), QStringLiteral("last"));
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, beyond);
    }

    void aDragFromElsewhereDoesNotScrollIt()
    {
        Fixture f(QStringLiteral("Above.\n\n") + wideCode());
        const int before = f.rectOf(QStringLiteral("second")).left();
        const QPoint beyond(f.page()->width() - 1, f.before(QStringLiteral("second")).y());
        QTest::mousePress(f.page(), Qt::LeftButton, {}, f.before(QStringLiteral("Above")));
        QTest::mouseMove(f.page(), beyond);
        const auto hasMoved = [&] { return f.rectOf(QStringLiteral("second")).left() != before; };
        QVERIFY(!QTest::qWaitFor(hasMoved, 100));
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, beyond);
    }

    void theWheelSelectsOnWhileDragging()
    {
        Fixture f(QStringLiteral("word\n\n").repeated(100));
        f.view.verticalScrollBar()->setValue(0);
        settle(f.view);
        QTest::mousePress(f.page(), Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(f.page(), QPoint(100, 200));
        const qsizetype before = f.view.selectedText().size();
        QWheelEvent wheel(QPointF(100, 200), f.page()->mapToGlobal(QPointF(100, 200)), {}, QPoint(0, -240),
                          Qt::LeftButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(f.page(), &wheel);
        QVERIFY(f.top() > 0);
        QVERIFY(f.view.selectedText().size() > before);
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, QPoint(100, 200));
    }

    void aSelectionStaysUnderThePointerWhileTheAnswerGoesOn()
    {
        Fixture f(QStringLiteral("word\n\n").repeated(40));
        f.list.append(support::question(3, QStringLiteral("More?")));
        f.list.append(support::streamingAnswer(4));
        f.list.grow(3, {QStringLiteral("It goes on.\n\n").repeated(10), {}});
        settle(f.view);
        QVERIFY(f.view.isAtEnd());
        const int at = f.top();
        QTest::mousePress(f.page(), Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(f.page(), QPoint(160, 140));
        f.list.grow(3, {QStringLiteral("And on.\n\n").repeated(10), {}});
        settle(f.view);
        QCOMPARE(f.top(), at);
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, QPoint(160, 140));
        f.list.grow(3, {QStringLiteral("And on.\n\n").repeated(10), {}});
        settle(f.view);
        QCOMPARE(f.top(), at);
        QVERIFY(f.view.hasSelection());
        f.view.scrollToEnd();
        QVERIFY(f.view.isAtEnd());
    }

    void aClickOrADragAtTheEndKeepsFollowing()
    {
        Fixture f(QStringLiteral("word\n\n").repeated(40));
        QVERIFY(f.view.isAtEnd());
        QTest::mousePress(f.page(), Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(f.page(), QPoint(160, 140));
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, QPoint(160, 140));
        QVERIFY(f.view.isAtEnd());
    }

    void aThirdClickElsewhereIsAFirst()
    {
        Fixture f(QStringLiteral("One two three.\n\nFour five six."));
        const QPoint two = f.before(QStringLiteral("two"));
        QTest::mouseDClick(f.page(), Qt::LeftButton, {}, two);
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, two);
        QCOMPARE(f.view.selectedText(), QStringLiteral("two"));
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, f.before(QStringLiteral("five")));
        QVERIFY(!f.view.hasSelection());
    }
};

QTEST_MAIN(TestTranscriptWide)
#include "tst_TranscriptWide.moc"
