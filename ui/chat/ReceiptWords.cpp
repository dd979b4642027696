#include "chat/ReceiptWords.h"

#include "base/Text.h"
#include "common/Format.h"
#include "common/ServerWords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr qsizetype longestLine = 200;
constexpr qsizetype longestPrompt = 4000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Receipt)
};

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? Words::tr("not known") : base::displayLine(text, longestLine);
}

QString countOf(qint64 count)
{
    return count > 0 ? number(count) : Words::tr("not told");
}

QString timeTaken(std::chrono::nanoseconds span)
{
    return span.count() > 0 ? shortDuration(duration_cast<milliseconds>(span)) : Words::tr("not told");
}

QString whenOf(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : Words::tr("not known");
}

QString endOf(const chat::Message &answer)
{
    switch (answer.state) {
    case chat::MessageState::Streaming:
        return Words::tr("is being written");
    case chat::MessageState::Stopped:
        return Words::tr("stopped by you");
    case chat::MessageState::Interrupted:
        return Words::tr("broke off");
    case chat::MessageState::Failed:
        return Words::tr("failed");
    case chat::MessageState::Complete:
        break;
    }
    return answer.summary.reason == backend::StopReason::Length ? Words::tr("the token limit was reached")
                                                                : Words::tr("complete");
}

QString versionOf(const chat::Receipt &receipt)
{
    if (!receipt.version.isEmpty() || receipt.kind == backend::ServerKind::OpenAi)
        return serverWords({base::displayLine(receipt.version, longestLine), receipt.kind});
    return Words::tr("Ollama, version not known");
}

QString serverOf(const chat::Message &answer, const chat::Receipt &receipt)
{
    if (!answer.server.isEmpty())
        return Words::tr("%1, in place of the one that was asked")
            .arg(base::displayLine(answer.server, longestLine));
    return base::displayLine(serverTitle(receipt.serverName, receipt.sent.url), longestLine);
}

QString keptFor(std::chrono::seconds time)
{
    if (time.count() < 0)
        return Words::tr("until the server ends");
    return time.count() == 0 ? Words::tr("until the answer is done") : duration(time);
}

QList<Fact> optionFacts(const chat::Receipt &receipt)
{
    const backend::GenerationOptions &options = receipt.options;
    const auto fact = [](const QString &name, const auto &value, auto words) {
        return Fact{name, value ? words(*value) : Words::tr("the server’s own")};
    };
    const auto whole = [](qint64 value) { return QString::number(value); };
    QList<Fact> facts{fact(Words::tr("Temperature"), options.temperature,
                           [](double value) { return QLocale().toString(value); }),
                      fact(Words::tr("Max tokens"), options.maxTokens, whole),
                      fact(Words::tr("Seed"), options.seed, whole)};
    if (receipt.kind == backend::ServerKind::Ollama) { // the other API has no place for them
        facts.append(fact(Words::tr("Context length"), options.contextLength, whole));
        facts.append(fact(Words::tr("Keep in memory"), options.keepAlive, keptFor));
    }
    if (options.think || receipt.kind == backend::ServerKind::Ollama)
        facts.append(fact(Words::tr("Think"), options.think,
                          [](bool thinks) { return thinks ? Words::tr("on") : Words::tr("off"); }));
    return facts;
}

QList<Fact> askedFacts(const chat::Message &answer, const chat::Receipt &receipt)
{
    const QString prompt = base::displayText(receipt.systemPrompt.left(longestPrompt));
    QList<Fact> facts{
        {Words::tr("Digest"), orUnknown(receipt.digest)},
        {Words::tr("Server"), serverOf(answer, receipt)},
        {Words::tr("Address"), orUnknown(receipt.sent.url.toDisplayString())},
        {Words::tr("Version"), versionOf(receipt)},
        {Words::tr("Asked"), whenOf(receipt.sent.asked)},
        {Words::tr("System prompt"), prompt.isEmpty() ? Words::tr("none") : prompt},
        {Words::tr("Messages sent"), number(receipt.messages)},
    };
    facts.append(optionFacts(receipt));
    for (const chat::Continued &one : receipt.continued)
        facts.append({Words::tr("Continued"),
                      Words::tr("%1, after %n character(s)", nullptr, static_cast<int>(one.after))
                          .arg(whenOf(one.sent.asked))});
    return facts;
}

QList<Fact> countFacts(const chat::Message &answer)
{
    const backend::ChatSummary &summary = answer.summary;
    return {
        {Words::tr("Ended"), endOf(answer)},
        {Words::tr("Tokens read"), countOf(summary.promptTokens)},
        {Words::tr("Tokens written"), countOf(summary.answerTokens)},
        {Words::tr("Speed"),
         answer.tokensPerSecond() > 0 ? tokensPerSecond(answer.tokensPerSecond()) : Words::tr("not told")},
        {Words::tr("First token"), timeTaken(answer.firstToken)},
        {Words::tr("Loading"), timeTaken(summary.load)},
        {Words::tr("Reading"), timeTaken(summary.promptEvaluation)},
        {Words::tr("Writing"), timeTaken(summary.generation)},
        {Words::tr("In all"), timeTaken(summary.total)},
    };
}

} // namespace

QList<Fact> receiptFacts(const chat::Message &answer, const std::optional<chat::Receipt> &receipt)
{
    QList<Fact> facts{{Words::tr("Model"), orUnknown(answer.model)}};
    if (receipt)
        facts.append(askedFacts(answer, *receipt));
    else if (!answer.server.isEmpty())
        facts.append({Words::tr("Server"), base::displayLine(answer.server, longestLine)});
    return facts + countFacts(answer);
}

QString receiptText(const QList<Fact> &facts)
{
    QStringList lines;
    for (const Fact &fact : facts)
        lines.append(Words::tr("%1: %2", "Name and value").arg(fact.name, fact.value));
    return lines.join(u'\n');
}

} // namespace ui
