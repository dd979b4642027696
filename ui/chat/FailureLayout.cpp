#include "chat/FailureLayout.h"

#include "chat/ContextWay.h"
#include "common/ErrorText.h"
#include "common/Icons.h"

#include <QCoreApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int paddingX = 16;
constexpr int paddingY = 12;
constexpr int textLeft = 44; // rule, padding, icon and the gap after it
constexpr int buttonHeight = 28;
constexpr int buttonGap = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

std::unique_ptr<TextLayout> laidOut(const QString &text, const QFont &font, int line, const QColor &color,
                                    int width, const Theme &theme)
{
    auto layout =
        std::make_unique<TextLayout>(chat::MarkedText{text, {}}, TextFace{font, font, line, color}, theme);
    layout->layOut(width);
    return layout;
}

} // namespace

FailureLayout::FailureLayout(const base::Error &error, const QString &model, const QString &server,
                             Retry retry, GoingOn goingOn, int width, const TranscriptStyle &style,
                             bool detailsAreOpen)
    : m_width(width)
{
    // With text there already, it is going on with it that was refused.
    const bool isRefused = goingOn == GoingOn::Possible && error.kind == base::Error::Kind::Unsupported;
    if (isRefused)
        goingOn = GoingOn::NotPossible;
    const bool isFull = error.kind == base::Error::Kind::ContextFull;
    const bool isContinuing = isRefused || (isFull && goingOn == GoingOn::Possible);
    const ErrorText words =
        errorText(error, isContinuing ? Doing::Continuing : Doing::Answering, model, server);
    const int textWidth = width - textLeft - paddingX;
    m_what = laidOut(words.what, style.bodyBold, style.bodyLine, style.theme.text, textWidth, style.theme);
    m_height = paddingY + m_what->height();
    const bool canGoOn = retry == Retry::Possible && goingOn == GoingOn::Possible && !isFull;
    const QString next =
        canGoOn ? Words::tr("%1 Continue goes on where it ended.").arg(words.next) : words.next;
    if (!words.next.isEmpty()) {
        m_next = laidOut(next, style.body, style.bodyLine, style.theme.text2, textWidth, style.theme);
        m_height += m_next->height();
    }
    m_buttonsTop = m_height + paddingY;
    addActions(error.kind, retry, goingOn, !words.details.isEmpty(), detailsAreOpen, style);
    if (!m_actions.isEmpty())
        m_height = m_actions.constLast().rect.bottom() + 1;
    if (detailsAreOpen && !words.details.isEmpty()) {
        m_detailsTop = m_height + 8;
        m_details =
            laidOut(words.details, style.body, style.bodyLine, style.theme.text2, textWidth, style.theme);
        m_height = m_detailsTop + m_details->height();
    }
    m_height += paddingY;
}

void FailureLayout::addActions(base::Error::Kind kind, Retry retry, GoingOn goingOn, bool hasDetails,
                               bool detailsAreOpen, const TranscriptStyle &style)
{
    QPoint at(textLeft, m_buttonsTop);
    const auto add = [&](ActionKey::Kind what, Action::Look look, const QString &icon, const QString &text) {
        Action action;
        action.key.kind = what;
        action.look = look;
        action.icon = icon;
        action.text = text;
        action.name = text;
        const int width = actionWidth(text, style, look) - (icon.isEmpty() ? 20 : 0);
        if (at.x() > textLeft && at.x() + width > m_width - paddingX)
            at = QPoint(textLeft, at.y() + buttonHeight + buttonGap);
        action.rect = QRect(at, QSize(width, buttonHeight));
        m_actions.append(action);
        at.rx() += width + buttonGap;
    };
    const bool isFull = kind == base::Error::Kind::ContextFull; // and would be again
    if (retry == Retry::Possible && isFull) {
        for (const ContextWay way : {ContextWay::LeaveOut, ContextWay::Enlarge, ContextWay::Summarise}) {
            add(ActionKey::Kind::ContextWay, Action::Look::Plain, contextWayIcon(way), contextWayName(way));
            m_actions.last().key.block = static_cast<int>(way);
        }
    }
    if (retry == Retry::Possible && goingOn == GoingOn::Possible && !isFull)
        add(ActionKey::Kind::Continue, Action::Look::Plain, QStringLiteral("play"), Words::tr("Continue"));
    if (retry == Retry::Possible && !isFull) {
        add(ActionKey::Kind::Retry, Action::Look::Plain, QStringLiteral("refresh-cw"), Words::tr("Retry"));
        if (kind == base::Error::Kind::ModelNotFound)
            add(ActionKey::Kind::ChooseModel, Action::Look::Flat, {}, Words::tr("Choose another model"));
        else
            add(ActionKey::Kind::CheckConnection, Action::Look::Flat, {}, Words::tr("Check the connection"));
    }
    if (hasDetails) {
        add(ActionKey::Kind::ToggleDetails, Action::Look::Flat,
            detailsAreOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
            Words::tr("Details"));
    }
}

void FailureLayout::draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const
{
    painter.fillRect(QRect(at, QSize(m_width, m_height)), style.theme.badTint);
    painter.fillRect(QRect(at, QSize(2, m_height)), style.theme.bad);
    drawIcon(painter, QRectF(at.x() + paddingX, at.y() + paddingY + (style.bodyLine - 16) / 2.0, 16, 16),
             QStringLiteral("circle-alert"), style.theme.bad);
    const QPoint text = at + QPoint(textLeft, paddingY);
    m_what->draw(painter, text, clip, {}, style.theme);
    if (m_next)
        m_next->draw(painter, text + QPoint(0, m_what->height()), clip, {}, style.theme);
    if (m_details)
        m_details->draw(painter, at + QPoint(textLeft, m_detailsTop), clip, {}, style.theme);
}

QString FailureLayout::text() const
{
    QString text = m_what->text().text;
    if (m_next)
        text.append(u'\n').append(m_next->text().text);
    if (m_details)
        text.append(u'\n').append(m_details->text().text);
    return text;
}

} // namespace ui
