// Calls of the system that fail where a test wants it, whoever in the process makes them: Qt, SQLite or the
// app. Counted are those that open, read, write, sync, cut or rename a file in one folder.
#pragma once

#include <QString>

namespace support {

class FailingCalls
{
public:
    // From now on the `n`th call (from 1; 0 = none) in `folder` fails with `error` (ENOSPC, EIO …).
    FailingCalls(const QString &folder, int n, int error);
    // None fails any more.
    ~FailingCalls();
    FailingCalls(const FailingCalls &) = delete;
    FailingCalls &operator=(const FailingCalls &) = delete;

    // So far.
    int count() const;
};

} // namespace support
