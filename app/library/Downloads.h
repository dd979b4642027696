// Pulls under way and pulls that ended in this session, as an item model: one row a model, several at once.
// Owned by the composition root; ui/library shows it, the first run waits on it.
#pragma once

#include "backend/Backend.h"
#include "library/Planner.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace library {

class Downloads : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class State { Running, Verifying, Done, Failed, Cancelled };
    Q_ENUM(State)
    enum Roles {
        NameRole = Qt::UserRole + 1,
        StateRole,
        CompletedRole,   // bytes, never less than before
        TotalRole,       // bytes; 0 = not known yet
        FractionRole,    // 0..1, never less than before; 1 only when Done
        SpeedRole,       // bytes a second over the last seconds; 0 = not known
        SecondsLeftRole, // -1 = not known
        ErrorRole,       // base::Error, of Failed
        PlanRole,        // PullPlan, of one that failed because it is known to have no room
        FinishedRole,    // QDateTime, of Done
        DurationRole,    // seconds, of Done
    };

    explicit Downloads(backend::Backend &backend, QObject *parent = nullptr);
    ~Downloads() override;

    // Asked before each pull where the room on the disk is known. What has none fails with NoSpace before a
    // byte moves; started once more it is pulled all the same, as the server knows its disk better than we.
    void setPlanner(Planner *planner) { m_planner = planner; }
    Planner *planner() const { return m_planner; } // may be null
    // Bytes a second of the last pull by this server from the registry of this model; 0 = there was none.
    double measuredSpeed(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole = name

    // Starts a pull. Invalid: the name is malformed. The same model twice joins the row that runs; a failed,
    // cancelled or finished row is started again. `expectedBytes`: from the catalogue, 0 = unknown.
    base::Result<void> pull(const QString &name, qint64 expectedBytes = 0);
    void cancel(int row); // what is there stays on the server; pulling again goes on from it
    void retry(int row);
    void remove(int row); // takes the row of an ended pull out of the list
    void clearFinished();
    int rowOf(const QString &name) const; // -1 = none
    int runningCount() const;

Q_SIGNALS:
    void finished(const QString &name);
    void failed(const QString &name, const base::Error &error);
    void runningCountChanged();

private:
    struct Row;
    Row *find(const QString &name) const;
    static bool isRunning(const Row &row);
    void start(Row &row);
    void plan(Row &row);
    void take(Row &row, const PullPlan &plan);
    void request(Row &row);
    void step(Row &row, const backend::PullStep &step);
    void succeed(Row &row);
    void end(Row &row, const base::Error &error);
    // A pull that joined the dying one before it is asked for once more; true when it will be.
    bool askAgain(Row &row, const base::Error &error);
    void stateChanged(Row &row);
    void changed(Row &row);
    void tick();
    void measure(const Row &row);
    QString wayOf(const QString &name) const;
    std::chrono::milliseconds now() const;

    std::vector<std::unique_ptr<Row>> m_rows;
    backend::Backend &m_backend;
    QPointer<Planner> m_planner;
    QHash<QString, double> m_speeds; // by wayOf()
    QElapsedTimer m_clock;
    QTimer m_tick; // frames come at 16 a second and stream; a row is repainted at most 10 times a second
    int m_running = 0;
};

} // namespace library
