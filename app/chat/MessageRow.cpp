#include "chat/MessageRow.h"

#include "chat/StoredWords.h"

using namespace Qt::StringLiterals;

namespace chat::rows {

QVariant milliseconds(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeOf(const QVariant &milliseconds)
{
    return milliseconds.isNull() ? QDateTime()
                                 : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

const QString &messageColumns()
{
    static const QString columns =
        u"id, parent, role, text, thinking, state, model, created, reason, prompt_tokens, "
        "answer_tokens, total_ns, load_ns, prompt_ns, generation_ns, first_token_ms, "
        "thinking_ms, error_kind, error_detail, server"_s;
    return columns;
}

Message messageOf(const QSqlQuery &row)
{
    using std::chrono::milliseconds;
    using std::chrono::nanoseconds;
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    Message message;
    message.id = next().toLongLong();
    message.parentId = next().toLongLong();
    message.role = meaning(roles, next().toString(), backend::Role::User);
    message.text = next().toString();
    message.thinking = next().toString();
    message.state = meaning(states, next().toString(), MessageState::Interrupted);
    message.model = next().toString();
    message.created = timeOf(next());
    message.summary.reason = meaning(reasons, next().toString(), backend::StopReason::Other);
    message.summary.promptTokens = next().toLongLong();
    message.summary.answerTokens = next().toLongLong();
    message.summary.total = nanoseconds(next().toLongLong());
    message.summary.load = nanoseconds(next().toLongLong());
    message.summary.promptEvaluation = nanoseconds(next().toLongLong());
    message.summary.generation = nanoseconds(next().toLongLong());
    message.firstToken = milliseconds(next().toLongLong());
    message.thinkingTime = milliseconds(next().toLongLong());
    if (const QVariant kind = next(); !kind.isNull())
        message.error = base::Error{meaning(errorKinds, kind.toString(), Kind::Protocol), next().toString()};
    else
        next();
    message.server = next().toString();
    return message;
}

QVariantList valuesOf(const Message &message)
{
    const backend::ChatSummary &summary = message.summary;
    return {
        message.id,
        message.parentId,
        word(roles, message.role),
        text(message.text),
        text(message.thinking),
        word(states, message.state),
        text(message.model),
        milliseconds(message.created),
        word(reasons, summary.reason),
        summary.promptTokens,
        summary.answerTokens,
        qint64(summary.total.count()),
        qint64(summary.load.count()),
        qint64(summary.promptEvaluation.count()),
        qint64(summary.generation.count()),
        qint64(message.firstToken.count()),
        qint64(message.thinkingTime.count()),
        message.error ? QVariant(word(errorKinds, message.error->kind)) : QVariant(),
        message.error ? text(message.error->detail) : u""_s,
        text(message.server),
    };
}

} // namespace chat::rows
