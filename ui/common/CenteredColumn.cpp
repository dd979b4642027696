#include "common/CenteredColumn.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

CenteredColumn::CenteredColumn(QWidget *child, int inset, QWidget *parent)
    : QWidget(parent)
    , m_inset(inset)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(child);
}

void CenteredColumn::resizeEvent(QResizeEvent *event)
{
    const int room = width() - m_inset;
    const int side = std::max((room - 760) / 2, room < 560 ? 24 : 32);
    layout()->setContentsMargins(side, 8, side + m_inset, 16);
    QWidget::resizeEvent(event);
}

} // namespace ui
