// What an installed model and another state of it, in the registry or kept beside it, have that the other has
// not. Pure; the first is made by UpdateCheck, both are shown by ui/library/UpdateView.
//
// What can be told. An engine lists a model with the digest of its own spelling of the manifest: where that
// is one of listedDigests(), both are the same, certainly. Where it is not, an engine may spell it in a way
// not known here, so the parts are compared. A part the server does not have (HEAD /api/blobs) is another
// one, certainly. A part it has may be there because of another model, so that alone says nothing: weights,
// projectors and adapters are compared by the digests in the modelfile, template and system prompt by the
// SHA-256 of their text, parameters by that of the JSON the engine writes for them, and where that is none,
// by their text from the registry.
//
// What cannot. Which layers a model has is not in the API. Message examples, several licences, a licence with
// control characters, and parameters written in another way and not read from the registry stay undecided
// where the server has the layer; if nothing else differs but the digest does, they are named as what may
// differ. A configuration that is there counts as the same: it names all other layers, so that what it says
// beyond them (renderer, parser) is missed where an update of only that was taken back. A model that was made
// here under a name the registry also knows differs from that.
#pragma once

#include "backend/Types.h"
#include "library/Manifest.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace library {

struct PartChange
{
    LayerKind part = LayerKind::Other;
    // Template, System and Parameters as they are now, and as they will be; empty = it has none.
    QString before = {};
    std::optional<QString> after = {}; // absent = not known, or no text

    bool operator==(const PartChange &) const = default;
};

// Both empty = not known or the same.
struct FactChange
{
    QString before;
    QString after;

    bool operator==(const FactChange &) const = default;
};

struct UpdateDiff
{
    QList<PartChange> changes; // a part once, in the order of LayerKind
    QList<LayerKind> undecided;
    FactChange quantization;
    FactChange parameterSize;
    FactChange family;
    qint64 bytesBefore = 0; // all layers
    qint64 bytesAfter = 0;
    QList<Layer> missing; // what the server does not have

    bool changesPart(LayerKind part) const;
    qint64 netBytes() const; // to be downloaded

    bool operator==(const UpdateDiff &) const = default;
};

// As the server tells it.
struct InstalledState
{
    backend::ModelInfo info;
    backend::ModelDetails details;
    QSet<QString> there = {}; // digests of those layers of the registry's that the server has
};

// As the registry tells it.
struct RegistryState
{
    QList<Layer> layers;
    QHash<QString, QByteArray> texts = {}; // by digest, of those that were read
};

// Those small layers without which the difference is not known or cannot be shown.
QList<Layer> textsToRead(const InstalledState &installed, const QList<Layer> &layers);

UpdateDiff updateDiff(const InstalledState &installed, const RegistryState &registry);

// Between two that are installed; nothing is missing then, and configuration and messages are not compared.
UpdateDiff installedDiff(const InstalledState &before, const InstalledState &after);

} // namespace library

Q_DECLARE_METATYPE(library::UpdateDiff)
