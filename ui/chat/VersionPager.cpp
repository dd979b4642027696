#include "chat/VersionPager.h"

#include "common/Format.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int side = 24;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

QString versionText(const chat::Message &message)
{
    return QStringLiteral("%1/%2").arg(number(message.version), number(message.versions));
}

Action arrow(ActionKey::Kind kind, const QString &icon, const QString &name, int right, bool isEnabled)
{
    Action action;
    action.key.kind = kind;
    action.look = Action::Look::Icon;
    action.icon = icon;
    action.name = name;
    action.isEnabled = isEnabled;
    action.rect = QRect(right - side, 0, side, side);
    return action;
}

} // namespace

QList<Action> pagerActions(const chat::Message &message, int right, const TranscriptStyle &style)
{
    if (message.versions <= 1)
        return {};
    const int text = QFontMetrics(style.small).horizontalAdvance(versionText(message)) + 4;
    return {arrow(ActionKey::Kind::PreviousVersion, QStringLiteral("chevron-left"),
                  Words::tr("Previous version"), right - side - text, message.version > 1),
            arrow(ActionKey::Kind::NextVersion, QStringLiteral("chevron-right"), Words::tr("Next version"),
                  right, message.version < message.versions)};
}

bool isPager(const ActionKey &key)
{
    return key.kind == ActionKey::Kind::PreviousVersion || key.kind == ActionKey::Kind::NextVersion;
}

void drawPager(QPainter &painter, const chat::Message &message, const QList<Action> &actions, QPoint at,
               const TranscriptStyle &style)
{
    const auto previous = std::ranges::find_if(
        actions, [](const Action &one) { return one.key.kind == ActionKey::Kind::PreviousVersion; });
    if (previous == actions.end())
        return;
    // On the baseline of the words of a footer.
    const QFontMetrics small(style.small);
    const QRect rect = previous->rect.translated(at);
    painter.setFont(style.small);
    painter.setPen(style.theme.text3);
    painter.drawText(rect.right() + 3, rect.top() + (rect.height() - small.height()) / 2 + small.ascent(),
                     versionText(message));
}

QString versionWords(const chat::Message &message)
{
    return message.versions > 1
               ? Words::tr("Version %1 of %2").arg(number(message.version), number(message.versions))
               : QString();
}

} // namespace ui
