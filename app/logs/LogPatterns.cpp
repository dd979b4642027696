#include "logs/LogPatterns.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

namespace logs {
namespace {

struct Pattern
{
    std::string_view words; // lower case
    Found found;
};

constexpr Pattern patterns[] = {
    {"model request too large", bit(Kind::Memory)},
    {"requires more system memory", bit(Kind::Memory)},
    {"requires more gpu memory", bit(Kind::Memory)},
    {"out of memory", bit(Kind::Memory)},
    {"cudamalloc failed", bit(Kind::Memory)},
    {"signal: killed", bit(Kind::Memory)},
    {"failed to allocate", bit(Kind::Memory)},
    {"unable to allocate", bit(Kind::Memory)},
    {"cannot allocate memory", bit(Kind::Memory)},
    {"insufficient memory", bit(Kind::Memory)},

    {"address already in use", bit(Kind::Port)},
    {"only one usage of each socket", bit(Kind::Port)},

    {"timed out waiting for llama runner", bit(Kind::SlowLoad)},
    {"timed out waiting for llama-server", bit(Kind::SlowLoad)},
    {"client connection closed before server finished loading", bit(Kind::SlowLoad)},

    {"request failed:", bit(Kind::Network)},
    {"no such host", bit(Kind::Network)},
    {"server misbehaving", bit(Kind::Network)},
    {"tls handshake", bit(Kind::Network)},
    {"x509:", bit(Kind::Network)},
    {" stalled; retrying", bit(Kind::Network)},
    {"max retries", bit(Kind::Network)},
    {"proxyconnect", bit(Kind::Network)},
    {"dial tcp", bit(Clue::WeakNetwork)},
    {"i/o timeout", bit(Clue::WeakNetwork)},
    {"connection refused", bit(Clue::WeakNetwork)},
    {"connection reset", bit(Clue::WeakNetwork)},
    {"network is unreachable", bit(Clue::WeakNetwork)},
    {"127.0.0.1", bit(Clue::Loopback)},
    {"[::1]", bit(Clue::Loopback)},

    {"no space left on device", bit(Kind::Disk)},
    {"not enough space on the disk", bit(Kind::Disk)},
    {"disk quota exceeded", bit(Kind::Disk)},
    {"read-only file system", bit(Kind::Disk)},
    {"permission denied", bit(Kind::Disk)},

    {"llama runner terminated", bit(Kind::Crash)},
    {"runner process has terminated", bit(Kind::Crash)},
    {"ggml_assert", bit(Kind::Crash)},
    {"do load request:", bit(Kind::Crash)},
    {"segmentation fault", bit(Kind::Crash)},
    {"sigsegv", bit(Kind::Crash)},
    {"illegal instruction", bit(Kind::Crash)},
    {"[running]:", bit(Clue::Running)},

    {"load failed", bit(Kind::LoadFailed)},
    {"error loading model", bit(Kind::LoadFailed)},
    {"error loading llama server", bit(Kind::LoadFailed)},
    {"unable to load model", bit(Kind::LoadFailed)},
    {"failed to load model", bit(Kind::LoadFailed)},
    {"unknown model architecture", bit(Kind::LoadFailed)},

    {"truncating input prompt", bit(Kind::Context)},
    {"requested context size too large", bit(Kind::Context)},
    {"exceeds the available context", bit(Kind::Context)},
    {"input length exceeds", bit(Kind::Context)},

    {"no compatible gpus", bit(Kind::Gpu)},
    {"offloaded 0/", bit(Kind::Gpu)},
    {"ggml_cuda_init: failed", bit(Kind::Gpu)},
    {"driver version is insufficient", bit(Kind::Gpu)},
    {"no cuda-capable device", bit(Kind::Gpu)},
    {"cuda error", bit(Kind::Gpu)},
    {"rocm error", bit(Kind::Gpu)},
    {"failure during gpu discovery", bit(Kind::Gpu)},
    {"didn't recover within timeout", bit(Kind::Gpu)},
    {"inference compute", bit(Clue::InferenceCompute)},
    {"library=cpu", bit(Clue::LibraryCpu)},

    {"model not found", bit(Kind::MissingModel)},
    {"try pulling it first", bit(Kind::MissingModel)},

    {"server busy, please try again", bit(Kind::Busy)},
    {"maximum pending requests exceeded", bit(Kind::Busy)},

    {"llama runner started in ", bit(Clue::StartedIn)},
    {"llama server started in ", bit(Clue::StartedIn)},
    {"llama-server started in ", bit(Clue::StartedIn)},
    {"starting runner", bit(Clue::StartingRunner)},
    {"starting llama-server", bit(Clue::StartingRunner)},
    {"starting llama server", bit(Clue::StartingRunner)},
    {"starting ollama engine", bit(Clue::StartingRunner)},
    {"listening on ", bit(Clue::Listening)},
};

constexpr unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c - 'A' + 'a') : c;
}

