// What can be done with a message, and its drawing: the part of MessageLayout that knows words and buttons.
#include "chat/AttachmentLayout.h"
#include "chat/CodeLayout.h"
#include "chat/MessageLayout.h"
#include "chat/VersionPager.h"
#include "common/Format.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace ui {

namespace {

constexpr int iconButton = 24;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

std::chrono::seconds since(const QDateTime &begin)
{
    const qint64 elapsed = begin.isValid() ? begin.msecsTo(QDateTime::currentDateTimeUtc()) : 0;
    return std::chrono::seconds(std::max<qint64>(0, elapsed / 1000));
}

Action iconAction(ActionKey::Kind kind, const QString &icon, const QString &name, QPoint at)
{
    Action action;
    action.key.kind = kind;
    action.look = Action::Look::Icon;
    action.icon = icon;
    action.name = name;
    action.rect = QRect(at, QSize(iconButton, iconButton));
    return action;
}

bool isCode(const chat::Block &block)
{
    return block.kind == chat::Block::Kind::Code;
}

} // namespace

QString MessageLayout::thinkingText() const
{
    if (isThinkingLive()) {
        const auto began = m_message.created.addMSecs(m_message.firstToken.count());
        return Words::tr("Thinking %1").arg(duration(since(began)));
    }
    if (m_message.thinkingTime.count() <= 0)
        return Words::tr("Thinking");
    return Words::tr("Thought for %1")
        .arg(duration(std::chrono::ceil<std::chrono::seconds>(m_message.thinkingTime)));
}

QString MessageLayout::stalledText() const
{
    return Words::tr("Nothing new for %1. Keep waiting, or stop: what is here is kept.")
        .arg(duration(std::chrono::seconds(m_sinceText.elapsed() / 1000)));
}

QString MessageLayout::waitingText() const
{
    using namespace std::chrono;
    if (!isPostponed())
        return Words::tr("Waiting for the model %1").arg(duration(since(m_message.created)));
    const milliseconds left(m_context.askedAgain.remainingTime());
    return Words::tr("The server is busy and said when to come back: asked again in %1")
        .arg(duration(ceil<seconds>(left)));
}

QString MessageLayout::clockNotice() const
{
    if (isStalled())
        return stalledText();
    return isPostponed() ? waitingText() : QString();
}

Action MessageLayout::thinkingAction() const
{
    Action action;
    action.key.kind = ActionKey::Kind::ToggleThinking;
    action.look = Action::Look::Quiet;
    action.icon = isThinkingOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    action.text = thinkingText();
    action.name = action.text;
    action.isOn = isThinkingOpen();
    action.rect = QRect(0, 0, 24 + QFontMetrics(m_style.body).horizontalAdvance(action.text), thinkingHeader);
    return action;
}

QList<Action> MessageLayout::codeActions(chat::MessagePart part, int block) const
{
    const BlockColumn &text = column(part);
    const QPoint origin = originOf(part) + text.originOf(block);
    const int right = originOf(part).x() + text.width() - 4;
    const QString copy = Words::tr("Copy");
    const int copyWidth = std::max(actionWidth(copy, m_style, Action::Look::Flat),
                                   actionWidth(Words::tr("Copied"), m_style, Action::Look::Flat));
    const QString wrap = Words::tr("Wrap", "Switch: break long lines of code");
    const int wrapWidth = actionWidth(wrap, m_style, Action::Look::Flat);
    Action wrapAction;
    wrapAction.key = {ActionKey::Kind::WrapCode, block, -1, part};
    wrapAction.icon = QStringLiteral("text-wrap");
    wrapAction.text = wrapAction.name = wrap;
    wrapAction.isOn = text.isWrapped(block);
    wrapAction.rect = QRect(right - copyWidth - wrapWidth, origin.y() + 4, wrapWidth, iconButton);
    Action copyAction;
    copyAction.key = {ActionKey::Kind::CopyCode, block, -1, part};
    copyAction.icon = QStringLiteral("copy");
    copyAction.text = copy;
    copyAction.name = Words::tr("Copy code");
    // "Copied" grows to the left, where room is kept for it.
    const int ownWidth = actionWidth(copy, m_style, Action::Look::Flat);
    copyAction.rect = QRect(right - ownWidth, origin.y() + 4, ownWidth, iconButton);
    if (!text.canBeFormatted(block))
        return {wrapAction, copyAction};
    Action formatAction;
    formatAction.key = {ActionKey::Kind::ShowFormatted, block, -1, part};
    formatAction.text = formatAction.name = Words::tr("Show formatted");
    const int width = actionWidth(formatAction.text, m_style, Action::Look::Flat) - 20; // it has no icon
    formatAction.rect = QRect(wrapAction.rect.left() - width, origin.y() + 4, width, iconButton);
    return {formatAction, wrapAction, copyAction};
}

