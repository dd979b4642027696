// Secrets that nothing else in the world contains, and the search for them: as they are, and in the encodings
// in which a program could have written them without meaning to.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace support {

struct Canary
{
    const char *name;
    QByteArray secret;
};

inline const Canary canaryKey{"key", "sk-CANARY-5f0c1e77a92b4d36"};
inline const Canary canaryHeader{"header", "CANARY-header-0b9d44e1c7f2"};
inline const Canary canaryPassword{"proxy password", "CANARY-proxy-83aa61d0be57"};
inline const Canary canaryQuestion{"question", "CANARY-question-77e2d19f40c3"};

struct CanaryHit
{
    QString file; // below the folder that was searched
    const char *name;
    const char *encoding;
};

// How the secret may be written: plain, UTF-16, hexadecimal, in percents, base64 at each of its three
// offsets.
QList<std::pair<const char *, QByteArray>> writtenForms(const QByteArray &secret);

// Every one of the canaries in every file below `folder`, its name included. Links are not followed.
QList<CanaryHit> canariesIn(const QString &folder);
QList<CanaryHit> canariesIn(const QByteArray &bytes, const QString &file);

} // namespace support
