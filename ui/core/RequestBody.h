// The body of a request for an answer, as the backends write it: to compare it with what was sent, and to
// show it. Pure: with images in it, a thread of its own is right for it.
#pragma once

#include "chat/Receipt.h"

#include <QByteArrayList>

namespace ui {

// In the forms in which it may have been sent, the usual one first.
QByteArrayList requestBodies(backend::ServerKind kind, const backend::ChatRequest &request);

struct RemadeRequest
{
    QByteArray body;      // that which was sent, else what would be today
    bool isExact = false; // it is what was sent

    bool operator==(const RemadeRequest &) const = default;
};
// `above`: the messages above the answer; `contents`: of what was sent with them.
RemadeRequest remadeRequest(const chat::Receipt &receipt, const QList<chat::Message> &above,
                            const QHash<chat::Id, QByteArray> &contents);

} // namespace ui
