// The rows of chat::ConversationList: opens what a person goes to, selects several, folds folders, takes what
// is dragged to one, and hands the rest to ConversationActions. Owned by ConversationPane.
#pragma once

#include "chat/ConversationList.h"

#include <QListView>
#include <QTimer>

namespace ui {

class ConversationActions;
class ConversationDelegate;

class ConversationView : public QListView
{
    Q_OBJECT
public:
    ConversationView(chat::ConversationList &list, ConversationActions &actions, QWidget *parent);

    // Marks the conversation as the one shown; 0 = none of these.
    void setShown(chat::Id conversation);
    // In the order of the rows.
    QList<chat::Id> selected() const;

Q_SIGNALS:
    void chosen(chat::Id conversation);
    void renameRequested(chat::Id conversation);
    void leftDownwards(); // by a key, from the last row

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUp();
    void selectShown();
    void followRows();
    void goTo(const QModelIndex &index);
    void takeClick(const QModelIndex &index);
    void showMenu(const QModelIndex &index, const QPoint &globalPosition);
    bool takeKey(const QKeyEvent &event);
    bool takeFolderKey(int key, chat::Id folder);
    bool takeConversationKey(int key, chat::Id conversation);
    void trash(const QList<chat::Id> &conversations);
    void findAnswering();
    void startSpinner();
    void turnSpinner();
    void setDropRow(const QModelIndex &index);
    void paintDropRow();
    chat::Id conversationAt(const QModelIndex &index) const;
    chat::Id folderAt(const QModelIndex &index) const;

    chat::ConversationList &m_list;
    ConversationActions &m_actions;
    ConversationDelegate *m_delegate;
    QTimer m_spinner;
    QList<QPersistentModelIndex> m_answering; // rows that show it
    int m_angle = 0;
    QPersistentModelIndex m_dropRow; // that a drop would go to
    chat::Id m_shown = 0;
    QSet<chat::Id> m_leaving; // for the trash, but still in the rows
};

} // namespace ui
