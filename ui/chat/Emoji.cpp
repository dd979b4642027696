#include "chat/Emoji.h"

#include <QPainter>
#include <QRawFont>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr char16_t joiner = 0x200d;
constexpr char16_t emojiStyle = 0xfe0f; // asks for the picture of what is also a letter
constexpr char16_t keycap = 0x20e3;
constexpr qsizetype mostKnown = 5000;
constexpr size_t mostPictures = 4; // of one: text and quotes, the screen and a copy of it

struct Character
{
    char32_t code = 0;
    qsizetype length = 0;
};

Character characterAt(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return {};
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text[at + 1]), 2};
    return {c.unicode(), 1};
}

// Pictures also where nothing asks for one: Emoji_Presentation of Unicode's emoji-data.txt below U+10000.
bool isPicture(char32_t c)
{
    static constexpr std::array<std::pair<char16_t, char16_t>, 33> ranges{{
        {0x231a, 0x231b}, {0x23e9, 0x23ec}, {0x23f0, 0x23f0}, {0x23f3, 0x23f3}, {0x25fd, 0x25fe},
        {0x2614, 0x2615}, {0x2648, 0x2653}, {0x267f, 0x267f}, {0x2693, 0x2693}, {0x26a1, 0x26a1},
        {0x26aa, 0x26ab}, {0x26bd, 0x26be}, {0x26c4, 0x26c5}, {0x26ce, 0x26ce}, {0x26d4, 0x26d4},
        {0x26ea, 0x26ea}, {0x26f2, 0x26f3}, {0x26f5, 0x26f5}, {0x26fa, 0x26fa}, {0x26fd, 0x26fd},
        {0x2705, 0x2705}, {0x270a, 0x270b}, {0x2728, 0x2728}, {0x274c, 0x274c}, {0x274e, 0x274e},
        {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27b0, 0x27b0}, {0x27bf, 0x27bf},
        {0x2b1b, 0x2b1c}, {0x2b50, 0x2b50}, {0x2b55, 0x2b55},
    }};
    if (c >= 0x1f000 && c <= 0x1faff)
        return true;
    const auto range = std::lower_bound(ranges.begin(), ranges.end(), c,
                                        [](const auto &one, char32_t code) { return one.second < code; });
    return range != ranges.end() && c >= range->first;
}

// What stands for an emoji: not seen, of no direction, one character to the reader.
QString placeOf(qsizetype length)
{
    return QChar(QChar::Nbsp) + QString(length - 1, QChar(emojiStyle));
}

QTextCharFormat formatOf(const QFont &font, qreal spacing)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    format.setFontLetterSpacing(spacing);
    return format;
}

// Some other font may have a plain drawing of it and come first.
QFont inColour(QFont font)
{
    static const QStringList colourful{QStringLiteral("Noto Color Emoji"),
                                       QStringLiteral("Apple Color Emoji"), QStringLiteral("Segoe UI Emoji")};
    font.setFamilies(colourful + font.families());
    return font;
}

EmojiPicture drawnAt(const EmojiShape &shape, qreal scale, const QColor &color)
{
    constexpr int air = 2; // some reach beyond their font's lines
    qreal ascent = 0;
    qreal descent = 0;
    for (const QGlyphRun &run : shape.glyphs) {
        ascent = std::max(ascent, run.rawFont().ascent());
        descent = std::max(descent, run.rawFont().descent());
    }
    EmojiPicture picture;
    picture.left = QPoint(air, static_cast<int>(std::ceil(ascent * scale)) + air);
    picture.scale = scale;
    picture.color = color;
    const int height = picture.left.y() + static_cast<int>(std::ceil(descent * scale)) + air;
    picture.image = QImage(static_cast<int>(std::ceil(shape.width * scale)) + 2 * air, height,
                           QImage::Format_ARGB32_Premultiplied);
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    painter.translate(picture.left);
    painter.scale(scale, scale);
    painter.setPen(color);
    for (const QGlyphRun &run : shape.glyphs)
        painter.drawGlyphRun({}, run);
    painter.end();
    picture.image.setDevicePixelRatio(scale);
    return picture;
}

bool isFlagLetter(char32_t c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

// Colours of skin, styles, the end of a keycap and the letters of a region's flag.
bool isModifier(char32_t c)
{
    return (c >= 0x1f3fb && c <= 0x1f3ff) || c == emojiStyle || c == keycap || (c >= 0xe0020 && c <= 0xe007f);
}

} // namespace

qsizetype emojiLength(QStringView text, qsizetype at)
{
    const bool isEarly = text[at].unicode() < 0x231a; // than all of them
    if (isEarly && (at + 1 >= text.size() || text[at + 1] != emojiStyle))
        return 0;
    qsizetype end = at;
    while (true) {
        const Character first = characterAt(text, end);
        const bool isAsked = first.code >= u'#' && !isModifier(first.code) &&
                             end + first.length < text.size() && text[end + first.length] == emojiStyle;
        if (first.length == 0 || (!isPicture(first.code) && !isAsked))
            return end > at ? end - 1 : 0; // a joiner that joins nothing stays a letter
        end += first.length;
        const Character second = characterAt(text, end);
        if (isFlagLetter(first.code) && isFlagLetter(second.code))
            end += second.length;
        for (Character next = characterAt(text, end); isModifier(next.code); next = characterAt(text, end))
            end += next.length;
        if (end >= text.size() || text[end] != joiner)
            return end - at;
        ++end;
    }
}

Emojis::Emojis(QObject *parent)
    : QObject(parent)
{
}

