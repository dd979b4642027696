// A server as the person set it up: where it is and how it is reached. A value; kept by ServerProfiles, never
// with its key, which is in the keyring.
#pragma once

#include "backend/Types.h"
#include "base/Access.h"
#include "base/Error.h"

#include <QString>

#include <chrono>

namespace server {

struct ServerProfile
{
    // Of the profile that the environment makes; it is not on disk.
    static constexpr QLatin1StringView environmentId{"environment"};

    QString id;   // random, for good; part of the key's name in the keyring
    QString name; // empty = the address tells
    QUrl url{QStringLiteral("http://127.0.0.1:11434")};
    QList<base::Header> headers;
    base::Proxy proxy; // its password is not on disk
    base::Trust trust;
    bool isClearKeyAllowed = false; // the person knows that the key travels in plain sight
    bool stepsIn = false;           // takes a question whose own server does not answer
    bool hasKey = false;            // the keyring has one for this address
    std::chrono::seconds connectTimeout{10};
    // Silence before the first byte of an answer.
    std::chrono::seconds firstByteTimeout = backend::usualFirstByteTimeout;
    std::chrono::seconds idleTimeout{0}; // silence within an answer; 0 = any
    QString defaultModel;                // empty = as Settings → Generation says
    // The .env files that the address and firstByteTimeout were taken over from; empty = set here.
    QString urlFile;
    QString timeoutFile;

    bool operator==(const ServerProfile &) const = default;

    bool isFromEnvironment() const { return id == environmentId; }
    base::Access access(const QByteArray &key) const;

    // A new one, with an id of its own.
    static ServerProfile make(const QUrl &url);
};

// What may be in a profile, and what of it can be repaired is. Invalid: detail is the text that is wrong.
base::Result<ServerProfile> checked(ServerProfile profile);

// "Name: value" a line, as people paste headers. Invalid: detail is the line. Those that the app sets itself
// are refused.
base::Result<QList<base::Header>> headersFrom(const QString &lines);
QString linesOf(const QList<base::Header> &headers);

} // namespace server
