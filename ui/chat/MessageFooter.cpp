#include "chat/MessageFooter.h"

#include "base/Text.h"
#include "chat/VersionPager.h"
#include "common/Format.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

} // namespace

QStringList footerFacts(const chat::Message &answer)
{
    QStringList facts;
    if (!answer.server.isEmpty())
        facts.append(Words::tr("answered by %1").arg(base::displayLine(answer.server, 60)));
    switch (answer.state) {
    case chat::MessageState::Stopped:
        facts.append(Words::tr("stopped"));
        break;
    case chat::MessageState::Interrupted:
    case chat::MessageState::Failed:
        facts.append(Words::tr("incomplete"));
        break;
    default:
        if (answer.summary.reason == backend::StopReason::Length)
            facts.append(Words::tr("token limit reached"));
        break;
    }
    if (answer.summary.answerTokens > 0)
        facts.append(tokens(answer.summary.answerTokens));
    if (answer.tokensPerSecond() > 0)
        facts.append(tokensPerSecond(answer.tokensPerSecond()));
    if (answer.firstToken.count() > 0)
        facts.append(Words::tr("first token %1").arg(shortDuration(answer.firstToken)));
    if (answer.created.isValid())
        facts.append(timeOf(answer.created));
    return facts;
}

QList<Action> footerActions(const chat::Message &answer, Place place, GoingOn goingOn, int width,
                            const TranscriptStyle &style)
{
    QList<Action> actions;
    int right = width;
    const auto addBefore = [&](ActionKey::Kind kind, const QString &icon, const QString &name) {
        Action action;
        action.key.kind = kind;
        action.look = Action::Look::Icon;
        action.icon = icon;
        action.name = name;
        action.rect = QRect(right - 24, 0, 24, footerHeight);
        actions.prepend(action);
        right -= 24;
    };
    if (place != Place::Beside)
        addBefore(ActionKey::Kind::ShowReceipt, QStringLiteral("receipt-text"), Words::tr("Receipt"));
    if (place == Place::Last)
        addBefore(ActionKey::Kind::Regenerate, QStringLiteral("refresh-cw"), Words::tr("Regenerate"));
    if (place == Place::Last && goingOn == GoingOn::Possible)
        addBefore(ActionKey::Kind::Continue, QStringLiteral("play"), Words::tr("Continue"));
    addBefore(ActionKey::Kind::CopyMessage, QStringLiteral("copy"), Words::tr("Copy answer"));
    return place == Place::Beside ? actions : pagerActions(answer, right - 8, style) + actions;
}

void drawFooter(QPainter &painter, const chat::Message &answer, const QRect &rect,
                const QList<Action> &actions, const TranscriptStyle &style)
{
    const QFontMetrics medium(style.smallMedium);
    const QFontMetrics small(style.small);
    const int right = rect.left() + (actions.isEmpty() ? rect.width() : actions.first().rect.left() - 8);
    int x = rect.left();
    // On one line whatever the script: a font that stands in for Chinese is taller and would sit lower.
    const int baseline = rect.top() + (rect.height() - small.height()) / 2 + small.ascent();
    painter.setFont(style.smallMedium);
    painter.setPen(style.theme.text2);
    const QString model =
        medium.elidedText(base::displayLine(answer.model, 80), Qt::ElideRight, std::max(40, right - x));
    painter.drawText(x, baseline, model);
    x += medium.horizontalAdvance(model);
    painter.setFont(style.small);
    painter.setPen(style.theme.text3);
    // What does not fit is left away from the end, whole facts at a time.
    for (const QString &fact : footerFacts(answer)) {
        const QString text = QStringLiteral("  ·  ") + fact;
        const int width = small.horizontalAdvance(text);
        if (x + width > right)
            break;
        painter.drawText(x, baseline, text);
        x += width;
    }
}

} // namespace ui