// Bytes no pattern has are all alike; that keeps the table small enough for the processor's nearest cache.
class Automaton
{
public:
    Automaton()
    {
        makeClasses();
        addState();
        for (const Pattern &pattern : patterns)
            addPattern(pattern);
        link();
    }

    Found find(std::string_view text) const
    {
        const std::uint32_t *const next = m_next.data();
        const Found *const found = m_found.data();
        Found result = 0;
        std::uint32_t state = 0;
        for (const char c : text) {
            state = next[state + m_class[static_cast<unsigned char>(c)]];
            result |= found[state >> strideBits];
        }
        return result;
    }

private:
    static constexpr unsigned strideBits = 6;
    static constexpr std::uint32_t stride = 1U << strideBits;
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    void makeClasses()
    {
        std::array<bool, 256> isUsed{};
        for (const Pattern &pattern : patterns)
            for (const char c : pattern.words)
                isUsed[static_cast<unsigned char>(c)] = true;
        std::uint8_t count = 0; // 0 = every other byte
        for (std::size_t c = 0; c < isUsed.size(); ++c)
            if (isUsed[c])
                m_class[c] = ++count;
        assert(count < stride);
        for (std::size_t c = 'A'; c <= 'Z'; ++c)
            m_class[c] = m_class[lower(static_cast<unsigned char>(c))];
    }

    // A state is the place of its row in the table.
    std::uint32_t addState()
    {
        const auto state = static_cast<std::uint32_t>(m_next.size());
        m_next.resize(m_next.size() + stride, none);
        m_found.push_back(0);
        return state;
    }

    void addPattern(const Pattern &pattern)
    {
        std::uint32_t state = 0;
        for (const char c : pattern.words) {
            const std::size_t place = state + m_class[static_cast<unsigned char>(c)];
            if (m_next[place] == none) {
                const std::uint32_t added = addState();
                m_next[place] = added;
            }
            state = m_next[place];
        }
        m_found[state >> strideBits] |= pattern.found;
    }

    // Breadth first: where a word breaks off, the longest end of what was read that begins another goes on.
    void link()
    {
        std::vector<std::uint32_t> fallBack(m_found.size(), 0);
        std::vector<std::uint32_t> queue{0};
        for (std::size_t at = 0; at < queue.size(); ++at) {
            const std::uint32_t state = queue[at];
            const std::uint32_t fall = fallBack[state >> strideBits];
            m_found[state >> strideBits] |= m_found[fall >> strideBits];
            for (std::uint32_t c = 0; c < stride; ++c) {
                const std::uint32_t byFall = state == 0 ? 0 : m_next[fall + c];
                std::uint32_t &next = m_next[state + c];
                if (next == none) {
                    next = byFall;
                } else {
                    fallBack[next >> strideBits] = byFall;
                    queue.push_back(next);
                }
            }
        }
    }

    std::array<std::uint8_t, 256> m_class{};
    std::vector<std::uint32_t> m_next;
    std::vector<Found> m_found;
};

} // namespace

const char *kindName(Kind kind)
{
    static constexpr std::array<const char *, kindCount> names{
        "memory",  "port", "slow-load",     "network", "disk", "crash",        "load-failed",
        "context", "gpu",  "missing-model", "origin",  "busy", "server-error", "thrash"};
    return names[static_cast<std::size_t>(kind)];
}

Found findIn(std::string_view text)
{
    static const Automaton automaton;
    return automaton.find(text);
}

} // namespace logs
