// The installed models: the table, the chosen one's details, the totals; also what is shown where there are
// none, or where the server does not list them.
#pragma once

#include "library/Catalogue.h"
#include "library/InstalledModels.h"
#include "library/InstalledTable.h"
#include "library/Loader.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class InstalledProxy;
class InstalledView;
class Label;
class ModelDetailPanel;
class Removal;

class InstalledPage : public QWidget
{
    Q_OBJECT
public:
    InstalledPage(library::InstalledModels &installed, const library::Catalogue &catalogue,
                  backend::Backend &backend, library::Loader &loader, QWidget *parent = nullptr);

    void setFilter(const QString &text);

Q_SIGNALS:
    void chatRequested(const QString &model);
    void getModelsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Shown { Table, Empty, NoMatch, Waiting, Failed };
    void buildTable();
    QWidget *makeStatusBar();
    void connectAll();
    void retranslate();
    void refresh();
    void showWhatIsThere();
    void refreshStatus();
    Shown shown() const;
    void showError();
    void currentChanged();
    void selectSomething();
    void showMenu(const QPoint &position);
    QString currentModel() const;

    library::InstalledModels &m_installed;
    backend::Backend &m_backend;
    library::Loader &m_loader;
    library::InstalledTable m_table;
    InstalledProxy *m_proxy;
    Removal *m_removal;
    Banner *m_banner;
    QStackedWidget *m_stack;
    InstalledView *m_view;
    EmptyState *m_empty;
    ModelDetailPanel *m_panel;
    Label *m_total = nullptr;
    Label *m_loaded = nullptr;
    QString m_filter;
    QTimer m_soon;
    int m_lastRow = 0; // of the current model: where it goes, the next one takes its place
};

} // namespace ui
