// Whether this desktop has a D-Bus session, for those who talk over it.
#pragma once

namespace ui {

// Without one the client library would try to start one of its own.
bool hasSessionBus();

} // namespace ui
