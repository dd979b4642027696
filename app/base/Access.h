// How a server is reached: its address, and what goes along with every request there. A value, made from what
// the person chose for the server and from its key; a backend carries it, net/Http obeys it.
#pragma once

#include "base/Error.h"

#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace base {

struct Header
{
    QByteArray name;
    QByteArray value;

    bool operator==(const Header &) const = default;
};

struct Proxy
{
    enum class Use {
        System, // the desktop's or the environment's; never for this machine and its own network
        None,
        Http,
        Socks5,
    };

    Use use = Use::System;
    QString host; // of Http and Socks5, as the three below
    quint16 port = 0;
    QString user; // empty = it asks for no name
    QString password;

    bool operator==(const Proxy &) const = default;
};

// Which certificates are good. Both empty: those the system trusts.
struct Trust
{
    QByteArray authorities; // PEM; where it is not empty, these are trusted and the system's are not
    QByteArray fingerprint; // SHA-256 (32 bytes) of the only certificate that is good, whatever it says

    bool operator==(const Trust &) const = default;
};

struct Access
{
    // An address is enough where nothing else was chosen.
    Access(const QUrl &address = {})
        : url(address)
    {
    }

    QUrl url;                       // as base::serverUrl() makes it
    QByteArray key;                 // sent as a bearer token to the origin of `url` alone; empty = none
    bool isClearKeyAllowed = false; // the person knows that the key can be read on the way (plain HTTP)
    QList<Header> headers;
    Proxy proxy;
    Trust trust;
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds idleTimeout{0}; // silence allowed within an answer or a pull; 0 = any

    bool operator==(const Access &) const = default;
};

// What stands before the path: "https://host:port", the port always named. What is bound to an address (its
// key, its certificate, a lock) is bound to this.
QString origin(const QUrl &url);

// Could someone on the way read what goes there? Plain HTTP to anything but this machine.
bool isReadOnTheWay(const QUrl &url);

// A header a person may add: a name and a value that HTTP allows, and none that the program sets itself.
bool isHeaderAllowed(const Header &header);

// Why nothing may be sent to `url` along with this: Invalid (another origin than the address; a key, header
// or proxy that cannot be sent), KeyInClear. Absent where it may.
std::optional<Error> refusal(const Access &access, const QUrl &url);

// What goes along and nobody else is to read: key, header values, the proxy's password. A server that repeats
// one of them, as some do in their refusal of a key, would put it into what we store, copy and report.
// Answers: only those of 16 characters and more, as a shorter one ("ollama" is a usual key) may be a word of
// any text. Refusals: also those of 8 to 15, as a server that refuses has little else to say; what is shorter
// still is never taken out.
enum class SaidIn { Answers, Refusals };
QByteArrayList secretsOf(const Access &access, SaidIn saidIn = SaidIn::Answers);
// `text` with "***" in place of each, also escaped as in JSON ("\/", "\u002b", up to fifteen backslashes),
// addresses ("%2B") and HTML ("&#x2b;"). Not found: base64 of a part, a hash, one spread over records of a
// stream. Only a server that means to does that, and it has the secret; no model is shown it.
QByteArray withoutSecrets(const QByteArray &text, const QByteArrayList &secrets);

} // namespace base
