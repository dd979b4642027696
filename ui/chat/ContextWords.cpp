#include "chat/ContextWords.h"

#include "common/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ContextWords)
};

QString takenSentence(const ContextState &state)
{
    const QString used = number(state.use.total());
    const QString all = number(state.window.tokens);
    if (state.window.tokens <= 0)
        return state.use.isEstimated ? Words::tr("The next request takes about %1 tokens.").arg(used)
                                     : Words::tr("The next request takes %1 tokens.").arg(used);
    return state.use.isEstimated ? Words::tr("The next request takes about %1 of %2 tokens.").arg(used, all)
                                 : Words::tr("The next request takes %1 of %2 tokens.").arg(used, all);
}

QString windowSentence(const chat::ContextWindow &window)
{
    if (window.tokens <= 0)
        return Words::tr("How large the model’s window is, the server does not tell.");
    if (window.isLimit)
        return Words::tr("So many the model can take at most; how many this server gives it is known when it "
                         "is loaded.");
    return {};
}

QString roomSentence(const ContextState &state)
{
    const qint64 left = state.left();
    if (state.window.tokens <= 0)
        return {};
    if (left <= 0)
        return Words::tr("There is no room for an answer.");
    if (state.reserve > left)
        return Words::tr("That leaves about %1 for the answer, less than the %2 it may take.")
            .arg(tokens(left), number(state.reserve));
    return Words::tr("That leaves about %1 for the answer.").arg(tokens(left));
}

} // namespace

double ContextState::share() const
{
    if (window.tokens <= 0)
        return 0;
    return std::clamp(static_cast<double>(use.total()) / static_cast<double>(window.tokens), 0.0, 1.0);
}

qint64 ContextState::left() const
{
    return window.tokens - use.total();
}

QString cutOffSentence(const chat::CutOff &cutOff)
{
    return Words::tr(
               "Of the last request the server read %1 tokens of about %2: it seems to have left out the "
               "beginning without saying so.")
        .arg(number(cutOff.read), number(cutOff.sent));
}

QString shortTokens(qint64 count)
{
    const auto scaled = [count](double unit) {
        const double value = static_cast<double>(std::max<qint64>(count, 0)) / unit;
        return QLocale().toString(value, 'f', value < 9.95 ? 1 : 0);
    };
    if (count < 1000)
        return number(std::max<qint64>(count, 0));
    if (count < 999'500)
        return Words::tr("%1k", "Thousands of tokens").arg(scaled(1e3));
    return Words::tr("%1M", "Millions of tokens").arg(scaled(1e6));
}

QString contextWords(const ContextState &state)
{
    const QString used = shortTokens(state.use.total());
    const QString all = shortTokens(state.window.tokens);
    const bool isAbout = state.use.isEstimated;
    if (state.window.tokens <= 0)
        return isAbout ? Words::tr("about %1 tokens", "In a narrow place").arg(used)
                       : Words::tr("%1 tokens", "In a narrow place").arg(used);
    if (state.window.isLimit)
        return isAbout ? Words::tr("about %1 of at most %2").arg(used, all)
                       : Words::tr("%1 of at most %2").arg(used, all);
    return isAbout ? Words::tr("about %1 of %2").arg(used, all) : Words::tr("%1 of %2").arg(used, all);
}

QStringList contextSentences(const ContextState &state)
{
    QStringList sentences{takenSentence(state), roomSentence(state), windowSentence(state.window)};
    if (state.cutOff)
        sentences.prepend(cutOffSentence(*state.cutOff));
    if (state.use.leftOut > 0)
        sentences.append(
            Words::tr("The oldest %n message(s) are left out of it.", nullptr, state.use.leftOut));
    sentences.removeAll(QString());
    return sentences;
}

} // namespace ui
