#include "library/DownloadDetail.h"

#include "common/Facts.h"
#include "common/Format.h"
#include "library/DownloadsProxy.h"
#include "library/PullProgress.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::Downloads;
using library::LayerProgress;
using State = Downloads::State;

namespace {

constexpr int inset = 24;
constexpr qsizetype mostLayers = 12; // the others are told as a number

// As the engine's own progress names them.
QString shortened(const QString &digest)
{
    return digest.section(u':', -1).first(std::min<qsizetype>(digest.section(u':', -1).size(), 12));
}

} // namespace

DownloadDetail::DownloadDetail(QWidget *parent)
    : SurfaceWidget(Surface::Window, parent)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_close(makeButton(ButtonKind::Icon, u"x"_s, this))
    , m_facts(new Facts(this))
    , m_note(new Label(Type::Small, TextRole::Text2, this))
{
    setObjectName(u"downloadDetail"_s);
    m_close->setObjectName(u"closeDownloadDetail"_s);
    m_note->setObjectName(u"downloadDetailNote"_s);
    m_note->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(inset, 8, inset, 12);
    inner->setSpacing(4);
    inner->addLayout(head);
    inner->addWidget(m_facts);
    inner->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(inner);
    connect(m_close, &QAbstractButton::clicked, this, &DownloadDetail::closed);
    retranslate();
}

void DownloadDetail::setDownload(const QModelIndex &index)
{
    m_download = index;
    refresh();
}

void DownloadDetail::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DownloadDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        Q_EMIT closed();
    else
        SurfaceWidget::keyPressEvent(event);
}

void DownloadDetail::retranslate()
{
    m_close->setToolTip(tr("Close the details"));
    m_close->setAccessibleName(tr("Close the details"));
    refresh();
}

void DownloadDetail::refresh()
{
    const QString name = m_download.data(Downloads::NameRole).toString();
    const auto layers = m_download.data(Downloads::LayersRole).value<QList<LayerProgress>>();
    m_title->setText(tr("Layers of %1").arg(name));
    setAccessibleName(m_title->text());
    QList<Fact> facts;
    for (const LayerProgress &layer : layers.first(std::min(layers.size(), mostLayers))) {
        const bool isThere = layer.completedBytes >= layer.totalBytes;
        facts.append({shortened(layer.digest),
                      isThere ? tr("%1, there").arg(bytes(layer.totalBytes))
                              : tr("%1 of %2").arg(bytes(layer.completedBytes), bytes(layer.totalBytes))});
    }
    if (layers.size() > mostLayers)
        facts.append(
            {tr("And more"), tr("%n layer(s)", nullptr, static_cast<int>(layers.size() - mostLayers))});
    const State state = downloadState(m_download);
    const bool isPush = directionOf(m_download) == library::Direction::Push;
    if (!layers.isEmpty() && !isPush)
        facts.append({tr("Checking"), state == State::Verifying ? tr("under way: what came is compared with "
                                                                     "what it is meant to be, then stored")
                                      : state == State::Done    ? tr("done")
                                                                : tr("when all layers are there")});
    m_facts->set(facts);
    const QString words = m_download.data(DownloadsProxy::DetailsRole).toString();
    m_note->setText(!words.isEmpty()    ? words
                    : !layers.isEmpty() ? QString()
                    : isPush            ? tr("Its layers are known when the server begins to send them.")
                                        : tr("Its layers are known when the server begins to fetch them."));
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace ui
