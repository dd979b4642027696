// The downloads of this session: those under way, those that stopped, those that are done.
#pragma once

#include "library/Downloads.h"

#include <QWidget>

class QListView;
class QStackedWidget;

namespace ui {

class DownloadsProxy;
class EmptyState;

class DownloadsPage : public QWidget
{
    Q_OBJECT
public:
    DownloadsPage(library::Downloads &downloads, backend::Backend &backend, QWidget *parent = nullptr);

Q_SIGNALS:
    void chatRequested(const QString &model);
    void getModelsRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    void retranslate();
    void refresh();
    void act(const QModelIndex &index, int action);
    bool pressKey(int key);
    void showMenu(const QPoint &position);

    library::Downloads &m_downloads;
    DownloadsProxy *m_proxy;
    QStackedWidget *m_stack;
    QListView *m_view;
    EmptyState *m_empty;
};

} // namespace ui
