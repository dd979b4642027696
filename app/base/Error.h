// What went wrong, as a value one can branch on, and Result<T>, which carries it.
// Every room uses it; ui/common/ErrorText is the only place that turns one into words for a person.
#pragma once

#include <QMetaType>
#include <QString>

#include <expected>

namespace base {

struct Error
{
    enum class Kind {
        Cancelled,            // the person, or the owner, stopped it
        Invalid,              // refused before anything was sent: a malformed name, a value out of range
        Unreachable,          // the connection was refused or the network is down
        HostNotFound,         // the host name does not resolve
        TimedOut,             // no connection, or no first byte, within the limit
        Interrupted,          // the connection ended before the answer was complete
        ProgramEnded,         // this program ended, or was ended, before the answer was complete
        Tls,                  // no trusted encrypted connection could be made, for another reason than these:
        NotTls,               // what answers on this port does not speak TLS
        TlsTooOld,            // nothing newer than TLS 1.1 is offered
        CertificateUntrusted, // self-signed, or of an issuer nobody trusts; detail: its fingerprint
        CertificateExpired,   // detail: when (ISO 8601)
        CertificateNotYetValid, // detail: from when (ISO 8601)
        CertificateWrongHost,   // detail: the names it is for
        CertificateChanged,     // not the pinned one; detail: both fingerprints, a line each
        KeyInClear,     // plain HTTP to another machine, and nobody allowed the key to be read on the way
        Proxy,          // no way through it; detail: its host:port, then its words on another line
        ProxyLogin,     // it asks for a name and a password (407); detail as above
        Locked,         // the lock to one server keeps this address from being asked; detail: the address
        Moved,          // the server answered with a redirect; detail is the target
        Unauthorized,   // 401: the key is missing or refused
        Forbidden,      // 403
        NotFound,       // 404: nothing lives at this path
        ModelNotFound,  // the server does not have this model, or the registry does not know it
        Busy,           // 429, 503: try again later
        OutOfMemory,    // the server cannot load the model
        ContextFull,    // what is asked is longer than the model's context window
        ModelCrashed,   // the process that runs the model ended
        Unsupported,    // the model or the server cannot do this
        Registry,       // the server cannot reach the registry it pulls from
        Server,         // the server reported a failure of its own (5xx, an error line in a stream)
        Protocol,       // the reply makes no sense: another service, damaged data
        TooLarge,       // the reply exceeds a safety limit
        Storage,        // a file or the database could not be read or written
        NoSpace,        // no space left, here or on the server (the operation tells which)
        ReadOnly,       // the data folder cannot be written
        Damaged,        // the database is damaged
        NewerData,      // the database was made by a newer version of this program
        KeyringMissing, // the desktop has no keyring
        KeyringLocked,  // it stays locked, or gives no answer
    };

    Kind kind = Kind::Protocol;
    // The server's or the system's own words, made safe to show as plain text (base::displayText),
    // or a bare fact such as an address. Never a sentence of ours, never a secret. May be empty.
    QString detail;

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(Error::Kind kind, QString detail = {})
{
    return std::unexpected(Error{kind, std::move(detail)});
}

} // namespace base

Q_DECLARE_METATYPE(base::Error)
