// Asks the registry what it has under the name of an installed model, and the server what of it is there.
// Made by Updates, one a model.
//
// The manifest is read; and of the small layers of text that may differ, those the registry itself hands out.
// A registry that keeps its layers at another host points there, and that host is not asked: what they say is
// then not known before the update (UpdateFinding::textsError).
#pragma once

#include "backend/Backend.h"
#include "library/Fetch.h"
#include "library/UpdateDiff.h"

#include <QDateTime>
#include <QPointer>

namespace library {

struct UpdateFinding
{
    enum class Kind {
        UpToDate,
        Differs,       // in `diff`
        NotInRegistry, // it was made here, or is gone there
        NoRegistry,    // `error`: the registry could not be asked
        NoServer,      // `error`: the server in use did not tell what it has
    };
    Kind kind = Kind::UpToDate;
    QString host; // of the registry
    QDateTime time = {};
    UpdateDiff diff = {};
    base::Error error = {};
    std::optional<base::Error> textsError = {}; // why a text of the registry's is not known

    bool operator==(const UpdateFinding &) const = default;
};

// failed(): Invalid (no name of a model), Cancelled (also where another server is in use meanwhile).
class UpdateCheck : public base::Operation
{
    Q_OBJECT
public:
    // `layers` reads a layer of text; both outlive this.
    UpdateCheck(backend::Backend &backend, const Fetch &manifests, const Fetch &layers,
                const backend::ModelInfo &model, QObject *parent);

Q_SIGNALS:
    void finished(const library::UpdateFinding &finding);

protected:
    void stop() override { delete m_step; }

private:
    void askRegistry();
    void takeManifest(const QByteArray &json);
    void askDetails();
    void askServer(qsizetype at);
    void readTexts();
    void readText(qsizetype at);
    void takeText(const Layer &layer, const QByteArray &bytes);
    void conclude();
    void end(UpdateFinding::Kind kind, const base::Error &error = {});
    bool isServerSame();

    backend::Backend &m_backend;
    const Fetch &m_manifests;
    const Fetch &m_layers;
    const QUrl m_server;
    base::ModelName m_name;
    QPointer<base::Operation> m_step;
    InstalledState m_installed;
    RegistryState m_registry;
    QList<Layer> m_wanted; // texts
    UpdateFinding m_finding;
};

} // namespace library

Q_DECLARE_METATYPE(library::UpdateFinding)
