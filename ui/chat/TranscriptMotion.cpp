// Motion in TranscriptView: what opens, and the way to the end. In steps of a frame, and none while nothing
// moves.
#include "chat/TranscriptPrivate.h"

#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace ui {

bool TranscriptView::Private::isMotionWanted() const
{
    return isGliding && isShown() && Motion::isWanted(q);
}

// The last page of the way: what lies before it would only flicker by.
void TranscriptView::Private::glideToEnd()
{
    const int before = top();
    q->scrollToEnd();
    glideFrom = std::min(top() - before, pageHeight());
    if (!isMotionWanted() || glideFrom <= 0)
        return;
    glide.start();
    settle();
    frames.requestNext();
}

// Its height is what of it shows; it is not followed to the end meanwhile, or its beginning would go away.
void TranscriptView::Private::beginOpening(int row, const ActionKey &section, int heightBefore)
{
    MessageLayout &layout = *column.layout(row);
    layout.beginOpening(section.kind, layout.height() - heightBefore);
    isOpening = true;
    frames.requestNext();
}

void TranscriptView::Private::stepMotion()
{
    bool isMoving = false;
    // Also where the reader has gone elsewhere meanwhile: else it would stay half open.
    for (int row = 0; isOpening && row < column.rowCount(); ++row) {
        if (MessageLayout *layout = column.layout(row); layout && layout->isOpening()) {
            isMoving = layout->stepOpening() || isMoving;
            column.updateHeight(row);
        }
    }
    const bool wasOpening = std::exchange(isOpening, isMoving);
    settle();
    if (wasOpening && !isOpening && !isFollowing)
        setFollowing(top() >= q->verticalScrollBar()->maximum());
    if (isOpening || glide.isRunning())
        frames.requestNext();
    else if (std::exchange(glideFrom, 0) > 0)
        settle(); // time has passed since
}

} // namespace ui
