// A line of badges: icon and word in a thin border. Wraps where it is too narrow.
#pragma once

#include <QWidget>

namespace ui {

struct Theme;

struct Badge
{
    enum class Tone { Plain, Recommended };
    QString icon; // may be empty
    QString word;
    Tone tone = Tone::Plain;
};

// For delegates; the painter has the font of Type::Small.
int badgeWidth(const Badge &badge, const QFontMetrics &metrics);
void paintBadge(QPainter &painter, const Theme &theme, const QRect &place, const Badge &badge);
inline constexpr int badgeHeight = 20;

class Badges : public QWidget
{
    Q_OBJECT
public:
    explicit Badges(QWidget *parent = nullptr);
    // Read out as `name` and the words.
    void set(const QList<Badge> &badges, const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRect> places(int width) const;
    QList<Badge> m_badges;
};

} // namespace ui
