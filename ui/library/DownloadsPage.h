// The downloads: those under way, those that wait, those that stopped, those that are done. Below them, where
// it is folded out, the detail of the chosen one, and the room on the disk.
#pragma once

#include "library/DownloadActions.h"
#include "library/Downloads.h"

#include <QWidget>

class QKeyEvent;
class QListView;
class QStackedWidget;

namespace settings {
class SettingsStore;
}

namespace ui {

class Banner;
class DownloadDetail;
class DownloadsBar;
class DownloadsProxy;
class EmptyState;

class DownloadsPage : public QWidget
{
    Q_OBJECT
public:
    DownloadsPage(library::Downloads &downloads, backend::Backend &backend, QWidget *parent = nullptr);

    // Without them how many run at once, and when, cannot be chosen.
    void setSettings(settings::SettingsStore &store);

Q_SIGNALS:
    void chatRequested(const QString &model);
    void getModelsRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    void connectAll();
    void retranslate();
    void refresh();
    void refreshError();
    void act(const QModelIndex &index, DownloadAction action);
    void cancel(int row);
    void moveBy(const QModelIndex &index, int rows);
    bool pressKey(const QKeyEvent &event);
    void showDetail(bool isShown);
    void showMenu(const QPoint &position);

    library::Downloads &m_downloads;
    DownloadsProxy *m_proxy;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QListView *m_view;
    EmptyState *m_empty;
    DownloadDetail *m_detail;
    DownloadsBar *m_bar;
};

} // namespace ui
