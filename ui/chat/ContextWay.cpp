#include "chat/ContextWay.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ContextWay)
};

} // namespace

QString contextWayName(ContextWay way)
{
    switch (way) {
    case ContextWay::LeaveOut:
        return Words::tr("Leave out the oldest messages");
    case ContextWay::Enlarge:
        return Words::tr("Use a larger window");
    case ContextWay::Summarise:
        return Words::tr("Summarise the oldest part");
    case ContextWay::SendAll:
        return Words::tr("Send everything again");
    }
    Q_UNREACHABLE();
}

QString contextWayIcon(ContextWay way)
{
    switch (way) {
    case ContextWay::LeaveOut:
        return QStringLiteral("x");
    case ContextWay::Enlarge:
        return QStringLiteral("sliders-horizontal");
    case ContextWay::Summarise:
        return QStringLiteral("file-text");
    case ContextWay::SendAll:
        return QStringLiteral("refresh-cw");
    }
    Q_UNREACHABLE();
}

} // namespace ui
