// Cuts a byte stream into the lines of NDJSON.
#pragma once

#include "net/Framer.h"

namespace net {

class Ndjson : public Framer
{
public:
    enum class BlankLines { LeftOut, Kept };

    explicit Ndjson(qsizetype maximum = maximumRecord, BlankLines blankLines = BlankLines::LeftOut)
        : m_maximum(maximum)
        , m_blankLines(blankLines)
    {
    }

    void add(QByteArrayView bytes) override;
    // The next complete line, without its line end and blanks around it; a byte order mark at the very start
    // is left out.
    std::optional<QByteArray> next() override;
    std::optional<QByteArray> rest() override;
    bool isTooLong() const override { return m_isTooLong; }

private:
    std::optional<QByteArray> accept(QByteArrayView line);

    QByteArray m_buffer;
    qsizetype m_start = 0;   // of the first line not given out
    qsizetype m_scanned = 0; // no line end before this
    qsizetype m_maximum;
    BlankLines m_blankLines;
    bool m_isFirst = true;
    bool m_isTooLong = false;
};

} // namespace net
