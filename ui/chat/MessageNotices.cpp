// What a message says about itself besides its text: the part of MessageLayout that knows failures, why there
// is no text, and that it is not sent any more.
#include "base/Text.h"
#include "chat/MessageLayout.h"

#include <QCoreApplication>

namespace ui {

namespace {

constexpr int noticeGap = 8;

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

// In prose: in code they are marks anyway.
void MessageLayout::countUnseen()
{
    m_unseen = 0;
    for (const BlockColumn *column : {&m_thinking, &m_text}) {
        for (int i = 0; i < column->size(); ++i) {
            const chat::Block &block = column->block(i);
            if (block.kind == chat::Block::Kind::Code)
                continue;
            m_unseen += base::unseenIn(block.content.text);
            for (const QList<chat::MarkedText> &row : block.rows) {
                for (const chat::MarkedText &cell : row)
                    m_unseen += base::unseenIn(cell.text);
            }
        }
    }
}

// When all of it is there, so that its text does not move down while it is read.
void MessageLayout::placeNotice()
{
    m_notice.reset();
    QString button = Words::tr("Show formatted");
    QStringList words;
    if (isPlain()) {
        words.append(Words::tr("Shown as plain text because the app ended twice while showing it"));
    } else {
        button = m_unseen == 0   ? QString()
                 : m_showsUnseen ? Words::tr("Hide them", "Characters that cannot be seen")
                                 : Words::tr("Show them", "Characters that cannot be seen");
        if (m_isFinished && m_dropped > 0)
            words.append(Words::tr("%n character(s) that can hide or disguise text were left out.", nullptr,
                                   static_cast<int>(m_dropped)));
        if (m_isFinished && m_unseen > 0)
            words.append(Words::tr("%n character(s) in this message cannot be seen.", nullptr,
                                   static_cast<int>(m_unseen)));
    }
    if (!words.isEmpty())
        m_notice = std::make_unique<MessageNotice>(words.join(u' '), button,
                                                   isPlain() ? ActionKey::Kind::ShowFormatted
                                                             : ActionKey::Kind::ToggleUnseen,
                                                   m_text.width(), m_style);
}

void MessageLayout::placeCut()
{
    m_cut = m_context.cut.after != 0 ? std::make_unique<CutLine>(m_context.cut, m_context.width, m_style)
                                     : nullptr;
}

QList<Action> MessageLayout::noticeActions() const
{
    if (!m_notice || !m_notice->action())
        return {};
    Action action = *m_notice->action();
    action.rect.translate(textOrigin().x(), m_noticeTop);
    return {action};
}

int MessageLayout::noticeHeight() const
{
    return m_notice ? m_notice->height() + noticeGap : 0;
}

QString MessageLayout::noticeText() const
{
    QStringList texts;
    if (m_notice)
        texts.append(m_notice->text());
    if (m_unsaid)
        texts.append(m_unsaid->text().text);
    if (m_failure)
        texts.append(m_failure->text());
    else if (const QString words = clockNotice(); !words.isEmpty())
        texts.append(words);
    if (m_cut)
        texts.append(m_cut->text());
    return texts.join(u'\n');
}

int MessageLayout::failureHeight() const
{
    return m_failure ? m_failure->height() - hiddenOf(ActionKey::Kind::ToggleDetails) : 0;
}

void MessageLayout::placeFailure()
{
    m_failure.reset();
    const bool failed =
        m_message.state == chat::MessageState::Failed || m_message.state == chat::MessageState::Interrupted;
    if (isQuestion() || !failed || !m_message.error)
        return;
    const auto retry =
        m_context.place == Place::Last ? FailureLayout::Retry::Possible : FailureLayout::Retry::NotPossible;
    m_failure = std::make_unique<FailureLayout>(*m_message.error, m_message.model, m_context.server, retry,
                                                m_goingOn, m_context.width, m_style, m_detailsAreOpen);
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
