// Messages that hold what cannot be seen: they say so in one line, show it on request, and copying is the
// same with and without (reliability.md T6).
#include "base/Text.h"
#include "chat/TranscriptView.h"
#include "support/Painted.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(const QList<chat::Message> &messages)
    {
        list.setMessages(messages);
        view.resize(700, 500);
        view.setTranscript(&list);
        view.show();
        support::settle(view);
    }
    QAccessibleInterface *message(int row)
    {
        return QAccessible::queryAccessibleInterface(&view)->child(row);
    }
    QString notice(int row) { return message(row)->text(QAccessible::Description); }
    QAccessibleInterface *button(int row, const QString &name)
    {
        for (int i = 0; i < message(row)->childCount(); ++i) {
            if (message(row)->child(i)->text(QAccessible::Name) == name)
                return message(row)->child(i);
        }
        return nullptr;
    }
    void press(QAccessibleInterface *button)
    {
        button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    }
    QString copied()
    {
        view.selectAll();
        view.copySelectionAsPlainText();
        return QGuiApplication::clipboard()->text();
    }
};

const QString hidden = u"Pay \u2066alice\u2069 \u200b100 coins, so\u00adon."_s;

} // namespace

class TestTranscriptUnseen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysThatThereIsWhatCannotBeSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words"); // of the notice
        QTest::newRow("isolates") << u"a \u2066b\u2069 c"_s << u"2 "_s;
        QTest::newRow("direction") << u"a\u200e b"_s << u"1 "_s;
        QTest::newRow("in a table") << u"| a\u200b | b |\n|---|---|\n| c | d\u200b |"_s << u"2 "_s;
        QTest::newRow("tags") << u"a"_s + QString::fromUcs4(U"\U000E0041\U000E0042", 2) << u"left out"_s;
        QTest::newRow("override") << u"a \u202eb\u202c"_s << u"left out"_s;
        QTest::newRow("nothing") << u"plain **words**, 👩‍💻 and 中文"_s << QString();
        QTest::newRow("ends of lines") << u"a\r\nb\\\nc"_s << QString();
        QTest::newRow("in code, where it is a mark anyway") << u"```\na\u200bb\n```"_s << QString();
    }
    void saysThatThereIsWhatCannotBeSeen()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        Fixture f({support::question(1, text), support::answer(2, text)});
        for (const int row : {0, 1}) {
            QVERIFY2(f.notice(row).contains(words), qPrintable(f.notice(row)));
            QCOMPARE(f.notice(row).isEmpty(), words.isEmpty());
            const bool isLeftOut = words == u"left out"_s;
            QCOMPARE(f.button(row, u"Show them"_s) != nullptr, !words.isEmpty() && !isLeftOut);
        }
    }

    void showsItAsMarksAndCopiesTheSame()
    {
        Fixture f({support::question(1, u"Q"_s), support::answer(2, hidden)});
        const QString exact = f.copied();
        QVERIFY(exact.contains(base::displayText(hidden)));
        const QString read = f.message(1)->textInterface()->text(0, -1);
        f.view.setFocus();
        const QImage before = support::shown(f.view);
        f.press(f.button(1, u"Show them"_s));
        QVERIFY(!f.button(1, u"Show them"_s));
        const QImage marked = support::shown(f.view);
        QVERIFY(!support::difference(before, marked).isEmpty());
        QCOMPARE(support::unpainted(f.view), QString());
        QCOMPARE(f.copied(), exact);
        QCOMPARE(f.message(1)->textInterface()->text(0, -1), read);
        // Every character has a place that takes room now.
        const auto at = static_cast<int>(read.indexOf(QChar(0x2066)));
        QVERIFY(f.message(1)->textInterface()->characterRect(at).width() > 3);
        f.press(f.button(1, u"Hide them"_s));
        QCOMPARE(support::difference(before, support::shown(f.view)), QString());
    }

    void waitsUntilTheAnswerIsThere()
    {
        Fixture f({support::question(1, u"Q"_s)});
        f.list.append(support::streamingAnswer(2));
        f.list.grow(1, {hidden, {}});
        support::settle(f.view);
        QVERIFY(!f.notice(1).contains(u"cannot be seen"_s));
        support::finish(f.list);
        support::settle(f.view);
        QVERIFY(f.notice(1).contains(u"cannot be seen"_s));
    }
};

QTEST_MAIN(TestTranscriptUnseen)
#include "tst_TranscriptUnseen.moc"
