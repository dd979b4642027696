// Which installed models the registry has in another state, as far as it was asked: only when the person
// wants it, for one model or for all, two at a time; kept until the program ends or another server is in use.
// Owned by the composition root; shown by ui/library.
#pragma once

#include "library/InstalledModels.h"
#include "library/UpdateCheck.h"

namespace library {

class Updates : public QObject
{
    Q_OBJECT
public:
    // `layers` reads layers of at most maximumText.
    Updates(backend::Backend &backend, InstalledModels &installed, Fetch manifests, Fetch layers,
            QObject *parent = nullptr);
    ~Updates() override;

    // Whether checkAll() asks about it: it is from the usual registry or from one on the server's own
    // machine, runs on the server, and is not the old state of another one.
    static bool isAskedWithAll(const QString &model);

    void checkAll();
    void check(const QString &model); // whichever registry its name says
    void cancel();                    // what was found stays
    // The server was replaced: forget everything.
    void clear();

    bool isChecking() const { return !m_running.isEmpty() || !m_waiting.isEmpty(); }
    bool isChecking(const QString &model) const;
    // Of the checks since the last began while none ran.
    int asked() const { return m_asked; }
    int answered() const { return m_answered; }

    // As long as the model is what it was; nullptr = not known.
    const UpdateFinding *finding(const QString &model) const;
    bool differs(const QString &model) const;
    QStringList outdated() const; // those that differ, as listed
    qint64 netBytes() const;      // of them together, a layer they share counted once
    int count(UpdateFinding::Kind kind) const;
    QDateTime lastChecked() const { return m_lastChecked; } // invalid = nothing was asked yet

Q_SIGNALS:
    void changed(const QString &model); // isChecking(model) or finding(model)
    void progressed();                  // isChecking(), asked(), answered() or lastChecked()

private:
    struct Found
    {
        backend::ModelInfo model; // what was asked about
        UpdateFinding finding;
    };
    void ask(const QStringList &models);
    void startNext();
    void start(const QString &model);
    void end(const QString &model);
    void forgetChanged();

    backend::Backend &m_backend;
    InstalledModels &m_installed;
    const Fetch m_manifests;
    const Fetch m_layers;
    QStringList m_waiting;
    QHash<QString, UpdateCheck *> m_running;
    QHash<QString, Found> m_found;
    QDateTime m_lastChecked;
    int m_asked = 0;
    int m_answered = 0;
};

} // namespace library
