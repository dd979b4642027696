// What a search over all conversations asks for and finds, as values. ConversationStore::search() answers.
#pragma once

#include "chat/Conversation.h"
#include "chat/SearchText.h"

namespace chat {

struct SearchQuery
{
    QString text;                           // as typed; see searchTerms()
    std::optional<backend::Role> role = {}; // of the message; absent = all
    QString model = {};                     // that answered; empty = all
    QDateTime since = {};                   // of the message; invalid = all
    qint64 before = 0;                      // SearchPage::next of the page before; 0 = from the newest on
    QList<Id> folders = {};                 // that the conversation is in one of; empty = all

    bool operator==(const SearchQuery &) const = default;
};

struct SearchHit
{
    Id conversation = 0;
    Id message = 0;
    QString title; // of the conversation
    backend::Role role = backend::Role::User;
    QString model;     // of an answer
    QDateTime created; // UTC
    Snippet snippet;

    bool operator==(const SearchHit &) const = default;
};

// Newest first, in the order of writing; what was imported comes after all that was written here. Nothing
// that is in the trash or still being written.
struct SearchPage
{
    static constexpr int size = 50;

    QList<SearchHit> hits;
    qint64 next = 0; // where the next page begins; 0 = there is none

    bool operator==(const SearchPage &) const = default;
};

} // namespace chat
