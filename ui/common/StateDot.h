// Whether a server answers, by shape and colour: a full, a half and an empty dot. Painted in the server pill
// and in the list of servers.
#pragma once

#include "common/Theme.h"
#include "server/Connection.h"

class QPainter;

namespace ui {

void paintStateDot(QPainter &painter, const QRectF &dot, server::Connection::State state, const Theme &theme);

} // namespace ui
