#include "support/Transcripts.h"

namespace support {

using namespace std::chrono_literals;

chat::Message question(chat::Id id, const QString &text)
{
    chat::Message message;
    message.id = id;
    message.role = backend::Role::User;
    message.text = text;
    message.created = QDateTime::currentDateTimeUtc();
    return message;
}

chat::Message answer(chat::Id id, const QString &text)
{
    chat::Message message = question(id, text);
    message.role = backend::Role::Assistant;
    message.model = QStringLiteral("qwen3:8b");
    message.firstToken = 900ms;
    message.summary.answerTokens = 386;
    message.summary.generation = 8s;
    return message;
}

chat::Message streamingAnswer(chat::Id id)
{
    chat::Message message = answer(id, QString());
    message.state = chat::MessageState::Streaming;
    message.firstToken = 0ms;
    message.summary = {};
    return message;
}

QList<chat::Message> conversation(int count)
{
    QList<chat::Message> messages;
    messages.reserve(count);
    for (int i = 1; i <= count; ++i) {
        messages.append(
            i % 2 == 1
                ? question(i, QStringLiteral("Question %1, which is a little longer than a line?").arg(i))
                : answer(i, QStringLiteral("Answer **%1**.\n\n- one\n- two\n\nThe `end` of it.").arg(i)));
    }
    return messages;
}

void finish(chat::TranscriptList &list)
{
    const int row = list.rowCount() - 1;
    chat::Message message = list.message(row);
    message.state = chat::MessageState::Complete;
    list.replace(row, message);
}

} // namespace support
