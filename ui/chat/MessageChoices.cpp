// What the reader opens, closes and wants to see otherwise in a message: the part of MessageLayout that knows
// choices.
#include "chat/MessageLayout.h"

#include <algorithm>

namespace ui {

void MessageLayout::toggleThinking()
{
    m_thinkingChoice = !isThinkingOpen();
    m_thinkingScroll = 0;
    markDirty(0);
    place();
}

void MessageLayout::openThinking()
{
    if (!isThinkingOpen() || isPeek()) {
        m_thinkingChoice = true;
        m_thinkingScroll = 0;
        markDirty(0);
        place();
    }
}

void MessageLayout::toggleDetails()
{
    m_detailsAreOpen = !m_detailsAreOpen;
    placeFailure();
    markDirty(m_failureTop);
    place();
}

void MessageLayout::beginOpening(ActionKey::Kind section, int pixels)
{
    m_opening = section;
    m_openingBy = std::max(0, pixels);
    m_motion.start();
    stepOpening();
}

bool MessageLayout::stepOpening()
{
    m_hidden = m_motion.rest(m_openingBy);
    if (!m_motion.isRunning())
        m_openingBy = 0;
    markDirty(m_opening == ActionKey::Kind::ToggleThinking ? thinkingHeader : m_failureTop);
    place();
    return isOpening();
}

void MessageLayout::toggleUnseen()
{
    m_showsUnseen = !m_showsUnseen;
    m_thinking.setShowsUnseen(m_showsUnseen);
    m_text.setShowsUnseen(m_showsUnseen);
    placeNotice();
    markDirty(0);
    place();
}

void MessageLayout::toggleWrap(const ActionKey &key)
{
    columnOf(key.part).toggleWrap(key.block, m_style);
    markBlockDirty(key.part, key.block);
    place();
}

void MessageLayout::showFormatted(const ActionKey &key)
{
    columnOf(key.part).showFormatted(key.block, m_style);
    markBlockDirty(key.part, key.block);
    place();
}

} // namespace ui
