// What a message says about itself besides its text: the part of MessageLayout that knows failures, why there
// is no text, and that it is not sent any more.
#include "chat/MessageLayout.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

} // namespace

// A model cannot be put back into the middle of a thought.
void MessageLayout::placeUnsaid()
{
    m_unsaid.reset();
    if (!m_onlyThought || m_context.place != Place::Last)
        return;
    const QString text =
        m_message.state == chat::MessageState::Stopped
            ? Words::tr("Stopped while it was thinking, so there is no text to continue. Regenerate asks "
                        "again; without Think the answer comes at once.")
            : Words::tr("The token limit, or the end of the window, was reached while it was thinking, so "
                        "there is no text to continue. Raise Max tokens or the context length in Settings, "
                        "or switch Think off, then regenerate.");
    const TextFace face{m_style.body, m_style.body, m_style.bodyLine, m_style.theme.text2};
    m_unsaid = std::make_unique<TextLayout>(chat::MarkedText{text, {}}, face, m_style.theme);
    m_unsaid->layOut(m_context.width);
}

void MessageLayout::placeNotice()
{
    m_notice = isPlain() ? std::make_unique<PlainNotice>(m_text.width(), m_style) : nullptr;
}

void MessageLayout::placeCut()
{
    m_cut = m_context.cut.after != 0 ? std::make_unique<CutLine>(m_context.cut, m_context.width, m_style)
                                     : nullptr;
}

Action MessageLayout::noticeAction() const
{
    Action action = m_notice->action();
    action.rect.translate(textOrigin().x(), m_noticeTop);
    return action;
}

QList<Action> MessageLayout::failureActions() const
{
    QList<Action> actions = m_failure ? m_failure->actions() : QList<Action>();
    if (m_context.place == Place::Beside)
        actions.removeIf([](const Action &one) { return one.key.kind != ActionKey::Kind::ToggleDetails; });
    for (Action &action : actions)
        action.rect.translate(0, m_failureTop);
    return actions;
}

QList<Action> MessageLayout::cutActions() const
{
    if (!m_cut)
        return {};
    Action action = m_cut->action();
    action.rect.translate(0, m_cutTop);
    return {action};
}

} // namespace ui
