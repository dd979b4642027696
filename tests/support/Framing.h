// Bytes through a framer, in pieces.
#pragma once

#include "net/Framer.h"

#include <QByteArrayList>

namespace support {

inline QByteArrayList recordsOf(net::Framer &framer, const QByteArrayList &pieces)
{
    QByteArrayList records;
    for (const QByteArray &piece : pieces) {
        framer.add(piece);
        while (const auto record = framer.next())
            records.append(*record);
    }
    if (const auto rest = framer.rest())
        records.append(*rest);
    return records;
}

inline QByteArrayList inPieces(const QByteArray &bytes, qsizetype size)
{
    QByteArrayList pieces;
    for (qsizetype i = 0; i < bytes.size(); i += size)
        pieces.append(bytes.mid(i, size));
    return pieces;
}

} // namespace support
