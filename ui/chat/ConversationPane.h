// The list of conversations with its search field and "New chat". With words in the field: the conversations
// that have them in their title, and below what is found in messages. Tells what the person wants; the chat
// page does it.
#pragma once

#include "chat/ConversationList.h"
#include "common/Widgets.h"

#include <QLineEdit>
#include <QListView>
#include <QTimer>

namespace ui {

class ConversationDelegate;
class SearchView;

class ConversationPane : public SurfaceWidget
{
    Q_OBJECT
public:
    ConversationPane(chat::ConversationList &list, chat::ConversationStore &store, QWidget *parent = nullptr);

    // Marks the conversation as the one shown; 0 = a new one.
    void setCurrent(chat::Id conversation);
    void focusSearch();

Q_SIGNALS:
    void chosen(chat::Id conversation);
    void hitChosen(const chat::SearchHit &hit);
    void newChatRequested();
    void renameRequested(chat::Id conversation);
    void trashRequested(chat::Id conversation);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpView();
    void retranslate();
    void showMenu(const QModelIndex &index, const QPoint &globalPosition);
    void findAnswering();
    void startSpinner();
    void turnSpinner();
    void search(const QString &text);
    void refreshSearch();
    bool searchKey(int key);
    void focusList();
    chat::Id idAt(const QModelIndex &index) const;

    chat::ConversationList &m_list;
    QLineEdit *m_search;
    QAbstractButton *m_newChat;
    QListView *m_view;
    SearchView *m_found;
    ConversationDelegate *m_delegate;
    QTimer m_spinner;
    QList<QPersistentModelIndex> m_answering; // rows that show it
    int m_angle = 0;
    chat::Id m_current = 0;
};

} // namespace ui
