#include "library/LeftoverView.h"

#include "common/Format.h"
#include "common/Widgets.h"
#include "library/PlainTable.h"
#include "library/StorageWords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using library::Leftover;
using library::LeftoverTable;

namespace {

constexpr int inset = 24;
constexpr int lineHeight = 44;
constexpr int mostRows = 4;
constexpr qsizetype digestShown = 12; // as the engine's own program shows them

QString shortDigest(const QString &digest)
{
    return digest.section(u':', 1).first(digestShown);
}

} // namespace

TableHead LeftoverProxy::head(int column) const
{
    switch (column) {
    case LeftoverTable::Digest:
        return {tr("File")};
    case LeftoverTable::Size:
        return {tr("On disk"), TableHead::Kind::Number};
    case LeftoverTable::Changed:
        return {tr("Changed")};
    default:
        return {tr("State")};
    }
}

QString LeftoverProxy::words(const QModelIndex &index) const
{
    const QVariant value = QSortFilterProxyModel::data(index, Qt::DisplayRole);
    switch (index.column()) {
    case LeftoverTable::Digest:
        return shortDigest(value.toString());
    case LeftoverTable::Size:
        return bytes(value.toLongLong());
    case LeftoverTable::Changed:
        return dayOf(value.toDateTime());
    default:
        return leftoverState(static_cast<Leftover::State>(value.toInt()));
    }
}

