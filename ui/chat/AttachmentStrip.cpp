#include "chat/AttachmentStrip.h"

#include "pictures/Thumbnails.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int gap = 6;

} // namespace

AttachmentNote::AttachmentNote(const QString &icon, IconColor color, QWidget *parent)
    : QWidget(parent)
    , m_text(new Label(Type::Small, TextRole::Text2, this))
{
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new IconLabel(icon, color, 14, this));
    layout->addWidget(m_text, 1);
    hide();
}

void AttachmentNote::setText(const QString &text)
{
    const bool isNews = !text.isEmpty() && text != m_text->text();
    m_text->setText(text);
    setVisible(!text.isEmpty());
    if (!isNews)
        return;
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QAbstractButton *AttachmentNote::addButton(const QString &objectName)
{
    QAbstractButton *button = makeButton(ButtonKind::Flat, {}, this);
    button->setObjectName(objectName);
    button->setCursor(Qt::ArrowCursor);
    layout()->addWidget(button);
    return button;
}

AttachmentStrip::AttachmentStrip(QWidget *parent)
    : QWidget(parent)
    , m_shelf(new QWidget(this))
    , m_refusal(new AttachmentNote(QStringLiteral("circle-alert"), IconColor::Bad, this))
    , m_blind(new AttachmentNote(QStringLiteral("triangle-alert"), IconColor::Warn, this))
    , m_leftOut(new AttachmentNote(QStringLiteral("info"), IconColor::Text3, this))
    , m_dismiss(m_refusal->addButton(QStringLiteral("dismissRefusal")))
    , m_chooseModel(m_blind->addButton(QStringLiteral("chooseModelThatSees")))
    , m_removeImages(m_blind->addButton(QStringLiteral("removeImages")))
{
    setObjectName(QStringLiteral("attachmentStrip"));
    m_refusal->setObjectName(QStringLiteral("attachmentRefusal"));
    m_blind->setObjectName(QStringLiteral("attachmentBlind"));
    m_leftOut->setObjectName(QStringLiteral("attachmentLeftOut"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 6, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_shelf);
    for (AttachmentNote *note : {m_refusal, m_blind, m_leftOut})
        layout->addWidget(note);
    connect(m_dismiss, &QAbstractButton::clicked, this, [this] {
        setRefusal({});
        Q_EMIT emptied();
    });
    connect(m_chooseModel, &QAbstractButton::clicked, this, &AttachmentStrip::modelChoiceRequested);
    connect(m_removeImages, &QAbstractButton::clicked, this, [this] {
        QList<chat::Attachment> images = m_attachments;
        images.removeIf(
            [](const chat::Attachment &one) { return one.kind != chat::Attachment::Kind::Image; });
        Q_EMIT emptied();
        Q_EMIT removeRequested(images);
    });
    retranslate();
    refresh();
}

void AttachmentStrip::setThumbnails(Thumbnails *thumbnails)
{
    m_thumbnails = thumbnails;
    connect(thumbnails, &Thumbnails::ready, this, [this](chat::Id image) {
        for (AttachmentChip *chip : std::as_const(m_chips)) {
            if (chip->attachment().id == image)
                refreshPicture(chip);
        }
    });
}

bool AttachmentStrip::hasImages() const
{
    return std::ranges::any_of(
        m_attachments, [](const chat::Attachment &one) { return one.kind == chat::Attachment::Kind::Image; });
}

QList<QWidget *> AttachmentStrip::focusOrder() const
{
    QList<QWidget *> order(m_chips.begin(), m_chips.end());
    return order << m_dismiss << m_chooseModel << m_removeImages;
}

void AttachmentStrip::set(const QList<chat::Attachment> &attachments)
{
    if (attachments == m_attachments)
        return;
    m_attachments = attachments;
    // Chips that stay keep the focus.
    QList<AttachmentChip *> before = std::exchange(m_chips, {});
    for (const chat::Attachment &attachment : attachments) {
        const auto known = std::ranges::find(before, attachment, &AttachmentChip::attachment);
        if (known == before.end()) {
            addChip(attachment);
        } else {
            m_chips.append(*known);
            before.erase(known);
        }
    }
    for (AttachmentChip *chip : std::as_const(before)) {
        chip->hide();
        chip->deleteLater();
    }
    refresh();
}

void AttachmentStrip::addChip(const chat::Attachment &attachment)
{
    auto *chip = new AttachmentChip(attachment, m_shelf);
    connect(chip, &QAbstractButton::clicked, this,
            [this, chip] { Q_EMIT openRequested(chip->attachment()); });
    connect(chip, &AttachmentChip::removeRequested, this, [this, chip] { remove(chip); });
    refreshPicture(chip);
    chip->show();
    m_chips.append(chip);
}

// The focus goes to the next one, or out of here.
void AttachmentStrip::remove(AttachmentChip *chip)
{
    const qsizetype at = m_chips.indexOf(chip);
    if (at < 0)
        return;
    if (chip->hasFocus() && m_chips.size() > 1)
        m_chips.at(at + 1 < m_chips.size() ? at + 1 : at - 1)->setFocus(Qt::TabFocusReason);
    else
        Q_EMIT emptied();
    Q_EMIT removeRequested({chip->attachment()});
}

void AttachmentStrip::refreshPicture(AttachmentChip *chip)
{
    if (m_thumbnails && chip->attachment().kind == chat::Attachment::Kind::Image)
        chip->setPicture(m_thumbnails->of(chip->attachment()));
}

void AttachmentStrip::setRefusal(const QString &sentences)
{
    m_refusal->setText(sentences);
    refresh();
}

void AttachmentStrip::setBlind(const QString &sentence)
{
    m_blind->setText(sentence);
    refresh();
}

void AttachmentStrip::setLeftOut(const QString &sentence)
{
    m_leftOut->setText(sentence);
    refresh();
}

void AttachmentStrip::refresh()
{
    for (AttachmentChip *chip : std::as_const(m_chips))
        chip->setRefused(isBlind() && chip->attachment().kind == chat::Attachment::Kind::Image);
    m_shelf->setVisible(!m_chips.isEmpty());
    const bool says = !m_refusal->text().isEmpty() || isBlind() || !m_leftOut->text().isEmpty();
    setVisible(says || !m_chips.isEmpty());
    place();
    Q_EMIT changed();
}

void AttachmentStrip::place()
{
    const QMargins margins = layout()->contentsMargins();
    const int width = QWidget::width() - margins.left() - margins.right();
    QPoint at;
    int bottom = 0;
    for (AttachmentChip *chip : std::as_const(m_chips)) {
        const QSize size = chip->sizeHint();
        if (at.x() > 0 && at.x() + size.width() > width)
            at = {0, at.y() + size.height() + gap};
        chip->setGeometry(QRect(at, QSize(std::min(size.width(), std::max(width, 60)), size.height())));
        at.rx() += size.width() + gap;
        bottom = chip->geometry().bottom() + 1;
    }
    m_shelf->setFixedHeight(bottom);
}

void AttachmentStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void AttachmentStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        place();
}

void AttachmentStrip::retranslate()
{
    setAccessibleName(tr("Attached"));
    m_dismiss->setText(tr("Dismiss"));
    m_chooseModel->setText(tr("Choose a model"));
    m_removeImages->setText(tr("Remove images"));
}

} // namespace ui
