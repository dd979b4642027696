// Moves the models folder of the engine that this program runs to another place: a plan, the copy while the
// engine goes on, then, with the engine stopped for a moment, what is new since; the engine is started on the
// new folder and has to list every model from there before that is kept. Only then, and only when asked, do
// the old files go. Whatever happens before, the old folder is whole and the one that is in use. Owned by the
// composition root; ui/library/MoveView shows it.
#pragma once

#include "backend/Backend.h"
#include "library/EngineFolder.h"
#include "library/MoveSteps.h"
#include "library/MoveWork.h"
#include "library/PullProgress.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace library {

class FolderMove : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        None,
        Looking,
        Planned, // plan() says whether it may begin
        Copying,
        Waiting, // for what the engine does: waitsFor()
        Stopping,
        Finishing, // what has come since; the engine is stopped
        Checking,  // the engine is started on the new folder and asked
        Moved,     // it is in use; the old files are still there
        Removing,
        Done,
        Failed,  // the old folder is in use
        Stopped, // same
    };
    Q_ENUM(Stage)
    // What failed.
    enum class Step { Looking, Copying, Switching, Keeping, Removing };

    FolderMove(EngineFolder &engine, backend::Backend &backend, QObject *parent = nullptr);
    ~FolderMove() override;

    // How long the engine may take to list its models after the start.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    // Nothing happens while isBusy(). `from`: the folder in use.
    void look(const QString &from, const QString &chosen);
    // What is Planned. After a failure, or a stop, it is planned anew: the disk may be another one by now.
    void begin();
    // Whatever is under way.
    void stop();
    // Of Moved: the old files go; or stay, and are not asked about again.
    void removeOld();
    void keepOld();
    // What has ended, or is only planned, is forgotten.
    void dismiss();
    // The engine uses this folder: where it was moved in an earlier run of the program and the old files are
    // still there, that is Moved.
    void recall(const QString &folder);

    Stage stage() const { return m_stage; }
    bool isBusy() const;
    const MovePlan &plan() const { return m_plan; } // from and to also where there was none
    EngineFolder::Keeper keeper() const { return m_engine.keeper(); }
    EngineFolder::Busy waitsFor() const { return m_engine.busy(); }
    Step step() const { return m_step; }
    const base::Error &error() const { return m_error; } // of Failed, and of a removal that broke off
    // Of a file that is Damaged: the models that use it.
    const QStringList &damagedModels() const { return m_steps->damagedModels; }
    const MoveRemovalOutcome &removal() const { return m_removal; } // of Done
    qint64 doneBytes() const { return m_progress.completedBytes(); }
    qint64 totalBytes() const { return m_progress.totalBytes(); }
    double fraction() const { return m_progress.fraction(); }
    double bytesPerSecond() const { return m_progress.bytesPerSecond(now()); }
    qint64 secondsLeft() const { return m_progress.secondsLeft(now()); } // -1 = no telling

Q_SIGNALS:
    void changed();
    void switched(const QString &folder); // the engine uses it now

private:
    void enter(Stage stage);
    void run(MoveWork::Job job, void (FolderMove::*then)());
    void count(const MoveProgress &progress);
    void planned();
    void copied();
    void switchIfFree();
    void finish();
    void finished();
    void ask();
    void answered(const QList<backend::ModelInfo> &models);
    void keep();
    void removed();
    void fail(const base::Error &error);
    void goBack(Stage stage);
    std::chrono::milliseconds now() const { return std::chrono::milliseconds(m_clock.elapsed()); }

    EngineFolder &m_engine;
    backend::Backend &m_backend;
    std::shared_ptr<MoveSteps> m_steps = std::make_shared<MoveSteps>(); // also of a thread, after a stop()
    Stage m_stage = Stage::None;
    Step m_step = Step::Looking;
    MovePlan m_plan;
    MoveRemovalOutcome m_removal;
    PullProgress m_progress;
    base::Error m_error;
    QPointer<MoveWork> m_work;
    QPointer<base::Operation> m_question;
    QTimer m_again; // an engine that has just been started is asked again
    std::chrono::milliseconds m_patience{60'000};
    QDeadlineTimer m_until;
    QElapsedTimer m_clock;
    bool m_isEngineOurs = false; // stopped by us, or tried with the new folder
};

} // namespace library
