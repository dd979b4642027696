#include "common/CenteredColumn.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

CenteredColumn::CenteredColumn(QWidget *child, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(child);
}

void CenteredColumn::resizeEvent(QResizeEvent *event)
{
    const int side = std::max((width() - 760) / 2, width() < 560 ? 24 : 32);
    layout()->setContentsMargins(side, 8, side, 16);
    QWidget::resizeEvent(event);
}

} // namespace ui
