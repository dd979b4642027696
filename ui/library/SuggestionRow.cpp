#include "library/SuggestionRow.h"

#include "common/Format.h"
#include "common/Icons.h"
#include "library/Badges.h"
#include "library/DownloadsProxy.h"
#include "library/Fit.h"
#include "library/Words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QProgressBar>

namespace ui {

using namespace Qt::StringLiterals;
using library::Downloads;
using State = Downloads::State;

namespace {

constexpr int barSteps = 1000;

} // namespace

SuggestionRow::SuggestionRow(const library::CatalogueEntry &entry, Rank rank, QWidget *parent)
    : QWidget(parent)
    , m_entry(entry)
    , m_rank(rank)
    , m_name(new Label(Type::Title, TextRole::Text, this))
    , m_badge(new Badges(this))
    , m_goodFor(new Label(Type::Body, TextRole::Text2, this))
    , m_abilities(new Badges(this))
    , m_size(new Label(Type::Body, TextRole::Text, this))
    , m_memory(new Label(Type::Small, TextRole::Text3, this))
    , m_bar(new QProgressBar(this))
    , m_meta(new Label(Type::Small, TextRole::Text3, this))
    , m_next(new Label(Type::Small, TextRole::Text2, this))
    , m_pull(makeButton(rank == Rank::Recommended ? ButtonKind::Default : ButtonKind::Plain, u"download"_s,
                        this))
    , m_cancel(makeButton(ButtonKind::Plain, u"x"_s, this))
    , m_slot(new QWidget(this))
{
    build();
    retranslate();
}

void SuggestionRow::build()
{
    for (Label *label : {m_goodFor, m_meta, m_next})
        label->setWordWrap(true);
    for (Label *label : {m_size, m_memory})
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    auto *name = new QHBoxLayout;
    name->setSpacing(8);
    name->addWidget(m_name);
    name->addWidget(m_badge);
    name->addStretch();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 12, 0, 14);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    grid->addLayout(name, 0, 0);
    grid->addWidget(m_size, 0, 1);
    auto *buttons = new QHBoxLayout(m_slot);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_pull);
    buttons->addWidget(m_cancel);
    grid->addWidget(m_slot, 0, 2, 2, 1, Qt::AlignTop);
    grid->addWidget(m_goodFor, 1, 0);
    grid->addWidget(m_memory, 1, 1, Qt::AlignTop);
    grid->addWidget(m_abilities, 2, 0, 1, 2);
    grid->addWidget(m_bar, 3, 0, 1, 2);
    grid->addWidget(m_meta, 4, 0, 1, 2);
    grid->addWidget(m_next, 5, 0, 1, 2);
    connect(m_pull, &QAbstractButton::clicked, this, &SuggestionRow::pullRequested);
    connect(m_cancel, &QAbstractButton::clicked, this, &SuggestionRow::cancelRequested);
}

void SuggestionRow::setDownload(const QModelIndex &download)
{
    m_download = download;
    const bool isThere = download.isValid();
    const State state = downloadState(download);
    m_abilities->setVisible(!isThere && m_entry.abilities);
    for (QWidget *part : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_meta)})
        part->setVisible(isThere);
    if (isThere) {
        m_bar->setValue(static_cast<int>(download.data(Downloads::FractionRole).toDouble() * barSteps));
        m_meta->setText(download.data(DownloadsProxy::MetaRole).toString());
        m_meta->setRole(state == State::Failed ? TextRole::Bad : TextRole::Text3);
        m_next->setText(download.data(DownloadsProxy::NextRole).toString());
    }
    m_next->setVisible(isThere && !m_next->text().isEmpty());
    refreshButton();
}

void SuggestionRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SuggestionRow::retranslate()
{
    m_name->setText(m_entry.name);
    m_goodFor->setText(m_entry.goodFor.in(shownLanguage()));
    m_size->setText(bytes(m_entry.downloadBytes));
    m_memory->setText(tr("%1 of memory").arg(bytes(library::estimatedNeeds(m_entry).total())));
    m_badge->set(m_rank == Rank::Recommended ? QList<Badge>{{{}, tr("Recommended"), Badge::Tone::Recommended}}
                                             : QList<Badge>(),
                 tr("Recommended"));
    QList<Badge> abilities;
    const QList<AbilityWord> words = abilityWords(m_entry.abilities);
    for (const AbilityWord &ability : words)
        abilities.append({ability.icon, ability.word});
    m_abilities->set(abilities, tr("Abilities"));
    m_bar->setAccessibleName(tr("Progress of %1").arg(m_entry.name));
    m_cancel->setText(tr("Cancel"));
    for (QAbstractButton *button : {m_pull, m_cancel})
        button->setAccessibleDescription(m_entry.name);
    setDownload(m_download);
    // The sizes stay where they are while Pull becomes Cancel and goes.
    m_slot->setMinimumWidth(std::max(m_pull->sizeHint().width(), m_cancel->sizeHint().width()));
}

void SuggestionRow::refreshButton()
{
    const bool isThere = m_download.isValid();
    const State state = downloadState(m_download);
    const bool isUnderWay = isThere && Downloads::isUnderWay(state);
    m_cancel->setVisible(isUnderWay);
    m_pull->setVisible(!isUnderWay && !(isThere && state == State::Done));
    m_pull->setText(!isThere ? tr("Pull") : state == State::Failed ? tr("Retry") : tr("Resume"));
}

} // namespace ui
