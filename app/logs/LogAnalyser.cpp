#include "logs/LogAnalyser.h"

#include "base/GoDuration.h"
#include "logs/ShownLine.h"

#include <algorithm>
#include <bit>

namespace logs {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t slowLoad = 20 * second;
// A request a page may not make is refused before anything is done for it.
constexpr std::int64_t atOnce = 1'000'000;
constexpr WallTime soonAgain = 30'000; // ms
constexpr std::size_t mostRequests = 200;
constexpr std::size_t mostModels = 256;
constexpr std::size_t keptBytes = 4096;
constexpr std::string_view others = "  0 "sv; // the key of the rest; no method looks like this

bool needsModel(std::string_view path)
{
    static constexpr std::array paths{"/api/chat"sv,       "/api/generate"sv, "/api/embed"sv,
                                      "/api/embeddings"sv, "/api/show"sv,     "/v1/chat/completions"sv,
                                      "/v1/completions"sv, "/v1/embeddings"sv};
    return std::ranges::find(paths, path) != paths.end();
}

// Paths that name something different each time are one endpoint.
std::string_view endpoint(std::string_view path)
{
    static constexpr std::array folders{"/api/blobs/"sv, "/v1/models/"sv, "/api/user/keys/"sv};
    for (const std::string_view folder : folders)
        if (path.starts_with(folder))
            return folder;
    return path.substr(0, 100);
}

// What follows `words`, which are in any case, up to one of `ends`.
std::string_view after(std::string_view text, std::string_view words, std::string_view ends)
{
    const auto equal = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
    const auto found = std::ranges::search(text, words, equal);
    if (found.empty())
        return {};
    text.remove_prefix(static_cast<std::size_t>(found.end() - text.begin()));
    return text.substr(0, text.find_first_of(ends));
}

QString asText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

void LogAnalyser::add(std::string_view bytes)
{
    m_bytes += static_cast<qint64>(bytes.size());
    m_cutter.add(bytes, [this](std::string_view line) { takeLine(line); });
}

void LogAnalyser::takeLine(std::string_view bytes)
{
    ++m_lines;
    const LogLine line = m_parser.parse(bytes);
    if (line.form != LineForm::Engine)
        ++m_recognized;
    if (line.time != noTime) {
        m_now = line.time;
        m_first = m_first == noTime ? m_now : std::min(m_first, m_now);
        m_last = std::max(m_last, m_now);
        m_timeline.cover(m_now);
    }
    std::optional<Kind> kind;
    if (line.form == LineForm::Access) {
        countRequest(line);
        kind = kindOfAccess(line);
    } else if (line.form != LineForm::Routes && !line.isDebug) {
        kind = kindOfWords(line);
    }
    if (kind)
        count(*kind, line);
}

std::optional<Kind> LogAnalyser::kindOfAccess(const LogLine &line)
{
    if (line.status == 404 && needsModel(line.path))
        return Kind::MissingModel;
    if (line.status == 403 && line.nanoseconds < atOnce)
        return Kind::Origin;
    if (line.status == 503)
        return Kind::Busy;
    if (line.status >= 500)
        return Kind::ServerError;
    return std::nullopt;
}

std::optional<Kind> LogAnalyser::kindOfWords(const LogLine &line)
{
    Found found = findIn(line.text);
    // Facts about the model, among them texts of its maker.
    if (found == 0 || line.text.starts_with("llama_model_loader: - kv"sv))
        return std::nullopt;
    const auto has = [found](Clue clue) { return (found & bit(clue)) != 0; };
    if (has(Clue::Listening))
        noteListening(line.text);
    if (has(Clue::StartedIn))
        return kindOfStart(line);
    if (has(Clue::StartingRunner))
        return isThrash(line) ? std::optional(Kind::Thrash) : std::nullopt;
    // The server talks to its own runner through the network as well.
    if (has(Clue::WeakNetwork) && !has(Clue::Loopback))
        found |= bit(Kind::Network);
    if (has(Clue::Running) && line.text.starts_with("goroutine "sv))
        found |= bit(Kind::Crash);
    if (has(Clue::InferenceCompute) && has(Clue::LibraryCpu))
        found |= bit(Kind::Gpu);
    found &= bit(static_cast<Kind>(kindCount)) - 1;
    if (found == 0)
        return std::nullopt;
    m_recognized += line.form == LineForm::Engine;
    return static_cast<Kind>(std::countr_zero(found));
}

// "llama runner started in 29.96 seconds"
std::optional<Kind> LogAnalyser::kindOfStart(const LogLine &line)
{
    const std::string_view seconds = after(line.text, " started in "sv, " \""sv);
    const std::int64_t span = base::goDuration(std::string(seconds) + 's');
    std::string start = std::to_string(line.time) + ' ' + std::string(seconds);
    if (span < 0 || start == m_lastStart)
        return std::nullopt;
    m_lastStart = std::move(start);
    m_loads.add(span);
    return span > slowLoad ? std::optional(Kind::SlowLoad) : std::nullopt;
}

bool LogAnalyser::isThrash(const LogLine &line)
{
    const std::string_view model = after(line.text, "--model "sv, " \"\\"sv);
    if (model.empty() || line.time == noTime)
        return false;
    const auto known = m_runnerStarts.find(model);
    if (known == m_runnerStarts.end()) {
        if (m_runnerStarts.size() >= mostModels)
            m_runnerStarts.clear();
        m_runnerStarts.emplace(model, line.time);
        return false;
    }
    const WallTime since = line.time - std::exchange(known->second, line.time);
    return since >= 0 && since <= soonAgain;
}

void LogAnalyser::noteListening(std::string_view text)
{
    // Listening on 127.0.0.1:11434 (version 0.17.4)
    const std::string_view address = after(text, "listening on "sv, " \""sv);
    const std::string_view version = after(text, "(version "sv, ")"sv);
    if (address.empty() || version.empty())
        return;
    m_listening = address.substr(0, 300);
    m_version = version.substr(0, 100);
}

void LogAnalyser::countRequest(const LogLine &line)
{
    const std::string_view path = endpoint(line.path);
    std::array<char, 160> key{};
    std::size_t size = 0;
    const auto append = [&](std::string_view part) {
        size += part.copy(key.data() + size, key.size() - size);
    };
    append(line.method.substr(0, 16));
    const std::array<char, 5> status{' ', static_cast<char>('0' + line.status / 100),
                                     static_cast<char>('0' + line.status / 10 % 10),
                                     static_cast<char>('0' + line.status % 10), ' '};
    append({status.data(), status.size()});
    append(path);
    auto row = m_requests.find(std::string_view(key.data(), size));
    if (row == m_requests.end()) {
        const std::string_view name =
            m_requests.size() < mostRequests ? std::string_view(key.data(), size) : others;
        row = m_requests.try_emplace(std::string(name)).first;
    }
    row->second.add(line.nanoseconds);
}

void LogAnalyser::count(Kind kind, const LogLine &line)
{
    Seen &seen = m_seen[static_cast<std::size_t>(kind)];
    if (m_now != noTime) {
        seen.first = seen.first == noTime ? m_now : std::min(seen.first, m_now);
        seen.last = std::max(seen.last, m_now);
        m_timeline.add(kind, m_now);
    }
    const std::string_view text = line.text.substr(0, keptBytes);
    const auto number = static_cast<std::size_t>(seen.count++);
    if (number < keptFirst + keptLast) {
        seen.samples.push_back({m_lines, m_now, std::string(text)});
        return;
    }
    Kept &kept = seen.samples[keptFirst + (number - keptFirst) % keptLast];
    kept.line = m_lines;
    kept.time = m_now;
    kept.text.assign(text);
}

Problem LogAnalyser::problem(Kind kind) const
{
    const Seen &seen = m_seen[static_cast<std::size_t>(kind)];
    Problem result{.kind = kind,
                   .count = seen.count,
                   .first = seen.first,
                   .last = seen.last,
                   .timeline = {},
                   .samples = {},
                   .omitted = seen.count - static_cast<qint64>(seen.samples.size())};
    for (const std::uint32_t number : m_timeline.counts(kind))
        result.timeline.append(number);
    for (const Kept &kept : seen.samples)
        result.samples.append({kept.line, kept.time, shownLine(kept.text)});
    std::ranges::sort(result.samples, {}, &LogSample::line); // the ring began somewhere
    return result;
}

QList<RequestGroup> LogAnalyser::requests() const
{
    QList<RequestGroup> groups;
    for (const auto &[key, latencies] : m_requests) {
        RequestGroup group{.method = {},
                           .path = {},
                           .status = 0,
                           .count = latencies.count(),
                           .medianNs = latencies.percentile(50),
                           .p95Ns = latencies.percentile(95),
                           .longestNs = latencies.longest()};
        if (key != others) {
            const std::size_t blank = key.find(' ');
            group.method = shownLine(std::string_view(key).substr(0, blank));
            group.status = asText(std::string_view(key).substr(blank + 1, 3)).toInt();
            group.path = shownLine(std::string_view(key).substr(blank + 5));
        }
        groups.append(group);
    }
    std::ranges::sort(groups, [](const RequestGroup &a, const RequestGroup &b) {
        return std::tuple(-a.count, a.path, a.method, a.status) <
               std::tuple(-b.count, b.path, b.method, b.status);
    });
    return groups;
}

LogReport LogAnalyser::finish()
{
    m_cutter.finish([this](std::string_view line) { takeLine(line); });
    LogReport report{
        .bytes = m_bytes,
        .lines = m_lines,
        .recognized = m_recognized,
        .first = m_first,
        .last = m_last,
        .timelineStart = m_timeline.start(),
        .slotMilliseconds = m_timeline.slotMilliseconds(),
        .version = shownLine(m_version),
        .listening = shownLine(m_listening),
        .problems = {},
        .requests = requests(),
        .loads = {m_loads.count(), m_loads.percentile(50), m_loads.percentile(95), m_loads.longest()}};
    for (int i = 0; i < kindCount; ++i)
        if (m_seen[static_cast<std::size_t>(i)].count > 0)
            report.problems.append(problem(static_cast<Kind>(i)));
    return report;
}

} // namespace logs
