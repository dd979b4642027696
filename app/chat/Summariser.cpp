#include "chat/Summariser.h"

#include "chat/TokenEstimate.h"

#include <algorithm>
#include <cmath>

namespace chat {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

// A part takes half of the window; what is asked for it, its summary and an estimate that is too low the
// rest.
constexpr double shareOfWindow = 0.5;
constexpr qint64 usualWindow = 4096;
constexpr qsizetype leastAtOnce =
    400;                             // characters; a window that does not take these takes no question either
constexpr qint64 leastSummary = 128; // tokens
constexpr qint64 mostSummary = 512;

// To the model, not to a person.
const QString instruction = QStringLiteral(
    "Summarise the part of a conversation below, so that the conversation can go on without it. Keep names, "
    "numbers, decisions, and what is still open. Write in the language of the conversation, 150 words at "
    "most, "
    "and nothing but the summary.");

QString questionFor(const QString &before, const QString &part)
{
    QString question = instruction;
    if (!before.isEmpty())
        question += u"\n\nWhat came before, already summarised (keep it in the summary):\n"_s + before;
    return question + u"\n\nThe conversation:\n"_s + part;
}

qsizetype charactersFor(const SummaryTask &task)
{
    const auto window = static_cast<double>(task.window > 0 ? task.window : usualWindow);
    const double perCharacter = std::max(estimatedTokens(task.text), 1.0) /
                                static_cast<double>(std::max<qsizetype>(task.text.size(), 1));
    return std::max(leastAtOnce, static_cast<qsizetype>(window * shareOfWindow / perCharacter));
}

} // namespace

QString spokenText(Path messages)
{
    QString text;
    for (const Message &message : messages) {
        if (!isSent(message) || message.text.trimmed().isEmpty())
            continue;
        text += message.role == backend::Role::Assistant ? u"Assistant: "_s : u"User: "_s;
        text += message.text.trimmed() + u"\n\n"_s;
    }
    return text;
}

Summariser::Summariser(backend::Backend &backend, const SummaryTask &task, QObject *parent)
    : Operation(parent)
    , m_backend(backend)
    , m_task(task)
    , m_atOnce(charactersFor(task))
{
    const qint64 window = task.window > 0 ? task.window : usualWindow;
    m_task.request.options.maxTokens = static_cast<int>(std::clamp(window / 8, leastSummary, mostSummary));
    if (m_task.request.options.think)
        m_task.request.options.think = false;
    QMetaObject::invokeMethod(this, &Summariser::askNext, Qt::QueuedConnection);
}

// Ends at a line where there is one in its second half.
QString Summariser::nextPart() const
{
    const QString part = m_task.text.mid(m_done, m_atOnce);
    if (m_done + part.size() >= m_task.text.size())
        return part;
    const qsizetype line = part.lastIndexOf(u'\n');
    return line > part.size() / 2 ? part.first(line + 1) : part;
}

void Summariser::askNext()
{
    if (isDone())
        return;
    const QString part = nextPart();
    m_asked = part.size();
    m_answer.clear();
    const qsizetype left = m_task.text.size() - m_done - m_asked;
    const int parts = static_cast<int>((left + m_atOnce - 1) / m_atOnce);
    const int number = static_cast<int>((m_done + m_atOnce - 1) / m_atOnce) + 1;
    Q_EMIT progressed(number, number + parts);
    m_task.request.messages = {{backend::Role::User, questionFor(m_task.before, part)}};
    m_chat = m_backend.chat(m_task.request, this);
    connect(m_chat, &backend::ChatOperation::received, this,
            [this](const backend::ChatDelta &delta) { m_answer += delta.text; });
    connect(m_chat, &backend::ChatOperation::finished, this, &Summariser::take);
    connect(m_chat, &base::Operation::failed, this, &Summariser::takeFailure);
}

void Summariser::take(const backend::ChatSummary &)
{
    const QString summary = m_answer.trimmed();
    if (summary.isEmpty())
        return fail({Error::Kind::Protocol, {}});
    m_task.before = summary;
    m_done += m_asked;
    if (m_done < m_task.text.size())
        return askNext();
    succeed([this] { Q_EMIT finished(m_task.before); });
}

// Smaller parts, where the window is smaller than was thought.
void Summariser::takeFailure(const Error &error)
{
    if (error.kind != Error::Kind::ContextFull || m_atOnce <= leastAtOnce)
        return fail(error);
    m_atOnce = std::max(leastAtOnce, std::min(m_atOnce, m_asked) / 2);
    askNext();
}

void Summariser::stop()
{
    if (m_chat) {
        m_chat->disconnect(this);
        m_chat->cancel();
    }
}

} // namespace chat
