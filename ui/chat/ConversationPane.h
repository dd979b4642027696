// The list of conversations with its search field, "New chat" and the archive. With words in the field: the
// conversations that have them in their title, and below what is found in messages. Tells what the person
// wants to see; what puts the list in order it does by itself.
#pragma once

#include "chat/ConversationList.h"
#include "common/Widgets.h"

#include <QLineEdit>

namespace ui {

class ConversationActions;
class ConversationView;
class SearchView;
class UndoBar;

class ConversationPane : public SurfaceWidget
{
    Q_OBJECT
public:
    ConversationPane(chat::ConversationList &list, chat::ConversationStore &store, QWidget *parent = nullptr);

    // Marks the conversation as the one shown; 0 = a new one.
    void setCurrent(chat::Id conversation);
    void focusSearch();
    void showArchive(); // where there is something in it
    ConversationActions &actions() { return *m_actions; }
    // Its keys work on the whole page: for what is selected here where the list has the focus, else for the
    // conversation that is shown.
    void addKeys(QWidget *page);

Q_SIGNALS:
    void chosen(chat::Id conversation);
    void hitChosen(const chat::SearchHit &hit);
    void newChatRequested();
    void renameRequested(chat::Id conversation);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<chat::Id> meant() const;
    void layOut();
    void retranslate();
    void search(const QString &text);
    void refreshSearch();
    void refreshArchive();
    bool searchKey(int key);
    void focusList();

    chat::ConversationList &m_list;
    QLineEdit *m_search;
    QAbstractButton *m_newChat;
    ConversationActions *m_actions;
    ConversationView *m_view;
    SearchView *m_found;
    UndoBar *m_undo;
    QAbstractButton *m_archive;
    chat::Id m_current = 0;
};

} // namespace ui