QList<Action> MessageLayout::questionActions() const
{
    QList<Action> pager = pagerActions(m_message, m_context.width, m_style);
    for (Action &action : pager)
        action.rect.translate(0, -iconButton);
    const int right = pager.isEmpty() ? m_context.width : pager.first().rect.left() - 8;
    // The last message, where a branch ends with a question or its answer was never begun.
    const bool isOpen = m_context.place == Place::Last;
    if (isOpen)
        pager.prepend(iconAction(ActionKey::Kind::Regenerate, QStringLiteral("refresh-cw"),
                                 Words::tr("Answer this question"), {right - iconButton, -iconButton}));
    const int left = isOpen ? right - iconButton : right;
    return QList{iconAction(ActionKey::Kind::CopyMessage, QStringLiteral("copy"), Words::tr("Copy question"),
                            {left - 2 * iconButton, -iconButton}),
                 iconAction(ActionKey::Kind::EditQuestion, QStringLiteral("pencil"),
                            Words::tr("Edit question"), {left - iconButton, -iconButton})} +
           pager;
}

// Beside a question, under an answer.
QList<Action> MessageLayout::ownActions() const
{
    if (!isQuestion() && isStreaming())
        return {};
    QList<Action> actions = isQuestion() ? questionActions() : answerActions();
    for (Action &action : actions)
        action.isEnabled = action.isEnabled && !(m_context.isBusy && isPager(action.key));
    return actions;
}

QList<Action> MessageLayout::answerActions() const
{
    const GoingOn goingOn = m_failure ? GoingOn::NotPossible : m_goingOn;
    QList<Action> actions = footerActions(m_message, m_context.place, goingOn, m_context.width, m_style);
    for (Action &action : actions)
        action.rect.translate(0, m_footerTop);
    return actions;
}

QList<Action> MessageLayout::actions() const
{
    QList<Action> actions = attachmentActions();
    if (m_thinkingTaken > 0 && !isQuestion())
        actions.append(thinkingAction());
    actions.append(blockActions(chat::MessagePart::Thinking));
    actions.append(noticeActions());
    actions.append(blockActions(chat::MessagePart::Text));
    return actions + failureActions() + ownActions() + cutActions();
}

QList<Action> MessageLayout::blockActions(chat::MessagePart part) const
{
    QList<Action> actions;
    for (int i = 0; isOpen(part) && i < column(part).size(); ++i)
        actions.append(isCode(column(part).block(i)) ? codeActions(part, i) : linkActions(part, i));
    return actions;
}

// Only those that show as a whole.
QList<Action> MessageLayout::codeButtonsBetween(chat::MessagePart part, int top, int bottom) const
{
    QList<Action> buttons;
    const BlockColumn &text = column(part);
    const int origin = originOf(part).y();
    for (int i = std::max(0, text.blockAt(top - origin)); isOpen(part) && i < text.size(); ++i) {
        const int blockTop = origin + text.originOf(i).y();
        if (blockTop > bottom)
            break;
        if (isCode(text.block(i)) && blockTop + CodeLayout::headerHeight >= top)
            buttons.append(codeActions(part, i));
    }
    if (isPeeking(part) || isOpening())
        buttons.removeIf([body = bodyOf(part)](const Action &one) { return !body.contains(one.rect); });
    return buttons;
}

