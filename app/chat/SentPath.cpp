#include "chat/SentPath.h"

#include <algorithm>

namespace chat {

int firstSentRow(const Cut &cut, Path path)
{
    if (cut.after == 0)
        return 0;
    const auto found = std::ranges::find(path, cut.after, &Message::id);
    return found == path.end() ? 0 : static_cast<int>(found - path.begin()) + 1;
}

// Said to the model, not to the person: in one language, as what it is trained on is.
QString instructionsOf(const Conversation &conversation, int firstSent)
{
    const QString prompt =
        conversation.systemPrompt.trimmed().isEmpty() ? QString() : conversation.systemPrompt;
    if (firstSent == 0 || conversation.cut.summary.isEmpty())
        return prompt;
    const QString note =
        QStringLiteral("Summary of the earlier part of this conversation, which is not repeated here:\n") +
        conversation.cut.summary;
    return prompt.isEmpty() ? note : prompt + QStringLiteral("\n\n") + note;
}

} // namespace chat
