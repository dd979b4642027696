#include "library/Modelfile.h"

#include <algorithm>

namespace library {

using namespace Qt::StringLiterals;
using backend::Recipe;
using Reason = ModelfileFault::Reason;

namespace {

constexpr auto threeQuotes = "\"\"\""_L1;

bool isNewline(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isWordCharacter(QChar c)
{
    return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_';
}

// Absent where the quotation marks at its beginning are not closed at its end.
std::optional<QStringView> unquoted(QStringView value)
{
    if (value.startsWith(threeQuotes))
        return value.size() >= 6 && value.endsWith(threeQuotes) ? std::optional(value.sliced(3).chopped(3))
                                                                : std::nullopt;
    if (value.startsWith(u'"'))
        return value.size() >= 2 && value.endsWith(u'"') ? std::optional(value.sliced(1).chopped(1))
                                                         : std::nullopt;
    return value;
}

std::optional<backend::Role> roleOf(QStringView word)
{
    if (word == "system"_L1)
        return backend::Role::System;
    if (word == "user"_L1)
        return backend::Role::User;
    return word == "assistant"_L1 ? std::optional(backend::Role::Assistant) : std::nullopt;
}

QLatin1StringView wordOf(backend::Role role)
{
    switch (role) {
    case backend::Role::System:
        return "system"_L1;
    case backend::Role::User:
        return "user"_L1;
    case backend::Role::Assistant:
        break;
    }
    return "assistant"_L1;
}

// The commands that set one text of the recipe.
struct TextCommand
{
    QLatin1StringView word;
    QString Recipe::*text;
};
constexpr TextCommand textCommands[] = {
    {"TEMPLATE"_L1, &Recipe::modelTemplate}, {"SYSTEM"_L1, &Recipe::systemPrompt},
    {"ADAPTER"_L1, &Recipe::adapter},        {"RENDERER"_L1, &Recipe::renderer},
    {"PARSER"_L1, &Recipe::parser},          {"REQUIRES"_L1, &Recipe::requiredVersion},
};

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_rest(text.startsWith(QChar(QChar::ByteOrderMark)) ? text.sliced(1) : text)
    {
    }

    std::expected<Recipe, ModelfileFault> read()
    {
        while (skipToCommand()) {
            if (const auto fault = readCommand())
                return std::unexpected(*fault);
        }
        if (!m_hasBase)
            return std::unexpected(ModelfileFault{Reason::NoBase, 0});
        return m_recipe;
    }

private:
    using Fault = std::optional<ModelfileFault>;

    void take(qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i) {
            const bool endsInTwo = m_rest[i] == u'\r' && i + 1 < m_rest.size() && m_rest[i + 1] == u'\n';
            m_line += isNewline(m_rest[i]) && !endsInTwo;
        }
        m_rest = m_rest.sliced(count);
    }

    template <typename Is>
    QStringView takeWhile(Is is)
    {
        const auto end = std::ranges::find_if_not(m_rest, is);
        const QStringView taken = m_rest.first(end - m_rest.begin());
        take(taken.size());
        return taken;
    }

    bool skipToCommand()
    {
        while (!m_rest.isEmpty()) {
            takeWhile([](QChar c) { return isBlank(c) || isNewline(c); });
            if (!m_rest.startsWith(u'#'))
                break;
            takeWhile([](QChar c) { return !isNewline(c); });
        }
        return !m_rest.isEmpty();
    }

    bool isAtLineEnd() const { return m_rest.isEmpty() || isNewline(m_rest.front()); }

