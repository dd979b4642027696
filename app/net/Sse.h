// Cuts a byte stream into server-sent events (the WHATWG standard, "Parsing an event stream") and gives the
// data of each. A record is what the `data` lines of an event carry, joined by line feeds. What the servers
// do besides the standard is understood, too: see next().
#pragma once

#include "net/Ndjson.h"

namespace net {

class Sse : public Framer
{
public:
    explicit Sse(qsizetype maximum = maximumRecord)
        : m_lines(maximum, Ndjson::BlankLines::Kept)
        , m_maximum(maximum)
    {
    }

    void add(QByteArrayView bytes) override { m_lines.add(bytes); }
    // Comments, keep-alives, `event`, `id` and `retry` are left out. llama-server sends a failure as a field
    // of its own, `error: {…}`; it comes as the record {"error":{…}}. A line between events that is no field
    // is a record of its own, so that a page or an error in place of a stream shows as what it is.
    std::optional<QByteArray> next() override;
    std::optional<QByteArray> rest() override;
    bool isTooLong() const override { return m_isTooLong || m_lines.isTooLong(); }

private:
    enum class Line { Field, Other };
    Line read(QByteArrayView line);
    std::optional<QByteArray> take();

    Ndjson m_lines;
    qsizetype m_maximum;
    std::optional<QByteArray> m_event; // its data so far
    bool m_isTooLong = false;
};

} // namespace net
