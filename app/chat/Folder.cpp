#include "chat/Folder.h"

#include "base/Text.h"

#include <QCollator>
#include <QSet>

#include <algorithm>

namespace chat {

QString folderName(const QString &typed)
{
    const QString name = base::displayLine(typed, longestFolderName).simplified();
    const bool isSeen = std::ranges::any_of(name, [](QChar c) {
        return c.isSurrogate() || (c.isPrint() && !c.isSpace() && c.category() != QChar::Other_Format);
    });
    return isSeen ? name : QString();
}

QList<Folder> inOrder(QList<Folder> folders)
{
    QSet<Id> outer;
    for (const Folder &folder : std::as_const(folders)) {
        if (folder.parent == 0)
            outer.insert(folder.id);
    }
    for (Folder &folder : folders) {
        if (!outer.contains(folder.parent))
            folder.parent = 0;
    }
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::ranges::sort(folders, [&collator](const Folder &a, const Folder &b) {
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    QList<Folder> ordered;
    for (const Folder &folder : std::as_const(folders)) {
        if (folder.parent != 0)
            continue;
        ordered.append(folder);
        std::ranges::copy_if(folders, std::back_inserter(ordered),
                             [&](const Folder &inner) { return inner.parent == folder.id; });
    }
    return ordered;
}

} // namespace chat
