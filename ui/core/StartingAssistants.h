// The assistants there are to begin with, in the language of the moment.
#pragma once

#include "chat/Assistant.h"

namespace ui {

QList<chat::Assistant> startingAssistants();

} // namespace ui
