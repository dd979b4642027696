#include "chat/MessageLayout.h"

#include "base/Text.h"
#include "chat/AttachmentLayout.h"
#include "chat/CodeLayout.h"
#include "chat/Continuation.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int thinkingInset = 21;
constexpr int peekLines = 6;
constexpr int openThinkingGap = 12;
constexpr int failureGap = 12;
constexpr int footerGap = 8;
// What is parsed between two looks at the clock.
constexpr qsizetype slice = 4 * 1024;

size_t hashOf(QStringView text, size_t seed)
{
    for (const QChar c : text)
        seed = seed * 31 + c.unicode();
    return seed;
}

} // namespace

MessageLayout::MessageLayout(const chat::Message &message, const TranscriptStyle &style,
                             const MessageChoices &choices, chat::Reading reading)
    : m_style(style)
    , m_reading(reading)
    , m_textStream(reading)
    , m_thinkingStream(reading)
    , m_text(message.role == backend::Role::Assistant ? style.text : style.question)
    , m_thinking(style.thinking)
    , m_thinkingChoice(choices.thinking)
    , m_detailsAreOpen(choices.detailsAreOpen)
    , m_showsUnseen(choices.showsUnseen)
{
    m_thinking.setShowsUnseen(m_showsUnseen);
    m_text.setShowsUnseen(m_showsUnseen);
    m_thinking.setChoices(choices.thought);
    m_text.setChoices(choices.text);
    m_message.id = message.id;
    m_message.role = message.role;
}

bool MessageLayout::accepts(const chat::Message &message) const
{
    return message.id == m_message.id && message.role == m_message.role &&
           message.text.size() >= m_textTaken && message.thinking.size() >= m_thinkingTaken &&
           (!m_isFinished ||
            (message.state != chat::MessageState::Streaming && message.text.size() == m_textTaken &&
             message.thinking.size() == m_thinkingTaken)) &&
           hashOf(QStringView(message.text).first(m_textTaken), 0) == m_hash;
}

MessageLayout::Progress MessageLayout::take(const chat::Message &message, const MessageContext &context,
                                            QDeadlineTimer deadline)
{
    const bool wasPeek = isPeek();
    const bool wasStalled = isStalled();
    const bool hadText = m_textTaken > 0;
    chat::Message facts = message;
    facts.text.clear();
    facts.thinking.clear();
    if (facts != m_message || context != m_context) {
        m_message = facts;
        m_context = context;
        m_text.setWidth(context.width - (isQuestion() ? 2 * questionPaddingX : 0), m_style);
        m_thinking.setWidth(context.width - thinkingInset, m_style);
        markDirty(m_textTop > 0 ? 0 : m_text.height());
        m_goingOn = chat::canContinue(message) ? GoingOn::Possible : GoingOn::NotPossible;
        m_onlyThought = chat::onlyThought(message);
        placeFailure();
        placeNotice();
        placeUnsaid();
        placeCut();
    }
    const qsizetype before = m_textTaken;
    const qsizetype known = m_textTaken + m_thinkingTaken;
    bool isAll = feedThinking(message.thinking, deadline);
    isAll = feedText(message.text, deadline) && isAll;
    if (m_textTaken + m_thinkingTaken != known) {
        m_sinceText.start();
        if (wasStalled) // says so under the text
            markDirty(0);
    }
    m_hash = hashOf(QStringView(message.text).mid(before, m_textTaken - before), m_hash);
    if (isAll && !isStreaming() && !(m_thinkingStream.isFinished() && m_textStream.isFinished())) {
        m_isFinished = true;
        isAll = finish(m_thinkingStream, m_thinking, deadline) && finish(m_textStream, m_text, deadline);
        if (isAll) {
            countUnseen();
            placeNotice();
        }
        markDirty(0);
    }
    const int perLine = std::max(1, m_text.width() / m_style.text.letter);
    m_isComplete = isAll;
    m_pendingHeight =
        m_textTaken == message.text.size()
            ? 0
            : static_cast<int>((message.text.size() - m_textTaken) / perLine + 1) * m_style.text.line;
    if (wasPeek != isPeek() || hadText != (m_textTaken > 0))
        markDirty(0);
    place();
    return isAll ? Progress::Everything : Progress::Partly;
}

bool MessageLayout::feedText(const QString &source, QDeadlineTimer deadline)
{
    int from = INT_MAX;
    const int before = m_text.height();
    const bool isAll = feed(m_textStream, m_text, source, m_textTaken, deadline, from);
    if (from < INT_MAX)
        markDirty(m_textTop + from, m_textTop + std::max(before, m_text.height()));
    return isAll;
}

