#include "library/CatalogueDetail.h"

#include "common/Facts.h"
#include "common/FitWords.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Theme.h"
#include "common/Widgets.h"
#include "library/Badges.h"
#include "library/PlanView.h"
#include "library/Words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::CatalogueEntry;
using library::CatalogueList;

namespace {

constexpr int panelWidth = 320;
constexpr int inset = 24;

QVBoxLayout *column(QWidget *owner, int spacing)
{
    auto *layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

} // namespace

CatalogueDetail::CatalogueDetail(const library::Catalogue &catalogue, library::Downloads &downloads,
                                 QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_name(new Label(Type::Title))
    , m_goodFor(new Label(Type::Body, TextRole::Text2))
    , m_badges(new Badges)
    , m_facts(new Facts)
    , m_plan(new PlanView(downloads))
    , m_action(makeButton(ButtonKind::Default, u"download"_s, this))
    , m_cancel(makeButton(ButtonKind::Plain, u"x"_s, this))
{
    setFixedWidth(panelWidth);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(makeContent());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *foot = new SurfaceWidget(Surface::Window, this);
    auto *footRows = column(foot, 0);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(inset, 10, inset, 10);
    buttons->addWidget(m_action);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    footRows->addWidget(new Line(Qt::Horizontal));
    footRows->addLayout(buttons);
    auto *layout = column(this, 0);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->addWidget(scroll);
    layout->addWidget(foot);
    connect(m_action, &QAbstractButton::clicked, this, &CatalogueDetail::triggered);
    connect(m_cancel, &QAbstractButton::clicked, this, &CatalogueDetail::triggered);
}

QWidget *CatalogueDetail::makeContent()
{
    m_goodFor->setWordWrap(true);
    auto *content = new SurfaceWidget(Surface::Window);
    auto *rows = column(content, 12);
    rows->setContentsMargins(inset, 16, inset, 16);
    for (QWidget *part : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_goodFor),
                          static_cast<QWidget *>(m_badges), static_cast<QWidget *>(new Line(Qt::Horizontal))})
        rows->addWidget(part);
    auto *ask = new QHBoxLayout;
    ask->setContentsMargins(-8, 0, 0, 0); // the button has an inset of its own
    ask->addWidget(m_plan->button(), 0, Qt::AlignLeft);
    rows->addLayout(ask);
    rows->addWidget(m_plan);
    rows->addWidget(m_facts);
    rows->addStretch();
    return content;
}

void CatalogueDetail::setIndex(const QModelIndex &index)
{
    m_index = index;
    refresh();
}

void CatalogueDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void CatalogueDetail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), Theme::of(this).line);
}

void CatalogueDetail::refresh()
{
    if (!m_index.isValid())
        return;
    const auto entry = m_index.data(CatalogueList::EntryRole).value<CatalogueEntry>();
    m_name->setText(entry.name);
    m_goodFor->setText(entry.goodFor.in(shownLanguage()));
    QList<Badge> badges;
    const QList<AbilityWord> abilities = abilityWords(entry.abilities);
    for (const AbilityWord &ability : abilities)
        badges.append({ability.icon, ability.word});
    m_badges->set(badges, tr("Abilities"));
    refreshFacts(entry);

    const auto state = m_index.data(CatalogueList::StateRole).value<CatalogueList::State>();
    const bool isPulling = state == CatalogueList::State::Pulling;
    m_plan->setModel(state == CatalogueList::State::Available ? entry.name : QString());
    m_plan->button()->setVisible(m_plan->canAsk());
    m_cancel->setVisible(isPulling);
    m_cancel->setText(
        tr("Cancel, %1 done").arg(percent(m_index.data(CatalogueList::FractionRole).toDouble())));
    const bool isInstalled = state == CatalogueList::State::Installed;
    m_action->setVisible(!isPulling && (!isInstalled || entry.isForChat()));
    m_action->setIcon(icon(isInstalled ? u"message-square"_s : u"download"_s, IconColor::OnAccent));
    m_action->setText(isInstalled ? tr("Chat") : tr("Pull %1").arg(entry.name));
}

void CatalogueDetail::refreshFacts(const CatalogueEntry &entry)
{
    QStringList sources;
    for (const QString &key : entry.sources) {
        if (const QString words = m_catalogue.sources().value(key).in(shownLanguage()); !words.isEmpty())
            sources.append(words);
    }
    const QString size = bytes(entry.downloadBytes);
    const auto fit = m_index.data(CatalogueList::FitRole).value<library::Fit>();
    const QString isUnknown = tr("Not known: so much has not run on that server yet.");
    const QString word = fitWord(fit.verdict);
    m_facts->set({
        {tr("Download"), entry.isSizeApproximate ? tr("about %1").arg(size) : size},
        {tr("Memory"), needsWords(fit.needs)},
        {tr("Fits"), fit.verdict == library::Fit::Verdict::Divided
                         ? fitWords(fit, entry.name, entry.downloadBytes)
                         : (word.isEmpty() ? isUnknown : word)},
        {tr("Parameters"), entry.parameterLabel},
        {tr("Quantization"), entry.quantization},
        {tr("Context length"), entry.contextTokens > 0 ? tokens(entry.contextTokens) : QString()},
        {tr("Languages"), entry.languages.in(shownLanguage())},
        {tr("Licence"), entry.licence},
        {tr("Needs"),
         entry.engineAtLeast.isEmpty() ? QString() : tr("Ollama %1 or later").arg(entry.engineAtLeast)},
        {tr("In the guides"), entry.guide ? guideWords(*entry.guide) : QString()},
        {tr("Figures from"), sources.join(u'\n')},
    });
}

} // namespace ui
