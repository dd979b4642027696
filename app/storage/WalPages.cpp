#include "storage/WalPages.h"

#include <QtEndian>

#include <bit>

namespace storage {

namespace {

constexpr qsizetype headerSize = 32;
constexpr qsizetype frameHeaderSize = 24;
constexpr quint32 magic = 0x377f0682; // one more: the sums are of big-endian numbers

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

// Goes on over all that stands before.
class Sum
{
public:
    explicit Sum(bool isBigEndian)
        : m_isBigEndian(isBigEndian)
    {
    }
    void add(QByteArrayView bytes)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            m_first += wordAt(bytes, at) + m_second;
            m_second += wordAt(bytes, at + 4) + m_first;
        }
    }
    // The two numbers there.
    bool isAt(const QByteArray &bytes, qsizetype at) const
    {
        return numberAt(bytes, at) == m_first && numberAt(bytes, at + 4) == m_second;
    }

private:
    quint32 wordAt(QByteArrayView bytes, qsizetype at) const
    {
        const char *word = bytes.data() + at;
        return m_isBigEndian ? qFromBigEndian<quint32>(word) : qFromLittleEndian<quint32>(word);
    }

    bool m_isBigEndian;
    quint32 m_first = 0;
    quint32 m_second = 0;
};

} // namespace

WalPages::WalPages(const QString &path)
    : m_file(path)
{
    if (!m_file.open(QFile::ReadOnly))
        return;
    const QByteArray header = m_file.read(headerSize);
    if (header.size() == headerSize && (numberAt(header, 0) & ~quint32(1)) == magic)
        readFrames(header);
}

void WalPages::readFrames(const QByteArray &header)
{
    const qint64 size = numberAt(header, 8);
    Sum sum((numberAt(header, 0) & 1) != 0);
    sum.add(QByteArrayView(header).first(24));
    if (size < 512 || size > 65536 || !std::has_single_bit(static_cast<quint64>(size)) ||
        !sum.isAt(header, 24))
        return;
    QHash<qint64, qint64> pending; // of a transaction whose end was not read yet
    for (;;) {
        const qint64 place = m_file.pos() + frameHeaderSize;
        const QByteArray frame = m_file.read(frameHeaderSize + size);
        // What follows is of a WAL before this one, or was not written whole.
        if (frame.size() < frameHeaderSize + size || frame.sliced(8, 8) != header.sliced(16, 8))
            return;
        sum.add(QByteArrayView(frame).first(8));
        sum.add(QByteArrayView(frame).sliced(frameHeaderSize));
        if (!sum.isAt(frame, 16))
            return;
        pending.insert(numberAt(frame, 0), place);
        if (const qint64 count = numberAt(frame, 4); count > 0) {
            m_pageSize = size;
            m_count = count;
            m_places.insert(pending);
            pending.clear();
        }
    }
}

QByteArray WalPages::page(qint64 number)
{
    const auto place = m_places.constFind(number);
    return place != m_places.cend() && m_file.seek(*place) ? m_file.read(m_pageSize) : QByteArray();
}

} // namespace storage
