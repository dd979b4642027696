// Cuts a JSON file into the elements of its one large list, so that a file of any length takes the memory of
// one element. The list is what the file is, or the member `list` of the object that it is: what stands
// before it there is the header. An object without it is one element. Texts that may be long can be left in
// the file, to be read one by one. Pure but for the device; no value is read here.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QIODevice>
#include <QList>

#include <functional>
#include <optional>

namespace exchange {

class ElementReader
{
public:
    // `device` is open, at its beginning, and outlives this.
    // Cancelled once `isWanted` says false.
    ElementReader(
        QIODevice &device, QByteArrayView list, const std::function<bool()> &isWanted = [] { return true; });

    // Reads until the list begins.
    base::Result<void> begin();
    // The next element; absent at the end. Fails with Damaged where this is no JSON or breaks off, with
    // TooLarge beyond the limits below, with Storage where the device does. After a failure nothing follows.
    base::Result<std::optional<QByteArray>> next();
    // The members before the list, as a JSON object; empty where there are none. From begin() on.
    const QByteArray &header() const { return m_header; }

    // Texts that are members of this name stay in the file from now on: in the element stands their number in
    // asides() instead.
    void setAside(QByteArrayView member) { m_aside = '"' + member.toByteArray() + '"'; }
    struct Aside
    {
        qint64 at = 0;   // in the file, from the first quote
        qint64 size = 0; // to behind the last
    };
    // Of the latest element.
    const QList<Aside> &asides() const { return m_asides; }
    // Bytes read.
    qint64 position() const { return m_position; }

    // Of one element without what is set aside: far more than any conversation has, and what fits into
    // memory.
    static constexpr qsizetype largestElement = 256 * 1024 * 1024;
    static constexpr int mostValues = 4'000'000;
    static constexpr int deepest = 100;

private:
    enum class Stage { Begin, List, End };

    base::Result<void> readMembers();
    // The next character that is not blank, left where it is; '\0' at the end.
    base::Result<char> peek();
    base::Result<void> expect(char wanted);
    // A whole value, appended to `value`.
    base::Result<void> takeValue(QByteArray &value);
    // One text, appended to `value` where there is one.
    base::Result<void> takeText(QByteArray *value);
    base::Result<void> takeAside(QByteArray &value);
    base::Result<bool> fill();

    QIODevice &m_device;
    QByteArray m_list;
    std::function<bool()> m_isWanted;
    QByteArray m_aside; // with its quotes; empty where nothing is set aside
    QList<Aside> m_asides;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_position = 0;
    Stage m_stage = Stage::Begin;
    bool m_isFirst = true;
    QByteArray m_header;
    std::optional<QByteArray> m_single; // a file that is one element
};

} // namespace exchange
