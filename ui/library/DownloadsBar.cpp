#include "library/DownloadsBar.h"

#include "common/Format.h"
#include "library/DownloadRules.h"
#include "library/PullTotals.h"
#include "settings/SettingsStore.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using library::Downloads;

namespace {

constexpr int barHeight = 32;
constexpr int inset = 24;

} // namespace

DownloadsBar::DownloadsBar(Downloads &downloads, QWidget *parent)
    : SurfaceWidget(Surface::Window, parent)
    , m_downloads(downloads)
    , m_room(new Label(Type::Small, TextRole::Text2, this))
    , m_hours(makeButton(ButtonKind::Flat, {}, this))
{
    setFixedHeight(barHeight);
    m_room->setObjectName(u"downloadsRoom"_s);
    m_hours->setObjectName(u"downloadHours"_s);
    m_hours->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 0, inset - 8, 0);
    row->addWidget(m_room, 1);
    row->addWidget(m_hours);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(row, 1);
    m_look.setInterval(2s);
    connect(&m_look, &QTimer::timeout, this, &DownloadsBar::refreshRoom);
    for (const auto signal : {&Downloads::rowsInserted, &Downloads::rowsRemoved})
        connect(&downloads, signal, this, &DownloadsBar::refreshRoom);
    connect(&downloads, &Downloads::statesChanged, this, &DownloadsBar::refreshRoom);
    connect(m_hours, &QAbstractButton::clicked, this, [this] {
        auto *rules = new DownloadRules(*m_store, this);
        rules->open(m_hours);
    });
    retranslate();
}

void DownloadsBar::setSettings(settings::SettingsStore &store)
{
    m_store = &store;
    m_hours->show();
    connect(&store, &settings::SettingsStore::changed, this, &DownloadsBar::refreshHours);
    refreshHours();
}

void DownloadsBar::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DownloadsBar::showEvent(QShowEvent *event)
{
    SurfaceWidget::showEvent(event);
    refreshRoom();
    m_look.start();
}

void DownloadsBar::hideEvent(QHideEvent *event)
{
    SurfaceWidget::hideEvent(event);
    m_look.stop();
}

void DownloadsBar::retranslate()
{
    m_hours->setToolTip(tr("How many downloads run at once, and when"));
    refreshRoom();
    refreshHours();
}

void DownloadsBar::refreshRoom()
{
    const qint64 left = library::totalsOf(m_downloads).bytesLeft;
    const library::Planner *planner = m_downloads.planner();
    const qint64 room = planner ? planner->roomBytes() : -1;
    QString words;
    if (room < 0)
        words = left > 0 ? tr("%1 still to come").arg(bytes(left)) : QString();
    else if (left == 0)
        words = tr("%1 free on the disk").arg(bytes(room));
    else if (left <= room)
        words =
            tr("%1 free on the disk, %2 when all downloads are there").arg(bytes(room), bytes(room - left));
    else
        words =
            tr("%1 free on the disk, %2 too little for all downloads").arg(bytes(room), bytes(left - room));
    m_room->setRole(room >= 0 && left > room ? TextRole::Bad : TextRole::Text2);
    m_room->setText(words);
}

void DownloadsBar::refreshHours()
{
    if (!m_store)
        return;
    const auto hours =
        library::parsePullHours(m_store->values().downloadHours).value_or(library::PullHours());
    const auto time = [](const QTime &at) { return QLocale().toString(at, QLocale::ShortFormat); };
    m_hours->setText(hours.isLimited() ? tr("Download hours: %1–%2").arg(time(hours.from), time(hours.to))
                                       : tr("Download hours: off"));
}

} // namespace ui
