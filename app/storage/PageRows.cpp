#include "storage/PageRows.h"

#include "storage/WalPages.h"

#include <QFile>
#include <QtEndian>

#include <bit>
#include <cstring>
#include <optional>
#include <span>

namespace storage {

namespace {

using Bytes = std::span<const uchar>;

constexpr char magic[] = "SQLite format 3"; // and its zero
constexpr qsizetype headerSize = 100;
constexpr qint64 usualPageSize = 4096;
constexpr uchar tableLeaf = 0x0d;
constexpr qsizetype mostColumns = 2000; // SQLite makes no table with more

// A number of 1 to 9 bytes at the front of `bytes`, which it takes off.
std::optional<qint64> takeNumber(Bytes &bytes)
{
    quint64 value = 0;
    for (size_t n = 0; n < std::min<size_t>(bytes.size(), 9); ++n) {
        const bool isLast = n == 8 || bytes[n] < 0x80;
        value = n == 8 ? (value << 8) | bytes[n] : (value << 7) | (bytes[n] & 0x7f);
        if (isLast) {
            bytes = bytes.subspan(n + 1);
            return static_cast<qint64>(value);
        }
    }
    return std::nullopt;
}

// Of a value of this type; absent for the two that are none.
std::optional<qint64> sizeOf(qint64 type)
{
    constexpr qint64 sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < 0 || type == 10 || type == 11)
        return std::nullopt;
    return type < 10 ? sizes[type] : (type - 12) / 2;
}

qint64 integer(Bytes bytes)
{
    // The first byte has the sign.
    quint64 value = bytes[0] < 0x80 ? 0 : ~quint64(0);
    for (const uchar byte : bytes)
        value = (value << 8) | byte;
    return static_cast<qint64>(value);
}

QVariant valueOf(qint64 type, Bytes bytes)
{
    const auto *text = reinterpret_cast<const char *>(bytes.data());
    if (type == 0)
        return {};
    if (type == 7)
        return std::bit_cast<double>(qFromBigEndian<quint64>(bytes.data()));
    if (type == 8 || type == 9)
        return type - 8;
    if (type < 7)
        return integer(bytes);
    if (type % 2 == 0)
        return QByteArray(text, static_cast<qsizetype>(bytes.size()));
    return QString::fromUtf8(text, static_cast<qsizetype>(bytes.size()));
}

std::optional<QVariantList> recordOf(Bytes record)
{
    Bytes types = record;
    const auto size = takeNumber(types);
    const auto taken = static_cast<qint64>(record.size() - types.size());
    if (!size || *size < taken || *size > static_cast<qint64>(record.size()))
        return std::nullopt;
    Bytes body = record.subspan(static_cast<size_t>(*size));
    types = types.first(static_cast<size_t>(*size - taken));
    QVariantList values;
    while (!types.empty()) {
        const auto type = takeNumber(types);
        const auto length = type ? sizeOf(*type) : std::nullopt;
        if (!length || *length > static_cast<qint64>(body.size()) || values.size() == mostColumns)
            return std::nullopt;
        values.append(valueOf(*type, body.first(static_cast<size_t>(*length))));
        body = body.subspan(static_cast<size_t>(*length));
    }
    return body.empty() ? std::optional(values) : std::nullopt;
}

class Pages
{
public:
    explicit Pages(const QString &path)
        : m_file(path)
        , m_wal(path + QStringLiteral("-wal"))
    {
    }

    bool open()
    {
        // What was left behind on old pages is there a few times; a file made to keep us busy refers to the
        // same pages from each of its rows.
        constexpr qint64 times = 8;
        if (!m_file.open(QFile::ReadOnly))
            return false;
        m_bytes = m_file.size() + m_wal.bytes();
        m_left = times * m_bytes;
        const QByteArray header = m_file.read(headerSize);
        // The header is damaged like anything else; then it is as every file of ours begins.
        if (header.size() == headerSize && std::memcmp(header.constData(), magic, sizeof magic) == 0) {
            const qint64 size = qFromBigEndian<quint16>(header.constData() + 16);
            m_pageSize = size == 1 ? 65536 : size;
            m_usable = m_pageSize - static_cast<uchar>(header[20]);
        }
        if (m_pageSize < 512 || !std::has_single_bit(static_cast<quint64>(m_pageSize)) || m_usable < 480) {
            m_pageSize = m_wal.pageSize() > 0 ? m_wal.pageSize() : usualPageSize;
            m_usable = m_pageSize;
        }
        return true;
    }

