// Where conversations go that are written as files of their own below a folder: those in folders of ours in
// directories of their names. Pure, but for makeFolderOf() and freePlace().
#pragma once

#include "chat/Folder.h"

#include <QHash>
#include <QSet>

namespace exchange {

class FilePlaces
{
public:
    // Below `directory`. What is in the folder of ours `root` itself is at the top; 0 = what is in none.
    // `untitled` is the name of what has no title, `ending` has no dot.
    FilePlaces(const QString &directory, const QList<chat::Folder> &folders, chat::Id root,
               const QString &ending, const QString &untitled);

    // Another one each time, also where case or the form of letters with marks does not count. Names are as
    // fileNameFrom() makes them; the second of a name ends in (2).
    QString next(const chat::Conversation &conversation);

private:
    QString give(const QString &directory, const QString &name, const QString &ending);

    QString m_directory;
    QString m_ending; // with its dot
    QString m_untitled;
    QHash<chat::Id, QString> m_directories; // of folders of ours
    QHash<QString, int> m_numbers;          // given last, by what is compared
    QSet<QString> m_given;                  // as it is compared
};

// `path`, or with a number where that is there already.
QString freePlace(const QString &path);

// Makes the folders that `path` is in, as far as they are not there. Fails with ReadOnly, NoSpace, Storage.
base::Result<void> makeFolderOf(const QString &path);

} // namespace exchange
