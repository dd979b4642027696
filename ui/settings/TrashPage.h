// Settings > Trash: the conversations that were deleted in the last 30 days, to restore or to delete for
// good. Made by the settings page.
#pragma once

#include "chat/TrashTable.h"
#include "common/Widgets.h"

#include <QTreeView>

namespace ui {

class TrashPage : public QWidget
{
    Q_OBJECT
public:
    explicit TrashPage(chat::ConversationStore &store, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpView();
    QWidget *makeActions();
    QWidget *makeQuestion();
    void retranslate();
    void refresh();
    void showQuestion();
    QList<chat::Id> selected() const;
    void restore();
    void ask();
    void deleteForGood();
    void dismissQuestion();

    chat::ConversationStore &m_store;
    chat::TrashTable m_table;
    Banner *m_banner;
    EmptyState *m_empty;
    QTreeView *m_view;
    Label *m_note;
    QAbstractButton *m_restore = nullptr;
    QAbstractButton *m_delete = nullptr;
    QWidget *m_actions; // with the two above
    Label *m_questionText = nullptr;
    QAbstractButton *m_cancel = nullptr;
    QAbstractButton *m_confirm = nullptr;
    QWidget *m_question; // with the three above; takes the place of m_actions
    std::optional<base::Error> m_error;
    QList<chat::Id> m_asked; // what the question is about
};

} // namespace ui
