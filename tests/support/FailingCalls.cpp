#include "support/FailingCalls.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

// Set before `isArmed`, and read by whatever thread makes a call.
QByteArray folder;
int failing = 0;
int failure = 0;
std::atomic<bool> isArmed = false;
std::atomic<int> calls = 0;

// True where this call is the one to fail; errno tells why then.
bool fails(const char *path)
{
    if (!isArmed || !path || !QByteArrayView(path).startsWith(folder))
        return false;
    if (++calls != failing)
        return false;
    errno = failure;
    return true;
}

bool fails(int descriptor)
{
    if (!isArmed)
        return false;
    char link[32];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t size = ::readlink(link, path, sizeof path - 1);
    if (size <= 0)
        return false;
    path[size] = '\0';
    return fails(path);
}

template <typename Function>
Function *next(Function *, const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

// In place of the C library's, for the program and every library in it.
extern "C" {

int open64(const char *path, int flags, ...)
{
    static const auto real = reinterpret_cast<int (*)(const char *, int, ...)>(::dlsym(RTLD_NEXT, "open64"));
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return fails(path) ? -1 : real(path, flags, mode);
}

ssize_t read(int descriptor, void *bytes, size_t size)
{
    static const auto real = next(read, "read");
    return fails(descriptor) ? -1 : real(descriptor, bytes, size);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto real = next(write, "write");
    return fails(descriptor) ? -1 : real(descriptor, bytes, size);
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t offset)
{
    static const auto real = next(pread64, "pread64");
    return fails(descriptor) ? -1 : real(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = next(pwrite64, "pwrite64");
    return fails(descriptor) ? -1 : real(descriptor, bytes, size, offset);
}

int fsync(int descriptor)
{
    static const auto real = next(fsync, "fsync");
    return fails(descriptor) ? -1 : real(descriptor);
}

int fdatasync(int descriptor)
{
    static const auto real = next(fdatasync, "fdatasync");
    return fails(descriptor) ? -1 : real(descriptor);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = reinterpret_cast<int (*)(int, off64_t)>(::dlsym(RTLD_NEXT, "ftruncate64"));
    return fails(descriptor) ? -1 : real(descriptor, size);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real =
        reinterpret_cast<int (*)(const char *, const char *)>(::dlsym(RTLD_NEXT, "rename"));
    return fails(to) ? -1 : real(from, to);
}

} // extern "C"

namespace support {

FailingCalls::FailingCalls(const QString &inFolder, int n, int error)
{
    folder = QFile::encodeName(QFileInfo(inFolder).canonicalFilePath());
    failing = n;
    failure = error;
    calls = 0;
    isArmed = true;
}

FailingCalls::~FailingCalls()
{
    isArmed = false;
}

int FailingCalls::count() const
{
    return calls;
}

} // namespace support
