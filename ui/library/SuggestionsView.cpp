#include "library/SuggestionsView.h"

#include "common/Format.h"
#include "common/Widgets.h"
#include "library/DownloadsProxy.h"
#include "library/PullField.h"
#include "library/SuggestionRow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 760;
constexpr int sideMargin = 32;
constexpr int topMargin = 64;
// What another machine has is not known; most can run what this much can.
constexpr qint64 unknownMemory = 8'000'000'000;

// As printed on the box: 16 GB have 16.5 or, less what the hardware keeps, 15.4 billion bytes.
qint64 printedMemory(qint64 memoryBytes)
{
    const qint64 gibibyte = qint64(1) << 30;
    return (memoryBytes + gibibyte - 1) / gibibyte;
}

} // namespace

SuggestionsView::SuggestionsView(library::Downloads &downloads, const library::Catalogue &catalogue,
                                 library::Fitter &fitter, backend::Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_downloads(downloads)
    , m_catalogue(catalogue)
    , m_fitter(fitter)
    , m_backend(backend)
    , m_proxy(new DownloadsProxy(downloads, backend, this))
    , m_heading(new Label(Type::Heading, TextRole::Text, this))
    , m_explanation(new Label(Type::Transcript, TextRole::Text2, this))
    , m_rowsLayout(new QVBoxLayout)
    , m_pull(new PullField(downloads, catalogue, this))
    , m_other(new Label(Type::Small, TextRole::Text2, this))
{
    build();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &SuggestionsView::showDownloads);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this, &SuggestionsView::showDownloads);
    connect(&fitter, &library::Fitter::changed, this, [this] {
        suggest();
        retranslate();
    });
    suggest();
    retranslate();
}

void SuggestionsView::build()
{
    setObjectName(u"suggestions"_s);
    m_explanation->setWordWrap(true);
    m_other->setWordWrap(true);
    m_other->setObjectName(u"suggestionProgress"_s);
    m_rowsLayout->setSpacing(0);
    auto *column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto *centre = new QHBoxLayout(this);
    centre->setContentsMargins(sideMargin, topMargin, sideMargin, sideMargin);
    centre->setSpacing(0);
    centre->addStretch(1);
    centre->addWidget(column, 1000); // all there is, up to its width; only then the stretches get some
    centre->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addSpacing(8);
    layout->addWidget(m_explanation);
    layout->addSpacing(20);
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addLayout(m_rowsLayout);
    layout->addSpacing(16);
    layout->addWidget(makeFoot());
    layout->addSpacing(8);
    layout->addWidget(m_other);
    layout->addStretch(1);
}

QWidget *SuggestionsView::makeFoot()
{
    auto *foot = new QWidget(this);
    m_pull->field()->setObjectName(u"suggestionName"_s);
    m_pull->button()->setObjectName(u"suggestionPull"_s);
    m_seeAll = makeButton(ButtonKind::Flat, {}, foot);
    m_seeAll->setProperty("link", true);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pull, 1);
    row->addWidget(m_seeAll, 0, Qt::AlignTop);
    connect(m_pull, &PullField::started, this, [this](const QString &name) {
        m_otherName = name;
        showOther();
    });
    connect(m_seeAll, &QAbstractButton::clicked, this, &SuggestionsView::seeAllRequested);
    return foot;
}

void SuggestionsView::refresh()
{
    if (m_asking)
        return;
    m_asking = m_backend.serverInfo(this);
    connect(m_asking, &backend::ServerInfoOperation::finished, this, [this](const backend::ServerInfo &info) {
        if (m_engineVersion == info.version)
            return;
        m_engineVersion = info.version;
        suggest();
        retranslate();
    });
    // A failure changes nothing here: that the server does not answer is told by the pages for that.
}

void SuggestionsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SuggestionsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

qint64 SuggestionsView::knownMemory() const
{
    const base::Machine machine = m_fitter.machine();
    return machine.knowledge == base::Machine::Knowledge::Whole ? machine.memoryBytes : 0;
}

