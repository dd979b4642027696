// The transcript as assistive technology sees it: texts with caret, selection and places, and what is in
// them.
#include "chat/MarkdownStream.h"
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

const QString source =
    QStringLiteral("# Title\n\nSome **bold** text with [a link](https://example.org/x).\n\n- item\n\n"
                   "```py\nx = 1\ny = 2\n```\n\n| Name | Size |\n|---|---|\n| one | 1 |\n| two | 2 |\n\n"
                   "Last.");
const QString plain = QStringLiteral("Title\nSome bold text with a link.\n• item\nx = 1\ny = 2\n"
                                     "Name\tSize\none\t1\ntwo\t2\nLast.");

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    Fixture()
    {
        list.setMessages({support::question(1, QStringLiteral("Question")), support::answer(2, source)});
        view.resize(800, 800);
        view.setTranscript(&list);
        view.show();
    }
    QAccessibleInterface *transcript() { return QAccessible::queryAccessibleInterface(&view); }
    QAccessibleInterface *answer() { return transcript()->child(1); }
    QAccessibleTextInterface *text() { return answer()->textInterface(); }
    QAccessibleInterface *child(QAccessible::Role role, const QString &name = {})
    {
        for (int i = 0; i < answer()->childCount(); ++i) {
            QAccessibleInterface *one = answer()->child(i);
            if (one->role() == role && one->text(QAccessible::Name).contains(name))
                return one;
        }
        return nullptr;
    }
};

QList<QAccessible::Event> heard;
void listen(QAccessibleEvent *event)
{
    heard.append(event->type());
}

} // namespace

