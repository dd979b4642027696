// Find in this conversation: the bar, the way from hit to hit, and what is marked on the page.
#include "chat/TranscriptView.h"
#include "common/Theme.h"
#include "support/CpuTime.h"
#include "support/Transcripts.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

namespace {

struct Fixture
{
    chat::TranscriptList list;
    QWidget window;
    QLineEdit *composer = new QLineEdit;
    ui::TranscriptView view;

    explicit Fixture(const QList<chat::Message> &messages, QSize size = QSize(800, 600))
    {
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(&view);
        layout->addWidget(composer);
        list.setMessages(messages);
        view.setTranscript(&list);
        window.resize(size);
        window.show();
        composer->setFocus();
    }
    ~Fixture() { view.setParent(nullptr); }
    bool isReady()
    {
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window);
    }
    QLineEdit *edit() { return view.findChild<QLineEdit *>(QStringLiteral("findText")); }
    QString count() { return view.findChild<QLabel *>(QStringLiteral("findCount"))->text(); }
    QWidget *bar() { return view.findChild<QWidget *>(QStringLiteral("findBar")); }
    void type(const QString &text)
    {
        view.openFind();
        edit()->clear();
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(edit(), &event);
    }
    // Pixels of a colour of the theme on the page, beside the bar.
    int pixels(const QColor &color)
    {
        const QImage page = view.grab(view.viewport()->geometry()).toImage();
        int count = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x)
                count += page.pixelColor(x, y) == color && !bar()->geometry().contains(x, y) ? 1 : 0;
        }
        return count;
    }
    int marked() { return pixels(ui::Theme::of(&view).findMark); }
};

QList<chat::Message> long60()
{
    QList<chat::Message> messages = support::conversation(60);
    messages[5].text.append(QStringLiteral("\n\nHere is a **nee**dle."));
    messages[7].thinking = QStringLiteral("Where did I put the needle?");
    messages[41].text = QStringLiteral("```\n") + QStringLiteral("line\n").repeated(80) +
                        QStringLiteral("x").repeated(200) + QStringLiteral(" Needle\n```\n");
    return messages;
}

} // namespace

