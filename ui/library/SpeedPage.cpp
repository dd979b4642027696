#include "library/SpeedPage.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/Appearance.h"
#include "common/ComboBox.h"
#include "common/ErrorText.h"
#include "common/Icons.h"
#include "common/Widgets.h"
#include "library/PlainTable.h"
#include "library/SpeedChart.h"
#include "library/SpeedProxy.h"
#include "library/SpeedWords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using library::SpeedMeasure;
using library::SpeedTable;

namespace {

constexpr int inset = 24;
constexpr int controlHeight = 32;
constexpr int modelWidth = 240;
constexpr int progressWidth = 120;
constexpr int mostBarsSeen = 8;

Doing doingOf(SpeedMeasure::Step step)
{
    switch (step) {
    case SpeedMeasure::Step::Unload:
        return Doing::Unloading;
    case SpeedMeasure::Step::Load:
        return Doing::Loading;
    case SpeedMeasure::Step::Ask:
        break;
    }
    return Doing::Answering;
}

} // namespace

SpeedPage::SpeedPage(library::InstalledModels &installed, SpeedMeasure &measure, backend::Backend &backend,
                     QWidget *parent)
    : QWidget(parent)
    , m_installed(installed)
    , m_measure(measure)
    , m_backend(backend)
    , m_table(measure.record(), installed)
    , m_words(new SpeedProxy(this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"activity"_s, this))
{
    m_words->setSourceModel(&m_table);
    auto *bar = makeBar(); // first for the Tab key too
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeFindings());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    connectAll();
    retranslate();
}

