// A text file as a part of a text that a model, or a person, reads. Pure.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace chat {

// As a block of code that nothing in it can end.
QString fenced(const QString &content);
// With its name and size over it: how a model is told of it.
QString quotedFile(const QString &name, const QByteArray &content);

// The text of a file in UTF-8, without a byte order mark. Read are UTF-8, UTF-16 with its mark and, where it
// is none of these, GB18030 (with it GBK and GB2312). Absent where that gives no text: a zero, an invalid
// sequence, or more control characters than any text has.
std::optional<QByteArray> textOfFile(const QByteArray &bytes);

// Whether it begins as the images do that are sent.
bool isPng(const QByteArray &bytes);
bool isJpeg(const QByteArray &bytes);
inline bool isImage(const QByteArray &bytes)
{
    return isPng(bytes) || isJpeg(bytes);
}

} // namespace chat
