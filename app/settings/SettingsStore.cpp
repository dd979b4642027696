#include "settings/SettingsStore.h"

#include "base/ServerUrl.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStorageInfo>

#include <algorithm>

namespace settings {
namespace {

using base::Error;

// Far above what every key at its limit takes; a larger file is not ours.
constexpr qint64 fileSizeLimit = 4 * 1024 * 1024;

QString key(const Field &field)
{
    return QString::fromLatin1(field.name);
}

QString spareCopy(const QString &path)
{
    return path + QLatin1String(".good");
}

// Missing is no error: then nothing has been set yet.
base::Result<void> checkReadable(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::Storage, file.errorString());
    // QSettings reads over NULs and takes what is left for text.
    if (file.size() > fileSizeLimit || file.readAll().contains('\0'))
        return base::failure(Error::Kind::Damaged, path);
    QSettings ini(path, QSettings::IniFormat);
    // Lines are read only when asked for, and only then found to make no sense.
    static_cast<void>(ini.allKeys());
    if (ini.status() != QSettings::NoError)
        return base::failure(Error::Kind::Damaged, path);
    return {};
}

// Returns the names of keys whose values are not allowed; those keep their defaults.
QStringList readInto(Settings &values, const QString &path)
{
    QStringList wrong;
    QSettings ini(path, QSettings::IniFormat);
    for (const Field &field : fields()) {
        if (ini.contains(key(field)) && !field.set(values, ini.value(key(field))))
            wrong.append(key(field));
    }
    return wrong;
}

Error writeError(const QString &path)
{
    // QSettings says only that it could not; the folder tells why.
    const QString folder = QFileInfo(path).absolutePath();
    const QStorageInfo storage(folder);
    if (storage.isValid() && storage.bytesAvailable() <= 0)
        return {Error::Kind::NoSpace, {}};
    if ((storage.isValid() && storage.isReadOnly()) || !QFileInfo(folder).isWritable())
        return {Error::Kind::ReadOnly, {}};
    return {Error::Kind::Storage, {}};
}

base::Result<void> write(const Settings &values, const QString &path)
{
    // QSettings would make a new file readable by everyone the umask allows.
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QFile file(path);
    const bool isThere = file.exists() ? file.setPermissions(ownerOnly)
                                       : file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly);
    if (!isThere)
        return std::unexpected(writeError(path));
    file.close();

    QSettings ini(path, QSettings::IniFormat);
    const Settings defaults;
    for (const Field &field : fields()) {
        // Only choices are written, so that a later version's better default reaches who chose nothing.
        if (const QVariant value = field.get(values); value == field.get(defaults))
            ini.remove(key(field));
        else
            ini.setValue(key(field), value);
    }
    ini.sync();
    if (ini.status() != QSettings::NoError)
        return std::unexpected(writeError(path));
    return {};
}

// The damaged file is kept for whoever wants to look into it.
void setAside(const QString &path)
{
    const QString bad = path + QLatin1String(".bad");
    QFile::remove(bad);
    QFile::rename(path, bad);
}

} // namespace

SettingsStore::SettingsStore(const QString &filePath, std::optional<QString> ollamaHost, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
    , m_ollamaHost(std::move(ollamaHost))
{
    // Nothing but blanks and quotes means unset to the engine's own program, too.
    const auto isFiller = [](QChar c) { return c.isSpace() || c == u'"' || c == u'\''; };
    if (m_ollamaHost && std::ranges::all_of(*m_ollamaHost, isFiller))
        m_ollamaHost.reset();
    load();
}

QUrl SettingsStore::serverUrl() const
{
    return m_ollamaHost ? base::serverUrlFromOllamaHost(*m_ollamaHost) : QUrl(m_values.baseUrl);
}

base::Result<void> SettingsStore::set(Key key, const QVariant &value)
{
    Settings values = m_values;
    if (const auto accepted = field(key).set(values, value); !accepted)
        return accepted;
    const bool isNew = values != m_values;
    m_values = values;
    const auto saved = save();
    if (isNew)
        Q_EMIT changed(key);
    return saved;
}

void SettingsStore::load()
{
    const QString spare = spareCopy(m_filePath);
    QString source = m_filePath;
    if (const auto readable = checkReadable(m_filePath); !readable) {
        m_loadError = readable.error();
        if (m_loadError->kind == Error::Kind::Damaged)
            setAside(m_filePath);
        source = spare;
    } else if (QFileInfo(m_filePath).exists() && QFileInfo(m_filePath).size() == 0) {
        source = spare; // emptied by a crash of the system
    }
    if (!checkReadable(source))
        return;
    const QStringList wrong = readInto(m_values, source);
    if (!wrong.isEmpty() && !m_loadError)
        m_loadError = Error{Error::Kind::Invalid, wrong.join(QLatin1String(", "))};
}

base::Result<void> SettingsStore::save()
{
    const QFileInfo info(m_filePath);
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QDir folder = info.absoluteDir();
    if (!folder.exists() &&
        !(folder.mkpath(QStringLiteral(".")) && QFile::setPermissions(folder.path(), ownerOnly)))
        return std::unexpected(writeError(m_filePath));
    if (const auto written = write(m_values, m_filePath); !written)
        return written;
    // Only a spare: the choice itself is safe, so its failure is no failure of this call.
    static_cast<void>(write(m_values, spareCopy(m_filePath)));
    return {};
}

} // namespace settings
