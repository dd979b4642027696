#include "library/UpdateDiff.h"

#include "base/Text.h"
#include "library/ShownParameters.h"

#include <QRegularExpression>
#include <QStringTokenizer>

#include <algorithm>
#include <array>

namespace library {

using namespace Qt::StringLiterals;

namespace {

constexpr auto templateOfNone = "{{ .Prompt }}"_L1; // what the engine takes where a model has none

// The files a modelfile names at its beginning, before any text of the model's own could look like it.
struct Files
{
    QString weights;
    QSet<QString> projectors;
    QSet<QString> adapters;

    bool operator==(const Files &) const = default;
};

Files filesOf(const QString &modelfile)
{
    static const QRegularExpression file(u"^(FROM|ADAPTER)\\s.*sha256[-:]([0-9a-f]{64})\\s*$"_s);
    Files files;
    for (const QStringView line : QStringTokenizer{modelfile, u'\n'}) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QRegularExpressionMatch match = file.match(line.toString());
        if (!match.hasMatch())
            break;
        const QString digest = u"sha256:"_s + match.captured(2);
        if (match.captured(1) == "ADAPTER"_L1)
            files.adapters.insert(digest);
        else if (files.weights.isEmpty())
            files.weights = digest;
        else
            files.projectors.insert(digest);
    }
    return files;
}

enum class Verdict { Same, Other, Undecided };

class Comparison
{
public:
    Comparison(const InstalledState &installed, const RegistryState &registry)
        : m_installed(installed)
        , m_registry(registry)
        , m_files(filesOf(installed.details.modelfile))
    {
    }

    Verdict verdict(LayerKind part) const
    {
        const backend::ModelDetails &details = m_installed.details;
        const std::optional<Layer> layer = last(part);
        const Verdict byPresence = isAllThere(part) ? Verdict::Same : Verdict::Other;
        switch (part) {
        case LayerKind::Model:
            if (byPresence == Verdict::Other || m_files.weights.isEmpty() || !layer)
                return byPresence;
            return layer->digest == m_files.weights ? Verdict::Same : Verdict::Other;
        case LayerKind::Projector:
            return files(part, m_files.projectors, byPresence);
        case LayerKind::Adapter:
            return files(part, m_files.adapters, byPresence);
        case LayerKind::Template:
            if (!layer && details.modelTemplate == templateOfNone)
                return Verdict::Same;
            return text(layer, details.modelTemplate);
        case LayerKind::System:
            return text(layer, details.systemPrompt);
        case LayerKind::Parameters:
            return parameters(layer, byPresence);
        case LayerKind::Messages:
            return layer && byPresence == Verdict::Same ? Verdict::Undecided : byPresence;
        case LayerKind::Licence:
            return licence(layer, byPresence);
        case LayerKind::Configuration:
        case LayerKind::Other:
            return byPresence;
        }
        return Verdict::Undecided;
    }

    // Of the kind that counts where there are several: the engine takes the last.
    std::optional<Layer> last(LayerKind part) const
    {
        std::optional<Layer> found;
        for (const Layer &layer : m_registry.layers) {
            if (layer.kind == part)
                found = layer;
        }
        return found;
    }

    // What was read of it; no layer = it has none.
    std::optional<QString> textAfter(LayerKind part) const
    {
        const std::optional<Layer> layer = last(part);
        if (!layer)
            return QString();
        const auto read = m_registry.texts.constFind(layer->digest);
        if (read == m_registry.texts.cend())
            return std::nullopt;
        if (part != LayerKind::Parameters)
            return base::displayText(QString::fromUtf8(*read));
        const base::Result<QStringList> lines = parseParameters(*read);
        return lines ? std::optional(lines->join(u'\n')) : std::nullopt;
    }

private:
    bool isAllThere(LayerKind part) const
    {
        return std::ranges::all_of(m_registry.layers, [&](const Layer &layer) {
            return layer.kind != part || m_installed.there.contains(layer.digest);
        });
    }

    QStringList digests(LayerKind part) const
    {
        QStringList found;
        for (const Layer &layer : m_registry.layers) {
            if (layer.kind == part)
                found.append(layer.digest);
        }
        return found;
    }

    Verdict files(LayerKind part, const QSet<QString> &own, Verdict byPresence) const
    {
        if (m_files.weights.isEmpty()) // then the modelfile names none
            return byPresence;
        const QStringList theirs = digests(part);
        return QSet<QString>(theirs.begin(), theirs.end()) == own ? Verdict::Same : Verdict::Other;
    }

    Verdict text(const std::optional<Layer> &layer, const QString &own) const
    {
        if (!layer)
            return own.isEmpty() ? Verdict::Same : Verdict::Other;
        if (layerDigest(own.toUtf8()) == layer->digest)
            return Verdict::Same;
        // What hides or disguises was taken out of our text, so that its hash may be another.
        return textAfter(layer->kind) == own ? Verdict::Same : Verdict::Other;
    }

    Verdict parameters(const std::optional<Layer> &layer, Verdict byPresence) const
    {
        const QString &own = m_installed.details.parameters;
        if (!layer)
            return own.isEmpty() ? Verdict::Same : Verdict::Other;
        if (areParametersOf(layer->digest, own))
            return Verdict::Same;
        if (const std::optional<QString> theirs = textAfter(layer->kind))
            return *theirs == shownParameters(own).join(u'\n') ? Verdict::Same : Verdict::Other;
        return byPresence == Verdict::Same ? Verdict::Undecided : Verdict::Other;
    }

