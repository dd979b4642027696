#include "library/UpdateView.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/Format.h"
#include "common/Widgets.h"
#include "library/LineDifference.h"
#include "library/Removal.h"
#include "library/Unfolding.h"
#include "library/UpdateWords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::LayerKind;
using library::UpdateDiff;
using library::UpdateFinding;
using library::Updater;

UpdateView::UpdateView(library::InstalledModels &installed, library::Updates &updates, Updater &updater,
                       backend::Backend &backend, Removal &removal, QWidget *parent)
    : QWidget(parent)
    , m_installed(installed)
    , m_updates(updates)
    , m_updater(updater)
    , m_backend(backend)
    , m_removal(removal)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_words(new Label(Type::Body, TextRole::Text2, this))
    , m_facts(new Facts(this))
    , m_template(new Unfolding(this))
    , m_system(new Unfolding(this))
    , m_parameters(new Unfolding(this))
    , m_note(new Label(Type::Body, TextRole::Text2, this))
{
    m_words->setObjectName(u"updateWords"_s);
    m_facts->setObjectName(u"updateFacts"_s);
    m_template->setObjectName(u"updateTemplate"_s);
    m_system->setObjectName(u"updateSystem"_s);
    m_parameters->setObjectName(u"updateParameters"_s);
    m_note->setObjectName(u"updateNote"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (Label *label : {m_words, m_note})
        label->setWordWrap(true);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_facts),
          static_cast<QWidget *>(m_template), static_cast<QWidget *>(m_system),
          static_cast<QWidget *>(m_parameters), static_cast<QWidget *>(m_note), makeButtons()})
        layout->addWidget(part);
    const auto refreshFor = [this](const QString &model) {
        if (model == m_model || model == m_updater.originalOf(m_model))
            refresh();
    };
    connect(&updates, &library::Updates::changed, this, refreshFor);
    connect(&updater, &Updater::changed, this, refreshFor);
    connect(&installed, &library::InstalledModels::changed, this, &UpdateView::refresh);
    // Copies share a digest, and their details are asked for once, under the name of any.
    connect(&installed, &library::InstalledModels::detailsChanged, this, [this] {
        if (library::keptModel(m_model))
            refresh();
    });
    retranslate();
}

QWidget *UpdateView::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    const auto add = [&](const QString &name) {
        QAbstractButton *button = makeButton(ButtonKind::Plain, {}, buttons);
        button->setObjectName(name);
        row->addWidget(button);
        return button;
    };
    m_update = add(u"updateModel"_s);
    m_check = add(u"checkModel"_s);
    m_back = add(u"goBackToModel"_s);
    m_letGo = add(u"letModelGo"_s);
    row->addStretch();
    connect(m_update, &QAbstractButton::clicked, this, [this] { m_updater.update(m_model); });
    connect(m_check, &QAbstractButton::clicked, this, [this] { m_updates.check(m_model); });
    connect(m_back, &QAbstractButton::clicked, this, [this] { m_updater.goBack(m_model); });
    connect(m_letGo, &QAbstractButton::clicked, this, [this] { m_removal.ask(m_model); });
    return buttons;
}

void UpdateView::setModel(const QString &name)
{
    m_model = name;
    refresh();
}

void UpdateView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UpdateView::retranslate()
{
    m_template->setTitle(tr("What changes in the template"));
    m_system->setTitle(tr("What changes in the system prompt"));
    m_parameters->setTitle(tr("What changes in the parameters"));
    m_update->setText(tr("Update"));
    m_update->setToolTip(
        tr("Pulls it again. Its present state stays under a second name until you let it go."));
    m_back->setText(tr("Back to this one"));
    m_letGo->setText(tr("Let go…"));
    m_letGo->setToolTip(tr("Removes this old state from the server."));
    for (QAbstractButton *button : {m_update, m_letGo})
        button->setAccessibleDescription(button->toolTip());
    refresh();
}

void UpdateView::refresh()
{
    const std::optional<library::KeptModel> old = library::keptModel(m_model);
    const QString original = old ? m_updater.originalOf(m_model) : QString();
    Shown shown = old ? oldState(*old, original) : finding();
    if (const auto step = m_updater.underWay(m_model)) {
        shown.words = stepWords(*step);
        shown.isBad = false;
    } else if (const auto failure = m_updater.failure(m_model)) {
        shown.words = failureWords(*failure, m_model, serverName());
        shown.isBad = true;
    }
    m_title->setText(old ? tr("An old state") : tr("Updates"));
    m_words->setRole(shown.isBad ? TextRole::Bad : TextRole::Text2);
    m_words->setText(shown.words);
    m_words->setVisible(!shown.words.isEmpty());
    m_facts->set(shown.facts);
    showTexts(shown.diff);
    m_note->setText(shown.note);
    m_note->setVisible(!shown.note.isEmpty());
    refreshButtons(old.has_value(), original);
}

