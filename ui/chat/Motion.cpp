#include "chat/Motion.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace ui {

bool Motion::isWanted(const QWidget *widget)
{
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

int Motion::rest(int whole) const
{
    if (!isRunning())
        return 0;
    const double left = 1 - static_cast<double>(m_since.elapsed()) / duration;
    return static_cast<int>(std::lround(whole * std::max(0.0, left * left * left)));
}

} // namespace ui
