#include "support/TinyDisk.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace support {

namespace {

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QFile::WriteOnly | QFile::Unbuffered) && file.write(text) == text.size();
}

// Makes the one who runs the tests root of a namespace of its own.
bool mapUser(uid_t user, gid_t group)
{
    return writeText(u"/proc/self/setgroups"_s, "deny") &&
           writeText(u"/proc/self/uid_map"_s, "0 " + QByteArray::number(user) + " 1") &&
           writeText(u"/proc/self/gid_map"_s, "0 " + QByteArray::number(group) + " 1");
}

} // namespace

bool enterOwnMounts()
{
    const uid_t user = getuid();
    const gid_t group = getgid();
    const bool isRoot = user == 0;
    if (unshare(isRoot ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0 ||
        (!isRoot && !mapUser(user, group)) ||
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        std::perror("no mounts of our own");
        return false;
    }
    return true;
}

TinyDisk::TinyDisk(const QString &folder, qint64 bytes)
    : m_folder(folder)
{
    const QByteArray size = "mode=0700,size=" + QByteArray::number(bytes);
    m_isMounted = mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, size.constData()) == 0;
    if (!m_isMounted)
        std::perror("tmpfs");
}

TinyDisk::~TinyDisk()
{
    if (m_isMounted)
        umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

bool TinyDisk::setReadOnly(bool readOnly)
{
    const unsigned long flags = MS_REMOUNT | MS_BIND | (readOnly ? MS_RDONLY : 0);
    return mount("tmpfs", QFile::encodeName(m_folder).constData(), nullptr, flags, nullptr) == 0;
}

bool TinyDisk::fill(qint64 left)
{
    QFile ballast(m_folder + u"/ballast"_s);
    if (!ballast.open(QFile::WriteOnly | QFile::Unbuffered))
        return false;
    const QByteArray page(4096, 'x');
    while (ballast.write(page) == page.size()) {
    }
    const bool isFull = ballast.error() == QFile::ResourceError;
    return isFull && (left == 0 || ballast.resize(ballast.size() - left));
}

bool TinyDisk::empty()
{
    return QFile::remove(m_folder + u"/ballast"_s);
}

} // namespace support
