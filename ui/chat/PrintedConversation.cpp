#include "chat/PrintedConversation.h"

#include <QPrinter>

#include <algorithm>
#include <utility>

namespace ui {

using base::Error;
using chat::Message;

namespace {

constexpr std::chrono::milliseconds turn{20};
// The style counts in pixels of which an inch has so many; so letters are 10 points high.
constexpr qreal pixelsInInch = 96;
constexpr int zoom = 89;

constexpr int titleGap = 20;
constexpr int messageGap = 22;
constexpr int headGap = 6;
constexpr int footHeight = 30;
// Of a message's beginning, so much has to have room under its name.
constexpr int leastBeginning = 60;

// And one for its head, so that it is never nothing.
qsizetype charactersIn(const Message &message)
{
    return message.text.size() + 1;
}

} // namespace

PrintedConversation::PrintedConversation(chat::ConversationStore &store, Pictures &pictures,
                                         const chat::Conversation &conversation,
                                         std::shared_ptr<QPagedPaintDevice> device,
                                         const exchange::PageWords &words, QObject *parent)
    : Operation(parent)
    , m_store(store)
    , m_pictures(pictures)
    , m_conversation(conversation)
    , m_device(std::move(device))
    , m_words(words)
    , m_style(TranscriptStyle::of(Theme::of(Theme::lightPalette()), zoom, &m_formulas))
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &PrintedConversation::work);
    connect(&m_formulas, &Typesetter::typeset, this, [this] {
        if (m_message)
            m_message->takePictures();
        m_turn.start();
    });
    store.path(this, conversation.id, [this](const base::Result<QList<Message>> &path) { take(path); });
}

PrintedConversation::~PrintedConversation()
{
    stop();
}

void PrintedConversation::stop()
{
    m_turn.stop();
    if (!m_painter.isActive())
        return;
    if (auto *printer = dynamic_cast<QPrinter *>(m_device.get()))
        printer->abort();
    m_painter.end();
}

void PrintedConversation::take(const base::Result<QList<Message>> &path)
{
    if (isDone())
        return;
    if (!path)
        return fail(path.error());
    if (path->isEmpty())
        return fail({Error::Kind::NotFound, {}});
    if (!m_painter.begin(m_device.get()))
        return fail({Error::Kind::Unsupported, {}});
    m_messages = *path;
    if (!m_conversation.systemPrompt.trimmed().isEmpty()) {
        Message prompt;
        prompt.role = backend::Role::System;
        prompt.text = m_conversation.systemPrompt;
        m_messages.prepend(prompt);
    }
    for (const Message &message : std::as_const(m_messages))
        m_characters += charactersIn(message);
    const qreal scale = m_device->logicalDpiX() / pixelsInInch;
    m_painter.scale(scale, scale);
    m_page = QSize(qFloor(m_device->width() / scale), qFloor(m_device->height() / scale) - footHeight);
    m_pages = 1;
    drawTitle();
    m_turn.start();
}

void PrintedConversation::work()
{
    const QDeadlineTimer deadline(turn);
    while (!isDone() && workOn(deadline)) {
        if (deadline.hasExpired()) {
            // What has to be laid out anew is not told.
            m_fraction = std::max(m_fraction, fraction());
            Q_EMIT progressed(m_fraction);
            return m_turn.start();
        }
    }
}

double PrintedConversation::fraction() const
{
    qsizetype left = 0;
    for (const Message &message : m_messages)
        left += charactersIn(message);
    const double prepared = m_message ? m_message->prepared() : 0;
    const double begun =
        m_messages.isEmpty() ? 0 : prepared * static_cast<double>(charactersIn(m_messages.constFirst()));
    return (static_cast<double>(m_characters - left) + begun) / static_cast<double>(m_characters);
}

// False where it has ended, or a formula or an image has to come first.
bool PrintedConversation::workOn(QDeadlineTimer deadline)
{
    if (!m_message) {
        if (m_messages.isEmpty()) {
            end();
            return false;
        }
        beginMessage();
    }
    if (!m_message->prepare(deadline))
        return true;
    if (!m_formulas.isIdle() || m_isReadingImage)
        return false;
    if (!m_images.isEmpty() && !m_image) {
        readImage();
        return false;
    }
    if (!m_isNamed) {
        const int beginning = std::max(leastBeginning, headHeight() + imageSize().height());
        if (m_y > 0 && m_y + beginning > m_page.height())
            beginPage();
        drawHead(m_messages.constFirst());
        m_isNamed = true;
    }
    if (m_image) {
        drawImage();
        return true;
    }
    if (drawPart()) {
        m_message.reset();
        m_messages.removeFirst();
        m_y += messageGap;
    }
    return true;
}

void PrintedConversation::beginMessage()
{
    m_message = std::make_unique<PrintedMessage>(m_messages.constFirst().text, m_style, m_page.width());
    m_drawn = 0;
    m_isNamed = false;
    for (const chat::Attachment &attachment : m_messages.constFirst().attachments) {
        if (attachment.kind == chat::Attachment::Kind::Image)
            m_images.append(attachment.id);
    }
}

