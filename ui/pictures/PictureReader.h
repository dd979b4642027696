// Reads an image that somebody else made. The decoders are large, old and in C, and such a file may be made
// to take them over: so this is done by a process of its own, which has nothing and can do nothing
// (reliability.md T3). Pictures starts it, main() becomes it.
//
// It is called with --read-picture and either
//   prepare SIDE      for a model: upright, its longer side at most SIDE, without anything but its pixels
//                     (no place, no camera, no text), as PNG or JPEG
//   show WIDTH HEIGHT for the screen: at most so large, as pixels of 32 bits (premultiplied)
// has the file on its input, and writes a line and what the line tells of: "png W H", "jpeg W H", "pixels W
// H", or one of the words of PictureFault.
#pragma once

#include <QByteArray>
#include <QSize>

#include <expected>

namespace ui {

enum class PictureFault {
    NoImage, // nothing that is read here
    TooMany, // more pixels than are read
    Damaged,
    NotRead, // the process did not do it
};

inline constexpr qint64 largestPictureFile = 64 * 1024 * 1024;
inline constexpr qint64 mostPixels = 40'000'000; // what the best telephones take, but for their rarest mode

// What the file says it is, as Qt calls it: "png", "jpeg", "gif", "bmp" or "webp"; empty = none of these.
QByteArray pictureFormat(const QByteArray &file);

// A process that was started for it does nothing else. At once, for what it leaves behind is of no use.
bool isPictureReader(int argc, char **argv);
[[noreturn]] void readPicture(int &argc, char **argv);

struct PictureWish
{
    enum class Form { File, Pixels };
    Form form = Form::File;
    QSize size; // at most
};
// What that process does, once it is confined: the line and what follows it.
QByteArray answerTo(const QByteArray &file, const PictureWish &wish);

} // namespace ui