    // Also one the file ends in the middle of, as far as it goes.
    qint64 count() const { return std::max((m_file.size() + m_pageSize - 1) / m_pageSize, m_wal.count()); }

    // From 1; what the file does not have is zeros.
    QByteArray page(qint64 number)
    {
        QByteArray bytes = m_wal.pageSize() == m_pageSize ? m_wal.page(number) : QByteArray();
        if (bytes.isEmpty() && m_file.seek((number - 1) * m_pageSize))
            bytes = m_file.read(m_pageSize);
        bytes.resize(m_pageSize, '\0');
        return bytes;
    }

    bool eachRow(qint64 number, const std::function<bool(const PageRow &)> &read)
    {
        const QByteArray bytes = page(number);
        const qsizetype start = number == 1 ? headerSize : 0;
        const Bytes all(reinterpret_cast<const uchar *>(bytes.constData()), static_cast<size_t>(m_usable));
        if (all[start] != tableLeaf)
            return true;
        const qsizetype cells = qFromBigEndian<quint16>(&all[start + 3]);
        for (qsizetype cell = 0; cell < cells; ++cell) {
            const qsizetype pointer = start + 8 + 2 * cell;
            if (pointer + 2 > m_usable)
                break;
            const qsizetype place = qFromBigEndian<quint16>(&all[pointer]);
            if (place < start + 8 || place >= m_usable)
                continue;
            const auto row = rowAt(all.subspan(static_cast<size_t>(place)));
            if (row && !read(*row))
                return false;
        }
        return true;
    }

private:
    std::optional<PageRow> rowAt(Bytes cell)
    {
        const auto size = takeNumber(cell);
        const auto rowid = size ? takeNumber(cell) : std::nullopt;
        if (!rowid || *size < 1 || *size > m_bytes)
            return std::nullopt;
        const auto payload = payloadOf(cell, *size);
        if (!payload)
            return std::nullopt;
        const auto values = recordOf(
            Bytes(reinterpret_cast<const uchar *>(payload->constData()), static_cast<size_t>(*size)));
        return values ? std::optional(PageRow{*rowid, *values}) : std::nullopt;
    }

    // The part on the page, and what is on the chain of pages it goes on to.
    std::optional<QByteArray> payloadOf(Bytes cell, qint64 size)
    {
        const qint64 most = m_usable - 35;
        qint64 here = size;
        if (size > most) {
            const qint64 least = (m_usable - 12) * 32 / 255 - 23;
            const qint64 fitting = least + (size - least) % (m_usable - 4);
            here = fitting <= most ? fitting : least;
        }
        const qint64 needed = size > here ? here + 4 : here;
        if (needed > static_cast<qint64>(cell.size()))
            return std::nullopt;
        m_left -= size;
        if (m_left < 0)
            return std::nullopt;
        QByteArray payload(reinterpret_cast<const char *>(cell.data()), here);
        qint64 next = size > here ? qFromBigEndian<quint32>(&cell[static_cast<size_t>(here)]) : 0;
        while (payload.size() < size) {
            // Each page of the chain adds to it, so that a loop ends as well.
            if (next < 2 || next > count())
                return std::nullopt;
            const QByteArray bytes = page(next);
            payload += bytes.sliced(4, std::min(m_usable - 4, size - payload.size()));
            next = qFromBigEndian<quint32>(bytes.constData());
        }
        return payload;
    }

    QFile m_file;
    WalPages m_wal;
    qint64 m_bytes = 0; // of both
    qint64 m_pageSize = usualPageSize;
    qint64 m_usable = usualPageSize; // of a page
    qint64 m_left = 0;               // bytes of rows that are still read
};

} // namespace

void readPageRows(const QString &path, const std::function<bool(const PageRow &)> &read)
{
    Pages pages(path);
    if (!pages.open())
        return;
    for (qint64 number = 1; number <= pages.count(); ++number) {
        if (!pages.eachRow(number, read))
            return;
    }
}

} // namespace storage
