#include "library/Fitter.h"

#include "base/AtomicFile.h"
#include "library/ModelDigest.h"
#include "library/WordLines.h"

#include <algorithm>
#include <cstdlib>

namespace library {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr qsizetype mostMeasured = 500;
constexpr qsizetype mostServers = 100;
constexpr qint64 largestMemory = 1'000'000'000'000'000;
constexpr qint64 longestContext = 1'000'000'000;

// What a server says may be anything.
qint64 bounded(qint64 value, qint64 most)
{
    return value < 0 || value > most ? 0 : value;
}

} // namespace

Fitter::Fitter(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_error = readWordLines(path, largestFile, [this](const QStringList &words) { return take(words); });
}

void Fitter::setServer(const QString &server, const base::Machine &machine)
{
    if (m_server == server && m_machine == machine)
        return;
    m_server = server;
    m_machine = machine;
    Q_EMIT changed();
}

base::Machine Fitter::machine() const
{
    if (m_machine.knowledge != base::Machine::Knowledge::None)
        return m_machine;
    const auto seen = m_seen.constFind(m_server);
    if (seen == m_seen.cend())
        return m_machine;
    base::Machine learned = m_machine;
    learned.knowledge = base::Machine::Knowledge::AtLeast;
    learned.memoryBytes = seen->memory;
    learned.cardBytes = seen->card;
    return learned;
}

void Fitter::setSettings(const base::RunSettings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    Q_EMIT changed();
}

void Fitter::learn(const InstalledModels &models)
{
    if (m_server.isEmpty())
        return;
    Seen now;
    bool isNews = false;
    for (const backend::LoadedModel &loaded : models.loaded()) {
        const qint64 memory = bounded(loaded.memoryBytes, largestMemory);
        const qint64 card = std::min(bounded(loaded.gpuMemoryBytes, largestMemory), memory);
        now.memory += memory - card;
        now.card += card;
        const backend::ModelInfo *model = models.find(loaded.name);
        if (model && isModelDigest(model->digest) && memory > 0 && loaded.contextLength > 0)
            isNews |= note({m_server, model->digest, bounded(loaded.contextLength, longestContext), memory});
    }
    Seen &most = m_seen[m_server];
    const Seen before = most;
    most = {std::max(most.memory, now.memory), std::max(most.card, now.card)};
    if (!isNews && most == before)
        return;
    save();
    Q_EMIT changed();
}

bool Fitter::note(const Measured &measured)
{
    const auto same = std::ranges::find_if(m_measured, [&](const Measured &one) {
        return one.server == measured.server && one.digest == measured.digest &&
               one.context == measured.context;
    });
    if (same != m_measured.end()) {
        if (*same == measured)
            return false;
        m_measured.erase(same);
    }
    m_measured.prepend(measured);
    m_measured.resize(std::min(m_measured.size(), mostMeasured));
    return true;
}

const Fitter::Measured *Fitter::find(const CatalogueEntry &entry, qint64 context,
                                     const backend::ModelInfo *installed) const
{
    const QString digest = installed ? installed->digest : entry.libraryId;
    const Measured *nearest = nullptr;
    for (const Measured &one : m_measured) {
        if (digest.isEmpty() || one.server != m_server || !one.digest.startsWith(digest))
            continue;
        if (!nearest || std::abs(one.context - context) < std::abs(nearest->context - context))
            nearest = &one;
    }
    return nearest;
}

Fit Fitter::of(const CatalogueEntry &entry, qint64 context, const backend::ModelInfo *installed) const
{
    base::RunSettings settings = m_settings;
    if (context > 0)
        settings.context = context;
    if (entry.contextTokens > 0)
        settings.context = std::min(settings.context, entry.contextTokens);
    const Measured *measured = find(entry, settings.context, installed);
    const MemoryNeeds needs = measured ? withMeasured(entry, settings, measured->memory, measured->context)
                                       : estimatedNeeds(entry, settings);
    return fitOf(needs, machine(), installed ? 0 : entry.downloadBytes, entry.architecture.layers);
}

// "server ORIGIN memory card" or "model ORIGIN DIGEST context memory"
bool Fitter::take(const QStringList &words)
{
    const auto count = [&words](qsizetype at, qint64 most) {
        return bounded(words.value(at).toLongLong(), most);
    };
    if (words.size() == 4 && words.first() == "server"_L1) {
        m_seen.insert(words.at(1), {count(2, largestMemory), count(3, largestMemory)});
        return true;
    }
    const Measured measured{words.value(1), words.value(2), count(3, longestContext),
                            count(4, largestMemory)};
    if (words.size() != 5 || words.first() != "model"_L1 || measured.context == 0 || measured.memory == 0)
        return false;
    if (m_measured.size() < mostMeasured)
        m_measured.append(measured);
    return true;
}

void Fitter::save()
{
    if (m_path.isEmpty())
        return;
    QString text;
    qsizetype servers = 0;
    for (auto seen = m_seen.cbegin(); seen != m_seen.cend() && servers < mostServers; ++seen, ++servers)
        text += u"server %1 %2 %3\n"_s.arg(seen.key()).arg(seen->memory).arg(seen->card);
    for (const Measured &one : m_measured)
        text += u"model %1 %2 %3 %4\n"_s.arg(one.server, one.digest).arg(one.context).arg(one.memory);
    const base::Result<void> written = base::writeAllAtomic(m_path, text.toUtf8());
    m_error = written ? std::nullopt : std::optional(written.error());
}

} // namespace library
