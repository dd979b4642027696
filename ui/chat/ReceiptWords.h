// A receipt in words: what is known of how an answer came about.
#pragma once

#include "chat/Receipt.h"
#include "common/Facts.h"

namespace ui {

// In the order in which they are shown. Without a receipt, what the answer itself knows.
QList<Fact> receiptFacts(const chat::Message &answer, const std::optional<chat::Receipt> &receipt);
// "Name: value", a line each.
QString receiptText(const QList<Fact> &facts);

} // namespace ui
