#include "GoTo.h"

#include "common/ChoicePopup.h"
#include "common/Format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::GoTo)
};

// With nothing typed the last conversations are enough; the others are found by their words.
constexpr qsizetype latest = 8;
constexpr qsizetype mostConversations = 50;
constexpr qsizetype mostOthers = 6;

// With a title over them, where there are any.
QList<Choice> under(const QString &title, QList<Choice> choices)
{
    if (!choices.isEmpty())
        choices.prepend({.icon = {}, .text = title});
    return choices;
}

QString noteOf(const chat::ConversationList &list, const chat::Conversation &conversation)
{
    if (conversation.filing.isArchived)
        return Words::tr("Archived");
    const auto folder = list.folder(conversation.filing.folder);
    return folder ? folder->name : dayOf(conversation.updated);
}

QList<Choice> conversations(const GoTo &places, const QStringList &words)
{
    QList<Choice> choices;
    const qsizetype most = words.isEmpty() ? latest : mostConversations;
    for (const chat::Conversation &one : places.conversations.conversations()) {
        if (choices.size() == most)
            break;
        if (hasWords(one.title, words))
            choices.append({.icon = QStringLiteral("message-square"),
                            .text = one.title,
                            .note = noteOf(places.conversations, one),
                            .choose = [open = places.openConversation, id = one.id] { open(id); }});
    }
    return under(Words::tr("Conversations"), choices);
}

QList<Choice> commands(const QString &title, const QList<Command> &some, const QStringList &words)
{
    QList<Choice> choices;
    for (const Command &command : some) {
        if (hasBeginnings(command.text, words) && (words.isEmpty() || choices.size() < mostOthers))
            choices.append({.icon = command.icon,
                            .text = command.text,
                            .note = command.key.toString(QKeySequence::NativeText),
                            .choose = command.run});
    }
    return under(title, choices);
}

QList<Choice> models(const GoTo &places, const QStringList &words)
{
    QList<Choice> choices;
    for (const backend::ModelInfo &model : places.models.models()) {
        if (hasWords(model.name, words) && (words.isEmpty() || choices.size() < mostOthers))
            choices.append({.icon = QStringLiteral("box"),
                            .text = model.name,
                            .note = Words::tr("New chat with it"),
                            .choose = [use = places.useModel, name = model.name] { use(name); }});
    }
    std::ranges::sort(choices, [](const Choice &a, const Choice &b) {
        return a.text.compare(b.text, Qt::CaseInsensitive) < 0;
    });
    return under(Words::tr("Models"), choices);
}

} // namespace

void openGoTo(const GoTo &places, QWidget *window)
{
    const auto offer = [places](const QString &typed) {
        const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
        const QList<Choice> doing = commands(Words::tr("Commands"), places.commands, words) +
                                    commands(Words::tr("Assistants"), places.assistants, words) +
                                    models(places, words);
        // Of what is typed the few commands and models are not to be sought below many conversations.
        return words.isEmpty() ? conversations(places, words) + doing : doing + conversations(places, words);
    };
    auto *popup =
        new ChoicePopup({Words::tr("Go to"), Words::tr("Go to a conversation, a model or a command"),
                         Words::tr("Nothing has these words in its name")},
                        offer, window);
    popup->open();
}

} // namespace ui
