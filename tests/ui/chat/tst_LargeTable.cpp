// A table that is too large to be laid out unasked: shown as code, as a table when the reader wants it.
#include "chat/TranscriptView.h"
#include "support/CpuTime.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLargeTable : public QObject
{
    Q_OBJECT

    static QAccessibleInterface *button(ui::TranscriptView &view, const QString &name)
    {
        QAccessibleInterface *answer = QAccessible::queryAccessibleInterface(&view)->child(1);
        for (int i = 0; i < answer->childCount(); ++i) {
            if (answer->child(i)->text(QAccessible::Name) == name)
                return answer->child(i);
        }
        return nullptr;
    }
    static QString table(int rows)
    {
        return u"| a | b | c | d |\n|---|---|---|---|\n"_s + u"| 1 | 2 | 3 | 4 |\n"_s.repeated(rows);
    }

private Q_SLOTS:
    void isShownAsOneWhenAskedFor()
    {
        chat::TranscriptList list;
        list.setMessages({support::question(1, u"Which?"_s),
                          support::answer(2, u"These:\n\n"_s + table(300) + u"\nand so on."_s)});
        ui::TranscriptView view;
        view.resize(800, 600);
        view.setTranscript(&list);
        view.show();
        QTRY_VERIFY(view.isUpToDate());
        QVERIFY(button(view, u"Copy code"_s));
        QAccessibleInterface *show = button(view, u"Show formatted"_s);
        QVERIFY(show);
        const int before = view.verticalScrollBar()->maximum();
        const QString text = QAccessible::queryAccessibleInterface(&view)->child(1)->text(QAccessible::Value);
        show->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(view.isUpToDate());
        QVERIFY(!button(view, u"Show formatted"_s));
        QVERIFY(!button(view, u"Copy code"_s));
        QVERIFY(view.verticalScrollBar()->maximum() > before); // rows have rules and air
        QCOMPARE(QAccessible::queryAccessibleInterface(&view)->child(1)->text(QAccessible::Value), text);
        // It is remembered where the message is dropped and comes back.
        const int after = view.verticalScrollBar()->maximum();
        view.setZoom(120);
        view.setZoom(100);
        QTRY_VERIFY(view.isUpToDate());
        QVERIFY(!button(view, u"Show formatted"_s));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        QTRY_VERIFY(view.isUpToDate());
        QVERIFY(view.verticalScrollBar()->maximum() > after / 2);
    }

    // The event loop is held for 100 ms at most (D8).
    void holdsTheWindowForAMomentOnly()
    {
        chat::TranscriptList list;
        const QString largest = u"|a|b|c|d|\n|-|-|-|-|\n"_s + u"|1|2|3|4|\n"_s.repeated(1023);
        list.setMessages({support::question(1, u"Which?"_s), support::answer(2, largest)});
        ui::TranscriptView view;
        view.resize(800, 600);
        view.setTranscript(&list);
        view.show();
        QTRY_VERIFY(view.isUpToDate());
        QAccessibleInterface *show = button(view, u"Show formatted"_s);
        QVERIFY(show);
        const double before = support::cpuMilliseconds();
        show->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCoreApplication::processEvents();
        const double taken = support::cpuMilliseconds() - before;
        QVERIFY(!button(view, u"Show formatted"_s));
        QVERIFY2(taken < 100, qPrintable(QString::number(taken)));
    }

    void isNotAskedForWhereItIsOneAnyway()
    {
        chat::TranscriptList list;
        list.setMessages({support::question(1, u"Which?"_s), support::answer(2, table(20))});
        ui::TranscriptView view;
        view.resize(800, 600);
        view.setTranscript(&list);
        view.show();
        QTRY_VERIFY(view.isUpToDate());
        QVERIFY(!button(view, u"Show formatted"_s));
        QVERIFY(!button(view, u"Copy code"_s));
    }
};

QTEST_MAIN(TestLargeTable)
#include "tst_LargeTable.moc"
