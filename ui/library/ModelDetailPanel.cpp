#include "library/ModelDetailPanel.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Facts.h"
#include "common/Format.h"
#include "common/TabOrder.h"
#include "common/Theme.h"
#include "common/Widgets.h"
#include "library/Badges.h"
#include "library/DiskUse.h"
#include "library/MemoryView.h"
#include "library/ModelActions.h"
#include "library/Removal.h"
#include "library/SpeedView.h"
#include "library/Unfolding.h"
#include "library/UpdateView.h"
#include "library/Words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::Copier;

namespace {

constexpr int panelWidth = 320;
constexpr int inset = 24;
constexpr int digestLength = 12; // as the engine's own program shows it

QVBoxLayout *column(QWidget *owner, int spacing)
{
    auto *layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

// The name of a licence stands in its first lines.
QString firstLine(const QString &text)
{
    const QString trimmed = text.trimmed();
    return base::displayLine(trimmed.left(trimmed.indexOf(u'\n')), 80);
}

Doing doingOf(library::Loader::Step step)
{
    using Step = library::Loader::Step;
    return step == Step::Load ? Doing::Loading : step == Step::Keep ? Doing::KeepingLoaded : Doing::Unloading;
}

} // namespace

ModelDetailPanel::ModelDetailPanel(library::InstalledModels &installed, const library::Catalogue &catalogue,
                                   backend::Backend &backend, library::Loader &loader, Removal &removal,
                                   QWidget *parent)
    : QWidget(parent)
    , m_installed(installed)
    , m_catalogue(catalogue)
    , m_backend(backend)
    , m_loader(loader)
    , m_removal(removal)
    , m_scroll(new QScrollArea(this))
{
    setFixedWidth(panelWidth);
    auto *content = new SurfaceWidget(Surface::Window);
    auto *sections = column(content, 12);
    sections->setContentsMargins(inset, 16, inset, 16);
    sections->addWidget(makeHead());
    sections->addWidget(makeButtons());
    sections->addWidget(makeSections());
    sections->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = column(this, 0);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->addWidget(m_scroll);
    layout->addWidget(makeFoot());

    connect(&installed, &library::InstalledModels::changed, this, &ModelDetailPanel::refresh);
    connect(&loader, &library::Loader::changed, this, [this](const QString &model) {
        if (model == m_model)
            refreshFailure();
    });
    connect(&installed, &library::InstalledModels::detailsChanged, this, [this](const QString &name) {
        // Copies share a digest, and their details are asked for once; those of others can wait for
        // whoever has this panel.
        const backend::ModelInfo *changed = m_installed.find(name);
        const backend::ModelInfo *shown = m_installed.find(m_model);
        if (changed && shown && (changed == shown || changed->digest == shown->digest))
            refresh();
    });
    connect(&removal, &Removal::changed, this, &ModelDetailPanel::refresh);
    retranslate();
}

QWidget *ModelDetailPanel::makeHead()
{
    auto *head = new QWidget;
    auto *rows = column(head, 8);
    auto *title = new QHBoxLayout;
    m_name = new Label(Type::Title, TextRole::Text, head);
    m_name->setWordWrap(true);
    m_copy = makeButton(ButtonKind::Icon, u"copy"_s, head);
    title->addWidget(m_name, 1);
    title->addWidget(m_copy, 0, Qt::AlignTop);
    m_goodFor = new Label(Type::Body, TextRole::Text2, head);
    m_goodFor->setWordWrap(true);
    m_badges = new Badges(head);
    rows->addLayout(title);
    rows->addWidget(m_goodFor);
    rows->addWidget(m_badges);
    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_model); });
    return head;
}

QWidget *ModelDetailPanel::makeButtons()
{
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_chat = makeButton(ButtonKind::Default, u"message-square"_s, buttons);
    m_chat->setObjectName(u"chatWithModel"_s);
    m_more = makeButton(ButtonKind::Plain, u"ellipsis"_s, buttons);
    m_more->setObjectName(u"moreOfModel"_s);
    row->addWidget(m_chat);
    row->addWidget(m_more);
    row->addStretch();
    connect(m_more, &QAbstractButton::clicked, this, &ModelDetailPanel::showActions);
    connect(m_chat, &QAbstractButton::clicked, this, [this] { Q_EMIT chatRequested(m_model); });
    return buttons;
}

