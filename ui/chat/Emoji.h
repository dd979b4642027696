// Emoji in the transcript. Qt 6.4 decodes the picture of an emoji each time it lays out a text with it; here
// each is shaped once for a font. In a QTextLayout it is a place as wide as it is, of as many characters, and
// drawn over that: positions, selection, search and copies know nothing of it. Emojis is owned by
// TranscriptView; layouts ask it by way of their TextFace.
#pragma once

#include <QGlyphRun>
#include <QHash>
#include <QObject>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace ui {

// The characters of one emoji with all that is joined to it; 0 where none begins at `at`.
qsizetype emojiLength(QStringView text, qsizetype at);

struct EmojiShape
{
    QList<QGlyphRun> glyphs; // from the left end of the baseline
    qreal width = 0;         // pixels
};

class Emojis : public QObject
{
    Q_OBJECT
public:
    explicit Emojis(QObject *parent = nullptr);

    // nullptr where this turn of the event loop has shaped enough; shaped() says when to look again.
    std::shared_ptr<const EmojiShape> shape(const QString &emoji, const QFont &font);
    // Between letters, so that a place of `length` characters is that wide.
    qreal spacing(qsizetype length, const QFont &font, qreal width);

    bool isIdle() const { return !m_isAsked; }
    int shapedCount() const { return m_shapedCount; } // so far, not those found again

    // New ones for one turn: the picture of each has to be unpacked, for its width and again to be drawn.
    static constexpr int mostInTurn = 10;

Q_SIGNALS:
    void shaped();

private:
    void endTurn();

    struct Key
    {
        QString emoji;
        QFont font;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.emoji, key.font); }
    };
    struct Place
    {
        qreal width = 0;    // without spacing
        qreal spacings = 1; // how often it counts
    };

    QHash<Key, std::shared_ptr<const EmojiShape>> m_known;
    QHash<std::pair<QFont, qsizetype>, Place> m_places;
    int m_inTurn = 0;
    bool m_isAsked = false; // for more than this turn can give
    int m_shapedCount = 0;
};

// The emoji of one layout of text.
class EmojiPlaces
{
public:
    // `text` with places instead of emoji, the formats of which are added.
    QString take(const QString &text, const QFont &font, Emojis *emojis,
                 QList<QTextLayout::FormatRange> &formats);
    bool isWaiting() const { return m_isWaiting; } // for some that are not shaped yet

    // Over the layout, drawn at the same point.
    void draw(QPainter &painter, QPointF at, const QTextLayout &layout, const QRectF &clip,
              const QColor &color) const;

private:
    struct Place
    {
        int start = 0;
        std::shared_ptr<const EmojiShape> shape;
    };
    std::vector<Place> m_places; // in order
    bool m_isWaiting = false;
};

} // namespace ui
