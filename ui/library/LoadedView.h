// Everything that is in the server's memory: each model, what it takes there, for how long and why it may be
// slow, the buttons that keep it or let it go, and the sum. Folds out above the status bar of the installed
// models; what loads one is in its detail (MemoryView).
#pragma once

#include "common/Widgets.h"
#include "library/Loader.h"

#include <QTimer>

#include <vector>

class QVBoxLayout;

namespace ui {

class LoadedRow;

class LoadedView : public SurfaceWidget
{
    Q_OBJECT
public:
    LoadedView(library::InstalledModels &installed, backend::Backend &backend, library::Loader &loader,
               QWidget *parent = nullptr);

    // "2 loaded, 9.3 GB in memory"
    QString summary() const;

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    LoadedRow *rowOf(const QString &model);
    void unloadAll();

    library::InstalledModels &m_installed;
    backend::Backend &m_backend;
    library::Loader &m_loader;
    Label *m_title;
    Label *m_sum;
    QAbstractButton *m_unloadAll;
    QAbstractButton *m_close;
    QVBoxLayout *m_rows;
    std::vector<LoadedRow *> m_shown;
    Label *m_note;
    QTimer m_countdown{this}; // while it is seen
};

} // namespace ui
