#include "library/LoadedView.h"

#include "base/ServerUrl.h"
#include "common/Format.h"
#include "library/LoadedRow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using backend::LoadedModel;

namespace {

constexpr int inset = 24;
constexpr qsizetype mostRows = 6; // the others are told as a number

// What takes most comes first; two of the same size do not change places.
QList<LoadedModel> inOrder(QList<LoadedModel> loaded)
{
    std::ranges::sort(loaded, [](const LoadedModel &one, const LoadedModel &other) {
        return one.memoryBytes != other.memoryBytes ? one.memoryBytes > other.memoryBytes
                                                    : one.name < other.name;
    });
    return loaded;
}

} // namespace

LoadedView::LoadedView(library::InstalledModels &installed, backend::Backend &backend,
                       library::Loader &loader, QWidget *parent)
    : SurfaceWidget(Surface::Window, parent)
    , m_installed(installed)
    , m_backend(backend)
    , m_loader(loader)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_sum(new Label(Type::Body, TextRole::Text2, this))
    , m_unloadAll(makeButton(ButtonKind::Plain, {}, this))
    , m_close(makeButton(ButtonKind::Icon, u"x"_s, this))
    , m_rows(new QVBoxLayout)
    , m_note(new Label(Type::Small, TextRole::Text2, this))
{
    build();
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &LoadedView::refresh);
    connect(&installed, &library::InstalledModels::loadedChanged, this, &LoadedView::refresh);
    connect(&loader, &library::Loader::changed, this, &LoadedView::refresh);
    connect(m_unloadAll, &QAbstractButton::clicked, this, &LoadedView::unloadAll);
    connect(m_close, &QAbstractButton::clicked, this, &LoadedView::closed);
    retranslate();
}

void LoadedView::build()
{
    setObjectName(u"loadedModels"_s);
    m_sum->setObjectName(u"loadedSum"_s);
    m_unloadAll->setObjectName(u"unloadAll"_s);
    m_close->setObjectName(u"closeLoaded"_s);
    m_note->setObjectName(u"loadedMore"_s);
    m_note->setWordWrap(true);
    m_rows->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_sum, 1);
    head->addWidget(m_unloadAll);
    head->addWidget(m_close);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(inset, 8, inset, 12);
    inner->setSpacing(6);
    inner->addLayout(head);
    inner->addLayout(m_rows);
    inner->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(inner);
}

void LoadedView::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LoadedView::showEvent(QShowEvent *event)
{
    SurfaceWidget::showEvent(event);
    m_installed.refreshLoaded();
    refresh();
    m_countdown.start();
}

void LoadedView::hideEvent(QHideEvent *event)
{
    SurfaceWidget::hideEvent(event);
    m_countdown.stop();
}

void LoadedView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        Q_EMIT closed();
    else
        SurfaceWidget::keyPressEvent(event);
}

void LoadedView::retranslate()
{
    m_title->setText(tr("In memory"));
    setAccessibleName(m_title->text());
    m_unloadAll->setText(tr("Unload all"));
    m_unloadAll->setToolTip(tr("Frees the memory they take. The next question loads its model again."));
    m_close->setToolTip(tr("Close what is in memory"));
    m_close->setAccessibleName(m_close->toolTip());
    refresh();
}

QString LoadedView::summary() const
{
    qint64 memory = 0;
    for (const LoadedModel &model : m_installed.loaded())
        memory += model.memoryBytes;
    const auto count = static_cast<int>(m_installed.loaded().size());
    return count > 0 ? tr("%n loaded, %1 in memory", nullptr, count).arg(bytes(memory))
                     : tr("Nothing in memory");
}

void LoadedView::refresh()
{
    const QList<LoadedModel> loaded = inOrder(m_installed.loaded());
    m_sum->setText(summary());
    m_unloadAll->setVisible(loaded.size() > 1);
    m_unloadAll->setEnabled(std::ranges::any_of(
        loaded, [this](const LoadedModel &one) { return !m_loader.underWay(one.name).has_value(); }));
    m_note->setText(loaded.isEmpty() ? tr("The next question loads its model, and so does Load now in the "
                                          "detail of one.")
                    : loaded.size() > mostRows
                        ? tr("And %n more.", nullptr, static_cast<int>(loaded.size() - mostRows))
                        : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    const QString server = base::hostAndPort(m_backend.serverUrl());
    std::vector<LoadedRow *> shown;
    for (const LoadedModel &one : loaded.first(std::min(loaded.size(), mostRows))) {
        LoadedRow *row = rowOf(one.name);
        row->set(one, server);
        shown.push_back(row);
    }
    if (shown == m_shown)
        return;
    for (LoadedRow *row : m_shown) {
        m_rows->removeWidget(row);
        if (std::ranges::find(shown, row) != shown.end())
            continue;
        // Else the focus would go wherever Qt finds the next place.
        if (row->hasFocus() || row->isAncestorOf(focusWidget()))
            m_close->setFocus(Qt::OtherFocusReason);
        row->deleteLater();
        row->hide();
    }
    for (LoadedRow *row : shown)
        m_rows->addWidget(row);
    m_shown = shown;
}

LoadedRow *LoadedView::rowOf(const QString &model)
{
    const auto row = std::ranges::find(m_shown, model, &LoadedRow::model);
    return row == m_shown.end() ? new LoadedRow(model, m_loader, this) : *row;
}

void LoadedView::unloadAll()
{
    const QList<LoadedModel> loaded = m_installed.loaded();
    for (const LoadedModel &one : loaded)
        m_loader.unload(one.name);
}

} // namespace ui