QWidget *ModelDetailPanel::makeSections()
{
    auto *sections = new QWidget;
    auto *rows = m_rows = column(sections, 12);
    m_failure = new Label(Type::Body, TextRole::Bad, sections);
    m_failure->setObjectName(u"modelFailure"_s);
    m_failureNext = new Label(Type::Body, TextRole::Text2, sections);
    for (Label *label : {m_failure, m_failureNext})
        label->setWordWrap(true);
    m_failureDetails = new Unfolding(sections);
    m_facts = new Facts(sections);
    m_memory = new MemoryView(m_installed, m_loader, sections);
    m_template = new Unfolding(sections);
    m_parameters = new Unfolding(sections);
    m_system = new Unfolding(sections);
    m_licence = new Unfolding(sections);
    for (QWidget *part : {static_cast<QWidget *>(m_failure), static_cast<QWidget *>(m_failureNext),
                          static_cast<QWidget *>(m_failureDetails),
                          static_cast<QWidget *>(new Line(Qt::Horizontal)), static_cast<QWidget *>(m_facts),
                          static_cast<QWidget *>(m_memory), static_cast<QWidget *>(new Line(Qt::Horizontal))})
        rows->addWidget(part);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    for (Unfolding *text : {m_template, m_parameters, m_system, m_licence})
        texts->addWidget(text);
    rows->addLayout(texts);
    return sections;
}

QWidget *ModelDetailPanel::makeFoot()
{
    auto *foot = new SurfaceWidget(Surface::Window, this);
    auto *rows = column(foot, 0);
    rows->addWidget(new Line(Qt::Horizontal));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 10, inset, 10);
    m_remove = makeButton(ButtonKind::Danger, u"trash-2"_s, foot);
    m_remove->setObjectName(u"removeModel"_s);
    row->addStretch();
    row->addWidget(m_remove);
    rows->addLayout(row);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { m_removal.ask(m_model); });
    return foot;
}

void ModelDetailPanel::setActions(library::Copier &copier, ModelActions &actions)
{
    m_copier = &copier;
    m_actions = &actions;
    connect(&copier, &library::Copier::changed, this, &ModelDetailPanel::refresh);
    refresh();
}

QWidget *ModelDetailPanel::more() const
{
    return m_more;
}

void ModelDetailPanel::showActions()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"modelActions"_s);
    menu->setAccessibleName(m_model);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->addTo(*menu, m_model);
    menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void ModelDetailPanel::setUpdates(library::Updates &updates, library::Updater &updater)
{
    m_updates = new UpdateView(m_installed, updates, updater, m_backend, m_removal);
    m_updates->setModel(m_model);
    m_rows->insertWidget(m_rows->indexOf(m_memory) + 1, m_updates);
    insertInTabOrder(m_updates, m_template);
}

void ModelDetailPanel::setSpeeds(library::SpeedRecord &record)
{
    m_speed = new SpeedView(m_installed, record, m_memory->parentWidget());
    m_speed->setModel(m_model);
    m_rows->insertWidget(m_rows->indexOf(m_memory) + 1, m_speed);
}

void ModelDetailPanel::setModel(const QString &name)
{
    if (name == m_model)
        return;
    m_model = name;
    m_memory->setModel(name);
    if (m_updates)
        m_updates->setModel(name);
    if (m_speed)
        m_speed->setModel(name);
    m_scroll->ensureVisible(0, 0);
    refresh();
}

void ModelDetailPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ModelDetailPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), Theme::of(this).line);
}

void ModelDetailPanel::retranslate()
{
    m_copy->setToolTip(tr("Copy the name"));
    m_copy->setAccessibleName(tr("Copy the name"));
    m_chat->setText(tr("Chat"));
    m_more->setText(tr("Change…"));
    m_more->setToolTip(tr("Copy it, or give it another name."));
    m_remove->setAccessibleName(tr("Remove"));
    m_failureDetails->setTitle(tr("Details"));
    m_template->setTitle(tr("Template"));
    m_parameters->setTitle(tr("Parameters", "Of generation: temperature and so on"));
    m_system->setTitle(tr("System prompt"));
    m_licence->setTitle(tr("Licence"));
    refresh();
}

