// The measurements of how fast models ran here, kept in a small file, the oldest of a model going first.
// Names, numbers and times alone: nothing of what was asked or answered. Owned by the composition root; fed
// by ui::AnswerSpeeds and SpeedMeasure, read by ui/library.
#pragma once

#include "base/Error.h"
#include "library/Speed.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace library {

class SpeedRecord : public QObject
{
    Q_OBJECT
public:
    // Of one model at one server.
    static constexpr qsizetype mostOfOne = 200;

    // `path`: where it is kept; empty = not on disk. One that cannot be read is begun anew at the next
    // measurement.
    explicit SpeedRecord(const QString &path = {}, QObject *parent = nullptr);
    // What is not written yet is written.
    ~SpeedRecord() override;

    // base::origin() of the one in use, and its version.
    void setServer(const QString &server, const QString &engine);
    const QString &server() const { return m_server; }

    // One of the server in use, of now: where and when are filled in, and what is out of all bounds counts as
    // not told. Not kept where nothing is left, or where the model has no digest. On disk within two seconds.
    void add(SpeedMeasurement measurement);
    // All there is of the model with this digest at the server in use, also of what had its name before,
    // which would show itself in its place; from the disk at once.
    void forget(const QString &digest);
    // Of all models at all servers.
    void forgetAll();
    // Of all servers, the oldest first.
    const QList<SpeedMeasurement> &measurements() const { return m_measurements; }

    // Why the file could not be read, or not be written the last time.
    std::optional<base::Error> error() const { return m_error; }

Q_SIGNALS:
    void changed(); // measurements(), server() or error()

private:
    bool take(const QStringList &words);
    void forgetOldest(const SpeedMeasurement &added);
    void forgetIf(const std::function<bool(const SpeedMeasurement &)> &isForgotten);
    void save();

    QString m_path;
    QString m_server;
    QString m_engine;
    QList<SpeedMeasurement> m_measurements;
    std::optional<base::Error> m_error;
    QTimer m_soon; // not in the moment an answer ends
};

} // namespace library
