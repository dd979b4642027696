#include "chat/ConversationActions.h"

#include "chat/FolderPopup.h"
#include "common/ChoicePopup.h"
#include "common/Icons.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace ui {

using chat::Filing;
using chat::Folder;
using chat::Id;

namespace {

int count(const QList<Id> &conversations)
{
    return static_cast<int>(conversations.size());
}

} // namespace

ConversationActions::ConversationActions(chat::ConversationList &list, chat::ConversationStore &store,
                                         QWidget *owner)
    : QObject(owner)
    , m_list(list)
    , m_store(store)
    , m_owner(owner)
{
}

QList<Id> ConversationActions::known(const QList<Id> &conversations) const
{
    QList<Id> known;
    std::ranges::copy_if(conversations, std::back_inserter(known),
                         [this](Id id) { return m_list.conversation(id).has_value(); });
    return known;
}

bool ConversationActions::all(const QList<Id> &conversations, bool Filing::*what) const
{
    return std::ranges::all_of(conversations, [&](Id id) { return m_list.conversation(id)->filing.*what; });
}

void ConversationActions::fill(QMenu *menu, const QList<Id> &conversations)
{
    const QList<Id> ids = known(conversations);
    if (ids.isEmpty())
        return;
    const auto add = [&](const QString &sign, const QString &text, const QKeySequence &key, auto action) {
        QAction *added = menu->addAction(icon(sign), text);
        added->setShortcut(key);
        connect(added, &QAction::triggered, this, [this, ids, action] { (this->*action)(ids); });
    };
    const bool isPinned = all(ids, &Filing::isPinned);
    const bool isArchived = all(ids, &Filing::isArchived);
    add(isPinned ? QStringLiteral("pin-off") : QStringLiteral("pin"), isPinned ? tr("Unpin") : tr("Pin"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_P, &ConversationActions::switchPinned);
    add(QStringLiteral("folder-input"), tr("Move to…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        &ConversationActions::askWhere);
    add(isArchived ? QStringLiteral("archive-restore") : QStringLiteral("archive"),
        isArchived ? tr("Back to the list") : tr("Archive"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
        &ConversationActions::switchArchived);
    if (ids.size() == 1) {
        add(QStringLiteral("file-text"), tr("Export…"), {}, &ConversationActions::askForExport);
        add(QStringLiteral("printer"), tr("Print…"), Qt::CTRL | Qt::Key_P,
            &ConversationActions::askForPrinter);
    } else {
        addExport(menu->addMenu(icon(QStringLiteral("file-text")), tr("Export")),
                  {tr("Conversations"), QSet(ids.begin(), ids.end())});
    }
    add(QStringLiteral("trash-2"),
        ids.size() == 1 ? tr("Move to trash") : tr("Move %n conversation(s) to trash", nullptr, count(ids)),
        {}, &ConversationActions::trash);
}

void ConversationActions::fillForFolder(QMenu *menu, Id id)
{
    const auto folder = m_list.folder(id);
    if (!folder)
        return;
    menu->addAction(icon(QStringLiteral("pencil")), tr("Rename…"), QKeySequence(Qt::Key_F2), this,
                    [this, id] { askForName(id); });
    if (folder->parent == 0)
        menu->addAction(icon(QStringLiteral("folder-plus")), tr("New folder inside…"), this,
                        [this, id] { askForFolder({}, id); });
    if (!hasInner(id))
        menu->addAction(icon(QStringLiteral("folder-input")), tr("Move to…"), this,
                        [this, id] { askForOuter(id); });
    const QSet<Id> conversations = inside(id);
    QMenu *forms = menu->addMenu(icon(QStringLiteral("file-text")), tr("Export folder"));
    addExport(forms, {folder->name, conversations, id});
    forms->setEnabled(!conversations.isEmpty());
    menu->addAction(icon(QStringLiteral("x")), tr("Remove folder"), QKeySequence(Qt::Key_Delete), this,
                    [this, id] { removeFolder(id); });
}

void ConversationActions::askForExport(const QList<Id> &conversations)
{
    const QList<Id> ids = known(conversations);
    if (ids.size() == 1)
        Q_EMIT exportRequested(*m_list.conversation(ids.constFirst()));
}

void ConversationActions::askForPrinter(const QList<Id> &conversations)
{
    // As in the menu: one alone. Of several, each would have a dialog, and end what the one before prints.
    const QList<Id> ids = known(conversations);
    if (ids.size() == 1)
        Q_EMIT printRequested(*m_list.conversation(ids.constFirst()));
}

void ConversationActions::addExport(QMenu *menu, const ExportGroup &group)
{
    addExportForms(menu, this, [this, group](ExportForm form) { Q_EMIT groupExportRequested(group, form); });
}

void ConversationActions::switchPinned(const QList<Id> &conversations)
{
    setPinned(conversations, !all(known(conversations), &Filing::isPinned));
}

void ConversationActions::setPinned(const QList<Id> &conversations, bool isWanted)
{
    const QList<Id> ids = known(conversations);
    file(
        ids, [isWanted](Filing &filing) { filing.isPinned = isWanted; },
        isWanted ? tr("%n conversation(s) pinned", nullptr, count(ids))
                 : tr("%n conversation(s) unpinned", nullptr, count(ids)));
}

void ConversationActions::switchArchived(const QList<Id> &conversations)
{
    const QList<Id> ids = known(conversations);
    const bool isWanted = !all(ids, &Filing::isArchived);
    file(
        ids, [isWanted](Filing &filing) { filing.isArchived = isWanted; },
        isWanted ? tr("%n conversation(s) archived", nullptr, count(ids))
                 : tr("%n conversation(s) back in the list", nullptr, count(ids)));
}

void ConversationActions::move(const QList<Id> &conversations, Id folder)
{
    if (folder != 0) {
        if (const auto into = m_list.folder(folder))
            moveInto(known(conversations), *into);
        return;
    }
    const QList<Id> ids = known(conversations);
    file(
        ids,
        [](Filing &filing) {
            filing.folder = 0;
            filing.isArchived = false;
        },
        tr("%n conversation(s) in no folder any more", nullptr, count(ids)));
}

void ConversationActions::moveInto(const QList<Id> &conversations, const Folder &folder)
{
    file(
        conversations,
        [id = folder.id](Filing &filing) {
            filing.folder = id;
            filing.isArchived = false;
        },
        tr("%n conversation(s) moved to %1", nullptr, count(conversations)).arg(folder.name));
}

void ConversationActions::trash(const QList<Id> &conversations)
{
    const QList<Id> ids = known(conversations);
    if (ids.isEmpty())
        return;
    m_store.moveToTrash(ids);
    did([this, ids] { m_store.restore(ids); },
        tr("%n conversation(s) moved to the trash", nullptr, count(ids)));
}

void ConversationActions::file(const QList<Id> &conversations, const Change &change, const QString &sentence)
{
    chat::ConversationStore::Filings before;
    chat::ConversationStore::Filings after;
    for (const Id id : conversations) {
        const Filing old = m_list.conversation(id)->filing;
        Filing fresh = old;
        change(fresh);
        if (fresh == old)
            continue;
        before.append({id, old});
        after.append({id, fresh});
    }
    if (after.isEmpty())
        return;
    m_list.file(after);
    did([this, before] { m_list.file(before); }, sentence);
}

void ConversationActions::did(const std::function<void()> &undo, const QString &sentence)
{
    m_undo = undo;
    Q_EMIT done(sentence);
}

void ConversationActions::undo()
{
    if (const auto undo = std::exchange(m_undo, nullptr)) {
        undo();
        Q_EMIT undone();
    }
}

void ConversationActions::askWhere(const QList<Id> &conversations)
{
    const QList<Id> ids = known(conversations);
    if (ids.isEmpty())
        return;
    const bool isInOne =
        std::ranges::any_of(ids, [this](Id id) { return m_list.conversation(id)->filing.folder != 0; });
    const auto offer = [this, ids, isInOne](const QString &typed) {
        QList<Choice> choices;
        const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
        bool isThere = false;
        for (const Folder &folder : m_list.folders()) {
            isThere = isThere || folder.name.compare(typed, Qt::CaseInsensitive) == 0;
            if (hasWords(folder.name, words))
                choices.append({.icon = QStringLiteral("folder"),
                                .text = folder.name,
                                .note = words.isEmpty()
                                            ? QString()
                                            : m_list.folder(folder.parent).value_or(Folder{}).name,
                                .indent = words.isEmpty() && folder.parent != 0 ? 1 : 0,
                                .choose = [this, ids, id = folder.id] { move(ids, id); }});
        }
        if (isInOne && words.isEmpty())
            choices.append({.icon = QStringLiteral("message-square"),
                            .text = tr("In no folder"),
                            .choose = [this, ids] { move(ids, 0); }});
        const QString name = chat::folderName(typed);
        if (name.isEmpty())
            choices.append({.icon = QStringLiteral("folder-plus"),
                            .text = tr("New folder…"),
                            .choose = [this, ids] { askForFolder(ids); }});
        else if (!isThere)
            choices.append({.icon = QStringLiteral("folder-plus"),
                            .text = tr("New folder “%1”").arg(name),
                            .choose = [this, ids, name] { makeFolder(ids, name, 0); }});
        return choices;
    };
    auto *popup = new ChoicePopup({tr("Move to"), tr("Move %n conversation(s) to…", nullptr, count(ids)),
                                   tr("There is no such folder")},
                                  offer, m_owner);
    popup->open();
}

void ConversationActions::askForFolder(const QList<Id> &conversations, Id parent)
{
    auto *popup = new FolderPopup(
        {tr("New folder"), tr("Create folder")},
        [this, parent](const QString &name) { return isTaken(name, parent, 0); }, m_owner);
    connect(popup, &FolderPopup::chosen, this,
            [this, conversations, parent](const QString &name) { makeFolder(conversations, name, parent); });
    popup->openWith({});
}

void ConversationActions::makeFolder(const QList<Id> &conversations, const QString &name, Id parent)
{
    const Folder folder{chat::newId(), name, parent};
    m_store.save(folder);
    m_list.setFolded(parent, false); // or it would not be seen
    did([this, id = folder.id] { m_store.removeFolder(id); }, tr("Folder %1 created").arg(name));
    if (conversations.isEmpty())
        return;
    moveInto(known(conversations), folder);
    m_undo = [this, id = folder.id, back = m_undo] {
        back();
        m_store.removeFolder(id);
    };
}

void ConversationActions::askForName(Id id)
{
    const auto folder = m_list.folder(id);
    if (!folder)
        return;
    auto *popup = new FolderPopup(
        {tr("Rename folder"), tr("Rename")},
        [this, folder](const QString &name) { return isTaken(name, folder->parent, folder->id); }, m_owner);
    connect(popup, &FolderPopup::chosen, this, [this, id](const QString &name) {
        auto renamed = m_list.folder(id);
        if (!renamed || renamed->name == name)
            return;
        renamed->name = name;
        m_store.save(*renamed);
    });
    popup->openWith(folder->name);
}

void ConversationActions::removeFolder(Id id)
{
    const auto folder = m_list.folder(id);
    if (!folder)
        return;
    m_store.removeFolder(id);
    did([this, folder] { m_store.save(*folder); },
        tr("Folder %1 removed. What was in it is in the list.").arg(folder->name));
}

// One without folders inside it, for they would be nested twice.
void ConversationActions::askForOuter(Id id)
{
    const auto offer = [this, id](const QString &typed) {
        QList<Choice> choices;
        const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
        const Folder moved = m_list.folder(id).value_or(Folder{});
        for (const Folder &folder : m_list.folders()) {
            if (folder.parent == 0 && folder.id != id && folder.id != moved.parent &&
                hasWords(folder.name, words))
                choices.append({.icon = QStringLiteral("folder"),
                                .text = folder.name,
                                .choose = [this, id, outer = folder.id] { nest(id, outer); }});
        }
        if (moved.parent != 0 && words.isEmpty())
            choices.append({.icon = QStringLiteral("message-square"),
                            .text = tr("In no folder"),
                            .choose = [this, id] { nest(id, 0); }});
        return choices;
    };
    auto *popup = new ChoicePopup({tr("Move to"), tr("Move the folder to…"), tr("There is no such folder")},
                                  offer, m_owner);
    popup->open();
}

void ConversationActions::nest(Id id, Id parent)
{
    auto folder = m_list.folder(id);
    if (!folder)
        return;
    did([this, before = *folder] { m_store.save(before); }, tr("Folder %1 moved").arg(folder->name));
    folder->parent = parent;
    m_store.save(*folder);
}

bool ConversationActions::hasInner(Id folder) const
{
    return std::ranges::any_of(m_list.folders(),
                               [folder](const Folder &other) { return other.parent == folder; });
}

// With what is in the folders inside it, and not what was archived out of them.
QSet<Id> ConversationActions::inside(Id folder) const
{
    QSet<Id> found;
    for (const chat::Conversation &one : m_list.conversations()) {
        if (!one.filing.isArchived && m_list.isInside(one.filing, folder))
            found.insert(one.id);
    }
    return found;
}

bool ConversationActions::isTaken(const QString &name, Id parent, Id but) const
{
    return std::ranges::any_of(m_list.folders(), [&](const Folder &other) {
        return other.id != but && other.parent == parent &&
               other.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace ui
