#include "chat/TokenEstimate.h"

#include <algorithm>
#include <array>

namespace chat {
namespace {

constexpr qsizetype wholeText = 512; // characters
constexpr qsizetype part = 32;
constexpr qsizetype parts = wholeText / part;

constexpr float ofAscii(size_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ')
        return 0.21F;
    return c >= '0' && c <= '9' ? 0.6F : 0.45F;
}

// Of 256 characters with the same upper byte.
constexpr float ofPage(size_t page)
{
    if (page < 0x09) // Latin with marks, Greek, Cyrillic, Hebrew, Arabic
        return 0.4F;
    if (page == 0x30 || (page >= 0xAC && page < 0xD8)) // Kana, Hangul
        return 0.65F;
    return (page > 0x30 && page < 0xA0) || page == 0xFF ? 0.7F : 1.0F; // Han, and its wide marks
}

template <size_t size>
constexpr std::array<float, size> tableOf(float (*weight)(size_t))
{
    std::array<float, size> table{};
    for (size_t i = 0; i < size; ++i)
        table[i] = weight(i);
    return table;
}

constexpr auto ascii = tableOf<128>(&ofAscii);
constexpr auto pages = tableOf<256>(&ofPage);

double sumOf(QStringView text)
{
    double sum = 0;
    for (const QChar c : text)
        sum += static_cast<double>(c.unicode() < 128 ? ascii[c.unicode()] : pages[c.row()]);
    return sum;
}

} // namespace

double estimatedTokens(QStringView text)
{
    if (text.size() <= wholeText)
        return sumOf(text);
    double sum = 0;
    for (qsizetype i = 0; i < parts; ++i)
        sum += sumOf(text.sliced((text.size() - part) * i / (parts - 1), part));
    return sum * static_cast<double>(text.size()) / static_cast<double>(wholeText);
}

double estimatedTokens(const Attachment &attachment)
{
    if (attachment.kind == Attachment::Kind::Text)
        return static_cast<double>(attachment.bytes) * 0.27;
    const double tiles = attachment.pixels.width() / 28.0 * attachment.pixels.height() / 28.0;
    return std::clamp(tiles, 256.0, 2048.0);
}

} // namespace chat
