// What documents of conversations say of their own.
#pragma once

#include "exchange/Page.h"

namespace ui {

exchange::PageWords pageWords();

} // namespace ui
