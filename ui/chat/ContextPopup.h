// What the next request of a conversation is made of, and what can be done where it does not fit. Deletes
// itself when it closes.
#pragma once

#include "chat/ContextWay.h"
#include "chat/ContextWords.h"
#include "common/Popup.h"

class QGridLayout;
class QVBoxLayout;

namespace ui {

// A way out, with what would come of it, or why it cannot be taken.
struct ContextOffer
{
    ContextWay way = ContextWay::LeaveOut;
    bool isPossible = false;
    QString explanation;

    bool operator==(const ContextOffer &) const = default;
};

class ContextPopup : public Popup
{
    Q_OBJECT
public:
    ContextPopup(const ContextState &state, const QList<ContextOffer> &offers, QWidget *parent);

    void open(QWidget *anchor);

Q_SIGNALS:
    void chosen(ui::ContextWay way);

private:
    void addParts(QVBoxLayout *layout, const ContextState &state);
    void addOffer(QVBoxLayout *layout, const ContextOffer &offer);

    QWidget *m_first = nullptr; // that the keys can be at
};

} // namespace ui