LeftoverView::LeftoverView(Leftover::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_proxy(new LeftoverProxy(this))
    , m_view(new PlainTable(this))
{
    buildTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addWidget(makeLine());
    layout->addWidget(m_view);
    setTabOrder(m_remove, m_view);
    unfold(false);
    hide();
    retranslate();
}

QWidget *LeftoverView::makeLine()
{
    const bool isUnused = m_kind == Leftover::Kind::Unused;
    auto *line = new QWidget(this);
    line->setFixedHeight(lineHeight);
    m_title = new Label(Type::BodyBold, TextRole::Text, line);
    m_facts = new Label(Type::Body, TextRole::Text2, line);
    m_facts->setObjectName(isUnused ? u"unusedFacts"_s : u"unfinishedFacts"_s);
    m_facts->setWordWrap(true);
    m_unfold = makeButton(ButtonKind::Flat, u"chevron-right"_s, line);
    m_unfold->setObjectName(isUnused ? u"showUnused"_s : u"showUnfinished"_s);
    m_unfold->setCheckable(true);
    m_remove = makeButton(ButtonKind::Plain, {}, line);
    m_remove->setObjectName(isUnused ? u"removeUnused"_s : u"removeUnfinished"_s);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(inset, 0, inset, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_facts, 1);
    row->addWidget(m_unfold);
    row->addWidget(m_remove);
    connect(m_unfold, &QAbstractButton::toggled, this, &LeftoverView::unfold);
    connect(m_remove, &QAbstractButton::clicked, this, &LeftoverView::ask);
    return line;
}

void LeftoverView::buildTable()
{
    m_view->setObjectName(m_kind == Leftover::Kind::Unused ? u"unusedFiles"_s : u"unfinishedFiles"_s);
    m_proxy->setSourceModel(&m_table);
    m_view->setModel(m_proxy);
    m_view->horizontalHeader()->setSectionsClickable(false);
    const auto digest = [] { return QString(digestShown + 1, u'd'); };
    m_view->setColumns({{.widest = digest, .givesWay = 0, .isQuiet = false},
                        {.widest = [] { return bytes(888'800'000'000); }, .givesWay = 0, .isQuiet = false},
                        {.widest = [] { return fullDayOf(QDateTime(QDate(2020, 11, 28), QTime())); },
                         .givesWay = 1,
                         .isQuiet = true},
                        {.widest = {}, .givesWay = 0, .isQuiet = true}});
    connect(m_view, &PlainTable::removeRequested, this, &LeftoverView::ask);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LeftoverView::refresh);
}

void LeftoverView::set(const QList<Leftover> &leftovers)
{
    QList<Leftover> mine;
    for (const Leftover &leftover : leftovers) {
        if (leftover.kind == m_kind)
            mine.append(leftover);
    }
    m_table.set(mine);
    setVisible(!mine.isEmpty());
    // In a low window it gives way.
    m_view->setMinimumHeight(m_view->heightFor(1));
    m_view->setMaximumHeight(m_view->heightFor(std::clamp(m_table.rowCount(), 1, mostRows)));
    refresh();
}

void LeftoverView::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    refresh();
}

void LeftoverView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LeftoverView::retranslate()
{
    const bool isUnused = m_kind == Leftover::Kind::Unused;
    m_title->setText(isUnused ? tr("Not used by any model") : tr("Unfinished downloads"));
    m_view->setAccessibleName(m_title->text());
    m_unfold->setText(tr("Show the files"));
    m_remove->setText(tr("Remove…"));
    m_remove->setAccessibleName(isUnused ? tr("Remove what no model uses…")
                                         : tr("Remove unfinished downloads…"));
    m_proxy->retranslate();
    refresh();
}

void LeftoverView::refresh()
{
    qint64 sum = 0;
    int staying = 0;
    for (const Leftover &leftover : m_table.leftovers()) {
        sum += leftover.bytes;
        staying += leftover.state == Leftover::State::Removable ? 0 : 1;
    }
    const int count = m_table.rowCount();
    const QString facts = m_kind == Leftover::Kind::Unused ? tr("%n file(s), %1", nullptr, count)
                                                           : tr("%n download(s), %1", nullptr, count);
    // Why the button is disabled stands beside it.
    m_facts->setText(staying == 0
                         ? facts.arg(bytes(sum))
                         : tr("%1; %n of them may be in use", nullptr, staying).arg(facts.arg(bytes(sum))));
    m_remove->setEnabled(!m_isBusy && !wanted().isEmpty());
}

void LeftoverView::unfold(bool open)
{
    m_view->setVisible(open);
    m_unfold->setIcon(icon(open ? u"chevron-down"_s : u"chevron-right"_s));
    if (!open)
        m_view->clearSelection();
}

QList<Leftover> LeftoverView::wanted() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    QList<Leftover> wanted;
    for (const QModelIndex &row : rows)
        wanted.append(m_table.leftovers().at(m_proxy->mapToSource(row).row()));
    if (wanted.isEmpty())
        wanted = m_table.leftovers();
    wanted.removeIf([](const Leftover &leftover) { return leftover.state != Leftover::State::Removable; });
    return wanted;
}

void LeftoverView::ask()
{
    const QList<Leftover> going = wanted();
    if (going.isEmpty() || m_isBusy)
        return;
    qint64 sum = 0;
    for (const Leftover &leftover : going)
        sum += leftover.bytes;
    const auto count = static_cast<int>(going.size());
    const bool isUnused = m_kind == Leftover::Kind::Unused;
    auto *box = new QMessageBox(this);
    box->setObjectName(u"leftoverQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(isUnused ? tr("Remove unused files") : tr("Remove unfinished downloads"));
    box->setText(isUnused ? tr("Remove %n file(s) that no model uses?", nullptr, count)
                          : tr("Remove %n unfinished download(s)?", nullptr, count));
    box->setInformativeText(
        isUnused ? tr("%1 on the disk become free. A model that would need them has to be pulled again.")
                       .arg(bytes(sum))
                 : tr("%1 on the disk become free. Pulling such a model again begins from the start.")
                       .arg(bytes(sum)));
    QPushButton *keep = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    keep->setObjectName(u"keepLeftovers"_s);
    remove->setObjectName(u"confirmLeftovers"_s);
    remove->setProperty("danger", true);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(remove, &QPushButton::clicked, this, [this, going] { Q_EMIT removeRequested(going); });
    box->open();
}

} // namespace ui
