#include "settings/SettingsStore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

namespace settings {
namespace {

using base::Error;

// Far above what every key at its limit takes; a larger file is not ours.
constexpr qint64 fileSizeLimit = 4 * 1024 * 1024;

QString key(const Field &field)
{
    return QString::fromLatin1(field.name);
}

QString fileKey(const Field &field)
{
    return QLatin1String("importedFrom/") + key(field);
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

// The damaged file is kept for whoever wants to look into it.
void setAside(const QString &path)
{
    const QString bad = path + QLatin1String(".bad");
    QFile::remove(bad);
    QFile::rename(path, bad);
}

} // namespace

SettingsStore::SettingsStore(const QString &filePath, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
{
    load();
    m_inUse = m_values;
}

void SettingsStore::setEnvironment(const Environment &environment)
{
    m_environment = environment.settings;
    m_leftOut = environment.complaints;
    m_inUse = withEnvironment(m_values);
}

// What is not allowed is left out, as in a file.
Settings SettingsStore::withEnvironment(Settings values) const
{
    for (const EnvironmentSetting &setting : m_environment)
        static_cast<void>(field(setting.key).set(values, setting.value));
    return values;
}

QVariant SettingsStore::retired(const QString &name) const
{
    return m_loadedFrom.isEmpty() ? QVariant() : QSettings(m_loadedFrom, QSettings::IniFormat).value(name);
}

base::Result<void> SettingsStore::set(Key key, const QVariant &value)
{
    Settings values = m_values;
    if (const auto accepted = field(key).set(values, value); !accepted)
        return accepted;
    Files files = m_files;
    files.erase(key);
    return keep(values, files, {key});
}

base::Result<void> SettingsStore::importFrom(const QString &file, const QList<EnvironmentSetting> &imported)
{
    Settings values = m_values;
    Files files = m_files;
    QList<Key> keys;
    for (const EnvironmentSetting &setting : imported) {
        if (const auto accepted = field(setting.key).set(values, setting.value); !accepted)
            return accepted;
        files[setting.key] = file;
        keys.append(setting.key);
    }
    return keep(values, files, keys);
}

base::Result<void> SettingsStore::keep(const Settings &values, const Files &files, const QList<Key> &keys)
{
    m_values = values;
    const Settings before = std::exchange(m_inUse, withEnvironment(values));
    const Files filesBefore = std::exchange(m_files, files);
    const auto saved = save();
    for (const Key key : keys) {
        const auto file = [key](const Files &in) {
            const auto found = in.find(key);
            return found == in.end() ? QString() : found->second;
        };
        if (field(key).get(before) != field(key).get(m_inUse) || file(filesBefore) != file(files))
            Q_EMIT changed(key);
    }
    return saved;
}

Origin SettingsStore::origin(Key key) const
{
    const auto named = std::ranges::find(m_environment, key, &EnvironmentSetting::key);
    if (named != m_environment.end())
        return {Origin::Kind::Environment, named->name};
    if (const auto file = m_files.find(key); file != m_files.end())
        return {Origin::Kind::File, file->second};
    const bool isDefault = field(key).get(m_values) == field(key).get(Settings{});
    return {isDefault ? Origin::Kind::Default : Origin::Kind::Saved, {}};
}

// Returns the names of keys whose values are not allowed; those keep their defaults.
QStringList SettingsStore::readInto(Settings &values, Files &files, const QString &path)
{
    QStringList wrong;
    QSettings ini(path, QSettings::IniFormat);
    for (const Field &field : fields()) {
        if (ini.contains(key(field)) && !field.set(values, ini.value(key(field))))
            wrong.append(key(field));
        else if (const QString file = ini.value(fileKey(field)).toString(); !file.isEmpty())
            files[field.key] = file;
    }
    return wrong;
}

base::Result<void> SettingsStore::write(const Settings &values, const Files &files, const QString &path)
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
        if (const auto from = files.find(field.key); from != files.end())
            ini.setValue(fileKey(field), from->second);
        else
            ini.remove(fileKey(field));
    }
    ini.sync();
    if (ini.status() != QSettings::NoError)
        return std::unexpected(writeError(path));
    return {};
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
    m_loadedFrom = source;
    const QStringList wrong = readInto(m_values, m_files, source);
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
    if (const auto written = write(m_values, m_files, m_filePath); !written)
        return written;
    // Only a spare: the choice itself is safe, so its failure is no failure of this call.
    static_cast<void>(write(m_values, m_files, spareCopy(m_filePath)));
    return {};
}

} // namespace settings