UpdateView::Shown UpdateView::finding() const
{
    const UpdateFinding *found = m_updates.finding(m_model);
    const auto name = base::parseModelName(m_model);
    const QString host = name ? base::displayLine(name->host, 40) : QString();
    if (m_updates.isChecking(m_model))
        return {.words = tr("Asking %1…").arg(host), .facts = {}, .diff = {}, .note = {}};
    if (!found)
        return {};
    if (found->kind == UpdateFinding::Kind::Differs)
        return {.words = tr("%1 has it in another state.", "%1: the registry").arg(host),
                .facts = updateFacts(found->diff),
                .diff = found->diff,
                .note = missingTextsWords(*found)};
    return {.words = findingWords(*found, m_model, serverName()),
            .isBad = found->kind == UpdateFinding::Kind::NoRegistry ||
                     found->kind == UpdateFinding::Kind::NoServer,
            .facts = {},
            .diff = {},
            .note = {}};
}

UpdateView::Shown UpdateView::oldState(const library::KeptModel &old, const QString &original) const
{
    const QString day = fullDayOf(old.day.startOfDay());
    Shown shown;
    shown.words =
        original.isEmpty()
            ? tr("A model as it was before it was updated on %1.").arg(day)
            : tr("This is %1 as it was before it was updated on %2.").arg(base::displayLine(original), day);
    const backend::ModelInfo *then = m_installed.find(m_model);
    const backend::ModelInfo *now = original.isEmpty() ? nullptr : m_installed.find(original);
    if (!then || !now)
        return shown;
    if (!now->digest.isEmpty() && now->digest == then->digest) {
        shown.note = tr("Both are the same now: letting this one go loses nothing.");
        return shown;
    }
    const backend::ModelDetails *before = m_installed.details(m_model);
    const backend::ModelDetails *after = m_installed.details(original);
    if (!before || !after)
        return shown;
    shown.diff =
        library::installedDiff({.info = *then, .details = *before}, {.info = *now, .details = *after});
    shown.facts = stateFacts(shown.diff);
    shown.note = tr("Going back puts this state in the place of the newer one, which can be pulled again.");
    return shown;
}

void UpdateView::refreshButtons(bool isOldState, const QString &original)
{
    const bool canPull = m_backend.can(backend::Ability::Pull);
    const bool canManage = m_backend.can(backend::Ability::Remove);
    const bool isBusy = m_updater.underWay(m_model) || m_removal.isUnderWay(m_model) ||
                        (!original.isEmpty() && m_updater.underWay(original));
    const auto name = base::parseModelName(m_model);
    const QString host = name ? base::displayLine(name->host, 40) : QString();
    m_check->setText(name && name->isForeign() ? tr("Check at %1", "%1: the registry").arg(host)
                                               : tr("Check for updates"));
    const QString whom = tr("Asks %1 what it has under this name.", "%1: the registry").arg(host);
    m_check->setToolTip(whom);
    m_check->setAccessibleDescription(whom);
    m_back->setToolTip(
        original.isEmpty()
            ? QString()
            : tr("%1 becomes what it was, and this second name goes.").arg(base::displayLine(original)));
    m_back->setAccessibleDescription(m_back->toolTip());
    m_check->setVisible(!isOldState && canPull && name.has_value());
    m_check->setEnabled(!isBusy && !m_updates.isChecking(m_model));
    m_update->setVisible(!isOldState && canPull && canManage && m_updates.differs(m_model));
    m_update->setEnabled(!isBusy);
    m_back->setVisible(isOldState && canManage && !original.isEmpty());
    m_letGo->setVisible(isOldState && canManage);
    m_back->setEnabled(!isBusy);
    m_letGo->setEnabled(!isBusy);
}

void UpdateView::showTexts(const UpdateDiff &diff)
{
    const auto put = [&diff](Unfolding *unfolding, LayerKind part) {
        QString text;
        for (const library::PartChange &change : diff.changes) {
            if (change.part == part && change.after)
                text = library::lineDifference(change.before, *change.after);
        }
        unfolding->setText(text);
    };
    put(m_template, LayerKind::Template);
    put(m_system, LayerKind::System);
    put(m_parameters, LayerKind::Parameters);
}

QString UpdateView::serverName() const
{
    return base::hostAndPort(m_backend.serverUrl());
}

} // namespace ui
