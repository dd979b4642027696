// What a conversation is told and how it answers, as the person chooses it: its assistant, its own system
// prompt, its own parameters. Shows it in the header, the composer and the view of a new chat, and opens what
// it is changed with. Owned by ChatPage.
#pragma once

#include "chat/TurnChoices.h"

namespace ui {

class Banner;
class ChatHeader;
class NewChatView;
struct Choice;

class PresetChooser : public QObject
{
    Q_OBJECT
public:
    struct Places
    {
        ChatHeader &header;
        Composer &composer;
        NewChatView &newChat;
    };
    PresetChooser(Core &core, const TurnChoices &choices, const Places &places, QWidget *parent);

    // Says that a model is not there; to be shown below the header.
    Banner *note() const { return m_note; }
    // Shows what the current conversation has.
    void refresh();
    // For the current conversation; 0 = none.
    void choose(chat::Id assistant);
    // For one that was just begun, where nothing is written yet.
    void chooseForNewChat();

Q_SIGNALS:
    void manageRequested();
    void moreModelsRequested();

private:
    void openPreset();
    void openPrompt();
    void openParameters();
    void suggest(const QString &question);
    void takeModel(const chat::Assistant &assistant);
    // A model that was taken before it was known which there are.
    void checkModel();
    bool mayHave(const QString &model, const QString &server) const;
    // Of a conversation that changes nothing itself; null = of one without an assistant.
    QString promptOf(const chat::Assistant *assistant) const;
    bool hasOwnPrompt() const;
    QList<Choice> offer(const QString &typed);
    const chat::Assistant *assistant() const;
    chat::ChatSession *session() const { return m_core.sessions().current(); }

    Core &m_core;
    const TurnChoices &m_choices;
    ChatHeader &m_header;
    Composer &m_composer;
    NewChatView &m_newChat;
    Banner *m_note;
    std::pair<chat::Id, QString> m_noted;  // the conversation and its model
    QHash<chat::Id, QString> m_ownPrompts; // that an assistant took the place of, by conversation
};

} // namespace ui
