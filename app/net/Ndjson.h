// Cuts a byte stream into the lines of NDJSON. Pure: the lines are the same however the bytes were split.
// Used by the streams of a backend, which hand in what arrives and take lines until there are no more.
#pragma once

#include <QByteArray>

#include <optional>

namespace net {

class Ndjson
{
public:
    // The engine's own client allows as much.
    static constexpr qsizetype maximumLine = 8 * 1024 * 1024;

    explicit Ndjson(qsizetype maximum = maximumLine)
        : m_maximum(maximum)
    {
    }

    void add(QByteArrayView bytes);
    // The next complete line, without its line end; blank lines, and a byte order mark at the very start,
    // are left out.
    std::optional<QByteArray> next();
    // After the end of the stream: what came after the last line end; absent where that is blank.
    std::optional<QByteArray> rest();
    // A line was longer than allowed. No further line comes, and nothing is kept.
    bool isTooLong() const { return m_isTooLong; }

private:
    std::optional<QByteArray> accept(QByteArrayView line);

    QByteArray m_buffer;
    qsizetype m_start = 0;   // of the first line not given out
    qsizetype m_scanned = 0; // no line end before this
    qsizetype m_maximum;
    bool m_isFirst = true;
    bool m_isTooLong = false;
};

} // namespace net
