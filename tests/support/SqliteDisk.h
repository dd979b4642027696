// A disk under SQLite that fails when it is told to and knows what a power cut would leave: a VFS in front of
// the usual one, which Qt's driver then uses without knowing. Nothing is really synced. One a program, for
// databases that are used on the test's own thread.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>

#include <optional>

struct sqlite3_file;

namespace support {

class SqliteDisk
{
public:
    // Registers it with the first call.
    static SqliteDisk &instance();

    enum class Fault { NoSpace, InputOutput };
    // The `n`-th call from now on that opens, reads, writes, syncs, cuts or removes a file fails (from 1),
    // and where it `lasts` all that write after it. No space is nothing to those that read, sync and remove.
    void failAt(int n, Fault fault, bool lasts);
    void work();
    // How many calls there were since failAt().
    int calls() const { return m_calls; }

    // Remembers from now on what is done to the files; what is there is on the disk.
    void record(const QString &folder);
    // How much was recorded.
    qsizetype position() const { return m_steps.size(); }
    // Writes to `folder` what a power cut at `position` leaves: all that was synced, and of the rest any
    // part, in sectors; what was to be longer has anything at its end.
    void leave(qsizetype position, const QString &folder, QRandomGenerator &random) const;

    // For the VFS.
    enum class Call { Open, Read, Write, Sync, Truncate, Remove };
    std::optional<int> refusal(Call call);
    void wrote(const QString &file, qint64 offset, const QByteArray &bytes);
    void synced(const QString &file);
    void truncated(const QString &file, qint64 size);
    void removed(const QString &file, bool isSynced);

private:
    struct Step
    {
        Call call;
        QString file;  // its name
        qint64 at = 0; // offset, or size
        QByteArray bytes;
        bool isSynced = false; // of Remove
    };
    struct Left
    {
        std::optional<QByteArray> durable; // absent: there is no such file
        QList<Step> loose;                 // since the last sync
    };

    void note(const Step &step);
    static void apply(std::optional<QByteArray> &content, const Step &step);
    static void applyTorn(std::optional<QByteArray> &content, const Step &step, QRandomGenerator &random);

    bool m_isRecording = false;
    QHash<QString, QByteArray> m_before;
    QList<Step> m_steps;
    int m_calls = 0;
    int m_failAt = 0; // 0 = never
    Fault m_fault = Fault::InputOutput;
    bool m_lasts = false;
};

} // namespace support