void ModelDetailPanel::refresh()
{
    const backend::ModelInfo *info = m_installed.find(m_model);
    if (!info)
        return;
    const backend::ModelDetails *details = m_installed.details(m_model);
    const library::CatalogueEntry *entry = m_catalogue.find(m_model);
    m_name->setText(base::displayLine(info->name));
    m_goodFor->setText(entry ? entry->goodFor.in(shownLanguage()) : QString());
    m_goodFor->setVisible(entry != nullptr);
    QList<Badge> badges;
    const QList<AbilityWord> abilities = abilityWords(
        details ? details->capabilities.value_or(backend::Capabilities()) : backend::Capabilities());
    for (const AbilityWord &ability : abilities)
        badges.append({ability.icon, ability.word});
    m_badges->set(badges, tr("Abilities"));
    const bool isUnderWay =
        m_removal.isUnderWay(m_model) || (m_copier && m_copier->underWay(m_model) == Copier::Step::Rename);
    m_chat->setVisible(!details || details->canChat());
    m_chat->setEnabled(!isUnderWay);
    m_more->setVisible(m_actions && m_backend.can(backend::Ability::Remove));
    m_more->setEnabled(!isUnderWay);
    m_remove->setVisible(m_backend.can(backend::Ability::Remove));
    m_remove->setEnabled(!isUnderWay);
    m_remove->setText(m_removal.isUnderWay(m_model) ? tr("Removing…") : tr("Remove…"));
    refreshFacts(*info, details);
    m_memory->setVisible(m_backend.can(backend::Ability::Load));
    m_memory->setEnabled(!isUnderWay);
    if (m_speed)
        m_speed->setVisible(!info->digest.isEmpty());
    refreshFailure();
}

void ModelDetailPanel::refreshFacts(const backend::ModelInfo &info, const backend::ModelDetails *details)
{
    const library::CatalogueEntry *entry = m_catalogue.find(m_model);
    const backend::ModelDetails nothing;
    const backend::ModelDetails &known = details ? *details : nothing;
    const library::RemovalEstimate estimate =
        library::estimateRemoval(info.name, m_installed.models(), library::weightsOf(m_installed));
    const bool isShared = !estimate.sharedWith.isEmpty();
    const QString size = bytesIfTold(info.sizeBytes);
    const QString licence = entry ? entry->licence : firstLine(known.licence);
    m_facts->set({
        {tr("Parameters"), base::displayLine(info.parameterSize)},
        {tr("Quantization"), base::displayLine(info.quantization)},
        {tr("Tensors"), known.tensorCount > 0 ? number(known.tensorCount) : QString()},
        {tr("Context length"), known.contextLength > 0 ? tokens(known.contextLength) : QString()},
        {tr("Size on disk"),
         isShared ? tr("%1, shared with %2").arg(size, base::displayLine(estimate.sharedWith)) : size},
        {tr("Family"), base::displayLine(info.family)},
        {tr("Modified"), info.modified.isValid() ? dayOf(info.modified) : QString()},
        {tr("Digest"), base::displayLine(info.digest.left(digestLength))},
        {tr("Licence"), licence},
    });
    m_template->setText(known.modelTemplate);
    m_parameters->setText(known.parameters);
    m_system->setText(known.systemPrompt);
    m_licence->setText(known.licence);
}

void ModelDetailPanel::refreshFailure()
{
    const QString server = base::hostAndPort(m_backend.serverUrl());
    std::optional<base::Error> error = m_removal.error(m_model);
    Doing doing = Doing::Removing;
    const auto renaming = m_copier ? m_copier->failure(m_model) : std::nullopt;
    if (!error && renaming) {
        error = renaming->error;
        doing = renaming->step == Copier::Step::Copy ? Doing::Copying : Doing::Renaming;
    } else if (const auto failure = m_loader.failure(m_model); !error && failure) {
        error = failure->error;
        doing = doingOf(failure->step);
    } else if (!error) {
        error = m_installed.detailsError(m_model);
        doing = Doing::ReadingDetails;
    }
    const ErrorText words = error ? errorText(*error, doing, m_model, server) : ErrorText();
    m_failure->setText(words.what);
    m_failureNext->setText(words.next);
    m_failureDetails->setText(words.details);
    m_failure->setVisible(error.has_value());
    m_failureNext->setVisible(error.has_value());
}

} // namespace ui
