// What a model in a registry consists of, as the registry says it: layers, each a file that models share.
// Pure, and careful: a manifest and its layers come from whoever runs the registry. Used by Planner and by
// UpdateCheck.
#pragma once

#include "base/ModelName.h"

#include <QList>
#include <QStringList>
#include <QUrl>

namespace library {

// What a layer is for, as its media type says.
enum class LayerKind {
    Model, // weights
    Projector,
    Adapter,
    Template,
    System,
    Parameters, // of generation
    Messages,   // examples before the first question
    Licence,
    Configuration, // quantization, family, size; names all other layers
    Other,
};

struct Layer
{
    QString digest; // "sha256:" and 64 hex
    qint64 bytes = 0;
    LayerKind kind = LayerKind::Other;

    bool operator==(const Layer &) const = default;
};

// A larger one is refused: those of the largest models have some hundred kB.
inline constexpr qint64 maximumManifest = 1024 * 1024;
// A layer of text that is larger is not read.
inline constexpr qint64 maximumText = 64 * 1024;

// Each layer once, the configuration among them. Protocol: not such a manifest, a digest that is none, a size
// that no model has.
base::Result<QList<Layer>> parseManifest(const QByteArray &json);

// Where the registry has it. Plain HTTP to this very machine alone, as in a pull.
QUrl manifestUrl(const base::ModelName &name);
QUrl layerUrl(const base::ModelName &name, const QString &digest);

// "sha256:" and 64 hex.
QString layerDigest(const QByteArray &bytes);

// The digests (64 hex) under one of which an engine lists a model with exactly this manifest. It keeps a
// manifest in its own spelling (Go's encoding/json, fields in a fixed order), with a line feed at the end
// where it made the model itself. Only the first, of the bytes as they are, where the manifest cannot be
// spelled so.
QStringList listedDigests(const QByteArray &manifest);

// What the layers of parameters and of configuration say.
struct Configuration
{
    QString family;
    QString parameterSize; // "7.6B"
    QString quantization;  // "Q4_K_M"

    bool operator==(const Configuration &) const = default;
};
base::Result<Configuration> parseConfiguration(const QByteArray &json);
// A line each, sorted: "temperature 0.6", `stop "<|im_end|>"`; a list is a line for each of its values.
base::Result<QStringList> parseParameters(const QByteArray &json);
// One such line.
QString parameterLine(const QString &name, double value);
QString parameterLine(const QString &name, const QString &value);

} // namespace library