void PrintedConversation::readImage()
{
    m_isReadingImage = true;
    const auto take = [this](const QImage &image) {
        m_isReadingImage = false;
        m_image = image;
        if (!isDone())
            m_turn.start();
    };
    const chat::Id id = m_images.constFirst();
    m_store.contents(this, {id}, [this, id, take](const base::Result<QHash<chat::Id, QByteArray>> &contents) {
        if (!contents || !contents->contains(id))
            return take({});
        constexpr QSize most{chat::longestSide, chat::longestSide};
        m_pictures.show(
            this, contents->value(id), most,
            [take](const std::expected<QImage, PictureFault> &read) { take(read.value_or(QImage())); });
    });
}

// On the page, and never larger than it is.
QSize PrintedConversation::imageSize() const
{
    if (!m_image || m_image->isNull())
        return {0, 0};
    const QSize most(m_page.width(), m_page.height() - headHeight());
    const QSize size = m_image->size();
    return size.boundedTo(most) == size ? size : size.scaled(most, Qt::KeepAspectRatio);
}

void PrintedConversation::drawImage()
{
    const QSize size = imageSize();
    if (!size.isEmpty()) {
        if (m_y > 0 && m_y + size.height() > m_page.height())
            beginPage();
        m_painter.drawImage(QRect(QPoint(0, m_y), size), *m_image);
        m_y += size.height() + headGap;
    }
    m_images.removeFirst();
    m_image.reset();
}

// What has room on the page; true where that is all.
bool PrintedConversation::drawPart()
{
    const int room = m_page.height() - m_y;
    const int height = m_message->height();
    int to = m_message->breakAbove(m_drawn + room, m_drawn);
    // Nothing but a part of one line: there is more room on the next page.
    if (to == m_drawn + room && to < height && m_y > 0 &&
        m_message->breakAbove(m_drawn + m_page.height(), m_drawn) > to)
        to = m_drawn;
    if (to > m_drawn)
        m_message->draw(m_painter, {0, m_y}, m_drawn, to);
    m_y += to - m_drawn;
    m_drawn = to;
    if (m_drawn >= height)
        return true;
    beginPage();
    return false;
}

void PrintedConversation::beginPage()
{
    drawFoot();
    m_device->newPage();
    ++m_pages;
    m_y = 0;
}

void PrintedConversation::drawTitle()
{
    const QString title = m_conversation.title.isEmpty() ? m_words.untitled : m_conversation.title;
    m_painter.setFont(m_style.headings[0].font);
    m_painter.setPen(m_style.theme.text);
    QRect place;
    m_painter.drawText(QRect(QPoint(0, 0), m_page), Qt::AlignLeft | Qt::TextWordWrap, title, &place);
    m_y = place.height() + titleGap;
}

QString PrintedConversation::nameOf(const Message &message) const
{
    switch (message.role) {
    case backend::Role::User:
        return m_words.you;
    case backend::Role::System:
        return m_words.systemPrompt;
    case backend::Role::Assistant:
        return message.model.isEmpty() ? m_words.model : message.model;
    }
    return {};
}

int PrintedConversation::headHeight() const
{
    return m_style.bodyLine + headGap;
}

// Who speaks, and in the same line when, what it took, and what was sent with it.
void PrintedConversation::drawHead(const Message &message)
{
    const QString name = nameOf(message);
    const int line = m_style.bodyLine;
    m_painter.setFont(m_style.bodyBold);
    m_painter.setPen(m_style.theme.text);
    QRect place;
    m_painter.drawText(QRect(0, m_y, m_page.width(), line), Qt::AlignLeft | Qt::AlignVCenter, name, &place);
    const int left = place.right() + 12;
    QStringList parts = m_words.facts(message);
    for (const chat::Attachment &attachment : message.attachments)
        parts.append(m_words.attachment(attachment));
    const QString facts = parts.join(QStringLiteral(" · "));
    m_painter.setFont(m_style.small);
    m_painter.setPen(m_style.theme.text2);
    const QRect rest(left, m_y, m_page.width() - left, line);
    m_painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                       QFontMetrics(m_style.small).elidedText(facts, Qt::ElideRight, rest.width()));
    m_y += headHeight();
}

void PrintedConversation::drawFoot()
{
    const QRect place(0, m_page.height() + footHeight / 2, m_page.width(), footHeight / 2);
    m_painter.setFont(m_style.small);
    m_painter.setPen(m_style.theme.text2);
    m_painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_pages));
    const QString title =
        QFontMetrics(m_style.small).elidedText(m_conversation.title, Qt::ElideRight, m_page.width() * 3 / 4);
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title);
}

void PrintedConversation::end()
{
    drawFoot();
    m_painter.end();
    succeed([this] { Q_EMIT finished(m_pages); });
}

} // namespace ui
