#include "common/KeptFocus.h"

#include <algorithm>

namespace ui {

KeptFocus::KeptFocus(QWidget *owner, const QList<QAbstractButton *> &buttons)
    : m_owner(owner)
{
    const auto had = std::ranges::find_if(buttons, &QWidget::hasFocus);
    if (had == buttons.end() && !owner->hasFocus())
        return;
    m_buttons = buttons;
    if (had != buttons.end()) {
        m_had = *had;
        owner->setFocus(Qt::OtherFocusReason);
    }
}

KeptFocus::~KeptFocus()
{
    if (m_buttons.isEmpty() || !m_owner->hasFocus())
        return;
    const auto canTakeIt = [this](const QAbstractButton *button) {
        return button->isEnabled() && button->isVisibleTo(m_owner);
    };
    QAbstractButton *next = m_had && canTakeIt(m_had) ? m_had : nullptr;
    if (const auto first = std::ranges::find_if(m_buttons, canTakeIt); !next && first != m_buttons.end())
        next = *first;
    if (next)
        next->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
