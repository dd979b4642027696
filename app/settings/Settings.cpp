#include "settings/Settings.h"

#include "base/Text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace settings {
namespace {

using base::Error;
using base::Result;

constexpr int themeCount = 3;
constexpr int sendKeyCount = 2;
constexpr std::array<const char *, themeCount> themeNames{"system", "light", "dark"};
constexpr std::array<const char *, sendKeyCount> sendKeyNames{"enter", "ctrl-enter"};
constexpr qsizetype modelNameLimit = 400;

std::unexpected<Error> refused(const QVariant &value)
{
    return base::failure(Error::Kind::Invalid, base::displayLine(value.toString()));
}

bool isWithin(Key key, double number)
{
    const Range allowed = range(key);
    return std::isfinite(number) && number >= allowed.minimum && number <= allowed.maximum;
}

// A whole number within the key's range; QVariant::toInt() would round 5.5 and wrap large numbers.
std::optional<int> wholeNumber(Key key, const QVariant &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || value.typeId() == QMetaType::Bool || !isWithin(key, number) ||
        number != std::floor(number))
        return std::nullopt;
    return static_cast<int>(number);
}

template <auto Member>
QVariant get(const Settings &settings)
{
    return settings.*Member;
}

template <auto Member>
QVariant getOptional(const Settings &settings)
{
    const auto &value = settings.*Member;
    return value ? QVariant(*value) : QVariant();
}

template <Key key, auto Member>
Result<void> setNumber(Settings &settings, const QVariant &value)
{
    const auto number = wholeNumber(key, value);
    if (!number)
        return refused(value);
    settings.*Member = *number;
    return {};
}

template <Key key, auto Member>
Result<void> setOptionalNumber(Settings &settings, const QVariant &value)
{
    if (value.isValid())
        return setNumber<key, Member>(settings, value);
    settings.*Member = std::nullopt;
    return {};
}

// 0 stands for "not chosen" and lies outside the range.
template <Key key, auto Member>
Result<void> setFontSize(Settings &settings, const QVariant &value)
{
    bool isNumber = false;
    if (value.toDouble(&isNumber) == 0 && isNumber && value.typeId() != QMetaType::Bool) {
        settings.*Member = 0;
        return {};
    }
    return setNumber<key, Member>(settings, value);
}

template <auto Member, const auto &names>
QVariant getWord(const Settings &settings)
{
    return QString::fromLatin1(names[static_cast<std::size_t>(settings.*Member)]);
}

template <auto Member, const auto &names>
Result<void> setWord(Settings &settings, const QVariant &value)
{
    const QString word = value.toString();
    const auto found =
        std::ranges::find_if(names, [&](const char *name) { return word == QLatin1String(name); });
    if (found == names.end())
        return refused(value);
    using Enum = std::remove_reference_t<decltype(settings.*Member)>;
    settings.*Member = static_cast<Enum>(found - names.begin());
    return {};
}

Result<void> setTemperature(Settings &settings, const QVariant &value)
{
    if (!value.isValid()) {
        settings.temperature = std::nullopt;
        return {};
    }
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || value.typeId() == QMetaType::Bool || !isWithin(Key::Temperature, number))
        return refused(value);
    settings.temperature = std::round(number * 100) / 100;
    return {};
}

Result<void> setDefaultModel(Settings &settings, const QVariant &value)
{
    const QString name = value.toString().trimmed();
    if (name != base::displayLine(name, modelNameLimit))
        return refused(value);
    settings.defaultModel = name;
    return {};
}

Result<void> setSystemPrompt(Settings &settings, const QVariant &value)
{
    const QString prompt = value.toString();
    if (!value.canConvert<QString>() || prompt.size() > systemPromptLimit)
        return base::failure(Error::Kind::Invalid, QString::number(prompt.size()));
    settings.systemPrompt = prompt;
    return {};
}

Result<void> setLanguage(Settings &settings, const QVariant &value)
{
    static constexpr std::array known{"", "en", "zh_CN"};
    const QString language = value.toString();
    if (std::ranges::none_of(known, [&](const char *name) { return language == QLatin1String(name); }))
        return refused(value);
    settings.language = language;
    return {};
}

template <bool Settings::*member>
Result<void> setSwitch(Settings &settings, const QVariant &value)
{
    const QString word = value.toString();
    if (word != QLatin1String("true") && word != QLatin1String("false"))
        return refused(value);
    settings.*member = word == QLatin1String("true");
    return {};
}

