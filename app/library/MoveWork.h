// Slow work on files in a thread of its own: a disk that is slow, or does not answer, holds nothing else up.
// Made by FolderMove.
#pragma once

#include "base/Operation.h"
#include "library/MoveFiles.h"

#include <QPointer>

namespace library {

class MoveThread; // of the .cpp

class MoveWork : public base::Operation
{
    Q_OBJECT
public:
    // Run in the thread, where nothing else may be touched that this one touches; has to ask its watch now
    // and then, and end with Cancelled when that says so.
    using Job = std::function<base::Result<void>(const MoveWatch &watch)>;

    MoveWork(Job job, QObject *parent);
    // Of one that has not ended the thread is waited for, 2 s at most; a disk that does not answer keeps it
    // longer, and then it ends by itself.
    ~MoveWork() override;

Q_SIGNALS:
    void progressed(const library::MoveProgress &progress); // some ten times a second
    // failed(): what the job ended with, or Cancelled: then the thread may still be about to end.
    void finished();

protected:
    void stop() override;

private:
    QPointer<MoveThread> m_thread; // deletes itself when it has ended
};

} // namespace library
