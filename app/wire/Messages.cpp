#include "wire/Messages.h"

namespace wire {
namespace {

const char *nameOf(backend::Role role)
{
    switch (role) {
    case backend::Role::System:
        return "system";
    case backend::Role::User:
        return "user";
    case backend::Role::Assistant:
        return "assistant";
    }
    Q_UNREACHABLE();
}

} // namespace

Json messagesOf(const QList<backend::ChatMessage> &messages)
{
    Json result = Json::array();
    for (const backend::ChatMessage &message : messages)
        result.push_back({{"role", nameOf(message.role)}, {"content", message.text.toStdString()}});
    return result;
}

} // namespace wire
