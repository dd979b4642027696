// The person's assistants: read once from ConversationStore, changed here, and written back at each change.
// One per program, made by the composition root; the pages choose from it and change it.
#pragma once

#include "chat/Assistant.h"
#include "chat/ConversationStore.h"

namespace chat {

class Assistants : public QObject
{
    Q_OBJECT
public:
    // Those there are to begin with, in the language of the moment. Their ids are below 1000, and the same in
    // every program, so that a conversation that is taken elsewhere finds its own; others are random.
    using Starting = std::function<QList<Assistant>()>;

    // Where the store has had none yet, the starting ones are made.
    Assistants(ConversationStore &store, Starting starting, QObject *parent = nullptr);

    // Until then, and where they cannot be read, there are none and nothing is changed.
    bool isLoaded() const { return m_isLoaded; }
    std::optional<base::Error> loadError() const { return m_loadError; }

    const QList<Assistant> &all() const { return m_kept.all; }
    const Assistant *find(Id id) const; // null = none; until something changes
    Id forNewChats() const { return m_kept.forNewChats; }

    // In place of the one with its id. Its name is kept as folderName() leaves it; nothing where it leaves
    // nothing.
    void save(const Assistant &assistant);
    // Where it stood, for undoing remove(), or at the end.
    void insert(qsizetype place, const Assistant &assistant);
    void remove(Id id);
    // By `steps` towards the end (negative: the beginning), as far as it goes.
    void move(Id id, int steps);
    void setForNewChats(Id id); // 0 = none
    // At the end, as new ones: with ids of their own, and with other names where theirs are taken. All of
    // them, or none: false where there would be more than mostAssistants.
    bool add(const QList<Assistant> &fresh);
    bool hasRoomFor(qsizetype count) const { return m_kept.all.size() + count <= mostAssistants; }

    // The starting ones that are not as they were.
    QList<Assistant> changedStarting() const;
    // Brings the starting ones back as they were; the others stay.
    void reset();

    // The words of the starting ones are another language's now: those that are as they came follow.
    void followLanguage();

Q_SIGNALS:
    void loaded();
    void changed(); // one came, went, moved, or is another; also when they are loaded

private:
    void take(const base::Result<AssistantSet> &kept);
    void keep();
    qsizetype indexOf(Id id) const;
    const Assistant *asItCame(Id id) const; // null = it is none of the starting ones
    AssistantSet stored() const;

    ConversationStore &m_store;
    Starting m_starting;
    AssistantSet m_kept;
    QList<Assistant> m_asTheyCame; // the starting ones, in the language of the moment
    std::optional<base::Error> m_loadError;
    bool m_isLoaded = false;
};

} // namespace chat
