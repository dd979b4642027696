// Settings on disk (an INI file in the platform's configuration folder, 0600), loaded once, written at each
// change. A damaged file is kept as "<name>.bad" and the last good copy, else the defaults, are used.
#pragma once

#include "settings/Environment.h"
#include "settings/Settings.h"

#include <QObject>

#include <map>

namespace settings {

// Where a value that is in use comes from, the strongest last: the environment counts before a file, a file
// before what was set here, that before the default.
struct Origin
{
    enum class Kind { Default, Saved, File, Environment };

    Kind kind = Kind::Default;
    QString from; // File: the .env file's path; Environment: the variable's name

    bool operator==(const Origin &) const = default;
};

class SettingsStore : public QObject
{
    Q_OBJECT
public:
    explicit SettingsStore(const QString &filePath, QObject *parent = nullptr);

    QString filePath() const { return m_filePath; }
    // What is in use.
    const Settings &values() const { return m_inUse; }
    // What the environment of this program says (processEnvironment()), which counts before everything else
    // and is never written. To be called before anybody asks.
    void setEnvironment(const Environment &environment);
    // What of it cannot be used, to be told; all of it, not only what concerns settings.
    const QList<EnvironmentComplaint> &leftOut() const { return m_leftOut; }

    // What an older version kept under a name that is in the table no more; invalid where it kept nothing.
    QVariant retired(const QString &name) const;

    // Validates, keeps and writes one value; it is in use once the environment does not name it any more.
    // Invalid: nothing changed. Storage/NoSpace/ReadOnly: the value holds until the program ends, but is not
    // on disk, and the old file is untouched.
    base::Result<void> set(Key key, const QVariant &value);
    // The same for the values of a .env file; set() later takes such a value's place.
    base::Result<void> importFrom(const QString &file, const QList<EnvironmentSetting> &values);

    Origin origin(Key key) const;

    // What went wrong while loading, once, for a notice; absent where all was well.
    std::optional<base::Error> loadError() const { return m_loadError; }

Q_SIGNALS:
    void changed(settings::Key key);

private:
    using Files = std::map<Key, QString>; // the .env file a value was taken over from

    Settings withEnvironment(Settings values) const;
    base::Result<void> keep(const Settings &values, const Files &files, const QList<Key> &keys);
    void load();
    base::Result<void> save();
    static base::Result<void> write(const Settings &values, const Files &files, const QString &path);
    static QStringList readInto(Settings &values, Files &files, const QString &path);

    QString m_filePath;
    QString m_loadedFrom; // the file or its spare
    QList<EnvironmentSetting> m_environment;
    QList<EnvironmentComplaint> m_leftOut;
    Settings m_values; // what was chosen
    Settings m_inUse;
    Files m_files;
    std::optional<base::Error> m_loadError;
};

} // namespace settings
