// The catalogue to pull from: rows with Pull, and beside them what the chosen model is good for.
#pragma once

#include "library/CatalogueFilter.h"
#include "library/CatalogueList.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QAbstractButton;
class QListView;
class QStackedWidget;

namespace ui {

class CatalogueDelegate;
class CatalogueDetail;
class CatalogueFilterBar;
class CatalogueSource;
class EmptyState;
class GuideView;
class Label;

// Its filter, and what is read out of a row.
class CatalogueProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    // What stands under the name: what the model is good for.
    enum { LineRole = Qt::UserRole + 100 };
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setFilter(const library::CatalogueFilter &filter);
    QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    library::CatalogueFilter m_filter;
};

class CataloguePage : public QWidget
{
    Q_OBJECT
public:
    CataloguePage(library::CatalogueStore &store, library::InstalledModels &installed,
                  library::Downloads &downloads, library::Fitter &fitter, QWidget *parent = nullptr);

    void setFilter(const QString &text);

Q_SIGNALS:
    void chatRequested(const QString &model);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    QWidget *makeStatusBar();
    void retranslate();
    void refresh();
    void refreshSource();
    void applyFilter();
    void showGuides();
    void act(const QModelIndex &index);
    void showMenu(const QPoint &position);

    library::CatalogueStore &m_store;
    library::Downloads &m_downloads;
    library::Fitter &m_fitter;
    library::CatalogueList m_list;
    CatalogueProxy *m_proxy;
    QStackedWidget *m_stack;
    QListView *m_view;
    GuideView *m_guides; // in its place, where they are the kind that is wanted
    EmptyState *m_empty;
    CatalogueDetail *m_detail;
    CatalogueFilterBar *m_filterBar;
    CatalogueSource *m_sourcePanel;
    Label *m_source = nullptr;
    QAbstractButton *m_changeSource = nullptr;
    QString m_words;
};

} // namespace ui