    Fault readCommand()
    {
        const QStringView word = takeWhile(isLetter);
        if (!isAtLineEnd() && !isBlank(m_rest.front())) {
            const QStringView more = takeWhile([](QChar c) { return !isBlank(c) && !isNewline(c); });
            return ModelfileFault{Reason::UnknownCommand, m_line, word.toString() + more.toString()};
        }
        const auto is = [word](QLatin1StringView command) {
            return word.compare(command, Qt::CaseInsensitive) == 0;
        };
        const auto text = std::ranges::find_if(textCommands, is, &TextCommand::word);
        const bool isText = text != std::end(textCommands);
        if (!isText && !is("FROM"_L1) && !is("LICENSE"_L1) && !is("PARAMETER"_L1) && !is("MESSAGE"_L1))
            return ModelfileFault{Reason::UnknownCommand, m_line, word.toString()};
        if (isAtLineEnd())
            return ModelfileFault{Reason::NoValue, m_line, word.toString()};
        if (is("PARAMETER"_L1))
            return readParameter(word);
        if (is("MESSAGE"_L1))
            return readMessage(word);
        const int line = m_line;
        QString value;
        if (const Fault fault = readValue(value))
            return fault;
        if (isText)
            m_recipe.*text->text = value;
        else if (is("LICENSE"_L1))
            m_recipe.licences.append(value);
        else if (value.isEmpty())
            return ModelfileFault{Reason::NoValue, line, word.toString()};
        else if (m_hasBase)
            return ModelfileFault{Reason::SecondBase, line, value};
        else
            m_recipe.base = value;
        m_hasBase = m_hasBase || is("FROM"_L1);
        return {};
    }

    Fault readParameter(QStringView command)
    {
        takeWhile(isBlank);
        const QString name = takeWhile(isWordCharacter).toString();
        if (name.isEmpty() || isAtLineEnd() || !isBlank(m_rest.front()))
            return ModelfileFault{Reason::NoValue, m_line, name.isEmpty() ? command.toString() : name};
        QString value;
        const Fault fault = readValue(value);
        m_recipe.parameters.append({name, value});
        return fault;
    }

    Fault readMessage(QStringView command)
    {
        takeWhile(isBlank);
        if (isAtLineEnd())
            return ModelfileFault{Reason::NoValue, m_line, command.toString()};
        const QStringView word = takeWhile([](QChar c) { return !isBlank(c) && !isNewline(c); });
        const auto role = roleOf(word);
        if (!role)
            return ModelfileFault{Reason::NoRole, m_line, word.toString()};
        if (isAtLineEnd())
            return ModelfileFault{Reason::NoValue, m_line, command.toString()};
        QString value;
        const Fault fault = readValue(value);
        m_recipe.messages.append({*role, value});
        return fault;
    }

    // To the end of the first line at which its quotation marks are closed.
    Fault readValue(QString &value)
    {
        qsizetype end = 0;
        for (;; ++end) {
            while (end < m_rest.size() && !isNewline(m_rest[end]))
                ++end;
            if (const auto whole = unquoted(m_rest.first(end).trimmed())) {
                value = whole->toString();
                take(end);
                return {};
            }
            if (end == m_rest.size())
                return ModelfileFault{Reason::Unclosed, m_line};
        }
    }

    QStringView m_rest;
    int m_line = 1;
    Recipe m_recipe;
    bool m_hasBase = false;
};

QString quoted(const QString &value)
{
    const bool isPlain = !value.isEmpty() && !value.startsWith(u'"') && !value.front().isSpace() &&
                         !value.back().isSpace() && std::ranges::none_of(value, isNewline);
    return isPlain ? value : threeQuotes + value + threeQuotes;
}

} // namespace

std::expected<Recipe, ModelfileFault> readModelfile(QStringView text)
{
    return Reader(text).read();
}

bool fitsModelfile(QStringView value)
{
    qsizetype end = 0;
    for (; end < value.size(); ++end) {
        if (isNewline(value[end]) && value.first(end).trimmed().endsWith(threeQuotes))
            return false;
    }
    return true;
}

QString writeModelfile(const Recipe &recipe)
{
    QString text;
    const auto write = [&text](const QString &command, const QString &value) {
        if (fitsModelfile(value))
            text += command + u' ' + quoted(value) + u'\n';
    };
    if (!recipe.base.isEmpty())
        write(u"FROM"_s, recipe.base);
    for (const backend::Parameter &parameter : recipe.parameters)
        write(u"PARAMETER "_s + parameter.name, parameter.value);
    for (const TextCommand &command : textCommands) {
        if (!(recipe.*command.text).isEmpty())
            write(command.word, recipe.*command.text);
    }
    for (const backend::ChatMessage &message : recipe.messages)
        write(u"MESSAGE "_s + wordOf(message.role), message.text);
    for (const QString &licence : recipe.licences)
        write(u"LICENSE"_s, licence);
    return text;
}

} // namespace library
