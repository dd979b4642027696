#include "library/WorkshopBar.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/Widgets.h"
#include "library/Unfolding.h"

#include <QEvent>

namespace ui {

using namespace Qt::StringLiterals;
using library::Workshop;
using Stage = Workshop::Stage;
using Work = Workshop::Work;

namespace {

Doing doingOf(Work work)
{
    return work == Work::Make ? Doing::Making : Doing::Importing;
}

} // namespace

WorkshopBar::WorkshopBar(Workshop &workshop, backend::Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_workshop(workshop)
    , m_backend(backend)
    , m_strip(this, u"workshop"_s)
    , m_stop(makeButton(ButtonKind::Plain, u"x"_s, this))
    , m_again(makeButton(ButtonKind::Plain, u"refresh-cw"_s, this))
    , m_close(makeButton(ButtonKind::Flat, {}, this))
{
    setObjectName(u"workshop"_s);
    m_stop->setObjectName(u"workshopStop"_s);
    m_again->setObjectName(u"workshopAgain"_s);
    m_close->setObjectName(u"workshopClose"_s);
    m_strip.layOut({m_stop, m_again, m_close});
    connect(&workshop, &Workshop::changed, this, &WorkshopBar::refresh);
    connect(m_stop, &QAbstractButton::clicked, &workshop, &Workshop::stop);
    connect(m_again, &QAbstractButton::clicked, &workshop, &Workshop::again);
    connect(m_close, &QAbstractButton::clicked, &workshop, &Workshop::dismiss);
    retranslate();
}

void WorkshopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WorkshopBar::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_close->setText(tr("Close"));
    m_strip.details().setTitle(tr("Details"));
    m_strip.retranslate();
    refresh();
}

void WorkshopBar::refresh()
{
    const Stage stage = m_workshop.stage();
    const bool hasFailed = stage == Stage::Failed;
    setVisible(stage != Stage::None);
    m_strip.say(title(), hasFailed ? WorkStrip::Tone::Failure : WorkStrip::Tone::Usual, meta());
    m_strip.showProgress(m_workshop.isBusy(), m_workshop.fraction());
    m_stop->setVisible(m_workshop.isBusy());
    m_again->setVisible(hasFailed || stage == Stage::Stopped);
    m_again->setText(hasFailed ? tr("Retry") : tr("Go on"));
    m_close->setVisible(!m_workshop.isBusy());
    m_strip.details().setText(hasFailed ? m_workshop.error().detail : QString());
}

QString WorkshopBar::title() const
{
    const QString name = base::displayLine(m_workshop.name(), 80);
    const Work work = m_workshop.work();
    switch (m_workshop.stage()) {
    case Stage::None:
        return {};
    case Stage::Failed:
        return errorText(m_workshop.error(), doingOf(work), name, base::hostAndPort(m_backend.serverUrl()))
            .what;
    case Stage::Stopped:
        return work == Work::Make ? tr("Making %1 was stopped.").arg(name)
                                  : tr("Importing %1 was stopped.").arg(name);
    case Stage::Done:
        return work == Work::Make ? tr("%1 is made.").arg(name) : tr("%1 is imported.").arg(name);
    default:
        return work == Work::Make ? tr("Making %1").arg(name) : tr("Importing %1").arg(name);
    }
}

QString WorkshopBar::meta() const
{
    switch (m_workshop.stage()) {
    case Stage::Reading:
        return counted(tr("Reading the file"));
    case Stage::Asking:
        return tr("Asking the server whether it has it");
    case Stage::Sending:
        return counted(tr("Sending it to the server"));
    case Stage::Making:
        return m_workshop.totalBytes() > 0 ? counted(tr("The server is at work"))
                                           : tr("The server is at work");
    case Stage::Failed:
        return errorText(m_workshop.error(), doingOf(m_workshop.work()), m_workshop.name(),
                         base::hostAndPort(m_backend.serverUrl()))
            .next;
    case Stage::Stopped:
        return m_workshop.work() == Work::Import
                   ? tr("A file that was read once is not read again. What the server had of it is gone.")
                   : QString();
    case Stage::Done:
    case Stage::None:
        break;
    }
    return {};
}

QString WorkshopBar::counted(const QString &what) const
{
    const QString done = bytes(m_workshop.doneBytes());
    const QString total = bytes(m_workshop.totalBytes());
    const double speed = m_workshop.bytesPerSecond();
    const qint64 left = m_workshop.secondsLeft();
    if (speed <= 0)
        return tr("%1 · %2 of %3").arg(what, done, total);
    if (left < 0)
        return tr("%1 · %2 of %3 · %4").arg(what, done, total, bytesPerSecond(speed));
    return tr("%1 · %2 of %3 · %4 · %5 left")
        .arg(what, done, total, bytesPerSecond(speed), duration(std::chrono::seconds(left)));
}

} // namespace ui
