// What a window says to who looks at it and to assistive technology: every visible part of it, with its
// words.
#pragma once

#include <QAbstractItemView>
#include <QAccessible>
#include <QObject>
#include <QStringList>

namespace support {

struct Part
{
    QString where; // object names or classes from the window down, for messages
    QAccessible::Role role = QAccessible::NoRole;
    bool takesFocus = false;
    bool takesText = false;
    QString name;
    QString description;
    QString value;

    QStringList words() const { return {name, description, value}; }
};

inline void walk(QAccessibleInterface *at, const QString &path, QList<Part> &parts)
{
    if (at == nullptr || !at->isValid() || at->state().invisible)
        return;
    QString where = path;
    if (const QObject *object = at->object()) {
        const QString id = object->objectName();
        where += u'/' + (id.isEmpty() ? QString::fromLatin1(object->metaObject()->className()) : id);
    }
    parts.append({where, at->role(), bool(at->state().focusable), bool(at->state().editable),
                  at->text(QAccessible::Name), at->text(QAccessible::Description),
                  at->text(QAccessible::Value)});
    // Of an item view the model's own words: Qt keeps the cells it once made, also for other rows.
    if (const auto *view = qobject_cast<QAbstractItemView *>(at->object()); view && view->model()) {
        const QAbstractItemModel &model = *view->model();
        const bool isList = model.columnCount(view->rootIndex()) == 1;
        const auto role = isList ? QAccessible::ListItem : QAccessible::Cell; // a cell may be empty
        for (int row = 0; row < model.rowCount(view->rootIndex()); ++row) {
            for (int column = 0; column < model.columnCount(view->rootIndex()); ++column) {
                const QModelIndex cell = model.index(row, column, view->rootIndex());
                const QString said = cell.data(Qt::AccessibleTextRole).toString();
                parts.append({where,
                              role,
                              false,
                              false,
                              said.isEmpty() ? cell.data().toString() : said,
                              cell.data(Qt::AccessibleDescriptionRole).toString(),
                              {}});
            }
        }
        return;
    }
    for (int i = 0; i < at->childCount(); ++i)
        walk(at->child(i), where, parts);
}

inline QList<Part> partsOf(QObject *window)
{
    QList<Part> parts;
    walk(QAccessible::queryAccessibleInterface(window), {}, parts);
    return parts;
}

// All words, one after another: to look for a sentence in.
inline QString wordsOf(QObject *window)
{
    QStringList words;
    for (const Part &part : partsOf(window))
        words += part.words();
    return words.join(u'\n');
}

} // namespace support
