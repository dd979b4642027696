// The catalogue to pull from: rows with Pull, and beside them what the chosen model is good for.
#pragma once

#include "library/CatalogueList.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QListView;
class QStackedWidget;

namespace ui {

class CatalogueDetail;
class CatalogueDelegate;
class EmptyState;
class Label;

// Its filter, and what is read out of a row.
class CatalogueProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setFilter(const QString &text);
    QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_filter;
};

class CataloguePage : public QWidget
{
    Q_OBJECT
public:
    CataloguePage(const library::Catalogue &catalogue, library::InstalledModels &installed,
                  library::Downloads &downloads, QWidget *parent = nullptr);

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
    void act(const QModelIndex &index);
    void showMenu(const QPoint &position);

    const library::Catalogue &m_catalogue;
    library::Downloads &m_downloads;
    library::CatalogueList m_list;
    CatalogueProxy *m_proxy;
    QStackedWidget *m_stack;
    QListView *m_view;
    EmptyState *m_empty;
    CatalogueDetail *m_detail;
    Label *m_source = nullptr;
    QString m_filter;
};

} // namespace ui
