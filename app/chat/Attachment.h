// What is sent with a question besides its text. The content stays in the store
// (ConversationStore::contents()) until it is asked for.
#pragma once

#include <QHash>
#include <QList>
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
    QString name;      // of the file, safe to show; may be empty for what was pasted
    qint64 bytes = 0;  // of the content
    QSize pixels = {}; // of an image

    bool operator==(const Attachment &) const = default;
};

// Larger than those before, for attachments are in the order of their ids.
qint64 newAttachmentId();

// Makes them copies of what they are, and says which is of which.
QHash<qint64, qint64> copyAttachments(QList<Attachment> &attachments);

// What attachments add to a request.
struct AttachmentSizes
{
    qint64 textBytes = 0;
    QList<QSize> images; // in pixels

    bool operator==(const AttachmentSizes &) const = default;
};
AttachmentSizes sizesOf(const QList<Attachment> &attachments);

// With one question.
inline constexpr qsizetype mostAttachments = 20;
// Of a text file as it is kept, in UTF-8: some 130,000 tokens, more than what most models are run with.
inline constexpr qint64 largestText = 512 * 1024;
// Of an image as it is kept; one of the largest sides, in the form that takes least, is far below.
inline constexpr qint64 largestImage = 16 * 1024 * 1024;
// The longer side of an image as it is kept. Models that see take images in at some 1,000 to 2,000 pixels, or
// for hundreds of tokens more each time: what is larger takes time and memory, and shows them nothing more.
inline constexpr int longestSide = 2048;

} // namespace chat
