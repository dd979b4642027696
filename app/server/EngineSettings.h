// What our own engine is started with, on disk: its program where the person chose one, and its environment,
// as NAME=value lines in a file of the configuration folder, 0600, read once, written at each change. Owned
// by ui::Core.
#pragma once

#include "server/EngineEnvironment.h"

#include <QObject>

namespace server {

class EngineSettings : public QObject
{
    Q_OBJECT
public:
    explicit EngineSettings(const QString &filePath, QObject *parent = nullptr);

    const EngineEnvironment &environment() const { return m_environment; }

    // Checks, keeps and writes one value; empty = not set. Invalid: nothing changed.
    // Storage/NoSpace/ReadOnly: it holds until the program ends, but is not on disk, and the old file is
    // untouched.
    base::Result<void> set(EngineVariable variable, QStringView typed);

    // Where models are kept; need not exist yet.
    QString modelsFolder() const;

    // The engine's program; empty = LocalEngine looks for it. As set() otherwise; Invalid: no whole path.
    QString program() const { return m_program; }
    base::Result<void> setProgram(const QString &path);

    // Lines of the file that were not understood; they are kept in "<name>.bad" when the file is written
    // next.
    const QStringList &ignoredLines() const { return m_ignoredLines; }
    // The file is there and could not be read.
    const std::optional<base::Error> &loadError() const { return m_loadError; }

Q_SIGNALS:
    void changed();

private:
    void load();
    void take(const QString &line);
    base::Result<void> save();

    QString m_filePath;
    QString m_program;
    EngineEnvironment m_environment;
    QStringList m_ignoredLines;
    std::optional<base::Error> m_loadError;
};

} // namespace server
