// Conversations as other programs export them, made up in their published shape. Not in the tests themselves,
// where moc stumbles over such texts.
#pragma once

#include <QByteArray>

namespace support {

// One entry of conversations.json, as parsers in public repositories read it (mitkury/chatgpt-export-parser
// has it in words): a question that was asked twice, an answer that was made again, thinking, a tool and a
// picture.
QByteArray chatGptConversation();
// One entry of Open WebUI's "Export chats", as its documentation has it ("Import & Export"), with what its
// exports have besides: thinking and a tool in the text, an answer that failed, figures, a file.
QByteArray openWebUiChat();

} // namespace support
