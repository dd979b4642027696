#include "common/Icons.h"

#include "common/Theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace ui {
namespace {

QByteArray drawing(const QString &name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("there is no icon named %s", qUtf8Printable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    if (name == QLatin1String("square")) { // Stop, the one filled icon
        svg.replace("fill=\"none\"", "fill=\"currentColor\"");
    }
    return svg;
}

// `size` in device pixels.
QPixmap rendered(const QString &name, QSize size, const QColor &color)
{
    const QString key = QStringLiteral("inkstone/%1/%2x%3/%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name));
    QPainter painter(&pixmap);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIcon : public QIconEngine
{
public:
    LineIcon(QString name, IconColor color)
        : m_name(std::move(name))
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        drawIcon(*painter, rect, m_name, color(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return rendered(m_name, size, color(mode, state));
    }
    QIconEngine *clone() const override { return new LineIcon(*this); }
    QString key() const override { return QStringLiteral("inkstone"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme &theme = Theme::of(QGuiApplication::palette());
        if (mode == QIcon::Disabled) {
            return theme.disabled;
        }
        switch (m_color) {
        case IconColor::Text:
            return state == QIcon::On ? theme.accentText : theme.text;
        case IconColor::Text2:
            return state == QIcon::On ? theme.accentText : theme.text2;
        case IconColor::Text3:
            return theme.text3;
        case IconColor::AccentText:
            return theme.accentText;
        case IconColor::OnAccent:
            return theme.onAccent;
        case IconColor::Ok:
            return theme.ok;
        case IconColor::Warn:
            return theme.warn;
        case IconColor::Bad:
            return theme.bad;
        }
        return theme.text2;
    }

    QString m_name;
    IconColor m_color;
};

} // namespace

QIcon icon(const QString &name, IconColor color)
{
    return QIcon(new LineIcon(name, color));
}

QIcon appIcon()
{
    QIcon result;
    for (const int size : {16, 32, 48, 128})
        result.addFile(QStringLiteral(":/app-icon/org.inkstone.Inkstone-%1.png").arg(size), {size, size});
    return result;
}

void drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    // The device alone would not do: while a widget is drawn into a picture, it is still that widget.
    const QTransform toDevice = painter.deviceTransform();
    const qreal scale = std::hypot(toDevice.m11(), toDevice.m12());
    const qreal side = std::min(rect.width(), rect.height());
    QPixmap pixmap = rendered(name, (QSizeF(side, side) * scale).toSize(), color);
    pixmap.setDevicePixelRatio(scale);
    // On whole device pixels, or the strokes blur.
    const QPointF corner = rect.center() - QPointF(side, side) / 2;
    painter.drawPixmap(QPointF(std::round(corner.x() * scale), std::round(corner.y() * scale)) / scale,
                       pixmap);
}

} // namespace ui
