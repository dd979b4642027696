// What can be done with conversations in their list, one or several at once: pin, archive, move, export,
// delete; and with the folders they are moved to. The one place that does it, for the list, the header and
// the keys. The last thing done can be taken back in one step. Owned by ConversationPane.
#pragma once

#include "chat/ConversationList.h"
#include "chat/GroupExport.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace ui {

class ConversationActions : public QObject
{
    Q_OBJECT
public:
    // Popups open in the window of `owner`.
    ConversationActions(chat::ConversationList &list, chat::ConversationStore &store, QWidget *owner);

    // What is not in the list (it has no question yet) is left out of everything below.
    // The last entry is the one for the trash.
    void fill(QMenu *menu, const QList<chat::Id> &conversations);
    void fillForFolder(QMenu *menu, chat::Id folder);

    // Pins them, or unpins them where all are; the same with the archive.
    void switchPinned(const QList<chat::Id> &conversations);
    void switchArchived(const QList<chat::Id> &conversations);
    void pin(const QList<chat::Id> &conversations) { setPinned(conversations, true); }
    // 0 = out of the folder they are in. Out of the archive as well.
    void move(const QList<chat::Id> &conversations, chat::Id folder);
    void askWhere(const QList<chat::Id> &conversations);
    void askForPrinter(const QList<chat::Id> &conversations);
    void askForExport(const QList<chat::Id> &conversations);
    void trash(const QList<chat::Id> &conversations);

    // With these in it; `parent` 0 = in none.
    void askForFolder(const QList<chat::Id> &conversations, chat::Id parent = 0);
    void askForName(chat::Id folder);
    void removeFolder(chat::Id folder);

    bool canUndo() const { return m_undo != nullptr; }
    void undo();

Q_SIGNALS:
    void done(const QString &sentence); // worth telling; undo() takes it back
    void undone();
    // Where to is to be asked for.
    void exportRequested(const chat::Conversation &conversation);
    void printRequested(const chat::Conversation &conversation);
    void groupExportRequested(const ui::ExportGroup &group, ui::ExportForm form);

private:
    using Change = std::function<void(chat::Filing &)>;
    void file(const QList<chat::Id> &conversations, const Change &change, const QString &sentence);
    void setPinned(const QList<chat::Id> &conversations, bool isWanted);
    void moveInto(const QList<chat::Id> &conversations, const chat::Folder &folder);
    void did(const std::function<void()> &undo, const QString &sentence);
    void makeFolder(const QList<chat::Id> &conversations, const QString &name, chat::Id parent);
    void askForOuter(chat::Id folder);
    void nest(chat::Id folder, chat::Id parent);
    bool hasInner(chat::Id folder) const;
    void addExport(QMenu *menu, const ExportGroup &group);
    QSet<chat::Id> inside(chat::Id folder) const;
    bool isTaken(const QString &name, chat::Id parent, chat::Id but) const;
    bool all(const QList<chat::Id> &conversations, bool chat::Filing::*what) const;
    QList<chat::Id> known(const QList<chat::Id> &conversations) const;

    chat::ConversationList &m_list;
    chat::ConversationStore &m_store;
    QWidget *m_owner;
    std::function<void()> m_undo;
};

} // namespace ui