class TestTranscriptAccessible : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheTextWithItsOffsets()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QCOMPARE(f.text()->text(0, -1), plain);
        QCOMPARE(f.text()->characterCount(), static_cast<int>(plain.size()));
        int start = 0;
        int end = 0;
        const auto at = static_cast<int>(plain.indexOf(QStringLiteral("bold")));
        QCOMPARE(f.text()->textAtOffset(at + 1, QAccessible::WordBoundary, &start, &end),
                 QStringLiteral("bold"));
        QCOMPARE(start, at);
        QCOMPARE(f.text()->attributes(at, &start, &end), QStringLiteral("font-weight:bold;"));
        QCOMPARE(start, at);
        QCOMPARE(end, at + 4);
        QCOMPARE(f.text()->attributes(at - 1, &start, &end), QString());
        QCOMPARE(end, at);
        const auto link = static_cast<int>(plain.indexOf(QStringLiteral("a link")));
        QCOMPARE(f.text()->attributes(link, &start, &end), QStringLiteral("text-underline-style:solid;"));
        QCOMPARE(f.text()->attributes(static_cast<int>(plain.indexOf(QStringLiteral("y = 2"))), &start, &end),
                 QStringLiteral("font-family:monospace;"));
    }

    void knowsWhereEveryCharacterIs()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        for (int i = 0; i < plain.size(); ++i) {
            const QRect rect = f.text()->characterRect(i);
            QVERIFY(f.answer()->rect().contains(rect.center()));
            if (!plain[i].isLetterOrNumber())
                continue;
            QVERIFY2(rect.width() > 1 && rect.width() < 40 && rect.height() < 60,
                     qPrintable(QString::number(i)));
            const int found = f.text()->offsetAtPoint(QPoint(rect.left() + 1, rect.center().y()));
            QVERIFY2(found == i, qPrintable(QStringLiteral("%1: %2").arg(i).arg(found)));
        }
        QCOMPARE(f.text()->offsetAtPoint(QPoint(-100, -100)), -1);
    }

    void selectsAsTheReaderDoes()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QCOMPARE(f.text()->selectionCount(), 0);
        const auto from = static_cast<int>(plain.indexOf(QStringLiteral("bold")));
        const auto to = static_cast<int>(plain.indexOf(QStringLiteral("y = 2")));
        f.text()->setSelection(0, from, to);
        QCOMPARE(f.text()->selectionCount(), 1);
        int start = 0;
        int end = 0;
        f.text()->selection(0, &start, &end);
        QCOMPARE(start, from);
        QCOMPARE(end, to);
        QCOMPARE(f.text()->cursorPosition(), to);
        QVERIFY(f.view.selectedText().startsWith(QStringLiteral("**bold** text with [a link](")));
        QAccessibleTextInterface *question = f.transcript()->child(0)->textInterface();
        QCOMPARE(question->selectionCount(), 0);
        f.view.selectAll();
        QCOMPARE(question->selectionCount(), 1);
        f.text()->selection(0, &start, &end);
        QCOMPARE(start, 0);
        QCOMPARE(end, static_cast<int>(plain.size()));
        f.text()->removeSelection(0);
        QVERIFY(!f.view.hasSelection());
        f.text()->addSelection(0, 5);
        QCOMPARE(f.view.selectedText(), QStringLiteral("# Title"));
    }

    void offersLinksAndButtons()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QSignalSpy links(&f.view, &ui::TranscriptView::linkActivated);
        QAccessibleInterface *link = f.child(QAccessible::Link);
        QVERIFY(link);
        QCOMPARE(link->text(QAccessible::Name), QStringLiteral("a link"));
        QCOMPARE(link->text(QAccessible::Description), QStringLiteral("https://example.org/x"));
        QCOMPARE(link->parent(), f.answer());
        QCOMPARE(f.answer()->child(f.answer()->indexOfChild(link)), link);
        const auto at = static_cast<int>(plain.indexOf(QStringLiteral("a link")));
        QVERIFY(link->rect().intersects(f.text()->characterRect(at)));
        QVERIFY(link->state().linked);
        link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first().at(1).toString(), QStringLiteral("a link"));
        QAccessibleInterface *copy = f.child(QAccessible::Button, QStringLiteral("Copy code"));
        QVERIFY(copy);
        copy->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("x = 1\ny = 2"));
        f.list.replace(1, support::answer(2, QStringLiteral("no more")));
        QVERIFY(!link->isValid());
        QCOMPARE(link->text(QAccessible::Name), QString());
        link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(links.size(), 1);
    }

    // Also when one before it gets its address; in a table each cell has its own.
    void aLinkStaysTheOneItIs()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.list.replace(1, support::streamingAnswer(2));
        f.list.grow(1, {QStringLiteral("[first][1] and [second](https://b.example)\n\n"), {}});
        QTRY_VERIFY(f.view.isUpToDate());
        QAccessibleInterface *second = f.child(QAccessible::Link);
        QVERIFY(second);
        QCOMPARE(second->text(QAccessible::Name), QStringLiteral("second"));
        f.list.grow(1, {QStringLiteral("[1]: https://a.example\n\n| [x](https://c.example) |\n|---|\n"
                                       "| [x](https://c.example) |\n\nend"),
                        {}});
        QTRY_VERIFY(f.view.isUpToDate());
        QVERIFY(f.child(QAccessible::Link, QStringLiteral("first")));
        QCOMPARE(second->text(QAccessible::Name), QStringLiteral("second"));
        QList<QRect> rects;
        for (int i = 0; i < f.answer()->childCount(); ++i) {
            QAccessibleInterface *one = f.answer()->child(i);
            if (one->role() == QAccessible::Link && one->text(QAccessible::Name) == u"x")
                rects.append(one->rect());
        }
        QCOMPARE(rects.size(), 2);
        QVERIFY(rects[0].bottom() < rects[1].top());
    }

    void offersCodeAsText()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QAccessibleInterface *code = f.child(QAccessible::Section);
        QVERIFY(code);
        QCOMPARE(code->text(QAccessible::Name), QStringLiteral("Code, Python"));
        QCOMPARE(code->textInterface()->text(0, -1), QStringLiteral("x = 1\ny = 2"));
        const auto inMessage = static_cast<int>(plain.indexOf(QStringLiteral("y = 2")));
        QCOMPARE(code->textInterface()->characterRect(6), f.text()->characterRect(inMessage));
        QVERIFY(code->rect().contains(code->textInterface()->characterRect(6)));
        code->textInterface()->setSelection(0, 6, 11);
        QCOMPARE(f.view.selectedText(), QStringLiteral("y = 2"));
        QCOMPARE(code->textInterface()->selectionCount(), 1);
    }

    void offersTablesByRowAndColumn()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QAccessibleInterface *table = f.child(QAccessible::Table);
        QVERIFY(table);
        QAccessibleTableInterface *grid = table->tableInterface();
        QVERIFY(grid);
        QCOMPARE(grid->rowCount(), 3);
        QCOMPARE(grid->columnCount(), 2);
        QCOMPARE(grid->columnDescription(1), QStringLiteral("Size"));
        QAccessibleInterface *cell = grid->cellAt(2, 0);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("two"));
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 2);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 0);
        QCOMPARE(cell->tableCellInterface()->table(), table);
        QCOMPARE(cell->tableCellInterface()->columnHeaderCells(), QList{grid->cellAt(0, 0)});
        QCOMPARE(grid->cellAt(0, 0)->role(), QAccessible::ColumnHeader);
        QCOMPARE(table->childCount(), 6);
        QCOMPARE(table->child(4), cell);
        QCOMPARE(table->indexOfChild(cell), 4);
        const auto at = static_cast<int>(plain.indexOf(QStringLiteral("two")));
        QVERIFY(cell->rect().contains(f.text()->characterRect(at).center()));
        QCOMPARE(grid->cellAt(9, 9), nullptr);
    }

    void reachesWhatIsFarFromTheScreen()
    {
        Fixture f;
        f.list.setMessages(support::conversation(300));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QVERIFY(f.view.isAtEnd());
        QAccessibleInterface *first = f.transcript()->child(1);
        QVERIFY(first->state().offscreen);
        QVERIFY(first->childCount() > 0);
        QVERIFY(f.view.isAtEnd()); // being read moves nothing
        QCOMPARE(f.view.verticalScrollBar()->value(), f.view.verticalScrollBar()->maximum());
        first->textInterface()->scrollToSubstring(0, 4);
        QVERIFY(!first->state().offscreen);
    }

    void offersWhatFloatsAboveTheMessages()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QCOMPARE(f.transcript()->childCount(), 2);
        f.view.openFind();
        QCOMPARE(f.transcript()->childCount(), 3);
        QAccessibleInterface *bar = f.transcript()->child(2);
        QVERIFY(bar && bar->parent() == f.transcript());
        QCOMPARE(f.transcript()->indexOfChild(bar), 2);
        QVERIFY(f.child(QAccessible::Link)->isValid()); // found among the messages alone
        const QPoint middle = bar->rect().center();
        QCOMPARE(f.transcript()->childAt(middle.x(), middle.y()), bar);
        QHash<QString, QAccessibleInterface *> named;
        for (int i = 0; i < bar->childCount(); ++i)
            named.insert(bar->child(i)->text(QAccessible::Name), bar->child(i));
        QVERIFY(named.contains(QStringLiteral("Next match")));
        QAccessibleInterface *field = named.value(QStringLiteral("Find in this conversation"));
        QVERIFY(field);
        field->setText(QAccessible::Value, QStringLiteral("two"));
        QTRY_COMPARE(f.view.findChild<QLabel *>(QStringLiteral("findCount"))->text(),
                     QStringLiteral("1 of 1"));
        f.view.closeFind();
        QCOMPARE(f.transcript()->childCount(), 2);
        QCOMPARE(f.transcript()->indexOfChild(bar), -1);
    }

    // A closed one is a button, an open one a text like the answer, with all that is in it.
    void offersAThoughtWhileItIsOpen()
    {
        Fixture f;
        chat::Message message = support::answer(2, QStringLiteral("The answer."));
        message.thinking = source;
        f.list.replace(1, message);
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QAccessibleInterface *toggle = f.answer()->child(0);
        QVERIFY(toggle->state().collapsed);
        QVERIFY(!f.child(QAccessible::Section) && !f.child(QAccessible::Link));
        toggle->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(toggle->state().expanded);
        QCOMPARE(f.text()->text(0, -1), QStringLiteral("The answer."));
        QAccessibleInterface *thought = f.answer()->child(1);
        QCOMPARE(thought->role(), QAccessible::Section);
        QCOMPARE(thought->text(QAccessible::Name), toggle->text(QAccessible::Name));
        QCOMPARE(thought->parent(), f.answer());
        QAccessibleTextInterface *text = thought->textInterface();
        QCOMPARE(text->text(0, -1), plain);
        const auto bold = static_cast<int>(plain.indexOf(QStringLiteral("bold")));
        const QRect rect = text->characterRect(bold);
        QVERIFY(thought->rect().contains(rect.center()));
        QCOMPARE(text->offsetAtPoint(QPoint(rect.left() + 1, rect.center().y())), bold);
        QCOMPARE(f.text()->offsetAtPoint(rect.center()), -1);
        text->setSelection(0, bold, bold + 4);
        QCOMPARE(f.view.selectedText(), QStringLiteral("**bold**"));
        QCOMPARE(text->cursorPosition(), bold + 4);
        QCOMPARE(f.text()->selectionCount(), 0);
        QVERIFY(f.child(QAccessible::Table));
        QCOMPARE(f.child(QAccessible::Section, QStringLiteral("Python"))->textInterface()->text(0, -1),
                 QStringLiteral("x = 1\ny = 2"));
        QSignalSpy links(&f.view, &ui::TranscriptView::linkActivated);
        QAccessibleInterface *link = f.child(QAccessible::Link);
        QVERIFY(thought->rect().contains(link->rect()));
        link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(links.size(), 1);
        f.child(QAccessible::Button, QStringLiteral("Copy code"))
            ->actionInterface()
            ->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("x = 1\ny = 2"));
        toggle->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(!thought->isValid() && !link->isValid());
    }

    void offersAFailureAsAnObject()
    {
        Fixture f;
        chat::Message message = support::answer(2, QStringLiteral("Half an"));
        QVERIFY(!f.child(QAccessible::AlertMessage));
        message.state = chat::MessageState::Failed;
        message.error = base::Error{base::Error::Kind::Unreachable, QStringLiteral("reset by peer")};
        f.list.replace(1, message);
        QAccessibleInterface *notice = f.child(QAccessible::AlertMessage);
        QVERIFY(notice);
        QVERIFY(!notice->text(QAccessible::Name).isEmpty());
        QVERIFY(f.answer()->text(QAccessible::Description).contains(notice->text(QAccessible::Name)));
    }

    // What is written out is made on, not anew.
    void growsWithWhatIsWritten()
    {
        Fixture f;
        f.list.setMessages({support::question(1, QStringLiteral("Go")), support::streamingAnswer(2)});
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        chat::MarkdownStream stream;
        for (qsizetype i = 0; i < source.size(); i += 7) {
            stream.append(source.mid(i, 7));
            f.list.grow(1, {source.mid(i, 7), {}});
            QTRY_VERIFY(f.view.isUpToDate());
            QCOMPARE(f.text()->text(0, -1), chat::plainText(stream.blocks()));
        }
        support::finish(f.list);
        QCOMPARE(f.text()->text(0, -1), plain);
    }

    void tellsNothingWhileNobodyListens()
    {
        Fixture f;
        f.list.setMessages({support::question(1, QStringLiteral("Go")), support::streamingAnswer(2)});
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QAccessible::setActive(false);
        heard.clear();
        QAccessible::installUpdateHandler(listen);
        f.list.grow(1, {QStringLiteral("One.\n\nTwo.\n\nThree."), {}});
        QTRY_VERIFY(f.view.isUpToDate());
        f.view.selectAll();
        support::finish(f.list);
        QAccessible::installUpdateHandler(nullptr);
        heard.removeAll(QAccessible::ObjectShow);
        heard.removeAll(QAccessible::ValueChanged);
        QCOMPARE(heard, QList<QAccessible::Event>());
    }
};

QTEST_MAIN(TestTranscriptAccessible)
#include "tst_TranscriptAccessible.moc"