QList<Action> MessageLayout::partButtonsBetween(int top, int bottom) const
{
    QList<Action> buttons = top < m_textTop ? attachmentActions() : QList<Action>();
    if (m_thinkingTaken > 0 && !isQuestion())
        buttons.append(thinkingAction());
    buttons += noticeActions() + codeButtonsBetween(chat::MessagePart::Thinking, top, bottom) +
               codeButtonsBetween(chat::MessagePart::Text, top, bottom);
    return buttons + failureActions() + cutActions();
}

QList<Action> MessageLayout::buttonsBetween(int top, int bottom) const
{
    return partButtonsBetween(top, bottom) + ownActions();
}

std::optional<Action> MessageLayout::action(const ActionKey &key) const
{
    for (const Action &action : actions()) {
        if (action.key == key)
            return action;
    }
    return {};
}

std::optional<Action> MessageLayout::actionAt(QPoint point) const
{
    int block = -1;
    const auto part = partAt(point);
    if (part && column(*part).spanAt(point - originOf(*part), &block)) {
        if (const std::optional<Action> link = linkAt(*part, block, point))
            return link;
    }
    for (const Action &action : buttonsBetween(point.y(), point.y())) {
        if (action.rect.contains(point))
            return action;
    }
    return {};
}

QString MessageLayout::textOf(const ActionKey &key) const
{
    const BlockColumn &text = column(key.part);
    return key.block >= 0 && key.block < text.size() ? text.block(key.block).content.text : QString();
}

void MessageLayout::draw(QPainter &painter, QPoint at, const QRect &clip, const MessageView &view) const
{
    if (isQuestion())
        drawQuestion(painter, at, view.isEdited);
    else if (m_thinkingTaken > 0)
        drawThinking(painter, at, clip, view.thinking);
    if (isWaiting()) {
        painter.setFont(m_style.text.font);
        painter.setPen(m_style.theme.text3);
        painter.drawText(
            QRect(at.x(), at.y() + m_textTop, m_context.width, m_style.text.line), Qt::AlignVCenter,
            QFontMetrics(m_style.text.font).elidedText(waitingText(), Qt::ElideRight, m_context.width));
    }
    if (m_notice)
        m_notice->draw(painter, at + QPoint(textOrigin().x(), m_noticeTop), clip, m_style);
    m_text.draw(painter, at + textOrigin(), clip, view.text, m_style);
    if (m_unsaid)
        m_unsaid->draw(painter, at + textOrigin(), clip, {}, m_style.theme);
    if (isStreaming())
        drawCursor(painter, at);
    if (isStalled())
        drawStalled(painter, at);
    if (m_failure)
        drawFailure(painter, at + QPoint(0, m_failureTop), clip);
    if (m_cut)
        m_cut->draw(painter, at + QPoint(0, m_cutTop), clip, m_style);
    drawActions(painter, at, clip, view);
}

void MessageLayout::drawQuestion(QPainter &painter, QPoint at, bool isEdited) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isEdited ? QPen(m_style.theme.accentText, 1) : QPen(Qt::NoPen));
    painter.setBrush(m_style.theme.sunken);
    const qreal line = isEdited ? .5 : 0;
    painter.drawRoundedRect(QRectF(at, QSizeF(m_context.width, m_cutTop)).adjusted(line, line, -line, -line),
                            8, 8);
}

