// Messages for tests of the transcript.
#pragma once

#include "chat/TranscriptList.h"

namespace support {

chat::Message question(chat::Id id, const QString &text);
// Complete, with the facts a server tells.
chat::Message answer(chat::Id id, const QString &text);
// Just begun: no text yet.
chat::Message streamingAnswer(chat::Id id);
// `count` questions and answers in turn.
QList<chat::Message> conversation(int count);
// The answer in the last row ends well.
void finish(chat::TranscriptList &list);

} // namespace support
