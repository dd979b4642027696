// The words by which enumerators stand on disk: their numbers may change, the words never do. Here those of
// the kinds of errors, and what looks up any; used where errors are kept.
#pragma once

#include "base/Error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace base {

using Qt::StringLiterals::operator""_L1;

template <typename Enum, std::size_t count>
using Words = std::array<std::pair<Enum, QLatin1String>, count>;

inline constexpr Words<Error::Kind, 40> errorKinds{{
    {Error::Kind::Cancelled, "cancelled"_L1},
    {Error::Kind::Invalid, "invalid"_L1},
    {Error::Kind::Unreachable, "unreachable"_L1},
    {Error::Kind::HostNotFound, "host-not-found"_L1},
    {Error::Kind::TimedOut, "timed-out"_L1},
    {Error::Kind::Interrupted, "interrupted"_L1},
    {Error::Kind::ProgramEnded, "program-ended"_L1},
    {Error::Kind::Tls, "tls"_L1},
    {Error::Kind::NotTls, "not-tls"_L1},
    {Error::Kind::TlsTooOld, "tls-too-old"_L1},
    {Error::Kind::CertificateUntrusted, "certificate-untrusted"_L1},
    {Error::Kind::CertificateExpired, "certificate-expired"_L1},
    {Error::Kind::CertificateNotYetValid, "certificate-not-yet-valid"_L1},
    {Error::Kind::CertificateWrongHost, "certificate-wrong-host"_L1},
    {Error::Kind::CertificateChanged, "certificate-changed"_L1},
    {Error::Kind::KeyInClear, "key-in-clear"_L1},
    {Error::Kind::Proxy, "proxy"_L1},
    {Error::Kind::ProxyLogin, "proxy-login"_L1},
    {Error::Kind::Locked, "locked"_L1},
    {Error::Kind::Moved, "moved"_L1},
    {Error::Kind::Unauthorized, "unauthorized"_L1},
    {Error::Kind::Forbidden, "forbidden"_L1},
    {Error::Kind::NotFound, "not-found"_L1},
    {Error::Kind::ModelNotFound, "model-not-found"_L1},
    {Error::Kind::Busy, "busy"_L1},
    {Error::Kind::OutOfMemory, "out-of-memory"_L1},
    {Error::Kind::ContextFull, "context-full"_L1},
    {Error::Kind::ModelCrashed, "model-crashed"_L1},
    {Error::Kind::Unsupported, "unsupported"_L1},
    {Error::Kind::Registry, "registry"_L1},
    {Error::Kind::Server, "server"_L1},
    {Error::Kind::Protocol, "protocol"_L1},
    {Error::Kind::TooLarge, "too-large"_L1},
    {Error::Kind::Storage, "storage"_L1},
    {Error::Kind::NoSpace, "no-space"_L1},
    {Error::Kind::ReadOnly, "read-only"_L1},
    {Error::Kind::Damaged, "damaged"_L1},
    {Error::Kind::NewerData, "newer-data"_L1},
    {Error::Kind::KeyringMissing, "keyring-missing"_L1},
    {Error::Kind::KeyringLocked, "keyring-locked"_L1},
}};

template <typename Enum, std::size_t count>
QString word(const Words<Enum, count> &words, Enum value)
{
    const auto found = std::ranges::find(words, value, &Words<Enum, count>::value_type::first);
    return found == words.end() ? QString() : QString(found->second);
}

template <typename Enum, std::size_t count>
Enum meaning(const Words<Enum, count> &words, const QString &word, Enum otherwise)
{
    const auto found = std::ranges::find(words, word, &Words<Enum, count>::value_type::second);
    return found == words.end() ? otherwise : found->first;
}

} // namespace base
