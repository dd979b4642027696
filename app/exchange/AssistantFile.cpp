#include "exchange/AssistantFile.h"

#include "base/Text.h"
#include "chat/Folder.h"
#include "chat/Parameters.h"
#include "wire/Json.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

using base::Error;
using base::Result;
using wire::Json;
using wire::member;
using wire::rawText;

namespace exchange {

namespace {

// Members in the order they are given, for people look into such files.
using OrderedJson = nlohmann::ordered_json;

constexpr int version = 1;
constexpr char formatName[] = "inkstone-assistants";
constexpr qsizetype longestModel = 400;
constexpr qsizetype longestIcon = 60;

// A text that may be missing, without what can hide in it; absent where it is something else or too long.
std::optional<QString> textFrom(const Json &value, qsizetype longest)
{
    if (!value.is_null() && !value.is_string())
        return std::nullopt;
    const QString text = base::displayText(rawText(value));
    return text.size() <= longest ? std::optional(text) : std::nullopt;
}

std::optional<QStringList> suggestionsFrom(const Json &value)
{
    if (value.is_null())
        return QStringList();
    if (!value.is_array() || value.size() > chat::mostSuggestions)
        return std::nullopt;
    QStringList texts;
    for (const Json &one : value) {
        const auto text = textFrom(one, chat::longestSuggestion);
        if (!text)
            return std::nullopt;
        if (!text->trimmed().isEmpty())
            texts.append(*text);
    }
    return texts;
}

std::optional<chat::Assistant> assistantFrom(const Json &entry)
{
    const QString name = chat::folderName(rawText(member(entry, "name")));
    const auto icon = textFrom(member(entry, "icon"), longestIcon);
    const auto prompt = textFrom(member(entry, "systemPrompt"), chat::longestPrompt);
    const auto model = textFrom(member(entry, "model"), longestModel);
    const auto suggestions = suggestionsFrom(member(entry, "suggestions"));
    const Json &parameters = member(entry, "parameters");
    const bool isWhole = icon && prompt && model && suggestions;
    if (name.isEmpty() || !isWhole || (!parameters.is_null() && !parameters.is_object()))
        return std::nullopt;
    return chat::Assistant{.name = name,
                           .icon = icon->simplified(),
                           .systemPrompt = *prompt,
                           .model = model->simplified(),
                           .parameters = chat::parametersFrom(wire::toBytes(parameters)),
                           .suggestions = *suggestions};
}

OrderedJson jsonOf(const chat::Assistant &assistant)
{
    OrderedJson object;
    object["name"] = assistant.name.toStdString();
    object["icon"] = assistant.icon.toStdString();
    object["systemPrompt"] = assistant.systemPrompt.toStdString();
    object["model"] = assistant.model.toStdString();
    object["parameters"] = OrderedJson::parse(chat::parametersJson(assistant.parameters));
    object["suggestions"] = OrderedJson::array();
    for (const QString &suggestion : assistant.suggestions)
        object["suggestions"].push_back(suggestion.toStdString());
    return object;
}

} // namespace

QByteArray assistantsJson(const QList<chat::Assistant> &assistants)
{
    OrderedJson object;
    object["format"] = formatName;
    object["version"] = version;
    object["program"] = "Inkstone " INKSTONE_VERSION;
    object["assistants"] = OrderedJson::array();
    for (const chat::Assistant &assistant : assistants)
        object["assistants"].push_back(jsonOf(assistant));
    return QByteArray::fromStdString(object.dump(2, ' ', false, OrderedJson::error_handler_t::replace)) +
           '\n';
}

Result<QList<chat::Assistant>> assistantsFrom(const QByteArray &json)
{
    if (json.size() > largestAssistantFile)
        return base::failure(Error::Kind::TooLarge);
    const Json object = wire::parseJson(json);
    const Json &list = member(object, "assistants");
    if (rawText(member(object, "format")) != QLatin1String(formatName) || !list.is_array())
        return base::failure(Error::Kind::Protocol);
    if (const qint64 written = wire::count(object, "version"); written > version)
        return base::failure(Error::Kind::NewerData, QString::number(written));
    if (list.size() > chat::mostAssistants)
        return base::failure(Error::Kind::TooLarge);
    QList<chat::Assistant> assistants;
    for (const Json &entry : list) {
        const auto assistant = assistantFrom(entry);
        if (!assistant)
            return base::failure(Error::Kind::Invalid, QString::number(assistants.size() + 1));
        assistants.append(*assistant);
    }
    return assistants;
}

Result<QList<chat::Assistant>> readAssistants(const QString &path)
{
    // A pipe would be waited for.
    if (!QFileInfo(path).isFile())
        return base::failure(Error::Kind::NotFound);
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return base::failure(Error::Kind::Storage, file.errorString());
    return assistantsFrom(file.read(largestAssistantFile + 1));
}

} // namespace exchange
