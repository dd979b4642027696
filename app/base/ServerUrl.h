// The address of a server of models: what people paste, repaired; what OLLAMA_HOST says, understood.
// Rules: ollama-api.md sections 1 and 8. Pure functions; used by settings, server and net.
#pragma once

#include "base/Error.h"

#include <QString>
#include <QStringView>
#include <QUrl>

namespace base {

inline constexpr quint16 defaultEnginePort = 11434;

// The base URL a person meant: blanks and quotes trimmed, a missing scheme is http, trailing "/", "/api" and
// "/v1" (with or without more path after /api or /v1) removed, host lower-cased, 0.0.0.0 and :: turned into
// loopback. A missing port stays missing when a scheme was given (80/443), else it is 11434.
// Fails with Invalid where there is no host, the scheme is neither http nor https, the port is not in
// 1..65535, or user info, a query or a fragment is present. The result never ends in '/'.
Result<QUrl> serverUrl(QStringView typed);

struct OllamaHost
{
    QUrl url;
    bool isPortUnderstood = true; // else url has the usual one
};

// What the engine's own program understands by OLLAMA_HOST (ollama-api.md section 8). Empty = the default
// address; a bad port = the default port, as there. Fails with Invalid where there is no host name, with
// which that program could only fail to connect.
Result<OllamaHost> ollamaHost(QStringView value);

// base + path joined with exactly one slash. `path` starts with '/'.
QUrl endpoint(const QUrl &serverUrl, QStringView path);

// host:port as people write it, for sentences ("127.0.0.1:11434").
QString hostAndPort(const QUrl &serverUrl);

// localhost, *.localhost, 127.0.0.0/8 or ::1 (also IPv4-mapped). Names that merely contain those are not.
bool isLoopback(const QUrl &serverUrl);

} // namespace base
