#include "chat/AttachmentChip.h"

#include "common/Format.h"
#include "common/InkParts.h"
#include "common/Widgets.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {
namespace {

constexpr int chipHeight = 36;
constexpr int pictureSide = 28;
constexpr int padding = 4;
constexpr int widestName = 180;
constexpr int removeSide = 24;

} // namespace

AttachmentChip::AttachmentChip(const chat::Attachment &attachment, QWidget *parent)
    : QAbstractButton(parent)
    , m_attachment(attachment)
    , m_remove(makeButton(ButtonKind::Icon, QStringLiteral("x"), this))
{
    setObjectName(QStringLiteral("attachment"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::ArrowCursor);
    m_remove->setObjectName(QStringLiteral("removeAttachment"));
    m_remove->setFocusPolicy(Qt::NoFocus); // Delete does the same
    connect(m_remove, &QAbstractButton::clicked, this, &AttachmentChip::removeRequested);
    retranslate();
}

void AttachmentChip::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void AttachmentChip::setRefused(bool refused)
{
    m_isRefused = refused;
    update();
}

QSize AttachmentChip::sizeHint() const
{
    const int name = QFontMetrics(ui::font(Type::SmallMedium)).horizontalAdvance(nameOf(m_attachment));
    const int size = QFontMetrics(ui::font(Type::Caption)).horizontalAdvance(sizeOf(m_attachment));
    return {padding + pictureSide + 8 + std::min(widestName, std::max(name, size) + 2) + 4 + removeSide +
                padding,
            chipHeight};
}

void AttachmentChip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = isDown() ? theme.pressed : underMouse() ? theme.hover : theme.sunken;
    ink::drawBox(painter, rect(), ink::radius, fill, m_isRefused ? theme.warn : theme.lineStrong);
    const QRect place(padding, (QWidget::height() - pictureSide) / 2, pictureSide, pictureSide);
    if (m_picture.isNull()) {
        drawIcon(painter, QRectF(place).adjusted(6, 6, -6, -6), iconOf(m_attachment), theme.text2);
    } else {
        QSize size = m_picture.size();
        size.scale(place.size(), Qt::KeepAspectRatio);
        QRect target(QPoint(0, 0), size);
        target.moveCenter(place.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, m_picture);
    }
    const int left = place.right() + 9;
    const QRect words(left, 3, m_remove->x() - 4 - left, QWidget::height() - 6);
    painter.setFont(ui::font(Type::SmallMedium));
    painter.setPen(theme.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(nameOf(m_attachment), Qt::ElideMiddle, words.width()));
    painter.setFont(ui::font(Type::Caption));
    painter.setPen(theme.text3);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(sizeOf(m_attachment), Qt::ElideRight, words.width()));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        ink::drawFocusRing(painter, rect(), ink::radius, theme);
}

void AttachmentChip::resizeEvent(QResizeEvent *)
{
    m_remove->setGeometry(width() - padding - removeSide, (QWidget::height() - removeSide) / 2, removeSide,
                          removeSide);
}

void AttachmentChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void AttachmentChip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void AttachmentChip::retranslate()
{
    const QString name = nameOf(m_attachment);
    setAccessibleName(QStringLiteral("%1, %2").arg(name, sizeOf(m_attachment)));
    setAccessibleDescription(tr("Enter opens it, Delete removes it from the question"));
    setToolTip(name);
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    m_remove->setToolTip(tr("Remove from the question (Delete)"));
}

QString nameOf(const chat::Attachment &attachment)
{
    if (!attachment.name.isEmpty())
        return attachment.name;
    return attachment.kind == chat::Attachment::Kind::Image ? AttachmentChip::tr("Image")
                                                            : AttachmentChip::tr("Text");
}

QString sizeOf(const chat::Attachment &attachment)
{
    const QString size = bytes(attachment.bytes);
    if (attachment.kind == chat::Attachment::Kind::Text)
        return size;
    return AttachmentChip::tr("%1 × %2, %3")
        .arg(number(attachment.pixels.width()), number(attachment.pixels.height()), size);
}

QString iconOf(const chat::Attachment &attachment)
{
    return attachment.kind == chat::Attachment::Kind::Image ? QStringLiteral("eye")
                                                            : QStringLiteral("file-text");
}

} // namespace ui
