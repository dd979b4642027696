#include "common/EnvironmentWords.h"

#include "base/Text.h"
#include "common/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <limits>

namespace ui {
namespace {

using settings::EnvironmentComplaint;
using settings::EnvironmentLine;
using settings::Key;
using Kind = EnvironmentComplaint::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::EnvironmentWords)
};

QString lineText(EnvironmentLine::Wrong wrong)
{
    switch (wrong) {
    case EnvironmentLine::Wrong::NoSign:
        return Words::tr("A line needs the form NAME=value.");
    case EnvironmentLine::Wrong::BadName:
        return Words::tr("A name has letters, digits and underscores.");
    case EnvironmentLine::Wrong::UnclosedQuote:
        return Words::tr("The quote is not closed on this line.");
    case EnvironmentLine::Wrong::AfterQuote:
        return Words::tr("There is text after the closing quote.");
    case EnvironmentLine::Wrong::Nothing:
        break;
    }
    return {};
}

QString rangeText(const EnvironmentComplaint &complaint)
{
    const QLocale locale;
    const auto words = [&](double value) { return locale.toString(value, 'g', 15); };
    if (complaint.range.maximum >= std::numeric_limits<int>::max())
        return Words::tr("%1 is too small; it has to be %2 or more.")
            .arg(complaint.value, words(complaint.range.minimum));
    return Words::tr("%1 is not between %2 and %3.")
        .arg(complaint.value, words(complaint.range.minimum), words(complaint.range.maximum));
}

} // namespace

QString complaintText(const EnvironmentComplaint &complaint)
{
    switch (complaint.kind) {
    case Kind::Line:
        return lineText(complaint.lineWrong);
    case Kind::Empty:
        return Words::tr("The value is missing.");
    case Kind::NoWhole:
        return Words::tr("“%1” is not a whole number.").arg(complaint.value);
    case Kind::NoNumber:
        return Words::tr("“%1” is not a number.").arg(complaint.value);
    case Kind::OutOfRange:
        return rangeText(complaint);
    case Kind::NoYesOrNo:
        return Words::tr("“%1” is neither true nor false.").arg(complaint.value);
    case Kind::NoHost:
        return Words::tr("“%1” is not a host name or address.").arg(complaint.value);
    case Kind::NoPort:
        return Words::tr("“%1” has no port between 1 and 65535; the usual one is used.").arg(complaint.value);
    case Kind::NoUrl:
        return Words::tr("“%1” is not an http or https address.").arg(complaint.value);
    case Kind::NoModelName:
        return Words::tr("“%1” is not a model name.").arg(complaint.value);
    case Kind::NoDuration:
        return Words::tr("“%1” is not a duration such as 300 or 5m.").arg(complaint.value);
    case Kind::NotAmong:
        return Words::tr("“%1” is none of %2.").arg(complaint.value, complaint.choices);
    case Kind::NoDevices:
        return Words::tr("“%1” names no graphics cards, such as 0 or 0,1.").arg(complaint.value);
    case Kind::Twice:
        return Words::tr("The name is set again further down; that value counts.");
    case Kind::KeyAlone:
        return Words::tr("There is no address that the key is for.");
    }
    return {};
}

QString leftOutText(const EnvironmentComplaint &complaint)
{
    if (complaint.kind == Kind::KeyAlone)
        return Words::tr("%1 in the environment is not used: a key goes only to the server that OLLAMA_HOST "
                         "names beside it. Set that too and start Inkstone again, or type the key with its "
                         "server in Settings, Servers.")
            .arg(complaint.name);
    const QString sentence =
        complaint.kind == Kind::NoPort
            ? Words::tr(
                  "%1 in the environment is used in part: %2 Correct or unset it, then start Inkstone again.")
            : Words::tr(
                  "%1 in the environment is not used: %2 Correct or unset it, then start Inkstone again.");
    return sentence.arg(complaint.name, complaintText(complaint));
}

QString addressText(const settings::EnvironmentValue &address)
{
    return Words::tr("Base URL: %1").arg(base::displayLine(address.value, 120));
}

QString timeoutText(const settings::EnvironmentValue &timeout)
{
    return Words::tr("Request timeout: %1 s").arg(timeout.value);
}

QString settingText(const settings::EnvironmentSetting &setting)
{
    const QString value = base::displayLine(setting.value.toString(), 120);
    switch (setting.key) {
    case Key::DefaultModel:
        return Words::tr("Default model: %1").arg(value);
    case Key::KeepAlive:
        return setting.value.toInt() < 0 ? Words::tr("Keep in memory: until the server stops")
                                         : Words::tr("Keep in memory: %1 s").arg(value);
    case Key::ContextLength:
        return Words::tr("Context length: %1").arg(tokens(setting.value.toLongLong()));
    case Key::Temperature:
        return Words::tr("Temperature: %1").arg(QLocale().toString(setting.value.toDouble()));
    case Key::MaxTokens:
        return Words::tr("Max tokens: %1").arg(number(setting.value.toLongLong()));
    default:
        return value;
    }
}

QString unreadableText(const base::Error &error, const QString &file)
{
    switch (error.kind) {
    case base::Error::Kind::TooLarge:
        return Words::tr("%1 is larger than 64 kB; that is no .env file.").arg(file);
    case base::Error::Kind::Protocol:
        return Words::tr("%1 is not a text file.").arg(file);
    default:
        return Words::tr("%1 could not be read: %2").arg(file, error.detail);
    }
}

} // namespace ui
