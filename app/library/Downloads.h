// The downloads: what is being pulled, what is to be, and what ended in this session, as an item model in the
// order in which they are pulled; what is pushed waits in the same order. As many run as may; the others wait
// for their turn, for the hours, for the server, or to be tried again. What has not ended is kept in a small
// file and is there again, paused, when the program starts the next time. Owned by the composition root,
// which says what is so about the server; ui/library shows it, the first run waits on it.
#pragma once

#include "backend/Maker.h"
#include "library/DownloadsFile.h"
#include "library/Planner.h"
#include "library/PullHours.h"
#include "library/PullQueue.h"
#include "library/RetryPolicy.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace library {

class InstalledModels;
struct DownloadRow;

// Why a queued download does not run yet.
struct PullWait
{
    PullHold hold = PullHold::Turn;
    int before = 0;      // of Turn: how many there are before it
    bool isNext = false; // of Turn: no other waits before it
    QDateTime opens;     // of Hours
    qint64 seconds = 0;  // of Retry: until it is tried again
    int tries = 0;       // of Retry: which try that will be
    int mostTries = 0;   // of Retry: of how many
};

class Downloads : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class State { Queued, Running, Verifying, Paused, Failed, Cancelled, Done };
    Q_ENUM(State)
    enum Roles {
        NameRole = Qt::UserRole + 1,
        DirectionRole,
        StateRole,
        ServerRole,      // base::origin() of the server it was asked of
        CompletedRole,   // bytes, never less than before
        TotalRole,       // bytes; 0 = not known yet
        FractionRole,    // 0..1, never less than before; 1 only when Done
        SpeedRole,       // bytes a second over the last seconds; 0 = not known
        SecondsLeftRole, // -1 = not known
        SilenceRole,     // seconds without a byte, of Running
        LayersRole,      // QList<LayerProgress>
        WaitRole,        // PullWait, of Queued
        InterruptedRole, // bool, of Paused: the program ended, nobody paused it
        ErrorRole,       // base::Error, of Failed and of what is tried again
        TriesRole,       // of Failed: how often it was tried again
        PlanRole,        // PullPlan, of one that failed because it is known to have no room
        FinishedRole,    // QDateTime, of Done
        DurationRole,    // seconds, of Done; missing where it was installed by somebody else
        RoleEnd,
    };

    // `path`: where the list is kept; empty = not on disk.
    explicit Downloads(backend::Backend &backend, const QString &path = {}, QObject *parent = nullptr);
    ~Downloads() override;

    // Asked before each pull where the room on the disk is known. What has none fails with NoSpace before a
    // byte moves; started once more it is pulled all the same, as the server knows its disk better than we.
    void setPlanner(Planner *planner) { m_planner = planner; }
    Planner *planner() const { return m_planner; } // may be null
    // What pushes. Without one a push fails with Unsupported.
    void setMaker(backend::Maker &maker) { m_maker = &maker; }
    // What is paused since an earlier run and is there meanwhile is taken for done; what is done gets the
    // size that the server tells.
    void setInstalled(InstalledModels *installed);
    // What the person chose.
    void setAtOnce(int count);
    void setHours(const PullHours &hours);
    const PullHours &hours() const { return m_hours; }
    void setRetryPolicy(const RetryPolicy &policy) { m_policy = policy; }
    void setClock(std::function<QDateTime()> clock); // on the wall
    // Whether the server in use answers. What broke off there goes on as soon as it does again.
    void setServerThere(bool isThere);
    // Another server may be in use.
    void serverChanged() { schedule(); }
    // base::origin() of the one in use.
    QString server() const;

    // Bytes a second of the last pull by this server from the registry of this model; 0 = there was none.
    double measuredSpeed(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole = name

    // Asks the server in use for a model. Invalid: the name is malformed. The same model twice joins the row
    // there is; one that does not run is queued anew. `expectedBytes`: from the catalogue, 0 = unknown.
    base::Result<void> pull(const QString &name, qint64 expectedBytes = 0);
    // Lets the server in use send a model to the registry of its name. Otherwise as pull().
    base::Result<void> push(const QString &name);
    void resume(int row);   // or tries again, now
    void pause(int row);    // what is there stays on the server, and resume() goes on from it
    void cancel(int row);   // takes it out of the queue; what is there stays on the server
    void remove(int row);   // takes the row of one that ended, or is paused, out of the list
    void startNow(int row); // whatever the hours, and before the others that wait
    void putNext(int row);  // before the others that wait
    void move(int row, int to);
    void pauseAll();
    void resumeAll();
    void clearFinished();

    // At the server in use; -1 = none.
    int rowOf(const QString &name, Direction direction = Direction::Pull) const;
    int runningCount() const { return m_running; }
    // Queued, running or verifying: it will be there without anybody doing anything more.
    static bool isUnderWay(State state);
    // Why the list could not be read, or not be kept the last time.
    std::optional<base::Error> error() const { return m_file.error(); }

Q_SIGNALS:
    // Of pulls.
    void finished(const QString &name);
    void failed(const QString &name, const base::Error &error);
    // Of pushes.
    void pushed(const QString &name);
    void pushFailed(const QString &name, const base::Error &error);
    // Of both.
    void brokeOff(); // one, and it will be tried again: the server may be gone
    void runningCountChanged();
    void statesChanged();
    void errorChanged();

private:
    using Row = DownloadRow;
    base::Result<void> add(const QString &name, Direction direction, qint64 expectedBytes);
    Row &at(int row) const { return *m_rows[static_cast<size_t>(row)]; }
    bool has(const Row *row) const;
    QModelIndex indexOf(const Row &row) const;
    void restore();
    void ask(Row &row);
    void enqueue(Row &row);
    void rest(Row &row, State state);
    void schedule();
    std::vector<PullVerdict> verdicts() const;
    void wakeLater();
    void start(Row &row);
    void step(Row &row, const backend::PullStep &step);
    void succeed(Row &row);
    void end(Row &row, const base::Error &error);
    void endCancelled(Row &row);
    bool tryAgain(Row &row, const base::Error &error);
    void takeInstalled();
    void stateChanged(Row &row);
    void changed(Row &row);
    void keep();
    void tick();
    void measure(const Row &row);
    QString wayOf(const QString &name) const;
    std::chrono::milliseconds now() const;

    std::vector<std::unique_ptr<Row>> m_rows;
    backend::Backend &m_backend;
    DownloadsFile m_file;
    QPointer<Planner> m_planner;
    QPointer<backend::Maker> m_maker;
    QPointer<InstalledModels> m_installed;
    RetryPolicy m_policy;
    PullHours m_hours;
    std::function<QDateTime()> m_clockOnWall = [] { return QDateTime::currentDateTime(); };
    QHash<QString, double> m_speeds; // by wayOf()
    QElapsedTimer m_clock;
    QTimer m_tick; // frames come at 16 a second and stream; a row is repainted at most 10 times a second
    QTimer m_wake; // when a verdict of the queue may change by itself
    std::chrono::milliseconds m_kept{0};
    int m_atOnce = 2;
    int m_running = 0;
    bool m_isServerThere = true;
};

} // namespace library

Q_DECLARE_METATYPE(library::Direction)
Q_DECLARE_METATYPE(library::PullWait)
