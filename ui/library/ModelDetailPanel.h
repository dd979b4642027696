// Everything about one installed model, and what can be done with it. 320 wide, beside the table.
#pragma once

#include "library/Catalogue.h"
#include "library/Copier.h"
#include "library/Loader.h"
#include "library/SpeedRecord.h"
#include "library/Updater.h"
#include "library/Updates.h"

#include <QWidget>

class QAbstractButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class Badges;
class Facts;
class Label;
class MemoryView;
class ModelActions;
class Removal;
class SpeedView;
class Unfolding;
class UpdateView;

class ModelDetailPanel : public QWidget
{
    Q_OBJECT
public:
    ModelDetailPanel(library::InstalledModels &installed, const library::Catalogue &catalogue,
                     backend::Backend &backend, library::Loader &loader, Removal &removal,
                     QWidget *parent = nullptr);

    // What its menu offers, and whose failures it tells; both outlive this.
    void setActions(library::Copier &copier, ModelActions &actions);
    QWidget *more() const;

    // Once; without it nothing is offered about updates.
    void setUpdates(library::Updates &updates, library::Updater &updater);
    // How fast the model is. Once; without it that is not shown.
    void setSpeeds(library::SpeedRecord &record);
    void setModel(const QString &name); // empty = nothing chosen
    // Looks at the models anew; its own details are seen without being told.
    void refresh();
    const QString &model() const { return m_model; }

Q_SIGNALS:
    void chatRequested(const QString &model);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    QWidget *makeSections();
    QWidget *makeFoot();
    void retranslate();
    void refreshFacts(const backend::ModelInfo &info, const backend::ModelDetails *details);
    void refreshFailure();
    void showActions();

    library::InstalledModels &m_installed;
    const library::Catalogue &m_catalogue;
    backend::Backend &m_backend;
    library::Loader &m_loader;
    Removal &m_removal;
    library::Copier *m_copier = nullptr;
    ModelActions *m_actions = nullptr;
    QString m_model;

    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_rows = nullptr; // of the sections
    UpdateView *m_updates = nullptr;
    Label *m_name = nullptr;
    Label *m_goodFor = nullptr;
    Badges *m_badges = nullptr;
    QAbstractButton *m_copy = nullptr;
    QAbstractButton *m_chat = nullptr;
    QAbstractButton *m_more = nullptr;
    QAbstractButton *m_remove = nullptr;
    Facts *m_facts = nullptr;
    MemoryView *m_memory = nullptr;
    SpeedView *m_speed = nullptr;
    Label *m_failure = nullptr;
    Label *m_failureNext = nullptr;
    Unfolding *m_failureDetails = nullptr;
    Unfolding *m_template = nullptr;
    Unfolding *m_parameters = nullptr;
    Unfolding *m_system = nullptr;
    Unfolding *m_licence = nullptr;
};

} // namespace ui
