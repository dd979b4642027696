// The words by which enumerators stand in the database: their numbers may change, the words never do. Used by
// ConversationRows alone.
#pragma once

#include "chat/Conversation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chat::rows {

using Qt::StringLiterals::operator""_L1;
using Kind = base::Error::Kind;

template <typename Enum, std::size_t count>
using Words = std::array<std::pair<Enum, QLatin1String>, count>;

inline constexpr Words<backend::Role, 3> roles{{
    {backend::Role::System, "system"_L1},
    {backend::Role::User, "user"_L1},
    {backend::Role::Assistant, "assistant"_L1},
}};
inline constexpr Words<MessageState, 5> states{{
    {MessageState::Streaming, "streaming"_L1},
    {MessageState::Complete, "complete"_L1},
    {MessageState::Stopped, "stopped"_L1},
    {MessageState::Interrupted, "interrupted"_L1},
    {MessageState::Failed, "failed"_L1},
}};
inline constexpr Words<backend::StopReason, 5> reasons{{
    {backend::StopReason::Stop, "stop"_L1},
    {backend::StopReason::Length, "length"_L1},
    {backend::StopReason::Load, "load"_L1},
    {backend::StopReason::Unload, "unload"_L1},
    {backend::StopReason::Other, "other"_L1},
}};
inline constexpr Words<Kind, 39> errorKinds{{
    {Kind::Cancelled, "cancelled"_L1},
    {Kind::Invalid, "invalid"_L1},
    {Kind::Unreachable, "unreachable"_L1},
    {Kind::HostNotFound, "host-not-found"_L1},
    {Kind::TimedOut, "timed-out"_L1},
    {Kind::Interrupted, "interrupted"_L1},
    {Kind::ProgramEnded, "program-ended"_L1},
    {Kind::Tls, "tls"_L1},
    {Kind::NotTls, "not-tls"_L1},
    {Kind::TlsTooOld, "tls-too-old"_L1},
    {Kind::CertificateUntrusted, "certificate-untrusted"_L1},
    {Kind::CertificateExpired, "certificate-expired"_L1},
    {Kind::CertificateNotYetValid, "certificate-not-yet-valid"_L1},
    {Kind::CertificateWrongHost, "certificate-wrong-host"_L1},
    {Kind::CertificateChanged, "certificate-changed"_L1},
    {Kind::KeyInClear, "key-in-clear"_L1},
    {Kind::Proxy, "proxy"_L1},
    {Kind::ProxyLogin, "proxy-login"_L1},
    {Kind::Locked, "locked"_L1},
    {Kind::Moved, "moved"_L1},
    {Kind::Unauthorized, "unauthorized"_L1},
    {Kind::Forbidden, "forbidden"_L1},
    {Kind::NotFound, "not-found"_L1},
    {Kind::ModelNotFound, "model-not-found"_L1},
    {Kind::Busy, "busy"_L1},
    {Kind::OutOfMemory, "out-of-memory"_L1},
    {Kind::ModelCrashed, "model-crashed"_L1},
    {Kind::Unsupported, "unsupported"_L1},
    {Kind::Registry, "registry"_L1},
    {Kind::Server, "server"_L1},
    {Kind::Protocol, "protocol"_L1},
    {Kind::TooLarge, "too-large"_L1},
    {Kind::Storage, "storage"_L1},
    {Kind::NoSpace, "no-space"_L1},
    {Kind::ReadOnly, "read-only"_L1},
    {Kind::Damaged, "damaged"_L1},
    {Kind::NewerData, "newer-data"_L1},
    {Kind::KeyringMissing, "keyring-missing"_L1},
    {Kind::KeyringLocked, "keyring-locked"_L1},
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

} // namespace chat::rows
