#include "library/MoveView.h"

#include "base/Text.h"
#include "common/Format.h"
#include "common/Widgets.h"
#include "library/Unfolding.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>

namespace ui {

using namespace Qt::StringLiterals;
using library::FolderMove;
using library::MovePlan;
using library::Storage;
using Keeper = library::EngineFolder::Keeper;
using Stage = FolderMove::Stage;

MoveView::MoveView(FolderMove &move, Storage &storage, QWidget *parent)
    : QWidget(parent)
    , m_move(move)
    , m_storage(storage)
    , m_button(makeButton(ButtonKind::Flat, u"folder"_s, this))
    , m_strip(this, u"move"_s)
    , m_first(makeButton(ButtonKind::Default, {}, this))
    , m_second(makeButton(ButtonKind::Plain, {}, this))
    , m_stop(makeButton(ButtonKind::Plain, u"x"_s, this))
{
    setObjectName(u"folderMove"_s);
    m_button->setObjectName(u"moveFolder"_s);
    m_first->setObjectName(u"moveFirst"_s);
    m_second->setObjectName(u"moveSecond"_s);
    m_stop->setObjectName(u"moveStop"_s);
    m_strip.layOut({m_stop, m_second, m_first});
    connect(&move, &FolderMove::changed, this, &MoveView::refresh);
    connect(&storage, &Storage::changed, this, &MoveView::refresh);
    connect(m_button, &QAbstractButton::clicked, this, &MoveView::choose);
    connect(m_first, &QAbstractButton::clicked, this, &MoveView::pressFirst);
    connect(m_second, &QAbstractButton::clicked, this, &MoveView::pressSecond);
    connect(m_stop, &QAbstractButton::clicked, &move, &FolderMove::stop);
    retranslate();
}

void MoveView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MoveView::retranslate()
{
    m_button->setText(tr("Move the folder…"));
    m_button->setToolTip(tr("Move the models to another disk"));
    m_stop->setText(tr("Stop"));
    m_strip.retranslate();
    refresh();
}

void MoveView::choose()
{
    m_isAdvising = false;
    if (m_move.keeper() == Keeper::Elsewhere)
        return take({});
    auto *dialog = new QFileDialog(this, tr("Where the models are to be"), m_storage.folder());
    dialog->setObjectName(u"moveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MoveView::take);
    dialog->open();
}

// Whose engine it is may have changed while the dialog was open.
void MoveView::take(const QString &folder)
{
    m_isAdvising = m_move.keeper() != Keeper::Ours;
    m_advised = folder;
    if (!m_isAdvising)
        m_move.look(m_storage.folder(), folder);
    refresh();
}

void MoveView::pressFirst()
{
    if (m_isAdvising) {
        QGuiApplication::clipboard()->setText(advice().command);
        return;
    }
    switch (m_move.stage()) {
    case Stage::Planned:
        return m_move.plan().problem == MovePlan::Problem::None ? m_move.begin() : choose();
    case Stage::Failed:
    case Stage::Stopped:
        return m_move.look(m_move.plan().from, m_move.plan().to);
    case Stage::Moved:
        return m_move.removeOld();
    default:
        break;
    }
}

void MoveView::pressSecond()
{
    if (m_isAdvising) {
        m_isAdvising = false;
        return refresh();
    }
    if (m_move.stage() == Stage::Moved)
        m_move.keepOld();
    else
        m_move.dismiss();
}

MoveAdvice MoveView::advice() const
{
    return moveAdvice(m_move.keeper(), m_storage.folder(), m_advised);
}

bool MoveView::hasFailed() const
{
    return m_move.stage() == Stage::Failed ||
           (m_move.stage() == Stage::Planned && m_move.plan().problem != MovePlan::Problem::None);
}

void MoveView::refresh()
{
    const Stage stage = m_move.stage();
    m_isAdvising = m_isAdvising && m_move.keeper() != Keeper::Ours;
    setVisible(m_isAdvising || stage != Stage::None);
    m_strip.say(title(), !m_isAdvising && hasFailed() ? WorkStrip::Tone::Failure : WorkStrip::Tone::Usual,
                meta());
    const bool isCounted = stage == Stage::Copying || stage == Stage::Finishing || stage == Stage::Removing;
    m_strip.showProgress(!m_isAdvising && isCounted && m_move.totalBytes() > 0, m_move.fraction());
    m_strip.details().setTitle(m_isAdvising ? tr("The commands") : tr("Details"));
    m_strip.details().setText(details());
    refreshButtons();
}

void MoveView::refreshButtons()
{
    const Stage stage = m_move.stage();
    const bool isBusy = m_move.isBusy();
    // Where it is not known where the models are there is nothing to say about it.
    m_button->setVisible(m_storage.place() != Storage::Place::Unknown);
    m_button->setEnabled(!isBusy && stage != Stage::Moved);
    m_stop->setVisible(!m_isAdvising && isBusy);
    m_second->setVisible(m_isAdvising || !isBusy);
    m_second->setText(!m_isAdvising && stage == Stage::Moved ? tr("Keep them") : tr("Close"));
    const bool hasProblem = m_move.plan().problem != MovePlan::Problem::None;
    const QString first = m_isAdvising              ? tr("Copy the commands")
                          : stage == Stage::Planned ? (hasProblem ? tr("Another folder…") : tr("Move"))
                          : stage == Stage::Moved   ? tr("Remove the old files")
                          : stage == Stage::Failed  ? tr("Retry")
                          : stage == Stage::Stopped ? tr("Go on")
                                                    : QString();
    const bool hasCommand = !m_isAdvising || !advice().command.isEmpty();
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty() && hasCommand);
    m_first->setEnabled(m_isAdvising || stage != Stage::Planned || hasProblem ||
                        m_move.keeper() == Keeper::Ours);
}

QString MoveView::title() const
{
    const MovePlan &plan = m_move.plan();
    const QString to = base::displayLine(plan.to);
    if (m_isAdvising)
        return tr("The models are not moved from here");
    switch (m_move.stage()) {
    case Stage::None:
        return {};
    case Stage::Looking:
        return tr("Looking at %1").arg(to);
    case Stage::Planned:
        return plan.problem == MovePlan::Problem::None ? tr("Move the models to %1?").arg(to)
                                                       : tr("The models cannot be moved to %1").arg(to);
    case Stage::Copying:
        return tr("Copying the models to %1").arg(to);
    case Stage::Waiting:
        return tr("The models are copied to %1").arg(to);
    case Stage::Stopping:
    case Stage::Finishing:
    case Stage::Checking:
        return tr("Starting the engine on %1").arg(to);
    case Stage::Moved:
        return tr("The models are in %1 now").arg(to);
    case Stage::Removing:
        return tr("Removing the old files");
    case Stage::Done:
        return tr("The models are moved to %1").arg(to);
    case Stage::Failed:
        return moveFailure(m_move).what;
    case Stage::Stopped:
        return tr("Moving the models was stopped.");
    }
    return {};
}

QString MoveView::meta() const
{
    const MovePlan &plan = m_move.plan();
    const QString from = base::displayLine(plan.from);
    if (m_isAdvising)
        return advice().text;
    switch (m_move.stage()) {
    case Stage::Planned:
        return plan.problem == MovePlan::Problem::None ? movePlanWords(plan) : moveProblem(plan);
    case Stage::Copying:
        return QStringList{counted(), tr("The engine goes on meanwhile, on the old folder.")}.join(u'\n');
    case Stage::Waiting:
        return moveWait(m_move.waitsFor());
    case Stage::Stopping:
        return tr("The engine is being stopped.");
    case Stage::Finishing:
        return tr("Copying what is new since. The engine is stopped meanwhile.");
    case Stage::Checking:
        return tr("It has to list every model from there before that is kept.");
    case Stage::Moved:
        if (m_move.step() == FolderMove::Step::Removing)
            return moveFailure(m_move).next;
        return tr("The engine lists all of them from there. The old files in %1 still take room; another "
                  "program that uses that folder would miss them.")
            .arg(from);
    case Stage::Removing:
        return counted();
    case Stage::Done:
        return moveRemoved(m_move.removal(), plan.from);
    case Stage::Failed:
        return moveFailure(m_move).next;
    case Stage::Stopped:
        return tr("The engine uses %1 as before. What is copied stays in %2, and is not copied again.")
            .arg(from, base::displayLine(plan.to));
    case Stage::None:
    case Stage::Looking:
        break;
    }
    return {};
}

QString MoveView::details() const
{
    if (m_isAdvising)
        return advice().command;
    const Stage stage = m_move.stage();
    if (stage == Stage::Failed || stage == Stage::Moved)
        return base::displayText(m_move.error().detail);
    return {};
}

QString MoveView::counted() const
{
    const QString done = bytes(m_move.doneBytes());
    const QString total = bytes(m_move.totalBytes());
    const double speed = m_move.bytesPerSecond();
    const qint64 left = m_move.secondsLeft();
    if (m_move.totalBytes() <= 0)
        return tr("Looking at the files");
    if (speed <= 0)
        return tr("%1 of %2 copied and checked").arg(done, total);
    if (left < 0)
        return tr("%1 of %2 copied and checked · %3").arg(done, total, bytesPerSecond(speed));
    return tr("%1 of %2 copied and checked · %3 · %4 left")
        .arg(done, total, bytesPerSecond(speed), duration(std::chrono::seconds(left)));
}

} // namespace ui
