// What is sent with a question besides its text. The content stays in the store
// (ConversationStore::contents()) until it is asked for.
#pragma once

#include <QSize>
#include <QString>

namespace chat {

struct Attachment
{
    enum class Kind {
        Image, // PNG or JPEG, as it is sent
        Text,  // UTF-8
    };

    qint64 id = 0;
    Kind kind = Kind::Text;
    QString name;     // of the file, safe to show; may be empty for what was pasted
    qint64 bytes = 0; // of the content
    QSize pixels;     // of an image

    bool operator==(const Attachment &) const = default;
};

} // namespace chat
