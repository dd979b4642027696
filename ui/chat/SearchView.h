// What was found in the messages of all conversations, below the search field of ConversationPane: filters,
// the hits, or why there are none and what to do. Tells which hit the person wants to see.
#pragma once

#include "chat/SearchList.h"
#include "common/Widgets.h"

#include <QListView>

class QMenu;

namespace ui {

class SearchView : public SurfaceWidget
{
    Q_OBJECT
public:
    explicit SearchView(chat::ConversationStore &store, QWidget *parent = nullptr);

    // As typed. Empty ends the search.
    void setText(const QString &text);
    // That a filter can choose. A folder stands for those inside it, too.
    void setModels(const QStringList &models);
    void setFolders(const QList<chat::Folder> &folders);
    // The first hit gets the keys; false where there is none.
    bool focusHits();
    // Chooses the first hit, when it is there.
    void chooseFirst();

Q_SIGNALS:
    void chosen(const chat::SearchHit &hit);
    void leftUpwards(); // by a key, from the first hit

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Since { Ever, Today, Week, Month, Year };

    void setUpView();
    void search();
    void fillFilters(QMenu *menu);
    void addFolders(QMenu *menu);
    QList<chat::Id> within(chat::Id folder) const;
    void refresh();
    void act();
    void choose(const QModelIndex &index);
    bool isFiltered() const;
    void retranslate();

    chat::ConversationStore &m_store;
    chat::SearchList m_list;
    chat::SearchQuery m_query;
    Since m_since = Since::Ever;
    QStringList m_models;
    QList<chat::Folder> m_folders;
    bool m_isFirstWanted = false;
    Label *m_caption;
    QAbstractButton *m_filter;
    QListView *m_view;
    Label *m_sentence;
    Label *m_next;
    QAbstractButton *m_action;
};

} // namespace ui