    Verdict licence(const std::optional<Layer> &layer, Verdict byPresence) const
    {
        const QString &own = m_installed.details.licence;
        if (byPresence == Verdict::Other || own.isEmpty() || !layer)
            return own.isEmpty() && !layer ? Verdict::Same : Verdict::Other;
        const bool isSame =
            digests(LayerKind::Licence).size() == 1 && layerDigest(own.toUtf8()) == layer->digest;
        return isSame ? Verdict::Same : Verdict::Undecided;
    }

    const InstalledState &m_installed;
    const RegistryState &m_registry;
    Files m_files;
};

constexpr std::array parts{LayerKind::Model,    LayerKind::Projector, LayerKind::Adapter,
                           LayerKind::Template, LayerKind::System,    LayerKind::Parameters,
                           LayerKind::Messages, LayerKind::Licence,   LayerKind::Configuration,
                           LayerKind::Other};

bool isText(LayerKind part)
{
    return part == LayerKind::Template || part == LayerKind::System || part == LayerKind::Parameters;
}

QString textOf(LayerKind part, const backend::ModelDetails &details)
{
    switch (part) {
    case LayerKind::Template:
        return details.modelTemplate;
    case LayerKind::System:
        return details.systemPrompt;
    case LayerKind::Parameters:
        return shownParameters(details.parameters).join(u'\n');
    default:
        return {};
    }
}

FactChange factChange(const QString &before, const QString &after)
{
    return after.isEmpty() || before == after ? FactChange() : FactChange{before, after};
}

void takeFacts(UpdateDiff &diff, const backend::ModelInfo &before, const Configuration &after)
{
    diff.quantization = factChange(before.quantization, after.quantization);
    diff.parameterSize = factChange(before.parameterSize, after.parameterSize);
    diff.family = factChange(before.family, after.family);
}

} // namespace

bool UpdateDiff::changesPart(LayerKind part) const
{
    return std::ranges::find(changes, part, &PartChange::part) != changes.end();
}

qint64 UpdateDiff::netBytes() const
{
    qint64 bytes = 0;
    for (const Layer &layer : missing)
        bytes += layer.bytes;
    return bytes;
}

QList<Layer> textsToRead(const InstalledState &installed, const QList<Layer> &layers)
{
    const RegistryState unread{.layers = layers};
    const Comparison comparison(installed, unread);
    QList<Layer> wanted;
    for (const LayerKind part : parts) {
        const std::optional<Layer> layer = comparison.last(part);
        const bool isWanted = isText(part) || part == LayerKind::Configuration;
        if (layer && isWanted && layer->bytes <= maximumText && comparison.verdict(part) != Verdict::Same)
            wanted.append(*layer);
    }
    return wanted;
}

UpdateDiff updateDiff(const InstalledState &installed, const RegistryState &registry)
{
    UpdateDiff diff;
    const Comparison comparison(installed, registry);
    for (const LayerKind part : parts) {
        const Verdict verdict = comparison.verdict(part);
        if (verdict == Verdict::Undecided)
            diff.undecided.append(part);
        if (verdict != Verdict::Other)
            continue;
        diff.changes.append({.part = part,
                             .before = textOf(part, installed.details),
                             .after = isText(part) ? comparison.textAfter(part) : std::nullopt});
    }
    // What a person notices says it; that the list of parts differs then goes without saying.
    if (diff.changes.size() > 1)
        diff.changes.removeIf([](const PartChange &one) { return one.part == LayerKind::Configuration; });
    diff.bytesBefore = installed.info.sizeBytes;
    for (const Layer &layer : registry.layers) {
        diff.bytesAfter += layer.bytes;
        if (!installed.there.contains(layer.digest))
            diff.missing.append(layer);
    }
    if (const std::optional<Layer> layer = comparison.last(LayerKind::Configuration)) {
        if (const auto said = parseConfiguration(registry.texts.value(layer->digest)))
            takeFacts(diff, installed.info, *said);
    }
    return diff;
}

UpdateDiff installedDiff(const InstalledState &before, const InstalledState &after)
{
    UpdateDiff diff;
    const Files was = filesOf(before.details.modelfile);
    const Files is = filesOf(after.details.modelfile);
    const auto add = [&diff](LayerKind part, bool isOther) {
        if (isOther)
            diff.changes.append({.part = part});
    };
    add(LayerKind::Model, was.weights != is.weights);
    add(LayerKind::Projector, was.projectors != is.projectors);
    add(LayerKind::Adapter, was.adapters != is.adapters);
    for (const LayerKind part : {LayerKind::Template, LayerKind::System, LayerKind::Parameters}) {
        const QString then = textOf(part, before.details);
        const QString now = textOf(part, after.details);
        if (then != now)
            diff.changes.append({.part = part, .before = then, .after = now});
    }
    add(LayerKind::Licence, before.details.licence != after.details.licence);
    takeFacts(diff, before.info, {after.info.family, after.info.parameterSize, after.info.quantization});
    diff.bytesBefore = before.info.sizeBytes;
    diff.bytesAfter = after.info.sizeBytes;
    return diff;
}

} // namespace library