// Whether there is one more in this turn.
bool Emojis::take(Ration &ration)
{
    if (m_shapes.inTurn == 0 && m_pictures.inTurn == 0)
        QTimer::singleShot(0, this, &Emojis::endTurn);
    if (ration.inTurn >= mostInTurn) {
        ration.isAsked = true;
        return false;
    }
    ++ration.inTurn;
    ++ration.count;
    return true;
}

std::shared_ptr<EmojiShape> Emojis::shape(const QString &emoji, const QFont &font)
{
    const Key key{emoji, font};
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return *known;
    if (!take(m_shapes))
        return nullptr;
    if (m_known.size() >= mostKnown)
        m_known.clear();
    // What asks for the picture is in other fonts and would part what belongs together.
    QTextLayout layout(QString(emoji).remove(QChar(emojiStyle)), inColour(font));
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    auto shape = std::make_shared<EmojiShape>();
    shape->glyphs = layout.glyphRuns();
    for (QGlyphRun &run : shape->glyphs) {
        QList<QPointF> positions = run.positions();
        for (QPointF &position : positions)
            position.ry() -= line.ascent();
        run.setPositions(positions);
    }
    shape->width = line.naturalTextWidth();
    m_known.insert(key, shape);
    return shape;
}

const EmojiPicture *Emojis::picture(EmojiShape &shape, qreal scale, const QColor &color)
{
    const auto known = std::ranges::find_if(
        shape.pictures, [&](const EmojiPicture &one) { return one.scale == scale && one.color == color; });
    if (known != shape.pictures.end())
        return &*known;
    if (!take(m_pictures))
        return nullptr;
    if (shape.pictures.size() >= mostPictures)
        shape.pictures.erase(shape.pictures.begin());
    shape.pictures.push_back(drawnAt(shape, scale, color));
    return &shape.pictures.back();
}

void Emojis::endTurn()
{
    m_shapes.inTurn = m_pictures.inTurn = 0;
    if (std::exchange(m_shapes.isAsked, false))
        Q_EMIT shaped();
    if (std::exchange(m_pictures.isAsked, false))
        Q_EMIT drawn();
}

// Fonts differ in whether a place is one piece of text: measured, not known.
qreal Emojis::spacing(qsizetype length, const QFont &font, qreal width)
{
    Place &place = m_places[{font, length}];
    if (place.width <= 0) {
        const auto measure = [&](qreal spacing) {
            QFont spaced = font;
            spaced.setLetterSpacing(QFont::AbsoluteSpacing, spacing);
            QTextLayout layout(placeOf(length), spaced);
            layout.beginLayout();
            const QTextLine line = layout.createLine();
            layout.endLayout();
            return line.cursorToX(static_cast<int>(length));
        };
        constexpr qreal some = 16;
        place.width = measure(0);
        place.spacings = std::max(1.0, std::round((measure(some) - place.width) / some));
    }
    return (width - place.width) / place.spacings;
}

QString EmojiPlaces::take(const QString &text, const QFont &font, Emojis *emojis,
                          QList<QTextLayout::FormatRange> &formats)
{
    m_emojis = emojis;
    m_places.clear();
    m_isWaiting = false;
    QString result = text;
    if (!emojis)
        return result;
    struct
    {
        qsizetype length = 0;
        qreal width = 0;
        QTextCharFormat format{};
    } place;
    qsizetype end = -1; // of the last one
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype length = emojiLength(text, i);
        if (length == 0)
            continue;
        const std::shared_ptr<EmojiShape> shape = emojis->shape(text.mid(i, length), font);
        m_isWaiting = m_isWaiting || !shape;
        result.replace(i, length, placeOf(length));
        // Mostly that of the one before: a format of its own for each costs more than the layout.
        const qreal width = shape ? shape->width : 1.25 * font.pixelSize();
        const bool isAlike = length == place.length && width == place.width;
        if (!isAlike)
            place = {length, width, formatOf(font, emojis->spacing(length, font, width))};
        // One range for those that follow each other: every range is shaped for itself.
        if (isAlike && i == end)
            formats.last().length += static_cast<int>(length);
        else
            formats.append({static_cast<int>(i), static_cast<int>(length), place.format});
        end = i + length;
        if (shape)
            m_places.push_back({static_cast<int>(i), shape});
        i += length - 1;
    }
    return result;
}

// Whole pixels of the picture on whole ones of the screen.
void EmojiPlaces::drawOne(QPainter &painter, QPointF baseline, EmojiShape &shape, const QColor &color) const
{
    const QTransform toDevice = painter.deviceTransform();
    const EmojiPicture *picture = m_emojis->picture(shape, toDevice.m11(), color);
    if (!picture)
        return;
    const QPointF exact = toDevice.map(baseline);
    const QPointF corner = QPointF(std::round(exact.x()), std::round(exact.y())) - picture->left;
    painter.drawImage(toDevice.inverted().map(corner), picture->image);
}

void EmojiPlaces::draw(QPainter &painter, QPointF at, const QTextLayout &layout, const QRectF &clip,
                       const QColor &color) const
{
    if (m_places.empty())
        return;
    painter.setPen(color);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const qreal top = at.y() + line.y();
        if (top > clip.bottom() || top + line.height() < clip.top())
            continue;
        auto place = std::lower_bound(m_places.begin(), m_places.end(), line.textStart(),
                                      [](const Place &one, int position) { return one.start < position; });
        for (; place != m_places.end() && place->start < line.textStart() + line.textLength(); ++place) {
            const qreal x =
                std::min(line.cursorToX(place->start), line.cursorToX(place->start, QTextLine::Trailing));
            if (at.x() + x > clip.right() || at.x() + x + place->shape->width < clip.left())
                continue;
            drawOne(painter, at + QPointF(x, line.y() + line.ascent()), *place->shape, color);
        }
    }
}

} // namespace ui
