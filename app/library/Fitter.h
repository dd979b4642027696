// Judges for the server in use whether models fit: what is known of its machine, how models are run there,
// and what each was measured to take. Measurements and what they tell of another machine are kept in a small
// file, by server and digest, newest first. Owned by the composition root, which says what the machine is;
// read by ui/library.
#pragma once

#include "library/Fit.h"
#include "library/InstalledModels.h"

namespace library {

class Fitter : public QObject
{
    Q_OBJECT
public:
    // `path`: where it is kept; empty = not on disk. One that cannot be read is begun anew at the next
    // measurement.
    explicit Fitter(const QString &path = {}, QObject *parent = nullptr);

    // base::origin() of the one in use, and what is known of its machine beforehand.
    void setServer(const QString &server, const base::Machine &machine);
    // With what its measurements taught, where nothing else is known.
    base::Machine machine() const;

    // Where nobody says otherwise.
    void setSettings(const base::RunSettings &settings);
    const base::RunSettings &settings() const { return m_settings; }

    // What the server has in its memory now.
    void learn(const InstalledModels &models);

    // With a context of so many tokens, 0 = that of settings(). `installed`: the model as it is there; null =
    // it would have to be downloaded.
    Fit of(const CatalogueEntry &entry, qint64 context, const backend::ModelInfo *installed) const;

    // Why the file could not be read, or not be written the last time.
    std::optional<base::Error> error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    struct Measured
    {
        QString server;
        QString digest;
        qint64 context = 0;
        qint64 memory = 0;

        bool operator==(const Measured &) const = default;
    };
    // The most that was in use at one time.
    struct Seen
    {
        qint64 memory = 0; // beside the card
        qint64 card = 0;

        bool operator==(const Seen &) const = default;
    };

    bool note(const Measured &measured);
    const Measured *find(const CatalogueEntry &entry, qint64 context,
                         const backend::ModelInfo *installed) const;
    bool take(const QStringList &words);
    void save();

    QString m_path;
    QString m_server;
    base::Machine m_machine;
    base::RunSettings m_settings;
    QList<Measured> m_measured;
    QHash<QString, Seen> m_seen; // by server
    std::optional<base::Error> m_error;
};

} // namespace library
