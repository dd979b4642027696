// A temporary folder that stands in for a person's home for the length of a test.
#pragma once

#include <QTemporaryDir>

namespace support {

class TempHome
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace support
