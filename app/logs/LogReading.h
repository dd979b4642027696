// Reading a log from where it is: a file, the journal of a service, a container, or text at hand. The work is
// done in a thread of its own with little memory; a program that is asked (journalctl, docker, podman) ends
// with the operation. Made by the Logs page and the terminal form.
#pragma once

#include "base/Operation.h"
#include "logs/LogReport.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace logs {

struct LogSource
{
    enum class Kind { File, Journal, Container, Text };

    Kind kind = Kind::File;
    QString name;    // the file's path, the service's unit, the container's name
    QByteArray text; // Text: UTF-8

    bool operator==(const LogSource &) const = default;
};

// The name can be one: a unit or container by the grammar of its program, so that none is taken for an
// option.
bool isPossible(const LogSource &source);

// What is run, program first; empty where nothing is, or no such program is installed.
QStringList commandFor(const LogSource &source);

class LogReading : public base::Operation
{
    Q_OBJECT
public:
    explicit LogReading(const LogSource &source, QObject *parent);
    ~LogReading() override; // waits until the thread has ended, at most the time one part takes

Q_SIGNALS:
    // `total` is 0 where it is not known.
    void progressed(qint64 bytes, qint64 total);
    // Fails with: Invalid (no possible name, no regular file), NotFound (no such file or program; detail
    // names it), Unsupported (a compressed file), Storage (it cannot be read, or the program says no; detail
    // is its words).
    void finished(const logs::LogReport &report);

protected:
    void stop() override;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace logs
