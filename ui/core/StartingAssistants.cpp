#include "core/StartingAssistants.h"

#include <QCoreApplication>

namespace ui {

using chat::Assistant;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::StartingAssistants)
};

backend::GenerationOptions answering(double temperature, std::optional<bool> think = {})
{
    backend::GenerationOptions options;
    options.temperature = temperature;
    options.think = think;
    return options;
}

// Below 1000, and never given to another.
enum : qint64 { Simple = 1, Careful, Chinese, Code };

Assistant simple()
{
    return {.id = Simple,
            .name = Words::tr("Quick answers"),
            .icon = QStringLiteral("message-square"),
            .systemPrompt = Words::tr(
                "Answer in the language of the question. Give the answer in the first sentence, then only "
                "what is needed to understand or use it. Prefer plain words and a concrete example to "
                "general remarks. Where something is uncertain or depends on facts you do not have, say "
                "so in one sentence. Do not repeat the question, and do not end with an offer to help."),
            .model = {},
            .parameters = answering(0.5),
            .suggestions = {Words::tr("Explain how a heat pump works, as if I had never heard of one."),
                            Words::tr("What is the difference between a virus and a bacterium?"),
                            Words::tr("Give me five ideas for a dinner of rice, eggs and tomatoes.")}};
}

Assistant careful()
{
    return {.id = Careful,
            .name = Words::tr("Careful reasoning"),
            .icon = QStringLiteral("lightbulb"),
            .systemPrompt = Words::tr(
                "Work the problem out before you answer. First state what is given, what is asked and "
                "which assumptions you make. Then go step by step, one claim a step, and show every "
                "calculation with its units. Check the result in another way: put it back in, estimate "
                "its size, or look for a counterexample; where the check fails, say so and correct it. "
                "End with the answer in a line of its own, and say how sure you are and what could change "
                "it. Where the question leaves something open that matters, name the cases instead of "
                "guessing."),
            .model = {},
            .parameters = answering(0.2, true),
            .suggestions = {
                Words::tr("A train leaves at 9:40 and takes 2 h 35 min with a 15 min stop. When does "
                          "it arrive, and where is the likely mistake?"),
                Words::tr("Compare renting and buying a flat for ten years. Which numbers decide it?"),
                Words::tr("Find the flaw in this argument:")}};
}

Assistant chinese()
{
    return {.id = Chinese,
            .name = Words::tr("Chinese writing"),
            .icon = QStringLiteral("languages"),
            .systemPrompt = Words::tr(
                "You are an experienced editor of modern Chinese. Write in Simplified Chinese unless asked "
                "otherwise. Write as a native author would: short sentences, verbs instead of noun "
                "chains, no translated-sounding constructions, no stock phrases, full-width punctuation, "
                "and a space between Chinese and Latin letters or digits. Fit tone and form of address to "
                "the reader and the occasion. When you improve a text, keep its meaning and facts, give the "
                "improved text first, then list the most important changes with a reason each. Never "
                "invent names, dates or figures; leave a marked gap instead."),
            .model = {},
            .parameters = answering(0.8),
            .suggestions = {
                Words::tr("Write a polite message in Chinese asking a colleague to move our meeting."),
                Words::tr("Improve this Chinese text and tell me what you changed:"),
                Words::tr("Translate this into natural Chinese:")}};
}

Assistant code()
{
    return {
        .id = Code,
        .name = Words::tr("Code"),
        .icon = QStringLiteral("code"),
        .systemPrompt = Words::tr(
            "You are a senior software engineer. Give working, complete code in a fenced block with its "
            "language, in the style of the code you were shown. Prefer the standard library and the "
            "simplest design that is correct; handle errors and the edge cases that will occur. Say "
            "which version of the language or library you assume. Never invent functions or options: "
            "where you are not sure that one exists, say so. When you look for a fault, name the cause "
            "first, then the smallest change that removes it, then how to test it. Outside the code, "
            "keep to a few sentences."),
        .model = {},
        .parameters = answering(0.2),
        .suggestions = {Words::tr("Write a Python script that renames photos by the date they were taken."),
                        Words::tr("Explain what this code does and where it can fail:"),
                        Words::tr("Write unit tests for this function:")}};
}

} // namespace

QList<Assistant> startingAssistants()
{
    return {simple(), careful(), chinese(), code()};
}

} // namespace ui
