// What InstalledPage makes of models and files.
#include "common/Widgets.h"
#include "library/DeriveView.h"
#include "library/ImportDrop.h"
#include "library/InstalledPage.h"
#include "library/InstalledView.h"
#include "library/ModelActions.h"
#include "library/WorkshopBar.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

void InstalledPage::setWorkshop(library::Workshop &workshop, library::Downloads &downloads)
{
    m_workshop = &workshop;
    m_actions->setWorkshop(workshop, downloads);
    connect(m_actions, &ModelActions::pushStarted, this, &InstalledPage::pushStarted);
    m_importButton = makeButton(ButtonKind::Flat, u"file-text"_s, this);
    m_importButton->setObjectName(u"importFile"_s);
    m_status->addSpacing(16);
    m_status->addWidget(m_importButton);
    m_import = new ImportDrop(
        m_installed, workshop,
        [this](const QString &name, const std::function<void()> &act) {
            m_actions->askBeforeReplacing(name, act);
        },
        m_importButton);
    m_derive = new DeriveView(m_installed, this);
    m_place->addWidget(m_derive);
    auto *rows = static_cast<QVBoxLayout *>(layout());
    rows->insertWidget(rows->count() - 1, new WorkshopBar(workshop, m_backend, this));
    connectWorkshop();
    retranslate();
}

void InstalledPage::connectWorkshop()
{
    using library::Workshop;
    connect(m_importButton, &QAbstractButton::clicked, m_import, &ImportDrop::choose);
    connect(m_actions, &ModelActions::deriveRequested, this, &InstalledPage::derive);
    connect(m_derive, &DeriveView::left, this, [this] {
        m_place->setCurrentIndex(0);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_derive, &DeriveView::makeRequested, this,
            [this](const QString &name, const backend::Recipe &recipe) {
                m_actions->askBeforeReplacing(name, [this, name, recipe] { m_workshop->make(name, recipe); });
            });
    connect(m_workshop, &Workshop::changed, this, [this] {
        m_derive->setBusy(m_workshop->isBusy());
        m_importButton->setEnabled(!m_workshop->isBusy());
    });
    connect(m_workshop, &Workshop::finished, this, [this](Workshop::Work work, const QString &name) {
        m_wanted = name;
        m_derive->forget(name);
        if (work == Workshop::Work::Make)
            m_place->setCurrentIndex(0);
    });
}

void InstalledPage::derive(const QString &model)
{
    m_place->setCurrentWidget(m_derive);
    m_derive->open(model);
}

} // namespace ui
