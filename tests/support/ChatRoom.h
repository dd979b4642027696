// A store on disk and a server the test holds in its hand, for tests of conversations at work.
#pragma once

#include "chat/ChatSession.h"
#include "support/FakeBackend.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

inline chat::TurnOptions turnOptions()
{
    chat::TurnOptions options;
    options.model = QStringLiteral("qwen3:4b");
    options.generation.temperature = 0.5;
    options.firstByteTimeout = std::chrono::milliseconds(1234);
    return options;
}

inline chat::Conversation freshConversation()
{
    chat::Conversation one;
    one.id = chat::newId();
    return one;
}

class ChatRoom : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<chat::ConversationStore> m_store;
    std::unique_ptr<FakeBackend> m_backend;

    std::unique_ptr<chat::ChatSession> session(const chat::Conversation &conversation)
    {
        return std::make_unique<chat::ChatSession>(*m_backend, *m_store, conversation);
    }

    // What the store has of a conversation, after everything asked so far.
    QList<chat::Message> stored(chat::Id id)
    {
        std::optional<base::Result<QList<chat::Message>>> path;
        m_store->path(this, id, [&](const base::Result<QList<chat::Message>> &found) { path = found; });
        if (!QTest::qWaitFor([&] { return path.has_value(); }, 10'000) || !*path)
            return {};
        return **path;
    }

    QList<chat::Conversation> listed()
    {
        std::optional<base::Result<QList<chat::Conversation>>> all;
        m_store->conversations(this,
                               [&](const base::Result<QList<chat::Conversation>> &found) { all = found; });
        if (!QTest::qWaitFor([&] { return all.has_value(); }, 10'000) || !*all)
            return {};
        return **all;
    }

    // A conversation with one finished turn, on disk.
    chat::Conversation finishedTurn(const QString &question = QStringLiteral("q1"),
                                    const QString &answer = QStringLiteral("a1"))
    {
        auto one = session(freshConversation());
        one->send(question, turnOptions());
        m_backend->lastChat()->deliver(answer);
        m_backend->lastChat()->finish();
        return one->conversation();
    }

    void open()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<FakeBackend>();
        m_store = std::make_unique<chat::ConversationStore>(m_folder->filePath(QStringLiteral("chats.db")));
    }
    void close()
    {
        m_store.reset();
        m_backend.reset();
    }
};

} // namespace support
