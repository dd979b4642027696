#include "chat/AttachmentView.h"

#include "base/Text.h"
#include "chat/AttachmentChip.h"
#include "common/Appearance.h"

#include <QFontMetrics>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr qsizetype longestLine = 1000; // reliability.md D8
constexpr int textInset = 16;

} // namespace

AttachmentView::AttachmentView(const chat::Attachment &attachment, chat::ConversationStore &store,
                               Pictures &pictures, QWidget *parent)
    : QDialog(parent)
    , m_attachment(attachment)
    , m_pictures(pictures)
{
    setObjectName(QStringLiteral("attachmentView"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QStringLiteral("%1 · %2").arg(nameOf(attachment), sizeOf(attachment)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_label = new QLabel(this);
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumSize(200, 120);
    m_label->setAccessibleName(windowTitle());
    layout->addWidget(m_label);
    if (attachment.kind == chat::Attachment::Kind::Text) {
        m_text = new QPlainTextEdit(this);
        m_text->setObjectName(QStringLiteral("attachedText"));
        m_text->setReadOnly(true);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_text->setFont(ui::font(Type::Code));
        m_text->setAccessibleName(windowTitle());
        m_text->setFrameShape(QFrame::NoFrame);
        m_text->document()->setDocumentMargin(textInset);
        m_text->hide();
        layout->addWidget(m_text);
    }
    const QSize room = parent->window()->size() * 0.8;
    resize(m_text ? QSize(std::min(760, room.width()), room.height()) : room);
    store.contents(this, {attachment.id}, [this](const base::Result<QHash<chat::Id, QByteArray>> &contents) {
        if (contents && contents->contains(m_attachment.id))
            show(contents->value(m_attachment.id));
        else
            say(tr("It is not there any more: it was deleted, or lost with a damaged file."));
    });
}

void AttachmentView::show(const QByteArray &content)
{
    if (m_text) {
        m_label->hide();
        m_text->setPlainText(brokenLines(base::displayText(QString::fromUtf8(content))));
        m_text->show();
        m_text->setFocus();
        return;
    }
    m_pictures.show(this, content, {chat::longestSide, chat::longestSide},
                    [this](const std::expected<QImage, PictureFault> &image) {
                        if (!image)
                            return say(tr("It could not be read as an image."));
                        m_image = *image;
                        showPicture();
                    });
}

// Never larger than it is.
void AttachmentView::showPicture()
{
    if (m_image.isNull())
        return;
    const QSize room = m_label->size() * devicePixelRatio();
    const bool fits = m_image.width() <= room.width() && m_image.height() <= room.height();
    QPixmap shown = QPixmap::fromImage(
        fits ? m_image : m_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(devicePixelRatio());
    m_label->setPixmap(shown);
}

void AttachmentView::say(const QString &sentence)
{
    m_label->setText(sentence);
    m_label->setAccessibleName(sentence);
}

void AttachmentView::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    showPicture();
}

QString brokenLines(const QString &text)
{
    QString broken;
    broken.reserve(text.size());
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c == u'\n' ? 0 : length + 1;
        if (length > longestLine && !c.isLowSurrogate()) {
            broken.append(u'\n');
            length = 1;
        }
        broken.append(c);
    }
    return broken;
}

} // namespace ui
