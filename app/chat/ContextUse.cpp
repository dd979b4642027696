#include "chat/ContextUse.h"

#include "chat/SentPath.h"
#include "chat/TokenEstimate.h"

#include <algorithm>
#include <cmath>

namespace chat {
namespace {

// A count that is this much below the estimate is not of all that was sent: the server read the rest from its
// cache, or cut it off.
constexpr double leastPlausible = 0.4;
// And so much below, where what was sent did not fit the window, it was cut off.
constexpr double leastUncut = 0.75;
constexpr double enoughForCutOff = 1000; // estimated tokens, where the window is not known
// The correction holds between these; beyond them it is the text that is odd, not the tokenizer.
constexpr double leastCorrection = 0.4;
constexpr double mostCorrection = 2.5;
constexpr double enoughForCorrection = 50; // estimated tokens
constexpr int answersForCorrection = 16;

bool isCounted(const Message &message, const QString &model, const QDateTime &since)
{
    return message.role == backend::Role::Assistant && message.state == MessageState::Complete &&
           message.model == model && message.summary.promptTokens > 0 && message.summary.answerTokens > 0 &&
           (!since.isValid() || message.created >= since);
}

// What was asked and answered; of what was thought nothing is sent again.
double countOf(const Message &answer)
{
    const auto asked = static_cast<double>(answer.summary.promptTokens);
    const auto written = static_cast<double>(answer.summary.answerTokens);
    if (answer.thinking.isEmpty())
        return asked + written;
    const double said = estimatedTokens(answer.text);
    const double thought = estimatedTokens(answer.thinking);
    return asked + written * (said / std::max(said + thought, 1.0));
}

double tokensOf(const Draft &draft)
{
    if (draft.isEmpty())
        return 0;
    double tokens = tokensAroundMessage + estimatedTokens(draft.text);
    for (const Attachment &attachment : draft.attachments)
        tokens += estimatedTokens(attachment);
    return tokens;
}

double tokensOfInstructions(const QString &text)
{
    return text.isEmpty() ? 0 : tokensAroundMessage + estimatedTokens(text);
}

double correctionOf(double actual, double estimated)
{
    return estimated < enoughForCorrection ? 1
                                           : std::clamp(actual / estimated, leastCorrection, mostCorrection);
}

// By what the answers of the model took, whatever they were asked with.
double correctionByAnswers(Path path, const QString &model)
{
    double actual = 0;
    double estimated = 0;
    int answers = 0;
    for (auto message = path.rbegin(); message != path.rend() && answers < answersForCorrection; ++message) {
        if (!isCounted(*message, model, {}))
            continue;
        ++answers;
        actual += static_cast<double>(message->summary.answerTokens);
        estimated += estimatedTokens(message->text) + estimatedTokens(message->thinking);
    }
    return correctionOf(actual, estimated);
}

} // namespace

ContextWindow windowOf(std::optional<int> asked, qint64 loaded, qint64 limit)
{
    if (asked && *asked > 0)
        return {limit > 0 ? std::min<qint64>(*asked, limit) : *asked, false};
    if (loaded > 0)
        return {loaded, false};
    return {limit, limit > 0};
}

qint64 largerWindow(qint64 needed, qint64 current, qint64 limit)
{
    constexpr qint64 smallest = 4096;
    constexpr qint64 largest = 1 << 24; // beyond all models
    qint64 larger = std::max(2 * current, smallest);
    while (larger < needed && larger < largest)
        larger *= 2;
    if (limit > 0)
        larger = std::min(larger, limit);
    return larger >= needed && larger > current ? larger : 0;
}

Room roomOf(const ContextUse &use, const ContextWindow &window, qint64 reserve)
{
    if (window.tokens <= 0)
        return Room::Unknown;
    const double share = static_cast<double>(use.total()) / static_cast<double>(window.tokens);
    if (share >= 0.95)
        return Room::None;
    return share >= 0.8 || use.total() + reserve > window.tokens ? Room::Little : Room::Enough;
}

double ContextCount::weightOf(const Message &message)
{
    if (!isSent(message) || message.state == MessageState::Streaming)
        return 0;
    qsizetype size = message.text.size();
    for (const Attachment &attachment : message.attachments)
        size += attachment.bytes;
    Weight &weight = m_weights[message.id];
    if (weight.size != size) {
        weight = {size, tokensAroundMessage + estimatedTokens(message.text)};
        for (const Attachment &attachment : message.attachments)
            weight.tokens += estimatedTokens(attachment);
    }
    return weight.tokens;
}

double ContextCount::weightOf(Path path)
{
    double sum = 0;
    for (const Message &message : path)
        sum += weightOf(message);
    return sum;
}

// What is known of a path before anything of it is added up.
ContextCount::Basis ContextCount::basisOf(const Conversation &conversation, Path path, const QString &model)
{
    Basis basis;
    basis.first = firstSentRow(conversation.cut, path);
    basis.sent = path.subspan(static_cast<size_t>(basis.first));
    basis.instructions = tokensOfInstructions(instructionsOf(conversation, basis.first));
    const auto counted = std::find_if(basis.sent.rbegin(), basis.sent.rend(), [&](const Message &message) {
        return isCounted(message, model, conversation.countedSince);
    });
    const Path covered(basis.sent.begin(), counted.base());
    const double estimated = basis.instructions + weightOf(covered);
    if (!covered.empty() && countOf(*counted) >= leastPlausible * estimated) {
        basis.covered = covered;
        basis.count = countOf(*counted);
        basis.correction = correctionOf(basis.count, estimated);
    } else {
        basis.correction = correctionByAnswers(path, model);
    }
    return basis;
}

ContextUse ContextCount::of(const Conversation &conversation, Path path, const QString &model,
                            const Draft &draft)
{
    const Basis basis = basisOf(conversation, path, model);
    const double newer = weightOf(basis.sent.subspan(basis.covered.size())) * basis.correction;
    const double instructions = basis.instructions * basis.correction;
    const double known = basis.covered.empty() ? instructions : basis.count;

    ContextUse use;
    use.leftOut = basis.first;
    use.instructions = qRound64(std::min(instructions, known));
    use.messages = qRound64(known + newer) - use.instructions;
    use.draft = qRound64(tokensOf(draft) * basis.correction);
    const bool isCounted = !basis.covered.empty() && basis.covered.back().thinking.isEmpty();
    use.isEstimated = newer > 0 || use.draft > 0 || (!isCounted && use.total() > 0);
    return use;
}

std::optional<CutOff> ContextCount::cutOff(const Conversation &conversation, Path path,
                                           const ContextWindow &window)
{
    if (path.empty() || !isCounted(path.back(), path.back().model, conversation.countedSince))
        return {};
    const Message &answer = path.back();
    const Path asked = path.first(path.size() - 1);
    const int first = firstSentRow(conversation.cut, asked);
    const Path sent = asked.subspan(static_cast<size_t>(first));
    double tokens = tokensOfInstructions(instructionsOf(conversation, first)) + weightOf(sent);
    for (const Message &message : sent) {
        for (const Attachment &attachment : message.attachments)
            tokens -= attachment.kind == Attachment::Kind::Image ? estimatedTokens(attachment) : 0;
    }
    // Rather too low than a false alarm.
    tokens *= std::min(1.0, correctionByAnswers(path, answer.model));
    const auto read = static_cast<double>(answer.summary.promptTokens);
    const bool isWindowKnown = window.tokens > 0 && !window.isLimit;
    const bool isCutOff = isWindowKnown
                              ? tokens > static_cast<double>(window.tokens) && read < leastUncut * tokens
                              : tokens >= enoughForCutOff && read < leastPlausible * tokens;
    if (!isCutOff)
        return {};
    return CutOff{qRound64(tokens), answer.summary.promptTokens};
}

int ContextCount::rowFor(qint64 tokens, const Conversation &conversation, Path path, const QString &model,
                         const Draft &draft)
{
    const Basis basis = basisOf(conversation, path, model);
    double sum = basis.instructions + tokensOf(draft);
    int best = 0;
    for (int row = static_cast<int>(path.size()) - 1; row > basis.first; --row) {
        const Message &message = path[static_cast<size_t>(row)];
        sum += weightOf(message);
        if (best > 0 && sum * basis.correction > static_cast<double>(tokens))
            break;
        if (message.role == backend::Role::User)
            best = row;
    }
    return best;
}

} // namespace chat
