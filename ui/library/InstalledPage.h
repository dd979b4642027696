// The installed models: the table, the chosen one's details, the totals; also what is shown where there are
// none, or where the server does not list them.
#pragma once

#include "library/Catalogue.h"
#include "library/Copier.h"
#include "library/Downloads.h"
#include "library/InstalledModels.h"
#include "library/InstalledTable.h"
#include "library/Loader.h"
#include "library/SpeedRecord.h"
#include "library/Updater.h"
#include "library/Updates.h"
#include "library/Workshop.h"

#include <QTimer>
#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class Banner;
class DeriveView;
class EmptyState;
class ImportDrop;
class InstalledProxy;
class InstalledView;
class Label;
class LoadedView;
class ModelActions;
class ModelDetailPanel;
class Removal;

class InstalledPage : public QWidget
{
    Q_OBJECT
public:
    InstalledPage(library::InstalledModels &installed, const library::Catalogue &catalogue,
                  backend::Backend &backend, library::Loader &loader, QWidget *parent = nullptr);

    // Once; without it nothing is offered about updates. Both outlive this.
    void setUpdates(library::Updates &updates, library::Updater &updater);
    void setFilter(const QString &text);
    // Where models are made, of others and of files, and by which they are pushed. Once; without them that is
    // not offered.
    void setWorkshop(library::Workshop &workshop, library::Downloads &downloads);
    // How fast models are, beside each. Once; without it that is not shown.
    void setSpeeds(library::SpeedRecord &record);
    ImportDrop *import() const { return m_import; } // null without a workshop

Q_SIGNALS:
    void chatRequested(const QString &model);
    void getModelsRequested();
    void pushStarted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Shown { Table, Empty, NoMatch, Waiting, Failed };
    void buildTable();
    QWidget *makeStatusBar();
    void showMemory(bool isShown);
    void connectAll();
    void connectWorkshop();
    void derive(const QString &model);
    void retranslate();
    void refresh();
    void showWhatIsThere();
    void refreshStatus();
    Shown shown() const;
    void showError();
    void currentChanged();
    void selectSomething();
    void showMenu(const QPoint &position);
    void follow(const QString &model, const QString &newName);
    QString currentModel() const;

    library::InstalledModels &m_installed;
    backend::Backend &m_backend;
    library::Loader &m_loader;
    library::InstalledTable m_table;
    library::Copier m_copier;
    library::Workshop *m_workshop = nullptr;
    InstalledProxy *m_proxy;
    Removal *m_removal;
    ModelActions *m_actions;
    Banner *m_banner;
    QVBoxLayout *m_rows = nullptr; // of the table and what belongs to it
    QStackedWidget *m_place;       // the models, or what is made of one
    QStackedWidget *m_stack;
    InstalledView *m_view;
    EmptyState *m_empty;
    ModelDetailPanel *m_panel;
    Label *m_total = nullptr;
    QAbstractButton *m_loaded = nullptr;
    LoadedView *m_memory = nullptr; // folded out by it
    QHBoxLayout *m_status = nullptr;
    DeriveView *m_derive = nullptr;
    ImportDrop *m_import = nullptr;
    QAbstractButton *m_importButton = nullptr;
    QString m_filter;
    QTimer m_soon;
    QString m_wanted;  // to be chosen as soon as it is listed
    int m_lastRow = 0; // of the current model: where it goes, the next one takes its place
};

} // namespace ui
