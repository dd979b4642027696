// What can be made of an installed model: a copy, another name, a model of one's own, a push to a registry.
// The entries of the menus, the surfaces that ask for a name, and the questions before something is replaced
// or goes to another host. One for the models page.
#pragma once

#include "library/Copier.h"
#include "library/Downloads.h"
#include "library/Workshop.h"

#include <functional>

class QMenu;
class QWidget;

namespace ui {

class ModelActions : public QObject
{
    Q_OBJECT
public:
    // `window`: over which it asks.
    ModelActions(library::InstalledModels &installed, library::Copier &copier, QWidget *window);

    // Without them nothing is made and nothing pushed.
    void setWorkshop(library::Workshop &workshop, library::Downloads &downloads);
    // Under which the surfaces open; outlives this.
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }
    void addTo(QMenu &menu, const QString &model);
    void askCopy(const QString &model);
    void askRename(const QString &model);
    // Where the name says nobody's place in a registry, for one that does.
    void askPush(const QString &model);

    // Does it at once where no model has the name, else once the person agreed.
    void askBeforeReplacing(const QString &name, const std::function<void()> &act);

Q_SIGNALS:
    void deriveRequested(const QString &model);
    void pushStarted();

private:
    void askNameToPush(const QString &model);
    void askHost(const QString &model, const QString &host);

    library::InstalledModels &m_installed;
    library::Copier &m_copier;
    library::Workshop *m_workshop = nullptr;
    library::Downloads *m_downloads = nullptr;
    QWidget *m_window;
    QWidget *m_anchor;
};

} // namespace ui
