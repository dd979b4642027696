// What somebody asks of a message that is not read yet, and waits for: a paste, and assistive technology.
// Neither holds the event loop until a long text is read.
#include "chat/SelectedText.h"
#include "chat/TranscriptView.h"
#include "support/CpuTime.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QTest>

#include <climits>

namespace {

constexpr qsizetype size = 500'000;

// Words with a number each, so that none can be taken for another.
QString numbered(qsizetype characters)
{
    QString text;
    for (int i = 0; text.size() < characters; ++i)
        text.append(QStringLiteral("Paragraph **number%1** of [a text](https://example.org/%1).\n\n").arg(i));
    return text.trimmed();
}

QString lastWord(const QString &text)
{
    const qsizetype from = text.lastIndexOf(QStringLiteral("number"));
    return text.mid(from, text.indexOf(u'*', from) - from);
}

QList<ui::SelectedPart> unread(const QString &text, const ui::CaretRange &range)
{
    return {ui::SelectedPart{.source = text, .range = range}};
}

} // namespace

class TestTranscriptUnread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pastesAsItIsWrittenWhatThereIsNoTimeToRead_data()
    {
        QTest::addColumn<ui::TextForm>("form");
        QTest::newRow("Markdown") << ui::TextForm::Markdown;
        QTest::newRow("plain") << ui::TextForm::Plain;
    }
    void pastesAsItIsWrittenWhatThereIsNoTimeToRead()
    {
        QFETCH(ui::TextForm, form);
        const QString text = numbered(size / 4);
        const auto parts = unread(text, {{2, 0}, {INT_MAX, 0}});
        const QString whole = ui::selectedText(parts, form, QDeadlineTimer::Forever);
        QVERIFY(!whole.contains(QStringLiteral("number1 ")) && !whole.contains(QStringLiteral("number1*")));
        QCOMPARE(whole.contains(QStringLiteral("**")), form == ui::TextForm::Markdown);
        const QString hasty = ui::selectedText(parts, form, QDeadlineTimer(0));
        QVERIFY(hasty.contains(QStringLiteral("**"))); // as it is written
        for (int i = 2; text.contains(QStringLiteral("number%1*").arg(i)); i += 97)
            QCOMPARE(hasty.count(QStringLiteral("number%1*").arg(i)), 1);
        QVERIFY(hasty.contains(lastWord(text)));
    }

    void pastesFromAFenceWithoutReadingOn()
    {
        QString code = QStringLiteral("```\nfirst line\nsecond line\n");
        const QString after = QStringLiteral("\n```\n\nafter");
        code.append(QStringLiteral("more\n").repeated(size / 5)).append(after);
        const auto parts = unread(code, {{0, 6}, {0, 17}});
        // A deadline that is over lets nothing be read, and a part is as it is written then.
        QCOMPARE(ui::selectedText(parts, ui::TextForm::Plain, QDeadlineTimer(10'000)),
                 QStringLiteral("line\nsecond"));
    }

    void pastesAPartOfALongTextInAMoment()
    {
        // Read before, so that only whether it can stand alone is to be found out.
        const QString text = numbered(size);
        chat::MarkdownStream stream;
        stream.append(text);
        stream.finish();
        auto parts = unread(text, {{2, 3}, {INT_MAX, 0}});
        parts.first().stream = stream;
        parts.first().taken = text.size();
        const auto cost = [&](QDeadlineTimer deadline) {
            const double start = support::cpuMilliseconds();
            const QString pasted = ui::selectedText(parts, ui::TextForm::Markdown, deadline);
            const double took = support::cpuMilliseconds() - start;
            return pasted.contains(lastWord(text)) ? took : -1;
        };
        const double patient = cost(QDeadlineTimer::Forever);
        const double hasty = cost(QDeadlineTimer(0));
        QVERIFY(patient > 0 && hasty > 0);
        QVERIFY2(hasty < patient / 2, qPrintable(QStringLiteral("%1 of %2 ms").arg(hasty).arg(patient)));
    }

    void answersAssistiveTechnologyBeforeALongTextIsRead()
    {
        chat::TranscriptList list;
        ui::TranscriptView view;
        const QString text = numbered(size);
        list.setMessages(QList{support::question(1001, QStringLiteral("Q")), support::answer(1002, text)} +
                         support::conversation(40));
        view.resize(600, 400);
        view.setTranscript(&list);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(view.isUpToDate());
        const qint64 before = view.counters().charactersRead;

        QAccessibleInterface *answer = QAccessible::queryAccessibleInterface(&view)->child(1);
        const QString first = answer->textInterface()->text(0, -1);
        QVERIFY(view.counters().charactersRead - before < text.size());
        for (int i = 0; text.contains(QStringLiteral("number%1*").arg(i)); i += 97)
            QVERIFY2(first.contains(QStringLiteral("number%1").arg(i)), qPrintable(QString::number(i)));
        QVERIFY(first.contains(lastWord(text)));
        QVERIFY(answer->state().busy);
        // Asked on, within the same turn, nothing more is read.
        const qint64 known = view.counters().charactersRead;
        for (int i = 0; i < 5; ++i)
            QVERIFY(answer->textInterface()->characterCount() > 0);
        QCOMPARE(view.counters().charactersRead, known);

        const QDeadlineTimer limit(60'000);
        while (answer->state().busy && !limit.hasExpired()) {
            QCoreApplication::processEvents();
            answer->textInterface()->characterCount(); // in a turn of its own: reads on
        }
        QVERIFY(!answer->state().busy);
        const QString all = answer->textInterface()->text(0, -1);
        QVERIFY(!all.contains(QStringLiteral("**")));
        QVERIFY(all.contains(lastWord(text)));
    }
};

QTEST_MAIN(TestTranscriptUnread)
#include "tst_TranscriptUnread.moc"
