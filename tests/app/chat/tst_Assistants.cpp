// The assistants: made once, kept in their order, brought back when asked; and the conversations that use
// them.
#include "chat/Assistants.h"
#include "chat/Sessions.h"
#include "support/ChatRoom.h"
#include "support/Options.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

QList<Assistant> starting()
{
    return {
        {.id = 1, .name = u"Simple"_s, .systemPrompt = u"Be brief."_s},
        {.id = 2, .name = u"Code"_s, .parameters = support::generation(0.2), .suggestions = {u"Explain:"_s}}};
}

QStringList names(const Assistants &assistants)
{
    QStringList names;
    for (const Assistant &one : assistants.all())
        names.append(one.name);
    return names;
}

} // namespace

class TestAssistants : public support::ChatRoom
{
    Q_OBJECT
private:
    // As another start of the program finds them.
    std::unique_ptr<Assistants> loaded(const Assistants::Starting &first = starting)
    {
        auto assistants = std::make_unique<Assistants>(*m_store, first);
        return QTest::qWaitFor([&] { return assistants->isLoaded(); }, 10'000) ? std::move(assistants)
                                                                               : nullptr;
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void makesTheStartingOnesOnce()
    {
        auto first = loaded();
        QVERIFY(first);
        QCOMPARE(first->all(), starting());
        first->remove(1);
        first->remove(2);
        QCOMPARE(first->all(), QList<Assistant>());
        // Also by a program that begins with others.
        const auto again = loaded([] { return QList<Assistant>{{.id = 9, .name = u"Else"_s}}; });
        QVERIFY(again);
        QCOMPARE(again->all(), QList<Assistant>());
    }

    void speaksTheLanguageOfTheMomentUntilItIsChanged()
    {
        bool isChinese = false;
        const auto words = [&isChinese] {
            QList<Assistant> all = starting();
            if (isChinese) {
                all[0].name = u"快问快答"_s;
                all[1].name = u"写代码"_s;
            }
            return all;
        };
        const auto first = loaded(words);
        QVERIFY(first);
        Assistant mine = first->all().at(1);
        mine.systemPrompt = u"Mine."_s;
        first->save(mine);
        isChinese = true;
        first->followLanguage();
        QCOMPARE(names(*first), (QStringList{u"快问快答"_s, u"Code"_s}));
        first->setForNewChats(1);
        const auto again = loaded(words);
        QVERIFY(again);
        QCOMPARE(names(*again), (QStringList{u"快问快答"_s, u"Code"_s}));
        isChinese = false;
        const auto english = loaded(words);
        QVERIFY(english);
        QCOMPARE(names(*english), (QStringList{u"Simple"_s, u"Code"_s}));
        QCOMPARE(english->find(2)->systemPrompt, u"Mine."_s);
    }

    void keepsEverythingInItsOrder()
    {
        const Assistant full{.id = newId(),
                             .name = u"写作 'x'; --"_s,
                             .icon = u"pencil"_s,
                             .systemPrompt = u"写得清楚。\n\"第二行\""_s,
                             .model = u"qwen3:8b"_s,
                             .parameters = support::generation(0.0, 5, 4096, 77, {}, false),
                             .suggestions = {u"写一封信"_s, u"a, \"b\""_s}};
        auto assistants = loaded();
        QVERIFY(assistants);
        assistants->insert(1, full);
        assistants->move(1, -5);
        assistants->setForNewChats(2);
        Assistant simple = full;
        simple.id = 1;
        simple.name = u"  My \n simple\u202e "_s;
        assistants->save(simple);
        simple.name = u"My simple"_s;
        const QList<Assistant> expected{simple, full, starting()[1]};
        QCOMPARE(assistants->all(), expected);
        const auto again = loaded();
        QVERIFY(again);
        QCOMPARE(again->all(), expected);
        QCOMPARE(again->forNewChats(), 2);
        again->remove(2);
        QCOMPARE(again->forNewChats(), 0);
    }

    void changesNothingThatIsNotThere()
    {
        auto assistants = loaded();
        QVERIFY(assistants);
        const QSignalSpy changed(assistants.get(), &Assistants::changed);
        assistants->save({.id = 5, .name = u"x"_s});
        assistants->save({.id = 1, .name = u" \u202e "_s});
        assistants->save(starting()[0]);
        assistants->insert(0, starting()[0]);
        assistants->remove(5);
        assistants->move(5, 1);
        assistants->move(2, 1);
        assistants->setForNewChats(5);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(assistants->all(), starting());
        QVERIFY(!assistants->find(5));
    }

    void changesNothingBeforeTheyAreRead()
    {
        Assistants assistants(*m_store, starting);
        QVERIFY(!assistants.add({{.name = u"Early"_s}}));
        assistants.insert(0, {.id = 5, .name = u"Early"_s});
        assistants.reset();
        QVERIFY(assistants.all().isEmpty());
        QTRY_VERIFY(assistants.isLoaded());
        QCOMPARE(assistants.all(), starting());
    }

    void givesWhatIsAddedANameAndAnIdOfItsOwn()
    {
        auto assistants = loaded();
        QVERIFY(assistants);
        QVERIFY(assistants->add({starting()[1], starting()[1], {.name = u"New"_s}}));
        QCOMPARE(names(*assistants),
                 (QStringList{u"Simple"_s, u"Code"_s, u"Code 2"_s, u"Code 3"_s, u"New"_s}));
        QSet<Id> ids;
        for (const Assistant &one : assistants->all())
            ids.insert(one.id);
        QCOMPARE(ids.size(), 5);
        QCOMPARE(assistants->all()[3].suggestions, starting()[1].suggestions);
        const QList<Assistant> before = assistants->all();
        QVERIFY(!assistants->add(QList<Assistant>(mostAssistants - 4, {.name = u"Many"_s})));
        QCOMPARE(assistants->all(), before);
        QVERIFY(assistants->add(QList<Assistant>(mostAssistants - 5, {.name = u"Many"_s})));
    }

    void bringsBackTheStartingOnesAndLeavesTheOthers()
    {
        auto assistants = loaded();
        QVERIFY(assistants);
        QVERIFY(assistants->add({{.name = u"Mine"_s}}));
        assistants->remove(1);
        QVERIFY(assistants->changedStarting().isEmpty());
        Assistant code = starting()[1];
        code.systemPrompt = u"Mine."_s;
        assistants->save(code);
        QCOMPARE(assistants->changedStarting(), QList{code});
        assistants->reset();
        QCOMPARE(names(*assistants), (QStringList{u"Code"_s, u"Mine"_s, u"Simple"_s}));
        QCOMPARE(*assistants->find(2), starting()[1]);
        QVERIFY(assistants->changedStarting().isEmpty());
    }

    void belongsToAConversation()
    {
        const backend::GenerationOptions own = support::generation(1.5, {}, {}, 4);
        auto one = session(support::freshConversation());
        one->setAssistant(2);
        one->setParameters(own);
        one->send(u"q"_s, support::turnOptions());
        m_backend->lastChat()->deliver(u"a"_s);
        m_backend->lastChat()->finish();
        const auto branch = one->branch(one->transcript().message(1).id, u"b"_s, 0);
        QVERIFY(branch);
        one.reset();
        QList<Conversation> kept = listed();
        QCOMPARE(kept.size(), 2);
        for (const Conversation &conversation : kept) {
            QCOMPARE(conversation.assistant, 2);
            QCOMPARE(conversation.parameters, own);
        }
        // What is changed later is saved without another question.
        auto again = session(kept[0]);
        again->setParameters({});
        again->setAssistant(0);
        again.reset();
        kept = listed();
        const auto changed =
            std::ranges::count(kept, backend::GenerationOptions(), &Conversation::parameters);
        QCOMPARE(changed, 1);
    }

    void beginsANewChatWithoutThoseOfTheLast()
    {
        Sessions sessions(*m_backend, *m_store);
        ChatSession *fresh = sessions.startNew(u"m"_s, u"p"_s);
        fresh->setAssistant(2);
        fresh->setParameters(support::generation(0.1));
        QCOMPARE(sessions.startNew(u"m"_s, u"p"_s), fresh);
        QCOMPARE(fresh->conversation().assistant, 0);
        QCOMPARE(fresh->conversation().parameters, backend::GenerationOptions());
        // What was chosen for a question that is half written is for that question.
        fresh->setAssistant(1);
        fresh->setSystemPrompt(u"Be brief."_s);
        fresh->setParameters(support::generation(0.1));
        fresh->setDraft(u"half"_s);
        QCOMPARE(sessions.startNew(u"m"_s, u"p"_s), fresh);
        QCOMPARE(fresh->conversation().assistant, 1);
        QCOMPARE(fresh->conversation().systemPrompt, u"Be brief."_s);
        QCOMPARE(fresh->conversation().parameters, support::generation(0.1));
    }
};

QTEST_GUILESS_MAIN(TestAssistants)
#include "tst_Assistants.moc"
