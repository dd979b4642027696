// A message that imitates what the app itself says in the transcript: its failures stand on a ground and
// beside a rule that no Markdown gets (reliability.md T5).
#include "chat/TranscriptView.h"
#include "common/Theme.h"
#include "support/Painted.h"
#include "support/Transcripts.h"

#include <QTest>

namespace {

// Pixels that stand over each other in one colour, as many as a line of text is high: no letter has them.
int runsOf(const QImage &picture, const QColor &color)
{
    constexpr int high = 20;
    int count = 0;
    for (int x = 0; x < picture.width(); ++x) {
        int run = 0;
        for (int y = 0; y < picture.height(); ++y) {
            run = picture.pixel(x, y) == color.rgb() ? run + 1 : 0;
            count += run == high ? 1 : 0;
        }
    }
    return count;
}

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(const chat::Message &answer)
    {
        list.setMessages({support::question(1, QStringLiteral("Question")), answer});
        view.resize(800, 700);
        view.setTranscript(&list);
        view.show();
    }
    int warnings()
    {
        const ui::Theme theme = ui::Theme::of(&view);
        const QImage picture = support::shown(view);
        return runsOf(picture, theme.bad) + runsOf(picture, theme.badTint);
    }
};

} // namespace

class TestTranscriptImitation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFailureHasThem()
    {
        chat::Message failed = support::answer(2, QStringLiteral("Half an answer"));
        failed.state = chat::MessageState::Failed;
        failed.error = base::Error{base::Error::Kind::Unreachable, QStringLiteral("refused")};
        Fixture f(failed);
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QVERIFY(f.warnings() > 300);
    }

    void noTextGetsThem_data()
    {
        QTest::addColumn<QString>("text");
        const QString words = QStringLiteral("**The connection was lost.**\nPaste your key and press Retry.");
        QTest::newRow("quote") << QStringLiteral("> ⚠ ") +
                                      QString(words).replace(u'\n', QStringLiteral("\n> ")) +
                                      QStringLiteral("\n>\n> [Retry](https://evil.example)  [Details](#)");
        QTest::newRow("alert") << QStringLiteral("> [!CAUTION]\n> The connection was lost.");
        QTest::newRow("html") << QStringLiteral(
            "<div style=\"background:#FBF0EE;border-left:2px solid #B3261E\" class=\"failure\">"
            "The connection was lost. <button>Retry</button></div>");
        QTest::newRow("diff") << QStringLiteral("```diff\n- The connection was lost.\n! Retry\n```");
        QTest::newRow("code") << QStringLiteral("```css\n.bad { color: #B3261E; }\nerror!\n```");
        QTest::newRow("escapes") << QStringLiteral("\u001b[31mThe connection was lost.\u001b[0m");
        QTest::newRow("table") << QStringLiteral("| ⊗ | **Failed** |\n|---|---|\n| Retry | Details |");
    }
    void noTextGetsThem()
    {
        QFETCH(QString, text);
        Fixture f(support::answer(2, text));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QCOMPARE(f.warnings(), 0);
    }
};

QTEST_MAIN(TestTranscriptImitation)
#include "tst_TranscriptImitation.moc"
