#include "chat/AttachmentLayout.h"

#include "chat/AttachmentChip.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "pictures/Thumbnails.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int gap = 8;
constexpr int fileHeight = 28;
constexpr int widestFile = 320;

QSize pictureSize(const chat::Attachment &image, int width)
{
    QSize size = image.pixels;
    const QSize most(std::min(Thumbnails::largest.width(), width), Thumbnails::largest.height());
    if (size.width() > most.width() || size.height() > most.height())
        size.scale(most, Qt::KeepAspectRatio);
    return size.expandedTo({fileHeight, fileHeight}).boundedTo(most);
}

Action actionFor(const chat::Attachment &attachment, int index, int width, const TranscriptStyle &style)
{
    Action action;
    action.key = {ActionKey::Kind::OpenAttachment, index, -1};
    action.name = QStringLiteral("%1, %2").arg(nameOf(attachment), sizeOf(attachment));
    if (attachment.kind == chat::Attachment::Kind::Image) {
        action.look = Action::Look::Picture;
        action.rect.setSize(pictureSize(attachment, width));
        return action;
    }
    action.look = Action::Look::Plain;
    action.icon = iconOf(attachment);
    const int room = std::min(width, widestFile) - actionWidth({}, style, Action::Look::Plain);
    action.text = QFontMetrics(style.bodyMedium)
                      .elidedText(QStringLiteral("%1 · %2").arg(nameOf(attachment), sizeOf(attachment)),
                                  Qt::ElideMiddle, std::max(40, room));
    action.rect.setSize({actionWidth(action.text, style, Action::Look::Plain), fileHeight});
    return action;
}

} // namespace

QList<Action> attachmentActions(const QList<chat::Attachment> &attachments, int width,
                                const TranscriptStyle &style)
{
    QList<Action> actions;
    QPoint at;
    int rowHeight = 0;
    for (qsizetype i = 0; i < attachments.size(); ++i) {
        Action action = actionFor(attachments.at(i), static_cast<int>(i), width, style);
        if (at.x() > 0 && at.x() + action.rect.width() > width) {
            at = {0, at.y() + rowHeight + gap};
            rowHeight = 0;
        }
        action.rect.moveTopLeft(at);
        at.rx() += action.rect.width() + gap;
        rowHeight = std::max(rowHeight, action.rect.height());
        actions.append(action);
    }
    return actions;
}

int attachmentsHeight(const QList<chat::Attachment> &attachments, int width, const TranscriptStyle &style)
{
    int height = 0;
    for (const Action &action : attachmentActions(attachments, width, style))
        height = std::max(height, action.rect.bottom() + 1);
    return height;
}

void drawPicture(QPainter &painter, const chat::Attachment &image, const QRect &rect,
                 const TranscriptStyle &style)
{
    const QImage picture = style.thumbnails ? style.thumbnails->of(image) : QImage();
    if (picture.isNull()) {
        ink::drawBox(painter, rect, ink::radius, style.theme.hover, style.theme.line);
        drawIcon(painter, QRectF(rect.center() - QPoint(8, 8), QSizeF(16, 16)), iconOf(image),
                 style.theme.text3);
        return;
    }
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(rect, ink::radius, ink::radius);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect, picture);
    painter.restore();
}

} // namespace ui
