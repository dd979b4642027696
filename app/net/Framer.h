// Cuts a byte stream into records. Pure: the records are the same however the bytes were split. Used by the
// streams of a backend, which hand in what arrives and take records until there are no more.
#pragma once

#include <QByteArray>

#include <optional>

namespace net {

class Framer
{
public:
    // The engine's own client allows as much.
    static constexpr qsizetype maximumRecord = 8 * 1024 * 1024;

    virtual ~Framer() = default;

    virtual void add(QByteArrayView bytes) = 0;
    virtual std::optional<QByteArray> next() = 0;
    // After the end of the stream: what came after the last complete record; absent where that is blank.
    virtual std::optional<QByteArray> rest() = 0;
    // A record was longer than allowed. No further one comes, and nothing is kept.
    virtual bool isTooLong() const = 0;
};

} // namespace net
