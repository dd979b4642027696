// A disk of a test's own that can be filled and made read-only, also for root, whom permissions do not bind:
// a small tmpfs in a mount namespace nobody else sees.
#pragma once

#include <QString>

namespace support {

// Gives the process its own mounts; works for every user where user namespaces are allowed. To be called
// first in main(): threads started before would not see them. False, with the reason on standard error,
// where the system forbids it.
bool enterOwnMounts();

class TinyDisk
{
public:
    // Mounts over `folder`, which exists.
    TinyDisk(const QString &folder, qint64 bytes);
    ~TinyDisk();
    TinyDisk(const TinyDisk &) = delete;
    TinyDisk &operator=(const TinyDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    // No file may be open for writing.
    bool setReadOnly(bool readOnly);
    // Takes all the room there is but for `left` bytes, and gives it back.
    bool fill(qint64 left = 0);
    bool empty();

private:
    QString m_folder;
    bool m_isMounted = false;
};

} // namespace support
