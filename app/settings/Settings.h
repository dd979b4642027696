// The person's choices: values, defaults and what is allowed. One table (Settings.cpp) names every key once,
// with its default and its validation; SettingsStore keeps it on disk.
#pragma once

#include "base/Error.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <span>

namespace settings {

enum class Theme { System, Light, Dark };
enum class SendKey { Enter, CtrlEnter };

struct Settings
{
    std::optional<double> temperature = 0.7; // 0..2, two decimals; absent = the model's own
    std::optional<int> maxTokens;            // 1..1,000,000; absent = the model's own
    std::optional<int> contextLength;        // tokens, 512..1,048,576; absent = the server's own
    std::optional<int> keepAliveSeconds;     // 0..86,400; -1 = for ever; absent = the server's own
    QString defaultModel;                    // empty = the one used last
    QString systemPrompt;                    // up to 100,000 characters
    QString language;                        // empty = System, "en", "zh_CN"
    Theme theme = Theme::System;
    int interfaceFontSize = 0;  // pixels, 10..24; 0 = the system's
    int transcriptFontSize = 0; // pixels, 10..32; 0 = from the interface size
    int codeFontSize = 0;       // pixels, 9..32; 0 = from the interface size
    int transcriptZoom = 100;   // percent of the transcript's and the code's size; 50..300
    SendKey sendKey = SendKey::Enter;
    bool modelTitles = false;       // the model improves the titles of conversations
    bool keepEngineRunning = false; // an engine the app started goes on when the app quits
    int downloadsAtOnce = 2;        // 1..3
    QString downloadHours;          // "01:00-07:00", by the clock on the wall; empty = at any time

    bool operator==(const Settings &) const = default;
};

enum class Key {
    Temperature,
    MaxTokens,
    ContextLength,
    KeepAlive,
    DefaultModel,
    SystemPrompt,
    Language,
    Theme,
    InterfaceFontSize,
    TranscriptFontSize,
    CodeFontSize,
    TranscriptZoom,
    SendKey,
    ModelTitles,
    KeepEngineRunning,
    DownloadsAtOnce,
    DownloadHours,
};

// A key as it is written to disk, and how a value gets in and out of Settings. An invalid QVariant stands
// for an absent optional.
struct Field
{
    Key key;
    const char *name; // "generation/temperature"
    QVariant (*get)(const Settings &);
    // Invalid where the value is not allowed; `settings` is then untouched. Repairs what can be repaired
    // (blanks around a name).
    base::Result<void> (*set)(Settings &settings, const QVariant &value);
};

std::span<const Field> fields();
const Field &field(Key key);

// The allowed range of a number, for spin boxes and sentences; {0, 0} for keys that are not numbers.
struct Range
{
    double minimum = 0;
    double maximum = 0;

    bool operator==(const Range &) const = default;
};
Range range(Key key);

// Characters a system prompt may have.
inline constexpr int systemPromptLimit = 100'000;

} // namespace settings