QWidget *SpeedPage::makeBar()
{
    m_bar = new SurfaceWidget(Surface::Base, this);
    m_model = new ComboBox(m_bar);
    m_model->setObjectName(u"speedModel"_s);
    m_model->setMinimumHeight(controlHeight);
    m_model->setFixedWidth(modelWidth);
    m_model->setFocusPolicy(Qt::StrongFocus);
    m_start = makeButton(ButtonKind::Default, u"activity"_s, m_bar);
    m_start->setObjectName(u"measureSpeed"_s);
    m_stop = makeButton(ButtonKind::Plain, {}, m_bar);
    m_stop->setObjectName(u"stopMeasuring"_s);
    for (QAbstractButton *button : {m_start, m_stop})
        button->setMinimumHeight(controlHeight);
    m_progress = new QProgressBar(m_bar);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_state = new Label(Type::Body, TextRole::Text2, m_bar);
    m_state->setObjectName(u"speedState"_s);
    m_state->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 12, inset, 11);
    row->setSpacing(12);
    for (QWidget *part : {static_cast<QWidget *>(m_model), static_cast<QWidget *>(m_start),
                          static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_progress)})
        row->addWidget(part, 0, Qt::AlignVCenter);
    row->addWidget(m_state, 1, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(m_bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(new Line(Qt::Horizontal));
    return m_bar;
}

QWidget *SpeedPage::makeFindings()
{
    auto *findings = new SurfaceWidget(Surface::Base, this);
    m_chartTitle = new Label(Type::BodyBold, TextRole::Text, findings);
    m_clear = makeButton(ButtonKind::Flat, u"trash-2"_s, findings);
    m_clear->setObjectName(u"clearSpeeds"_s);
    m_chart = new SpeedChart(findings);
    m_chart->setObjectName(u"speedChart"_s);
    m_view = new PlainTable(findings);
    m_view->setObjectName(u"speeds"_s);
    m_view->setModel(m_words);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(SpeedTable::Model, Qt::AscendingOrder);
    setColumns();
    makeSelectedCurrent(m_view);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(inset, 12, inset - 6, 4);
    title->addWidget(m_chartTitle);
    title->addStretch();
    title->addWidget(m_clear);
    auto *layout = new QVBoxLayout(findings);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(title);
    layout->addWidget(m_chart);
    layout->addSpacing(16);
    layout->addWidget(m_view, 1);
    return findings;
}

// As wide as their words; where there is no room, the least needed give way.
void SpeedPage::setColumns()
{
    constexpr std::array giveWay{SpeedTable::GpuShare, SpeedTable::Load, SpeedTable::FirstToken,
                                 SpeedTable::From,     SpeedTable::When, SpeedTable::Size};
    QList<PlainColumn> columns(SpeedTable::ColumnCount);
    for (int column = SpeedTable::Size; column < SpeedTable::ColumnCount; ++column)
        columns[column].widest = [this, column] { return m_widest.value(column); };
    for (size_t i = 0; i < giveWay.size(); ++i)
        columns[giveWay[i]].givesWay = static_cast<int>(i) + 1;
    m_view->setColumns(columns);
}

void SpeedPage::fitColumns()
{
    const QFontMetrics metrics(ui::font(Type::Body));
    m_widest = QStringList(SpeedTable::ColumnCount);
    for (int column = 0; column < SpeedTable::ColumnCount; ++column) {
        int widest = 0;
        for (int row = 0; row < m_words->rowCount(); ++row) {
            const QString words = m_words->index(row, column).data().toString();
            const int width = metrics.horizontalAdvance(words);
            if (width <= widest)
                continue;
            widest = width;
            m_widest[column] = words;
        }
    }
    m_view->layoutColumns();
}

void SpeedPage::connectAll()
{
    connect(m_start, &QAbstractButton::clicked, this, &SpeedPage::ask);
    connect(m_clear, &QAbstractButton::clicked, this, &SpeedPage::askToClear);
    connect(m_view, &PlainTable::removeRequested, this, &SpeedPage::askToClear);
    connect(m_view, &QWidget::customContextMenuRequested, this, &SpeedPage::showMenu);
    connect(m_stop, &QAbstractButton::clicked, &m_measure, &SpeedMeasure::stop);
    connect(&m_measure, &SpeedMeasure::changed, this, &SpeedPage::refreshMeasuring);
    connect(&m_measure.record(), &library::SpeedRecord::changed, this, &SpeedPage::refreshFindings);
    connect(&m_installed, &library::InstalledModels::changed, this, &SpeedPage::refresh);
    connect(&m_installed, &library::InstalledModels::detailsChanged, this, &SpeedPage::refreshModels);
}

bool SpeedPage::isOfUse(const library::SpeedRecord &record, const backend::Backend &backend)
{
    return backend.can(backend::Ability::Load) ||
           std::ranges::any_of(record.measurements(), [&record](const library::SpeedMeasurement &one) {
               return one.server == record.server();
           });
}

void SpeedPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SpeedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SpeedPage::retranslate()
{
    m_model->setAccessibleName(tr("Model to measure"));
    m_start->setText(tr("Measure"));
    m_start->setToolTip(tr("Loads the model and has it answer prompts of three lengths."));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop measuring"));
    m_progress->setAccessibleName(tr("Measuring"));
    m_chartTitle->setText(tr("Writing speed"));
    m_clear->setText(tr("Clear…"));
    m_clear->setToolTip(tr("Forgets what was measured of one model, or everything."));
    m_view->setAccessibleName(tr("Measured speeds"));
    m_words->retranslate();
    m_empty->setTexts(tr("No speeds yet"),
                      tr("Every answer adds what it tells of its model’s speed; Measure does it now."));
    refresh();
}

// What changes while another page is shown is looked at when this one is.
void SpeedPage::refresh()
{
    refreshModels();
    refreshMeasuring();
    refreshFindings();
}

void SpeedPage::refreshModels()
{
    if (!isVisible())
        return;
    QStringList names;
    for (const backend::ModelInfo &model : m_installed.models()) {
        const backend::ModelDetails *details = m_installed.details(model.name);
        if (!details || details->canChat())
            names.append(model.name);
    }
    QStringList shown;
    for (int at = 0; at < m_model->count(); ++at)
        shown.append(m_model->itemData(at).toString());
    m_bar->setVisible(m_backend.can(backend::Ability::Load));
    m_start->setEnabled(!names.isEmpty());
    if (names == shown)
        return;
    const QSignalBlocker blocker(m_model);
    const QString current = m_model->currentData().toString();
    m_model->clear();
    for (const QString &name : std::as_const(names))
        m_model->addItem(base::displayLine(name), name);
    m_model->setCurrentIndex(std::max(m_model->findData(current), 0));
}

void SpeedPage::refreshMeasuring()
{
    const auto &progress = m_measure.progress();
    const bool hadFocus = m_start->hasFocus() || m_stop->hasFocus();
    m_start->setVisible(!progress);
    m_stop->setVisible(progress.has_value());
    m_progress->setVisible(progress.has_value());
    m_model->setEnabled(!progress);
    if (hadFocus)
        (progress ? m_stop : m_start)->setFocus();
    if (progress) {
        m_progress->setRange(0, progress->total);
        m_progress->setValue(progress->done);
    }
    const auto &outcome = m_measure.outcome();
    const bool hasFailed = outcome && outcome->error;
    m_state->setRole(hasFailed ? TextRole::Bad : TextRole::Text2);
    if (hasFailed) {
        const ErrorText words = errorText(*outcome->error, doingOf(outcome->step), outcome->model,
                                          base::hostAndPort(m_backend.serverUrl()));
        m_state->setText(tr("%1 %2", "what happened, what next").arg(words.what, words.next));
        m_state->setAccessibleDescription(words.details);
    } else {
        m_state->setText(measureWords(m_measure));
        m_state->setAccessibleDescription({});
    }
}

void SpeedPage::refreshFindings()
{
    if (!isVisible())
        return;
    const library::SpeedRecord &record = m_measure.record();
    const QList<library::SpeedSummary> speeds =
        library::speedsByModel(record.measurements(), record.server());
    m_chart->set(speeds);
    m_chart->setFixedHeight(SpeedChart::heightFor(std::min(m_chart->barCount(), mostBarsSeen)));
    m_chart->setVisible(m_chart->barCount() > 0);
    m_chartTitle->setVisible(m_chart->barCount() > 0);
    QStringList warnings;
    for (const library::SpeedSummary &speed : speeds) {
        if (const auto drop = library::slowedDown(record.measurements(), record.server(), speed.digest))
            warnings.append(dropWords(drop));
    }
    if (record.error())
        warnings.append(tr("The speeds measured here could not be read or kept on the disk."));
    if (warnings.isEmpty())
        m_banner->clear();
    else
        m_banner->show(Banner::Tone::Warning, warnings.join(u'\n'));
    m_stack->setCurrentIndex(speeds.isEmpty() ? 0 : 1);
    fitColumns();
}

void SpeedPage::ask()
{
    const QString model = m_model->currentData().toString();
    if (model.isEmpty())
        return;
    if (!m_measure.isBusy())
        return m_measure.start(model);
    auto *box = new QMessageBox(this);
    box->setObjectName(u"measureQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Measure speed"));
    box->setText(tr("Measure %1 while an answer is being written?").arg(base::displayLine(model)));
    box->setInformativeText(tr("Both go slower than alone, so the figures would say too little. The model is "
                               "unloaded first, which waits for its answer."));
    QPushButton *wait = box->addButton(tr("Not now"), QMessageBox::RejectRole);
    QPushButton *measure = box->addButton(tr("Measure"), QMessageBox::AcceptRole);
    wait->setObjectName(u"measureLater"_s);
    measure->setObjectName(u"measureNow"_s);
    box->setDefaultButton(wait);
    box->setEscapeButton(wait);
    connect(measure, &QPushButton::clicked, this, [this, model] { m_measure.start(model); });
    box->open();
}

