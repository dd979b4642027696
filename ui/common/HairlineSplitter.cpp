#include "common/HairlineSplitter.h"

#include "common/Theme.h"

#include <QPainter>

namespace ui {
namespace {

class Handle : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(contentsRect(), Theme::of(this).line);
    }
};

} // namespace

HairlineSplitter::HairlineSplitter(QWidget *parent)
    : QSplitter(parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle *HairlineSplitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace ui
