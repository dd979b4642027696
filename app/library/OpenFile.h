// A file descriptor that closes itself; below 0 = there is none. For the parts that move and remove files of
// a models folder.
#pragma once

#include <QtGlobal>

#include <unistd.h>

namespace library {

class OpenFile
{
public:
    explicit OpenFile(int file)
        : m_file(file)
    {
    }
    ~OpenFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)
    operator int() const { return m_file; }

private:
    int m_file;
};

} // namespace library
