// The real window on a scripted engine, and a conversation with it: for tests of what has been said.
// A test class inherits it, calls open() in init() and close() in cleanup().
#pragma once

#include "chat/TranscriptView.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

namespace support {

class ChatDesk
{
protected:
    ChatDesk() { hideEngines(m_home); }

    // Until the first of the models is chosen.
    void open(const QList<FakeModel> &models)
    {
        m_server = std::make_unique<FakeOllama>(models);
        m_desk = std::make_unique<Desk>(m_server->url());
        QTRY_COMPARE(m_desk->modelName(), models.first().name);
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    }
    void close()
    {
        m_desk.reset();
        m_server.reset();
    }
    void ask(const QString &question, const QString &answer)
    {
        m_server->answer = {answer};
        m_desk->ask(question);
        QTRY_COMPARE(m_desk->last().text, answer);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
    }
    ui::TranscriptView *transcript() const { return m_desk->find<ui::TranscriptView>("transcript"); }

    std::unique_ptr<FakeOllama> m_server;
    std::unique_ptr<Desk> m_desk;

private:
    TempHome m_home;
};

} // namespace support
