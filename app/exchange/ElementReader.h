// Cuts a JSON file into the elements of its one large list, so that a file of any length takes the memory of
// one element. The list is what the file is, or the member `list` of the object that it is: what stands
// before it there is the header. An object without it is one element. Pure but for the device; no value is
// read here.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace exchange {

class ElementReader
{
public:
    // `device` is open, at its beginning, and outlives this.
    ElementReader(QIODevice &device, QByteArrayView list);

    // The next element; absent at the end. Fails with Damaged where this is no JSON or breaks off, with
    // TooLarge beyond the limits below, with Storage where the device does. After a failure nothing follows.
    base::Result<std::optional<QByteArray>> next();
    // The members before the list, as a JSON object; empty where there are none. From the first next() on.
    const QByteArray &header() const { return m_header; }
    // Bytes read.
    qint64 position() const { return m_position; }

    // Of one element: far more than any conversation has, and what fits into memory.
    static constexpr qsizetype largestElement = 256 * 1024 * 1024;
    static constexpr int mostValues = 4'000'000;
    static constexpr int deepest = 100;

private:
    enum class Stage { Begin, List, End };

    base::Result<void> begin();
    base::Result<void> readMembers();
    // The next character that is not blank, left where it is; '\0' at the end.
    base::Result<char> peek();
    base::Result<void> expect(char wanted);
    // A whole value, appended to `value`.
    base::Result<void> takeValue(QByteArray &value);
    base::Result<void> takeText(QByteArray &value);
    base::Result<bool> fill();

    QIODevice &m_device;
    QByteArray m_list;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_position = 0;
    Stage m_stage = Stage::Begin;
    bool m_isFirst = true;
    QByteArray m_header;
    std::optional<QByteArray> m_single; // a file that is one element
};

} // namespace exchange