void SuggestionsView::suggest()
{
    base::Machine machine = m_fitter.machine();
    if (knownMemory() == 0)
        machine = {.knowledge = base::Machine::Knowledge::Whole, .memoryBytes = unknownMemory};
    machine.availableBytes = 0; // what is free changes; the model stays
    const auto fits = [&machine](const library::CatalogueEntry &entry) {
        const library::MemoryNeeds needs = library::estimatedNeeds(entry);
        const library::Fit fit =
            library::fitOf(needs, machine, entry.downloadBytes, entry.architecture.layers);
        return !fit.isHopeless();
    };
    const QList<library::CatalogueEntry> entries = m_catalogue.suggestions(fits, m_engineVersion);
    const auto isShown = [this](const library::CatalogueEntry &entry, qsizetype at) {
        return at < m_rows.size() && m_rows[at]->entry() == entry;
    };
    bool isSame = entries.size() == m_rows.size();
    for (qsizetype i = 0; isSame && i < entries.size(); ++i)
        isSame = isShown(entries[i], i);
    if (isSame)
        return;
    while (QLayoutItem *item = m_rowsLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_rows.clear();
    for (const library::CatalogueEntry &entry : entries) {
        const auto rank = m_rows.isEmpty() ? SuggestionRow::Rank::Recommended : SuggestionRow::Rank::Other;
        auto *row = new SuggestionRow(entry, rank, this);
        row->setObjectName(u"suggestion-"_s + entry.name);
        connect(row, &SuggestionRow::pullRequested, this, [this, row] {
            const base::Result<void> pulled = m_downloads.pull(row->entry().name, row->entry().downloadBytes);
            Q_ASSERT(pulled); // names of the catalogue were checked when it was read
        });
        connect(row, &SuggestionRow::cancelRequested, this,
                [this, row] { m_downloads.cancel(m_downloads.rowOf(row->entry().name)); });
        m_rows.append(row);
        m_rowsLayout->addWidget(row);
        m_rowsLayout->addWidget(new Line(Qt::Horizontal, this));
    }
    showDownloads();
}

void SuggestionsView::retranslate()
{
    m_heading->setText(tr("Choose a model to start with"));
    const qint64 memory = knownMemory();
    const auto count = static_cast<int>(m_rows.size());
    if (memory <= 0) {
        m_explanation->setText(tr("The server is ready and has no model yet. These run on most machines."));
    } else if (count == 0) {
        m_explanation->setText(
            tr("The server on this computer is ready and has no model yet. Its %1 GB of memory "
               "are little for a language model; a very small one may still run.")
                .arg(number(printedMemory(memory))));
    } else {
        m_explanation->setText(
            tr("The server on this computer is ready and has no model yet. With %1 GB of memory, "
               "any of these fits.")
                .arg(number(printedMemory(memory))));
    }
    m_seeAll->setText(tr("See all models"));
    m_proxy->retranslate();
}

void SuggestionsView::showDownloads()
{
    for (SuggestionRow *row : std::as_const(m_rows)) {
        const int download = m_downloads.rowOf(row->entry().name);
        row->setDownload(download < 0 ? QModelIndex() : m_proxy->mapFromSource(m_downloads.index(download)));
    }
    showOther();
}

void SuggestionsView::showOther()
{
    const int download = m_otherName.isEmpty() ? -1 : m_downloads.rowOf(m_otherName);
    const bool hasRow = std::ranges::any_of(
        m_rows, [&](SuggestionRow *row) { return m_downloads.rowOf(row->entry().name) == download; });
    m_other->setVisible(download >= 0 && !hasRow);
    if (m_other->isHidden())
        return;
    const QModelIndex index = m_proxy->mapFromSource(m_downloads.index(download));
    m_other->setText(index.data(Qt::AccessibleTextRole).toString());
    m_other->setRole(downloadState(index) == library::Downloads::State::Failed ? TextRole::Bad
                                                                               : TextRole::Text2);
}

} // namespace ui
