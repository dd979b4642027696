// Where models are made: one of a recipe, and one of a file of this computer. One piece of work at a time,
// with a bar and an end that stays until it is dismissed. Owned by the composition root;
// ui/library/WorkshopBar shows it.
#pragma once

#include "backend/Maker.h"
#include "library/GgufFile.h"
#include "library/InstalledModels.h"
#include "library/PullProgress.h"

#include <QElapsedTimer>

namespace library {

class Workshop : public QObject
{
    Q_OBJECT
public:
    enum class Work { Make, Import };
    enum class Stage {
        None,
        Reading, // the file is hashed
        Asking,  // does the server have it?
        Sending, // the file is uploaded
        Making,  // the server is at work
        Done,
        Failed,
        Stopped,
    };

    Workshop(backend::Backend &backend, backend::Maker &maker, InstalledModels &installed,
             QObject *parent = nullptr);

    // Nothing happens while it is busy. What has the name is replaced: ask before.
    void make(const QString &name, const backend::Recipe &recipe);
    void importFile(const QString &name, const GgufFile &file);
    void stop();
    // What failed or was stopped, from where it can go on: a file that was hashed is not hashed again. What a
    // server had received of it is gone.
    void again();
    void dismiss(); // what has ended
    // The server was replaced: stop, and forget.
    void clear();

    bool isBusy() const;
    Work work() const { return m_job.work; }
    Stage stage() const { return m_stage; }
    const QString &name() const { return m_job.name; }   // of the model that is made
    const base::Error &error() const { return m_error; } // of Failed
    qint64 doneBytes() const { return m_progress.completedBytes(); }
    qint64 totalBytes() const { return m_progress.totalBytes(); } // 0 = no telling
    double fraction() const { return m_stage == Stage::Done ? 1.0 : m_progress.fraction(); }
    double bytesPerSecond() const { return m_progress.bytesPerSecond(now()); }
    qint64 secondsLeft() const { return m_progress.secondsLeft(now()); } // -1 = no telling

Q_SIGNALS:
    void changed();
    void finished(library::Workshop::Work work, const QString &name);

private:
    struct Job
    {
        Work work = Work::Make;
        QString name;
        backend::Recipe recipe;
        GgufFile file;
    };

    void start(const Job &job);
    void enter(Stage stage);
    void readFile();
    void askForFile(const QString &digest);
    void sendFile(const QString &digest);
    void create(const QString &digest);
    void watch(backend::PullOperation *operation);
    void countFile(qint64 bytes);
    void take(base::Operation *operation);
    void fail(const base::Error &error);
    std::chrono::milliseconds now() const { return std::chrono::milliseconds(m_clock.elapsed()); }

    backend::Backend &m_backend;
    backend::Maker &m_maker;
    InstalledModels &m_installed;
    Job m_job;
    Stage m_stage = Stage::None;
    PullProgress m_progress;
    base::Error m_error;
    QPointer<base::Operation> m_operation;
    QHash<QByteArray, QString> m_digests; // of files, by their identity
    QElapsedTimer m_clock;
};

} // namespace library
