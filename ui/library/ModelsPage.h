// Models: what is installed, what there is to get, what is being pulled. One page of the main window.
#pragma once

#include "library/CatalogueStore.h"
#include "library/Downloads.h"
#include "library/Fitter.h"
#include "library/FolderMove.h"
#include "library/Loader.h"
#include "library/SpeedMeasure.h"
#include "library/Storage.h"
#include "library/Updater.h"
#include "library/Updates.h"
#include "library/Workshop.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QAbstractButton;
class QLineEdit;
class QStackedWidget;

namespace settings {
class SettingsStore;
}

namespace ui {

class CataloguePage;
class DownloadsPage;
class InstalledPage;
class Label;
class PullField;
class StoragePage;
class SpeedPage;
class TabButton;

class ModelsPage : public QWidget
{
    Q_OBJECT
public:
    enum class Tab { Installed, GetModels, Downloads, Storage, Speed };
    Q_ENUM(Tab)

    ModelsPage(library::InstalledModels &installed, library::Downloads &downloads,
               library::CatalogueStore &catalogues, library::Fitter &fitter, library::Loader &loader,
               backend::Backend &backend, QWidget *parent = nullptr);

    // Where models are made and pushed. Once; without one that is not offered.
    void setWorkshop(library::Workshop &workshop);
    // The tab about the server's disk; there is none before. Without `move` the folder cannot be moved.
    void setStorage(library::Storage &storage, library::FolderMove *move = nullptr);
    // Of the installed models; once.
    void setUpdates(library::Updates &updates, library::Updater &updater);
    // Without them how many downloads run at once, and when, cannot be chosen.
    void setSettings(settings::SettingsStore &store);
    // How fast models are. Once; without them there is no such tab.
    void setSpeeds(library::SpeedMeasure &speeds);

    void showTab(Tab tab);
    // Those that are of use with the server, and how a tab is called.
    QList<Tab> tabs() const;
    static QString name(Tab tab);
    Tab tab() const { return m_tab; }

Q_SIGNALS:
    void chatRequested(const QString &model);
    void pulled(const QString &model); // it is installed now

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makePullBar(const library::Catalogue &catalogue);
    QWidget *pageOf(Tab tab);
    void connectAll();
    void retranslate();
    void applyFilter();
    void refresh();
    void refreshCounts();
    void refreshSummary();
    void pauseOrResumeAll();

    backend::Backend &m_backend;
    library::InstalledModels &m_installed;
    library::Downloads &m_downloads;
    InstalledPage *m_installedPage;
    CataloguePage *m_cataloguePage;
    DownloadsPage *m_downloadsPage;
    library::SpeedMeasure *m_speeds = nullptr;
    SpeedPage *m_speedPage = nullptr;
    Tab m_tab = Tab::Installed;
    QStackedWidget *m_stack;
    library::Storage *m_storage = nullptr;
    library::FolderMove *m_folderMove = nullptr;
    StoragePage *m_storagePage = nullptr;
    std::array<TabButton *, 5> m_tabs{};
    Label *m_title = nullptr;
    QLineEdit *m_filter = nullptr;
    QWidget *m_pullBar = nullptr;
    PullField *m_pull = nullptr;
    Label *m_summary = nullptr;
    QTimer m_summarySoon; // rows change one after the other, and each time all are added up
    QAbstractButton *m_clear = nullptr;
    QAbstractButton *m_all = nullptr; // pauses or resumes all downloads
    bool m_isAllPause = true;
};

} // namespace ui
