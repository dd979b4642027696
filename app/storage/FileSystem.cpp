#include "storage/FileSystem.h"

#include <QFile>

#include <algorithm>
#include <sys/vfs.h>

namespace storage {

bool isRemoteType(quint32 fileSystem)
{
    // linux/magic.h, and of those that have theirs to themselves: NFS, SMB, CIFS, SMB2, FUSE (sshfs and the
    // like), Plan 9 (virtual machines, WSL), AFS twice, Ceph, Coda, NCP, VirtualBox.
    constexpr quint32 remote[] = {0x6969,     0x517b,     ~quint32(0x00acb2bd), 0xfe53'4d42, 0x65735546,
                                  0x01021997, 0x5346414f, 0x6b414653,           0x00c36400,  0x73757245,
                                  0x564c,     0x786f4256};
    return std::ranges::find(remote, fileSystem) != std::end(remote);
}

bool isRemote(const QString &path)
{
    struct statfs facts = {};
    return statfs(QFile::encodeName(path).constData(), &facts) == 0 &&
           isRemoteType(static_cast<quint32>(facts.f_type));
}

} // namespace storage