// Two times of day, of which the second may be on the next.
Result<void> setDownloadHours(Settings &settings, const QVariant &value)
{
    static const QRegularExpression form(
        QStringLiteral("^(([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9])?$"),
        QRegularExpression::DontCaptureOption);
    const QString hours = value.toString();
    if (!value.canConvert<QString>() || !form.match(hours).hasMatch() || hours.endsWith(u'\n'))
        return refused(value);
    settings.downloadHours = hours;
    return {};
}

using S = Settings;
// In the order of Key.
constexpr Field table[] = {
    {Key::Temperature, "generation/temperature", getOptional<&S::temperature>, setTemperature},
    {Key::MaxTokens, "generation/maxTokens", getOptional<&S::maxTokens>,
     setOptionalNumber<Key::MaxTokens, &S::maxTokens>},
    {Key::ContextLength, "generation/contextLength", getOptional<&S::contextLength>,
     setOptionalNumber<Key::ContextLength, &S::contextLength>},
    {Key::KeepAlive, "generation/keepAliveSeconds", getOptional<&S::keepAliveSeconds>,
     setOptionalNumber<Key::KeepAlive, &S::keepAliveSeconds>},
    {Key::DefaultModel, "generation/defaultModel", get<&S::defaultModel>, setDefaultModel},
    {Key::SystemPrompt, "generation/systemPrompt", get<&S::systemPrompt>, setSystemPrompt},
    {Key::Language, "appearance/language", get<&S::language>, setLanguage},
    {Key::Theme, "appearance/theme", getWord<&S::theme, themeNames>, setWord<&S::theme, themeNames>},
    {Key::InterfaceFontSize, "appearance/interfaceFontSize", get<&S::interfaceFontSize>,
     setFontSize<Key::InterfaceFontSize, &S::interfaceFontSize>},
    {Key::TranscriptFontSize, "appearance/transcriptFontSize", get<&S::transcriptFontSize>,
     setFontSize<Key::TranscriptFontSize, &S::transcriptFontSize>},
    {Key::CodeFontSize, "appearance/codeFontSize", get<&S::codeFontSize>,
     setFontSize<Key::CodeFontSize, &S::codeFontSize>},
    {Key::TranscriptZoom, "appearance/transcriptZoom", get<&S::transcriptZoom>,
     setNumber<Key::TranscriptZoom, &S::transcriptZoom>},
    {Key::SendKey, "appearance/sendKey", getWord<&S::sendKey, sendKeyNames>,
     setWord<&S::sendKey, sendKeyNames>},
    {Key::ModelTitles, "generation/modelTitles", get<&S::modelTitles>, setSwitch<&S::modelTitles>},
    {Key::KeepEngineRunning, "server/keepEngineRunning", get<&S::keepEngineRunning>,
     setSwitch<&S::keepEngineRunning>},
    {Key::DownloadsAtOnce, "downloads/atOnce", get<&S::downloadsAtOnce>,
     setNumber<Key::DownloadsAtOnce, &S::downloadsAtOnce>},
    {Key::DownloadHours, "downloads/hours", get<&S::downloadHours>, setDownloadHours},
};

} // namespace

std::span<const Field> fields()
{
    return table;
}

const Field &field(Key key)
{
    return table[static_cast<std::size_t>(key)];
}

Range range(Key key)
{
    switch (key) {
    case Key::Temperature:
        return {0, 2};
    case Key::MaxTokens:
        return {1, 1'000'000};
    case Key::ContextLength:
        return {512, 1'048'576};
    case Key::KeepAlive:
        return {-1, 86'400};
    case Key::InterfaceFontSize:
        return {10, 24};
    case Key::TranscriptFontSize:
        return {10, 32};
    case Key::CodeFontSize:
        return {9, 32};
    case Key::TranscriptZoom:
        return {50, 300};
    case Key::DownloadsAtOnce:
        return {1, 3};
    case Key::DefaultModel:
    case Key::SystemPrompt:
    case Key::Language:
    case Key::Theme:
    case Key::SendKey:
    case Key::ModelTitles:
    case Key::KeepEngineRunning:
    case Key::DownloadHours:
        break;
    }
    return {};
}

} // namespace settings
