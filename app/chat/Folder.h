// Folders of the conversation list, as values: nested one level, and with names that can be told apart.
#pragma once

#include "chat/Conversation.h"

namespace chat {

struct Folder
{
    Id id = 0;
    QString name;
    Id parent = 0;         // one that has no parent itself; 0 = none
    bool isFolded = false; // its conversations are not shown

    bool operator==(const Folder &) const = default;
};

// What is kept of a name that was typed: on one line, without what can hide or disguise text, and at most
// longestFolderName characters. Empty where nothing is left.
inline constexpr qsizetype longestFolderName = 100;
QString folderName(const QString &typed);

// In the order of the alphabet, each followed by those inside it. A parent that is not there, or is inside
// another, counts as none.
QList<Folder> inOrder(QList<Folder> folders);

} // namespace chat
