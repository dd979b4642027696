// Above the installed models: the button that asks the registries about updates of all of them, what came of
// it, and the button that updates all that differ. Part of InstalledPage.
#pragma once

#include "common/Widgets.h"
#include "library/Updater.h"
#include "library/Updates.h"

namespace ui {

class UpdatesBar : public SurfaceWidget
{
    Q_OBJECT
public:
    UpdatesBar(library::InstalledModels &installed, library::Updates &updates, library::Updater &updater,
               backend::Backend &backend, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void press();
    void updateAll();
    void refresh();
    QString status() const;
    QString whom(int models) const;
    QStringList toUpdate() const;

    library::InstalledModels &m_installed;
    library::Updates &m_updates;
    library::Updater &m_updater;
    backend::Backend &m_backend;
    QAbstractButton *m_check;
    Label *m_status;
    QAbstractButton *m_all;
};

} // namespace ui
