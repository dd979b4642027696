#include "pictures/PictureReader.h"

#include "pictures/Confinement.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

#include <cstdlib>
#include <cstring>

namespace ui {

namespace {

constexpr int megabytes = 192; // 40 million pixels, and a row or two
constexpr int jpegQuality = 90;
// A photograph as PNG is some ten times as large as it has to be.
constexpr qsizetype largestPng = 3 * 1024 * 1024;

QByteArray line(const char *what, const QSize &size)
{
    return QByteArray(what) + ' ' + QByteArray::number(size.width()) + ' ' +
           QByteArray::number(size.height()) + '\n';
}

bool isTooLarge(const QSize &size)
{
    return qint64(size.width()) * size.height() > mostPixels;
}

// Loads what decodes it, while files can still be opened.
void warmUp(const QByteArray &format)
{
    QBuffer nothing;
    nothing.open(QIODevice::ReadWrite);
    static_cast<void>(QImageReader(&nothing, format).canRead());
    static_cast<void>(QImageWriter(&nothing, "jpeg").canWrite());
    static_cast<void>(QColorSpace(QColorSpace::SRgb));
}

std::expected<QImage, PictureFault> decoded(const QByteArray &file, const QSize &most)
{
    const QByteArray format = pictureFormat(file);
    if (format.isEmpty())
        return std::unexpected(PictureFault::NoImage);
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    if (!reader.canRead()) // what decodes it is not installed
        return std::unexpected(PictureFault::NoImage);
    const QSize size = reader.size();
    if (size.isEmpty())
        return std::unexpected(PictureFault::Damaged);
    if (isTooLarge(size))
        return std::unexpected(PictureFault::TooMany);
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return std::unexpected(PictureFault::Damaged);
    if (isTooLarge(image.size()))
        return std::unexpected(PictureFault::TooMany);
    if (image.width() > most.width() || image.height() > most.height())
        image = image.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (image.isNull())
        return std::unexpected(PictureFault::Damaged);
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace::SRgb);
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    if (std::strcmp(format, "jpeg") == 0)
        writer.setQuality(jpegQuality);
    return writer.write(image) ? bytes : QByteArray();
}

// A photograph stays JPEG; what has sharp edges or is see-through is PNG, unless it is a photograph after
// all.
QByteArray asFile(const QImage &image, bool isPhotograph)
{
    QByteArray bytes;
    if (!isPhotograph || image.hasAlphaChannel())
        bytes = encoded(image, "png");
    const bool isPng = !bytes.isEmpty() && (bytes.size() <= largestPng || image.hasAlphaChannel());
    if (!isPng)
        bytes = encoded(image, "jpeg");
    return bytes.isEmpty() ? QByteArray("damaged\n") : line(isPng ? "png" : "jpeg", image.size()) + bytes;
}

const char *wordFor(PictureFault fault)
{
    switch (fault) {
    case PictureFault::NoImage:
        return "no-image\n";
    case PictureFault::TooMany:
        return "too-many\n";
    case PictureFault::Damaged:
    case PictureFault::NotRead:
        break;
    }
    return "damaged\n";
}

} // namespace

QByteArray pictureFormat(const QByteArray &file)
{
    if (file.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (file.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (file.startsWith("GIF87a") || file.startsWith("GIF89a"))
        return "gif";
    if (file.startsWith("RIFF") && file.mid(8, 4) == "WEBP")
        return "webp";
    if (file.startsWith("BM") && file.size() > 14 && file.mid(6, 4) == QByteArray(4, '\0'))
        return "bmp";
    return {};
}

QByteArray answerTo(const QByteArray &file, const PictureWish &wish)
{
    const auto read = decoded(file, wish.size);
    if (!read)
        return wordFor(read.error());
    const bool isForScreen = wish.form == PictureWish::Form::Pixels;
    const QImage::Format format = isForScreen               ? QImage::Format_ARGB32_Premultiplied
                                  : read->hasAlphaChannel() ? QImage::Format_ARGB32
                                                            : QImage::Format_RGB32;
    const QImage pixels = read->convertToFormat(format);
    // Of the same pixels, without what else the file said.
    const QImage bare(pixels.constBits(), pixels.width(), pixels.height(), pixels.bytesPerLine(), format);
    if (!isForScreen)
        return asFile(bare, pictureFormat(file) == "jpeg" || pictureFormat(file) == "webp");
    return line("pixels", bare.size()) +
           QByteArray(reinterpret_cast<const char *>(bare.constBits()), bare.sizeInBytes());
}

bool isPictureReader(int argc, char **argv)
{
    return argc >= 4 && std::strcmp(argv[1], "--read-picture") == 0;
}

void readPicture(int &argc, char **argv)
{
    const bool isForScreen = std::strcmp(argv[2], "show") == 0 && argc >= 5;
    const int width = std::atoi(argv[3]);
    const PictureWish wish{isForScreen ? PictureWish::Form::Pixels : PictureWish::Form::File,
                           {width, isForScreen ? std::atoi(argv[4]) : width}};
    limitResources();
    const QCoreApplication application(argc, argv);
    QFile input;
    QFile output;
    if (!input.open(stdin, QFile::ReadOnly) || !output.open(stdout, QFile::WriteOnly))
        std::_Exit(EXIT_FAILURE);
    const QByteArray file = input.read(largestPictureFile);
    QImageReader::setAllocationLimit(megabytes);
    warmUp(pictureFormat(file));
    confine();
    const QByteArray answer = answerTo(file, wish);
    const bool isWritten = output.write(answer) == answer.size() && output.flush();
    std::_Exit(isWritten ? EXIT_SUCCESS : EXIT_FAILURE);
}

} // namespace ui
