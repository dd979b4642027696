// How each kind of server writes an answer, and an answer of each to build broken ones from. For the tests of
// what goes wrong between the server and the app.
#pragma once

#include "backend/Backend.h"
#include "net/Http.h"
#include "support/FakeOllama.h"

#include <memory>
#include <vector>

namespace support {

struct Dialect
{
    const char *name;
    const char *path;
    QByteArray before; // around each record
    QByteArray after;
    QByteArrayList records; // of one answer
    QStringList pieces;     // the text of each
    QByteArray unfinishedThinking;
    qsizetype needed; // so many of the records make a complete answer
    std::unique_ptr<backend::Backend> (*make)(net::Http &http, const QUrl &url);

    QByteArray first() const { return records.first(); }
    QByteArray last() const { return records.last(); }
    QByteArray framed(const QByteArray &record) const { return before + record + after; }
    QByteArray framed(const QByteArrayList &list) const
    {
        QByteArray bytes;
        for (const QByteArray &record : list)
            bytes += framed(record);
        return bytes;
    }
    Reply reply(const QByteArrayList &list) const
    {
        return Reply().head(200).chunk(framed(list)).endChunks();
    }
    qsizetype complete() const { return framed(records.first(needed)).size() - after.size(); }
};

const std::vector<Dialect> &dialects();
// Adds the column "kind" for QFETCH_GLOBAL: one row for each of them.
void addDialects();

} // namespace support