bool MessageLayout::feedThinking(const QString &source, QDeadlineTimer deadline)
{
    int from = INT_MAX;
    const bool isAll = feed(m_thinkingStream, m_thinking, source, m_thinkingTaken, deadline, from);
    if (from < INT_MAX && isThinkingOpen())
        markDirty(thinkingHeader + (isPeek() ? 0 : from)); // what peeks out moves up as a whole
    return isAll;
}

// `from`: where the column looks different, the cursor included.
bool MessageLayout::feed(chat::MarkdownStream &stream, BlockColumn &column, const QString &source,
                         qsizetype &taken, QDeadlineTimer deadline, int &from)
{
    while (taken < source.size()) {
        const QStringView part = QStringView(source).mid(taken, slice);
        const QRect cursor = column.end();
        const qsizetype same = stream.append(part);
        m_dropped += base::droppedFrom(part);
        taken += part.size();
        from = std::min(from, column.setBlocks(stream.blocks(), same, m_style));
        const QRect moved = column.end();
        if (moved != cursor)
            from =
                std::min({from, cursor.isNull() ? from : cursor.top(), moved.isNull() ? from : moved.top()});
        if (taken < source.size() && deadline.hasExpired())
            return false;
    }
    return true;
}

// What is read at the end is what refers to something that came later: little, but in a text made for that.
bool MessageLayout::finish(chat::MarkdownStream &stream, BlockColumn &column, QDeadlineTimer deadline)
{
    qsizetype same = stream.finish(4 * slice);
    while (!stream.isFinished() && !deadline.hasExpired())
        same = std::min(same, stream.finish(4 * slice));
    column.setBlocks(stream.blocks(), same, m_style);
    return stream.isFinished();
}

MessageLayout::Dirty MessageLayout::takeDirty()
{
    const int from = std::exchange(m_dirtyFrom, INT_MAX);
    const int to = std::exchange(m_dirtyTo, 0);
    const int before = std::exchange(m_shownHeight, m_height);
    if (from >= m_height && before == m_height)
        return {};
    // A finger's breadth above: chips and rings reach over their line.
    return {std::max(0, std::min({from, before, m_height}) - 2),
            before == m_height ? std::min(to, m_height) : std::max(before, m_height)};
}

bool MessageLayout::isWaiting() const
{
    return !isQuestion() && isStreaming() && m_textTaken == 0 && m_thinkingTaken == 0;
}

bool MessageLayout::isThinkingLive() const
{
    return isStreaming() && m_textTaken == 0 && m_thinkingTaken > 0;
}

bool MessageLayout::isThinkingOpen() const
{
    return m_thinkingTaken > 0 && m_thinkingChoice.value_or(isThinkingLive());
}

bool MessageLayout::showsClock() const
{
    return isWaiting() || isThinkingLive() || isStalled();
}

bool MessageLayout::isStalled() const
{
    return hasClock() && !isWaiting() && m_sinceText.isValid() &&
           m_sinceText.hasExpired(m_context.patience.count());
}

int MessageLayout::thinkingHeight() const
{
    const int whole =
        isPeek() ? std::min(m_thinking.height(), peekLines * m_style.thinking.line) : m_thinking.height();
    return std::max(0, whole - hiddenOf(ActionKey::Kind::ToggleThinking));
}

void MessageLayout::place()
{
    placeParts();
    m_cutTop = m_height;
    m_height += m_cut ? m_cut->height() : 0;
}

void MessageLayout::placeParts()
{
    int y = 0;
    if (isQuestion()) {
        m_noticeTop = questionPaddingY + attachmentsHeight();
        m_textTop = m_noticeTop + noticeHeight();
        m_height = m_textTop + m_text.height() + m_pendingHeight + questionPaddingY;
        m_failureTop = m_footerTop = m_height;
        return;
    }
    if (m_thinkingTaken > 0)
        y = thinkingHeader + (isThinkingOpen() ? 4 + thinkingHeight() : 0);
    if (y > 0 && (m_textTaken > 0 || m_failure || m_unsaid))
        y += isThinkingOpen() ? openThinkingGap : thinkingGap;
    m_noticeTop = y;
    y += noticeHeight();
    m_textTop = y;
    y += isWaiting() ? m_style.text.line : m_text.height() + m_pendingHeight;
    y += m_unsaid ? m_unsaid->height() : 0;
    m_failureTop = y + (m_failure && y > 0 ? failureGap : 0);
    y = m_failureTop + failureHeight();
    m_footerTop = y + footerGap;
    m_height = m_footerTop + footerHeight;
}

