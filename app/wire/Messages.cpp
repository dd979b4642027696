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

Json besideOf(const QList<QByteArray> &images)
{
    Json list = Json::array();
    for (const QByteArray &image : images)
        list.push_back(image.toBase64().toStdString());
    return list;
}

// Images first, as the words are about them.
Json partsOf(const backend::ChatMessage &message)
{
    Json parts = Json::array();
    for (const QByteArray &image : message.images) {
        const char *type = image.startsWith("\x89PNG") ? "data:image/png;base64," : "data:image/jpeg;base64,";
        parts.push_back(
            {{"type", "image_url"}, {"image_url", {{"url", type + image.toBase64().toStdString()}}}});
    }
    if (!message.text.isEmpty())
        parts.push_back({{"type", "text"}, {"text", message.text.toStdString()}});
    return parts;
}

} // namespace

Json messagesOf(const QList<backend::ChatMessage> &messages, ImageForm form)
{
    Json result = Json::array();
    for (const backend::ChatMessage &message : messages) {
        Json one{{"role", nameOf(message.role)}, {"content", message.text.toStdString()}};
        if (!message.images.isEmpty() && form == ImageForm::Beside)
            one["images"] = besideOf(message.images);
        else if (!message.images.isEmpty())
            one["content"] = partsOf(message);
        result.push_back(std::move(one));
    }
    return result;
}

} // namespace wire
