// Emoji in the transcript. Qt 6.4 decodes the picture of an emoji each time it lays out a text with it, and
// several times before it first draws it; here each is shaped once for a font and drawn once for a scale. In
// a QTextLayout it is a place as wide as it is, of as many characters, and drawn over that: positions,
// selection, search and copies know nothing of it. Emojis is owned by TranscriptView; layouts ask it by way
// of their TextFace.
#pragma once

#include <QColor>
#include <QGlyphRun>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace ui {

// The characters of one emoji with all that is joined to it; 0 where none begins at `at`.
qsizetype emojiLength(QStringView text, qsizetype at);

struct EmojiPicture
{
    QImage image; // transparent around it
    QPoint left;  // of the baseline in it, its own pixels
    qreal scale = 1;
    QColor color; // of what is no picture in the font
};

struct EmojiShape
{
    QList<QGlyphRun> glyphs;            // from the left end of the baseline
    qreal width = 0;                    // pixels
    std::vector<EmojiPicture> pictures; // those that were wanted last
};

class Emojis : public QObject
{
    Q_OBJECT
public:
    explicit Emojis(QObject *parent = nullptr);

    // nullptr where this turn of the event loop has shaped enough; shaped() says when to look again.
    std::shared_ptr<EmojiShape> shape(const QString &emoji, const QFont &font);
    // The same: nullptr where this turn has drawn enough; drawn() says when to paint again.
    const EmojiPicture *picture(EmojiShape &shape, qreal scale, const QColor &color);
    // Between letters, so that a place of `length` characters is that wide.
    qreal spacing(qsizetype length, const QFont &font, qreal width);

    bool isIdle() const { return !m_shapes.isAsked && !m_pictures.isAsked; }
    int shapedCount() const { return m_shapes.count; } // so far, not those found again
    int drawnCount() const { return m_pictures.count; }

    // New ones for one turn: the picture of each has to be unpacked, for its width and again to be drawn.
    static constexpr int mostInTurn = 10;

Q_SIGNALS:
    void shaped();
    void drawn();

private:
    // What is new in one turn of the event loop.
    struct Ration
    {
        int inTurn = 0;
        bool isAsked = false; // for more than this turn can give
        int count = 0;        // of all turns
    };
    bool take(Ration &ration);
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

    QHash<Key, std::shared_ptr<EmojiShape>> m_known;
    QHash<std::pair<QFont, qsizetype>, Place> m_places;
    Ration m_shapes;
    Ration m_pictures;
};

// The emoji of one layout of text.
class EmojiPlaces
{
public:
    // `text` with places instead of emoji, the formats of which are added.
    QString take(const QString &text, const QFont &font, Emojis *emojis,
                 QList<QTextLayout::FormatRange> &formats);
    bool isWaiting() const { return m_isWaiting; } // for some that are not shaped yet

    // Over the layout, drawn at the same point. Those that are too new for this turn are left out.
    void draw(QPainter &painter, QPointF at, const QTextLayout &layout, const QRectF &clip,
              const QColor &color) const;

private:
    struct Place
    {
        int start = 0;
        std::shared_ptr<EmojiShape> shape;
    };
    void drawOne(QPainter &painter, QPointF baseline, EmojiShape &shape, const QColor &color) const;

    Emojis *m_emojis = nullptr;
    std::vector<Place> m_places; // in order
    bool m_isWaiting = false;
};

} // namespace ui
