// From Ctrl+Shift+F in the real window to the message on its branch.
#include "chat/TranscriptView.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTest>

using support::Desk;
using support::FakeOllama;

namespace {

const QString model = QStringLiteral("gemma3:270m");

// A question with two answers, the second of which is shown, and `more` turns below it.
chat::Conversation branched(const Desk &desk, int more)
{
    chat::Conversation one;
    one.id = chat::newId();
    one.title = QStringLiteral("Branches");
    one.model = model;
    one.created = one.updated = QDateTime::currentDateTimeUtc();
    QList<chat::Message> messages;
    const auto add = [&](backend::Role role, chat::Id parent, const QString &text) {
        chat::Message message = chat::newMessage(role, parent);
        message.text = text;
        messages.append(message);
        return message.id;
    };
    const chat::Id asked = add(backend::Role::User, 0, QStringLiteral("Where is the stone?"));
    const chat::Id first = add(backend::Role::Assistant, asked, QStringLiteral("On the **old** branch."));
    add(backend::Role::User, first, QStringLiteral("And 砚台?"));
    chat::Id last = add(backend::Role::Assistant, asked, QStringLiteral("On the new branch."));
    for (int turn = 0; turn < more; ++turn) {
        last = add(backend::Role::User, last, QStringLiteral("Question %1").arg(turn));
        last = add(backend::Role::Assistant, last,
                   QStringLiteral("line\n\n").repeated(30) + QStringLiteral("Answer n%1").arg(turn));
    }
    one.leafId = last;
    desk.core->store().save(one, messages);
    return one;
}

bool isSaved(const Desk &desk)
{
    bool isDone = false;
    desk.core->store().flush(desk.window.get(), [&isDone] { isDone = true; });
    return QTest::qWaitFor([&] { return isDone; }) &&
           QTest::qWaitFor([&] { return desk.core->conversations().conversationCount() > 0; }) &&
           QTest::qWaitFor(
               [&] { return desk.core->store().state() == chat::ConversationStore::State::Saved; });
}

// By the keys a person presses.
void searchFor(const Desk &desk, const QString &words)
{
    QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *field = desk.find<QLineEdit>("conversationSearch");
    QCOMPARE(desk.window->focusWidget(), field);
    field->setText(words);
    const auto *results = desk.find<QListView>("searchResults");
    QTRY_VERIFY(results->isVisible());
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void jumpsToAMessageOfAnotherBranch()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        const chat::Conversation one = branched(desk, 0);
        QVERIFY(isSaved(desk));
        desk.window->show(ui::Page::Settings);
        searchFor(desk, QStringLiteral("砚台"));
        QTRY_COMPARE(desk.core->sessions().current()->conversation().id, one.id);
        QTRY_COMPARE(desk.last().text, QStringLiteral("And 砚台?"));
        auto *transcript = desk.window->findChild<ui::TranscriptView *>();
        QTRY_VERIFY(transcript->isFindOpen());
        QCOMPARE(desk.find<QLineEdit>("findText")->text(), QStringLiteral("砚台"));
        QCOMPARE(desk.window->focusWidget(), transcript);
        // What is on the shown path needs no other branch.
        searchFor(desk, QStringLiteral("stone"));
        QTRY_COMPARE(desk.find<QLineEdit>("findText")->text(), QStringLiteral("stone"));
        QCOMPARE(desk.last().text, QStringLiteral("And 砚台?"));
        searchFor(desk, QStringLiteral("\"new branch\""));
        QTRY_COMPARE(desk.last().text, QStringLiteral("On the new branch."));
    }

    void jumpsFarUpInALongConversation()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        branched(desk, 150);
        QVERIFY(isSaved(desk));
        searchFor(desk, QStringLiteral("n7"));
        auto *transcript = desk.window->findChild<ui::TranscriptView *>();
        QTRY_COMPARE(desk.transcript().rowCount(), 302);
        const auto *count = desk.find<QLabel>("findCount");
        QTRY_VERIFY2(count->text().startsWith(QStringLiteral("1 of ")), qPrintable(count->text()));
        QVERIFY(!transcript->isAtEnd());
        QVERIFY(transcript->verticalScrollBar()->value() < transcript->verticalScrollBar()->maximum() / 5);
        QTest::keyClick(transcript, Qt::Key_Escape);
        QTRY_VERIFY(!transcript->isFindOpen());
    }

    void staysWithTheMessageWhereTheWordsCannotBeSeen()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        chat::Conversation one;
        one.id = chat::newId();
        one.title = QStringLiteral("Links");
        one.created = one.updated = QDateTime::currentDateTimeUtc();
        QList<chat::Message> messages;
        for (int count = 0; count < 60; ++count) {
            chat::Message message = chat::newMessage(backend::Role::User, one.leafId);
            message.text = QStringLiteral("line\n\n").repeated(20);
            if (count == 50)
                message.text = QStringLiteral("[here](http://canary.example/)");
            if (count == 10)
                message.text += QStringLiteral("canary");
            one.leafId = message.id;
            messages.append(message);
        }
        desk.core->store().save(one, messages);
        QVERIFY(isSaved(desk));
        searchFor(desk, QStringLiteral("canary"));
        auto *transcript = desk.window->findChild<ui::TranscriptView *>();
        const auto *count = desk.find<QLabel>("findCount");
        QTRY_VERIFY(transcript->isFindOpen());
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 1"));
        // What was never on the screen counts with an estimate only.
        const int there = transcript->verticalScrollBar()->value();
        QVERIFY(there > transcript->verticalScrollBar()->maximum() / 3);
        QTest::keyClick(desk.window.get(), Qt::Key_F3); // and now to what can be seen
        QTRY_VERIFY(transcript->verticalScrollBar()->value() < there / 2);
    }

private:
    support::TempHome m_home;
};

QTEST_MAIN(TestSearch)
#include "tst_Search.moc"
