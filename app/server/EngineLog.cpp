#include "server/EngineLog.h"

#include "base/AtomicFile.h"

#include <QDir>
#include <QFileInfo>

namespace server {

void EngineLog::setFile(const QString &path, qint64 limit)
{
    m_file.close();
    m_file.setFileName(path);
    m_limit = limit;
    m_error.reset();
}

void EngineLog::append(const QByteArray &bytes)
{
    m_lastLines += bytes;
    if (m_lastLines.size() > memoryLimit) {
        m_lastLines = m_lastLines.last(memoryLimit);
        m_lastLines.remove(0, m_lastLines.indexOf('\n') + 1);
    }
    if (!m_file.fileName().isEmpty() && !m_error)
        write(bytes);
}

void EngineLog::clear()
{
    m_lastLines.clear();
    m_error.reset();
}

bool EngineLog::open()
{
    if (m_file.isOpen())
        return true;
    // A link could lead anywhere.
    if (QFileInfo(m_file.fileName()).isSymLink())
        QFile::remove(m_file.fileName());
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    return QDir().mkpath(QFileInfo(m_file.fileName()).absolutePath()) &&
           m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly) &&
           m_file.setPermissions(ownerOnly);
}

void EngineLog::write(const QByteArray &bytes)
{
    if (!open())
        return refuse();
    if (m_file.size() + bytes.size() > m_limit && m_file.size() > 0) {
        const QString path = m_file.fileName();
        const QString before = path + QLatin1String(".1");
        m_file.close();
        QFile::remove(before);
        if (!QFile::rename(path, before) || !open())
            return refuse();
    }
    const QByteArray part = bytes.size() > m_limit ? bytes.last(m_limit) : bytes;
    if (m_file.write(part) != part.size())
        refuse();
}

void EngineLog::refuse()
{
    m_error = base::fileError(m_file.fileName(), m_file.errorString());
    m_file.close();
}

} // namespace server