void MessageLayout::drawThinking(QPainter &painter, QPoint at, const QRect &clip,
                                 const ColumnHighlights &highlights) const
{
    if (!isThinkingOpen())
        return;
    const QRect body(at.x(), at.y() + thinkingHeader + 4, m_context.width, thinkingHeight());
    painter.save();
    painter.setClipRect(body, Qt::IntersectClip);
    painter.fillRect(QRect(body.left() + 2, body.top(), 2, body.height()), m_style.theme.lineStrong);
    m_thinking.draw(painter, at + thinkingOrigin(), clip.intersected(body), highlights, m_style);
    painter.restore();
}

void MessageLayout::drawFailure(QPainter &painter, QPoint at, const QRect &clip) const
{
    painter.save();
    painter.setClipRect(QRect(at, QSize(m_context.width, failureHeight())), Qt::IntersectClip);
    m_failure->draw(painter, at, clip, m_style);
    painter.restore();
}

// Steady, not blinking.
void MessageLayout::drawCursor(QPainter &painter, QPoint at) const
{
    const bool inThinking = isThinkingLive();
    if (isWaiting() || (inThinking && (!isThinkingOpen() || m_thinkingScroll > 0)))
        return;
    const QRect end = inThinking ? m_thinking.end() : m_text.end();
    if (end.isNull())
        return;
    const QPoint origin = at + (inThinking ? thinkingOrigin() : textOrigin());
    const TextFace &face = inThinking ? m_style.thinking : m_style.text;
    const int height = face.font.pixelSize();
    const BlockColumn &column = inThinking ? m_thinking : m_text;
    const int x = column.isRightToLeft(column.size() - 1) ? std::max(end.left() - 8, 0)
                                                          : std::min(end.left() + 1, m_text.width() - 7);
    painter.fillRect(QRect(origin.x() + x, origin.y() + end.center().y() - height / 2, 7, height),
                     m_style.theme.text3);
}

// Where the footer comes when the answer is complete.
void MessageLayout::drawStalled(QPainter &painter, QPoint at) const
{
    const QRect line(at.x(), at.y() + m_footerTop, m_context.width, footerHeight);
    painter.setFont(m_style.small);
    painter.setPen(m_style.theme.text3);
    painter.drawText(line, Qt::AlignVCenter,
                     QFontMetrics(m_style.small).elidedText(stalledText(), Qt::ElideRight, line.width()));
}

void MessageLayout::drawActions(QPainter &painter, QPoint at, const QRect &clip,
                                const MessageView &view) const
{
    const auto draw = [&](Action action) {
        QRect rect = action.rect.translated(at);
        if (!rect.adjusted(-4, -4, 4, 4).intersects(clip))
            return;
        if (view.actions.copied == action.key) {
            action.icon = QStringLiteral("check");
            if (action.look != Action::Look::Icon) {
                action.text = Words::tr("Copied");
                rect.setLeft(rect.right() + 1 - actionWidth(action.text, m_style, action.look));
            }
        }
        if (action.look == Action::Look::Picture)
            drawPicture(painter, m_message.attachments.at(action.key.block), rect, m_style);
        drawAction(painter, action, rect, view.actions, m_style);
    };
    for (const Action &action : partButtonsBetween(clip.top() - at.y(), clip.bottom() - at.y()))
        draw(action);
    const auto &focused = view.actions.focused;
    if (focused && focused->kind == ActionKey::Kind::Link && isOpen(focused->part) &&
        focused->block < column(focused->part).size()) {
        for (const Action &action : linkActions(focused->part, focused->block)) {
            if (action.rect.intersects(bodyOf(focused->part)))
                draw(action);
        }
    }
    const bool showsOwn = view.isNear || m_context.place != Place::Earlier;
    if (isStreaming() || (!showsOwn && !isQuestion()))
        return;
    const QList<Action> own = ownActions();
    drawPager(painter, m_message, own, at, m_style);
    if (!isQuestion())
        drawFooter(painter, m_message, QRect(at.x(), at.y() + m_footerTop, m_context.width, footerHeight),
                   own, m_style);
    for (const Action &action : own) {
        if (showsOwn || isPager(action.key))
            draw(action);
    }
}

} // namespace ui
