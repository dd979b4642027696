// Settings on disk (an INI file in the platform's configuration folder, 0600), loaded once, written at each
// change. A damaged file is kept as "<name>.bad" and the last good copy, else the defaults, are used.
#pragma once

#include "settings/Settings.h"

#include <QObject>
#include <QUrl>

namespace settings {

class SettingsStore : public QObject
{
    Q_OBJECT
public:
    // `ollamaHost`: the environment's OLLAMA_HOST, absent where it is not set.
    SettingsStore(const QString &filePath, std::optional<QString> ollamaHost, QObject *parent = nullptr);

    const Settings &values() const { return m_values; }

    // Where requests go: OLLAMA_HOST where it is set (as for the engine's own program), else baseUrl.
    QUrl serverUrl() const;
    bool isServerUrlFromEnvironment() const { return m_ollamaHost.has_value(); }

    // Validates, keeps and writes one value. Invalid: nothing changed. Storage/NoSpace/ReadOnly: the value
    // holds until the program ends, but is not on disk, and the old file is untouched.
    base::Result<void> set(Key key, const QVariant &value);

    // What went wrong while loading, once, for a notice; absent where all was well.
    std::optional<base::Error> loadError() const { return m_loadError; }

Q_SIGNALS:
    void changed(settings::Key key);

private:
    void load();
    base::Result<void> save();

    QString m_filePath;
    std::optional<QString> m_ollamaHost;
    Settings m_values;
    std::optional<base::Error> m_loadError;
};

} // namespace settings