void SpeedPage::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"speedActions"_s);
    menu->setAccessibleName(m_view->accessibleName());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_view->addSorting(*menu->addMenu(tr("Sort by")));
    menu->addSeparator();
    menu->addAction(icon(u"trash-2"_s), tr("Clear…"), this, &SpeedPage::askToClear);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void SpeedPage::askToClear()
{
    const QModelIndex current = m_words->mapToSource(m_view->currentIndex());
    const auto chosen = current.isValid() ? std::optional(m_table.summary(current.row())) : std::nullopt;
    auto *box = new QMessageBox(this);
    box->setObjectName(u"clearQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Clear speeds"));
    box->setText(chosen
                     ? tr("Clear the speeds of %1, or of all models?").arg(base::displayLine(chosen->model))
                     : tr("Clear the speeds of all models?"));
    box->setInformativeText(
        chosen
            ? tr("All means those at other servers too. What is cleared cannot be brought back.")
            : tr("That is, those at other servers too. What is cleared cannot be brought back. To clear one "
                 "model alone, choose a row of it first."));
    QPushButton *keep = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    keep->setObjectName(u"keepSpeeds"_s);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    const auto add = [&](const QString &text, const QString &name, auto forget) {
        QPushButton *button = box->addButton(text, QMessageBox::DestructiveRole);
        button->setObjectName(name);
        button->setProperty("danger", true);
        connect(button, &QPushButton::clicked, this, [this, forget] {
            forget(m_measure.record());
            if (m_stack->currentWidget() == m_empty) // what had the focus is gone
                m_model->setFocus(Qt::OtherFocusReason);
        });
    };
    if (chosen) {
        add(tr("Clear this model"), u"clearOne"_s,
            [digest = chosen->digest](library::SpeedRecord &record) { record.forget(digest); });
    }
    add(tr("Clear all"), u"clearAll"_s, [](library::SpeedRecord &record) { record.forgetAll(); });
    box->open();
}

} // namespace ui