class TestTranscriptFind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesFromHitToHitAlsoFarFromTheScreen()
    {
        Fixture f(long60());
        QVERIFY(f.isReady());
        f.view.verticalScrollBar()->setValue(0);
        f.type(QStringLiteral("needle"));
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 3"));
        QVERIFY(f.marked() > 20);
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QTRY_COMPARE(f.count(), QStringLiteral("2 of 3"));
        QVERIFY(f.marked() > 20); // the thinking it is in was opened
        QVERIFY(!f.view.isAtEnd());
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QTRY_COMPARE(f.count(), QStringLiteral("3 of 3"));
        QVERIFY(f.marked() > 20); // the long line was scrolled to it
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 3"));
        QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(f.count(), QStringLiteral("3 of 3"));
        f.view.findPrevious();
        QTRY_COMPARE(f.count(), QStringLiteral("2 of 3"));
        f.view.findNext();
        QTRY_COMPARE(f.count(), QStringLiteral("3 of 3"));
    }

    void marksAllAndTheCurrentOneOtherwise()
    {
        Fixture f({support::question(1, QStringLiteral("one word, two words, three words"))});
        QVERIFY(f.isReady());
        const QImage before = f.view.grab().toImage();
        f.type(QStringLiteral("WORD"));
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 3"));
        const int all = f.marked();
        const int outline = f.pixels(ui::Theme::of(&f.view).text);
        QVERIFY(all > 100);
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QVERIFY(std::abs(f.marked() - all) < 60);
        QVERIFY(outline > 40);
        f.type(QStringLiteral("nothing like it"));
        QTRY_COMPARE(f.count(), QStringLiteral("No matches"));
        QCOMPARE(f.marked(), 0);
        QVERIFY(!f.view.findChild<QAbstractButton *>(QStringLiteral("findNext"))->isEnabled());
        f.view.closeFind();
        QCOMPARE(f.view.grab().toImage(), before);
    }

    void givesTheFocusBack()
    {
        Fixture f(long60());
        QVERIFY(f.isReady());
        QVERIFY(f.composer->hasFocus());
        f.view.openFind();
        QVERIFY(f.edit()->hasFocus());
        QTest::keyClick(f.edit(), Qt::Key_Escape);
        QVERIFY(!f.bar()->isVisible());
        QVERIFY(f.composer->hasFocus());
        f.view.setFocus();
        f.view.openFind();
        f.view.setFocus();
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QVERIFY(!f.bar()->isVisible());
        QVERIFY(f.view.hasFocus());
    }

    void takesWhatIsSelected()
    {
        Fixture f({support::question(1, QStringLiteral("alpha beta alpha")),
                   support::answer(2, QStringLiteral("alpha"))});
        QVERIFY(f.isReady());
        auto *text = QAccessible::queryAccessibleInterface(&f.view)->child(0)->textInterface();
        text->setSelection(0, 0, 5);
        f.view.openFind();
        QCOMPARE(f.edit()->text(), QStringLiteral("alpha"));
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 3"));
    }

    void keepsUpWithAnAnswerAndWithAnotherConversation()
    {
        Fixture f({support::question(1, QStringLiteral("a word")), support::streamingAnswer(2)});
        QVERIFY(f.isReady());
        f.type(QStringLiteral("word"));
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 1"));
        f.list.grow(1, {QStringLiteral("A word and a **wo"), {}});
        f.list.grow(1, {QStringLiteral("rd**"), {}});
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 3"));
        chat::TranscriptList other;
        other.setMessages({support::question(5, QStringLiteral("word word"))});
        f.view.setTranscript(&other);
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 2"));
        f.view.setTranscript(nullptr);
        QTRY_COMPARE(f.count(), QStringLiteral("No matches"));
    }

    void looksAtNothingNewWhileNobodySeesIt()
    {
        Fixture f({support::question(1, QStringLiteral("a word")), support::streamingAnswer(2)});
        QVERIFY(f.isReady());
        f.type(QStringLiteral("word"));
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 1"));
        f.window.hide();
        f.list.grow(1, {QStringLiteral("A word. "), {}});
        QTimer later; // than the search would have looked
        later.setSingleShot(true);
        QSignalSpy isLater(&later, &QTimer::timeout);
        later.start(500);
        QVERIFY(isLater.wait());
        QCOMPARE(f.count(), QStringLiteral("1 of 1"));
        f.window.show();
        QTRY_COMPARE(f.count(), QStringLiteral("1 of 2"));
    }

    void findsTheMarksWhereTheTextIs()
    {
        // What is marked is what the accessible text has at that place.
        Fixture f(
            {support::question(1, QStringLiteral("x")),
             support::answer(
                 2, QStringLiteral(
                        "Some `code`, 中文 and **bold** text.\n\n| a | b |\n|---|---|\n| cell | d |"))});
        QVERIFY(f.isReady());
        auto *text = QAccessible::queryAccessibleInterface(&f.view)->child(1)->textInterface();
        const QString all = text->text(0, -1);
        for (const char *word : {"code", "中文", "bold", "cell"}) {
            const QString query = QString::fromUtf8(word);
            f.type(query);
            QTRY_COMPARE(f.count(), QStringLiteral("1 of 1"));
            const auto at = static_cast<int>(all.indexOf(query));
            const QRect first = text->characterRect(at);
            const QRect last = text->characterRect(at + static_cast<int>(query.size()) - 1);
            const QImage page = f.view.grab(f.view.viewport()->geometry()).toImage();
            const QPoint origin = f.view.viewport()->mapToGlobal(QPoint());
            const QColor mark = ui::Theme::of(&f.view).findMark;
            const auto isMarked = [&](int x) {
                for (int y = first.top(); y <= first.bottom(); ++y) {
                    if (page.pixelColor(x - origin.x(), y - origin.y()) == mark)
                        return true;
                }
                return false;
            };
            QVERIFY2(isMarked(first.left() + 2) && isMarked(last.right() - 2), word);
            QVERIFY2(!isMarked(first.left() - 4) && !isMarked(last.right() + 5), word);
        }
    }

    void neverHoldsTheWindowInTenThousandMessages()
    {
        Fixture f(support::conversation(10'000));
        QVERIFY(f.isReady());
        f.view.openFind();
        f.edit()->setText(QString());
        double longest = 0;
        for (const char c : {'e', 'n', 'd'}) {
            const double start = support::cpuMilliseconds();
            QTest::keyClick(f.edit(), c);
            longest = std::max(longest, support::cpuMilliseconds() - start);
        }
        const QDeadlineTimer limit(60'000);
        while (!f.count().endsWith(QStringLiteral("of 5,000")) && !limit.hasExpired()) {
            const double start = support::cpuMilliseconds();
            QCoreApplication::processEvents();
            longest = std::max(longest, support::cpuMilliseconds() - start);
        }
        QVERIFY2(f.count().endsWith(QStringLiteral("of 5,000")), qPrintable(f.count()));
        QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
        while (!f.count().startsWith(QStringLiteral("1 of")) && !limit.hasExpired())
            QTest::keyClick(f.edit(), Qt::Key_Return); // around, to the first message
        QVERIFY(f.view.verticalScrollBar()->value() < 1000);
    }
};

QTEST_MAIN(TestTranscriptFind)
#include "tst_TranscriptFind.moc"
