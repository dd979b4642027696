#include "chat/Continuation.h"

namespace chat {

bool canContinue(const Message &answer)
{
    if (answer.role != backend::Role::Assistant || answer.text.isEmpty())
        return false;
    switch (answer.state) {
    case MessageState::Stopped:
    case MessageState::Interrupted:
    case MessageState::Failed:
        return true;
    case MessageState::Complete:
        return answer.summary.reason == backend::StopReason::Length;
    case MessageState::Streaming:
        return false;
    }
    Q_UNREACHABLE();
}

bool onlyThought(const Message &answer)
{
    const bool isLimited =
        answer.state == MessageState::Complete && answer.summary.reason == backend::StopReason::Length;
    return answer.role == backend::Role::Assistant && answer.text.isEmpty() && !answer.thinking.isEmpty() &&
           (isLimited || answer.state == MessageState::Stopped);
}

backend::ChatSummary joined(const backend::ChatSummary &first, const backend::ChatSummary &second)
{
    backend::ChatSummary both;
    if (first.answerTokens > 0 && second.answerTokens > 0) {
        both = first;
        both.answerTokens += second.answerTokens;
        both.total += second.total;
        both.generation += second.generation;
    }
    both.reason = second.reason;
    return both;
}

} // namespace chat
