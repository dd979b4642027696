// The kinds of servers there are. Used by the composition roots: the window's core and the terminal form.
#pragma once

#include "net/Http.h"
#include "server/ServerBackend.h"

namespace ui {

// Each backend made sends through `http`, which must outlive it.
server::ServerBackend::Factory backendsOver(net::Http &http);

} // namespace ui
