// What FolderMove needs of an engine, for tests: does as it is told, or not, and writes down what it was
// told.
#pragma once

#include "library/EngineFolder.h"

#include <QStringList>

#include <optional>

namespace support {

class FakeEngineFolder : public library::EngineFolder
{
public:
    Keeper keeper() const override { return whose; }
    Busy busy() const override { return work; }
    bool accepts(const QString &folder) const override { return folder != refused; }
    void stop() override
    {
        told.append(QStringLiteral("stop"));
        QMetaObject::invokeMethod(this, &EngineFolder::stopped, Qt::QueuedConnection);
    }
    void tryWith(const QString &folder) override
    {
        told.append(QStringLiteral("try ") + folder);
        if (startError)
            QMetaObject::invokeMethod(this, [this] { Q_EMIT failed(*startError); }, Qt::QueuedConnection);
    }
    void startAsBefore() override { told.append(QStringLiteral("as before")); }
    base::Result<void> keep(const QString &folder) override
    {
        told.append(QStringLiteral("keep ") + folder);
        return keeping;
    }
    void setWork(Busy busy)
    {
        work = busy;
        Q_EMIT changed();
    }

    Keeper whose = Keeper::Ours;
    Busy work = Busy::Nothing;
    std::optional<base::Error> startError;
    base::Result<void> keeping;
    QString refused;
    QStringList told;
};

} // namespace support
