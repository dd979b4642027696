// What can be selected in a transcript, with the mouse and with keys, how long it lasts and what copying
// gives.
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBoundaryFinder>
#include <QToolTip>

namespace {

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(const QList<chat::Message> &messages, QSize size = QSize(800, 600))
    {
        list.setMessages(messages);
        view.resize(size);
        view.setTranscript(&list);
        view.show();
        view.setFocus();
    }
    QWidget *page() { return view.viewport(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
    }
    void extend(int key, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            this->key(key, Qt::ShiftModifier);
    }
    // The middle of a character of a message, on the page.
    QPoint at(int row, int offset)
    {
        QAccessibleInterface *message = QAccessible::queryAccessibleInterface(&view)->child(row);
        return page()->mapFromGlobal(message->textInterface()->characterRect(offset).center());
    }
    QPoint before(int row, const QString &word)
    {
        QAccessibleTextInterface *text =
            QAccessible::queryAccessibleInterface(&view)->child(row)->textInterface();
        const auto offset = static_cast<int>(text->text(0, -1).indexOf(word));
        const QRect rect = text->characterRect(offset);
        return page()->mapFromGlobal(QPoint(rect.left() + 1, rect.center().y()));
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(page(), Qt::LeftButton, {}, from);
        QTest::mouseMove(page(), (from + to) / 2);
        QTest::mouseMove(page(), to);
        QTest::mouseRelease(page(), Qt::LeftButton, {}, to);
    }
};

QList<chat::Message> turn(const QString &text)
{
    return {support::question(1, QStringLiteral("Question")), support::answer(2, text)};
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

const QString answerText =
    QStringLiteral("First **bold** words.\n\n- one item\n- two items\n\n"
                   "```py\nx = 1\n  y = 2\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n> quoted");

} // namespace

class TestTranscriptSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dragsAcrossBlocksAndMessages()
    {
        Fixture f(turn(answerText));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.drag(f.before(0, QStringLiteral("stion")), f.before(1, QStringLiteral("item")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("stion\n\nFirst **bold** words.\n\n- one "));
        QCOMPARE(f.view.selectedPlainText(), QStringLiteral("stion\n\nFirst bold words.\n\n• one "));
        f.drag(f.before(1, QStringLiteral("y = 2")), f.before(1, QStringLiteral("1")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("1\n  ")); // backwards
    }

    void takesWordsAndParagraphsByClicks()
    {
        Fixture f(turn(answerText));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        const QPoint word = f.before(1, QStringLiteral("old"));
        QTest::mouseDClick(f.page(), Qt::LeftButton, {}, word);
        QCOMPARE(f.view.selectedText(), QStringLiteral("**bold**"));
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, word);
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, word);
        QCOMPARE(f.view.selectedText(), QStringLiteral("First **bold** words."));
        // In code a paragraph is a line.
        const QPoint code = f.before(1, QStringLiteral("y = 2"));
        QTest::mouseDClick(f.page(), Qt::LeftButton, {}, code);
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, code);
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, code);
        QCOMPARE(f.view.selectedText(), QStringLiteral("  y = 2"));
    }

    void dragsOnInWords()
    {
        Fixture f(turn(answerText));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        const QPoint word = f.before(1, QStringLiteral("old"));
        QTest::mouseDClick(f.page(), Qt::LeftButton, {}, word);
        QTest::mouseMove(f.page(), f.before(1, QStringLiteral("ords")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("**bold** words"));
        QTest::mouseMove(f.page(), f.before(1, QStringLiteral("irst")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("First **bold**"));
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, word);
    }

    void dragsOnInWordsAndParagraphsAcrossBlocksAndMessages()
    {
        Fixture f(turn(answerText));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        const QPoint word = f.before(1, QStringLiteral("old"));
        QTest::mouseDClick(f.page(), Qt::LeftButton, {}, word);
        QTest::mouseMove(f.page(), f.before(1, QStringLiteral("tem")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("**bold** words.\n\n- one item"));
        QTest::mouseMove(f.page(), f.before(0, QStringLiteral("estion")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("Question\n\nFirst **bold**"));
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, word);
        const QPoint item = f.before(1, QStringLiteral("item"));
        QTest::mouseDClick(f.page(), Qt::LeftButton, {}, item);
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, item);
        QTest::mousePress(f.page(), Qt::LeftButton, {}, item);
        QTest::mouseMove(f.page(), f.before(1, QStringLiteral("wo items")));
        QCOMPARE(f.view.selectedPlainText(), QStringLiteral("• one item\n• two items"));
        QTest::mouseMove(f.page(), f.before(0, QStringLiteral("stion")));
        QCOMPARE(f.view.selectedPlainText(), QStringLiteral("Question\n\nFirst bold words.\n\n• one item"));
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, item);
    }

    // The first of the two clicks follows it, the second does not again.
    void takesAWordOfALink()
    {
        Fixture f(turn(QStringLiteral("See [the other page](https://example.org/x).")));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QSignalSpy links(&f.view, &ui::TranscriptView::linkActivated);
        const QPoint word = f.before(1, QStringLiteral("ther"));
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, word);
        QTest::mouseDClick(f.page(), Qt::LeftButton, {}, word);
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, word);
        QCOMPARE(f.view.selectedPlainText(), QStringLiteral("other"));
        QCOMPARE(links.size(), 1);
    }

    void saysWhereALongLinkIsCut()
    {
        const QString address = QStringLiteral("https://example.org/") + QStringLiteral("long").repeated(200);
        Fixture f(turn(QStringLiteral("See [the page](%1).").arg(address)));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        const QPoint place = f.before(1, QStringLiteral("page"));
        QHelpEvent help(QEvent::ToolTip, place, f.page()->mapToGlobal(place));
        QCoreApplication::sendEvent(f.page(), &help);
        QVERIFY(QToolTip::text().contains(address.left(500) + QChar(0x2026)));
        QVERIFY(!QToolTip::text().contains(address.left(501)));
        QToolTip::hideText();
    }

    // What is on the clipboard is what was selected then, made when it is pasted.
    void pastesWhatWasSelectedThen()
    {
        Fixture f({support::question(1, QStringLiteral("Question")), support::streamingAnswer(2)});
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.list.grow(1, {QStringLiteral("Some **bold** words.\n\nMore"), {}});
        QTRY_VERIFY(f.view.isUpToDate());
        f.drag(f.before(0, QStringLiteral("stion")), f.before(1, QStringLiteral("ords")));
        f.key(Qt::Key_C, Qt::ControlModifier);
        f.list.grow(1, {QStringLiteral(" and [more]\n\n[more]: https://example.org"), {}});
        QTRY_VERIFY(f.view.isUpToDate());
        support::finish(f.list);
        f.view.setTranscript(nullptr);
        f.list.setMessages({});
        QCOMPARE(clipboard(), QStringLiteral("stion\n\nSome **bold** w"));
        QCOMPARE(clipboard(), QStringLiteral("stion\n\nSome **bold** w"));
    }

    void extendsByShiftAndClick()
    {
        Fixture f(turn(answerText));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, f.before(1, QStringLiteral("irst")));
        QTest::mouseClick(f.page(), Qt::LeftButton, Qt::ShiftModifier, f.before(1, QStringLiteral("ords")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("irst **bold** w"));
        QTest::mouseClick(f.page(), Qt::LeftButton, Qt::ShiftModifier, f.before(0, QStringLiteral("tion")));
        QCOMPARE(f.view.selectedText(), QStringLiteral("tion\n\nF"));
    }

    void scrollsWhileDraggedBeyondTheEdge()
    {
        Fixture f(support::conversation(40), QSize(600, 300));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        const int bottom = f.view.verticalScrollBar()->value();
        QTest::mousePress(f.page(), Qt::LeftButton, {}, QPoint(300, 150));
        QTest::mouseMove(f.page(), QPoint(300, -60));
        QTRY_VERIFY(f.view.verticalScrollBar()->value() < bottom - 200);
        QTest::mouseRelease(f.page(), Qt::LeftButton, {}, QPoint(300, -60));
        const int stopped = f.view.verticalScrollBar()->value();
        QVERIFY(f.view.selectedText().contains(QStringLiteral("**"))); // several messages
        QSignalSpy moved(f.view.verticalScrollBar(), &QScrollBar::valueChanged);
        QVERIFY(!moved.wait(100));
        QCOMPARE(f.view.verticalScrollBar()->value(), stopped);
    }

    void selectsByKeysFromTheLastPlace()
    {
        Fixture f(turn(answerText));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, f.before(1, QStringLiteral("First")));
        f.extend(Qt::Key_Right, 2);
        QCOMPARE(f.view.selectedText(), QStringLiteral("Fi"));
        f.extend(Qt::Key_Left);
        QCOMPARE(f.view.selectedText(), QStringLiteral("F"));
        f.key(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(f.view.selectedText(), QStringLiteral("First "));
        f.extend(Qt::Key_End);
        QCOMPARE(f.view.selectedText(), QStringLiteral("First **bold** words."));
        f.extend(Qt::Key_Right); // over the end of the paragraph
        QCOMPARE(f.view.selectedPlainText(), QStringLiteral("First bold words.\n\n"));
        f.extend(Qt::Key_Down);
        QCOMPARE(f.view.selectedText(), QStringLiteral("First **bold** words.\n\n- one item\n- "));
        f.extend(Qt::Key_Up, 2); // as far from the left as the items are
        QVERIFY(QStringLiteral("First").startsWith(f.view.selectedText()));
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, f.before(1, QStringLiteral("First")));
        f.key(Qt::Key_Down, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(f.view.selectedText(), QStringLiteral("First **bold** words."));
        f.key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(f.view.selectedText(), QStringLiteral("Question"));
        f.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(f.view.selectedText(), answerText.trimmed());
    }

    void selectsByPagesFarBeyondTheScreen()
    {
        Fixture f(support::conversation(60), QSize(600, 300));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.key(Qt::Key_Home);
        f.extend(Qt::Key_PageDown, 5);
        QVERIFY(f.view.selectedText().startsWith(QStringLiteral("Question 1,")));
        QVERIFY(f.view.selectedText().count(QStringLiteral("Question")) > 5);
        QVERIFY(f.view.verticalScrollBar()->value() > 600); // the caret is followed
        f.extend(Qt::Key_PageUp, 10);
        QVERIFY(f.view.verticalScrollBar()->value() < 30);
    }

    void outlastsWhatComesBelowAndAnyLayout()
    {
        Fixture f({support::question(1, QStringLiteral("Question")), support::streamingAnswer(2)});
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.list.grow(1, {QStringLiteral("Some **bold** words.\n\nMore"), {}});
        QTRY_VERIFY(f.view.isUpToDate());
        f.drag(f.before(1, QStringLiteral("ome")), f.before(1, QStringLiteral("ords")));
        const QString selected = QStringLiteral("ome **bold** w");
        QCOMPARE(f.view.selectedText(), selected);
        for (int i = 0; i < 50; ++i)
            f.list.grow(1, {QStringLiteral(" and more text\n\n"), {}});
        QTRY_VERIFY(f.view.isUpToDate());
        QCOMPARE(f.view.selectedText(), selected);
        support::finish(f.list);
        f.list.append(support::question(3, QStringLiteral("Next")));
        QCOMPARE(f.view.selectedText(), selected);
        f.view.resize(420, 500);
        f.view.setZoom(170);
        QEvent change(QEvent::PaletteChange);
        QCoreApplication::sendEvent(&f.view, &change);
        QCOMPARE(f.view.selectedText(), selected);
        f.list.setMessages({f.list.message(0)});
        QVERIFY(!f.view.hasSelection());
    }

    void includesThinkingThatIsOpen()
    {
        QList<chat::Message> messages = turn(QStringLiteral("Answer"));
        messages[1].thinking = QStringLiteral("A *deep* thought.");
        Fixture f(messages);
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.view.selectAll();
        QCOMPARE(f.view.selectedText(), QStringLiteral("Question\n\nAnswer"));
        f.key(Qt::Key_Tab);
        f.key(Qt::Key_Return);
        QCOMPARE(f.view.selectedText(), QStringLiteral("Question\n\nA *deep* thought.\n\nAnswer"));
        QCOMPARE(f.view.selectedPlainText(), QStringLiteral("Question\n\nA deep thought.\n\nAnswer"));
        f.key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
        f.key(Qt::Key_Down, Qt::ShiftModifier | Qt::ControlModifier);
        f.key(Qt::Key_Down, Qt::ShiftModifier | Qt::ControlModifier);
        f.extend(Qt::Key_Left, 9);
        QCOMPARE(f.view.selectedText(), QStringLiteral("Question\n\nA *deep*"));
    }

    void selectsTenThousandMessagesAtOnce()
    {
        Fixture f(support::conversation(10'000));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        const int loaded = f.view.counters().messagesLoaded;
        f.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.view.counters().messagesLoaded, loaded);
        const QString text = f.view.selectedText();
        QVERIFY(text.startsWith(f.list.message(0).text));
        QVERIFY(text.endsWith(f.list.message(9'999).text));
        QCOMPARE(text.count(QStringLiteral("**")), 10'000);
    }

    void copiesMarkdownOrText()
    {
        Fixture f(turn(answerText));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QTest::mouseClick(f.page(), Qt::LeftButton, {}, f.before(1, QStringLiteral("First")));
        f.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        f.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(), answerText);
        f.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(clipboard(),
                 QStringLiteral("First bold words.\n\n• one item\n• two items\n\nx = 1\n  y = 2\n\n"
                                "a\tb\nc\td\n\nquoted"));
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(100, 100),
                                f.page()->mapToGlobal(QPoint(100, 100)));
        QCoreApplication::sendEvent(f.page(), &event);
        auto *menu = f.view.findChild<QMenu *>();
        QVERIFY(menu);
        QAction *markdown = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("Copy"))
                markdown = action;
        }
        QVERIFY(markdown && markdown->isEnabled());
        markdown->trigger();
        QCOMPARE(clipboard(), answerText);
        menu->close();
    }

    void neverStopsInsideACharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("emoji") << QStringLiteral("a👩‍💻b👍🏽c🇩🇪d");
        QTest::newRow("combining") << QStringLiteral("e\u0301\u0323x n\u0303 o");
        QTest::newRow("chinese") << QStringLiteral("汉字𠮷野家`代码`文字");
        QTest::newRow("hebrew") << QStringLiteral("שלום עולם שָׁלוֹם");
        QTest::newRow("devanagari") << QStringLiteral("नमस्ते क्षत्रिय");
    }
    void neverStopsInsideACharacter()
    {
        QFETCH(QString, text);
        Fixture f(turn(text));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        const QString shown = QString(text).remove(u'`');
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, shown);
        const auto isBoundary = [&](qsizetype at) {
            finder.setPosition(at);
            return finder.isAtBoundary();
        };
        // By keys: a step for each character.
        QAccessibleTextInterface *accessible =
            QAccessible::queryAccessibleInterface(&f.view)->child(1)->textInterface();
        accessible->setCursorPosition(0);
        int steps = 0;
        for (; steps < 100 && accessible->cursorPosition() < shown.size(); ++steps) {
            f.extend(Qt::Key_Right);
            QVERIFY2(isBoundary(accessible->cursorPosition()), qPrintable(QString::number(steps)));
        }
        int characters = 0;
        for (finder.toStart(); finder.toNextBoundary() >= 0;)
            ++characters;
        QCOMPARE(steps, characters);
        // By mouse, at any point.
        const int y = f.at(1, 0).y();
        for (int x = 20; x < 300; ++x) {
            QTest::mouseClick(f.page(), Qt::LeftButton, {}, QPoint(x, y));
            QVERIFY2(isBoundary(accessible->cursorPosition()), qPrintable(QString::number(x)));
        }
    }
};

QTEST_MAIN(TestTranscriptSelection)
#include "tst_TranscriptSelection.moc"