QPoint MessageLayout::textOrigin() const
{
    return {isQuestion() ? questionPaddingX : 0, m_textTop};
}

QPoint MessageLayout::thinkingOrigin() const
{
    const int top = thinkingHeader + 4;
    return {thinkingInset, isPeek() ? top + thinkingHeight() - m_thinking.height() + m_thinkingScroll : top};
}

bool MessageLayout::layOut(int top, int bottom)
{
    bool moved = false;
    if (isThinkingOpen()) {
        const int y = thinkingOrigin().y();
        const int first = isPeek() ? m_thinking.height() - thinkingHeight() - m_thinkingScroll : top - y;
        const int last = isPeek() ? first + thinkingHeight() : bottom - y;
        if (last >= 0)
            moved = m_thinking.layOut(first, last, m_style);
    }
    const int y = m_textTop;
    if (bottom >= y && m_text.size() > 0 && top < y + m_text.height())
        moved = m_text.layOut(top - y, bottom - y, m_style) || moved;
    if (moved)
        place();
    return moved;
}

MessageLayout::Progress MessageLayout::color(int top, int bottom, QDeadlineTimer deadline)
{
    bool isBehind = false;
    const auto colorIn = [&](BlockColumn &column, int y) {
        const BlockColumn::Colored colored = column.color(top - y, bottom - y, deadline);
        if (colored.from < column.height())
            markDirty(y + colored.from);
        isBehind = isBehind || colored.isBehind;
    };
    if (isThinkingOpen())
        colorIn(m_thinking, thinkingOrigin().y());
    colorIn(m_text, m_textTop);
    return isBehind ? Progress::Partly : Progress::Everything;
}

void MessageLayout::dropOutside(int top, int bottom)
{
    m_text.dropOutside(top - m_textTop, bottom - m_textTop);
    m_thinking.dropOutside(top - thinkingHeader, bottom - thinkingHeader);
}

void MessageLayout::takePictures()
{
    const int thinking = m_thinking.takePictures();
    if (thinking < INT_MAX && isThinkingOpen())
        markDirty(thinkingHeader + (isPeek() ? 0 : thinking));
    const int text = m_text.takePictures();
    if (text < INT_MAX)
        markDirty(m_textTop + text);
    place();
}

MessageChoices MessageLayout::choices() const
{
    return {m_thinkingChoice, m_detailsAreOpen, m_showsUnseen, m_thinking.choices(), m_text.choices()};
}

bool MessageLayout::scrollSideways(QPoint point, int pixels)
{
    const chat::MessagePart part = partNear(point.y());
    const BlockColumn &text = column(part);
    const QRect body = bodyOf(part);
    const int block = text.blockAt(point.y() - originOf(part).y());
    if (point.y() < body.top() || point.y() > body.bottom() || block < 0 || !text.layout(block) ||
        !text.layout(block)->scrollSideways(pixels))
        return false;
    markBlockDirty(part, block);
    return true;
}

bool MessageLayout::scrollThinking(QPoint point, int pixels)
{
    const int hidden = m_thinking.height() - thinkingHeight();
    if (!isPeek() || hidden <= 0 || point.y() < thinkingHeader ||
        point.y() > thinkingHeader + thinkingHeight())
        return false;
    const int before = std::exchange(m_thinkingScroll, std::clamp(m_thinkingScroll + pixels, 0, hidden));
    markDirty(thinkingHeader);
    return m_thinkingScroll != before;
}

int estimatedHeight(const chat::Message &message, const MessageContext &context, const TranscriptStyle &style)
{
    const bool isQuestion = message.role != backend::Role::Assistant;
    const int width = context.width - (isQuestion ? 2 * MessageLayout::questionPaddingX : 0);
    const int perLine = std::max(1, width / style.text.letter);
    const int text = static_cast<int>(message.text.size() / perLine + 1) * style.text.line;
    if (isQuestion) {
        const int attached = attachmentsHeight(message.attachments, width, style);
        const bool isBoth = attached > 0 && !message.text.isEmpty();
        return attached + (isBoth ? MessageLayout::attachmentsGap : 0) +
               (attached > 0 && message.text.isEmpty() ? 0 : text) + 2 * MessageLayout::questionPaddingY;
    }
    const int thinking = MessageLayout::thinkingHeader + MessageLayout::thinkingGap;
    return text + footerGap + footerHeight + (message.thinking.isEmpty() ? 0 : thinking);
}

} // namespace ui
