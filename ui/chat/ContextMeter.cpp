#include "chat/ContextMeter.h"

#include "common/Appearance.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionToolButton>

#include <algorithm>

namespace ui {
namespace {

constexpr QSize track(56, 4);
constexpr int padding = 6;

QColor fillOf(chat::Room room, const Theme &theme)
{
    switch (room) {
    case chat::Room::Little:
        return theme.warn;
    case chat::Room::None:
        return theme.bad;
    case chat::Room::Unknown:
    case chat::Room::Enough:
        break;
    }
    return theme.text3;
}

} // namespace

ContextMeter::ContextMeter(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("contextMeter"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(ink::controlHeight);
    hide();
    retranslate();
}

void ContextMeter::setState(const ContextState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    setVisible(state.isThere);
    retranslate();
}

void ContextMeter::setNarrow(bool narrow)
{
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    updateGeometry();
    update();
}

void ContextMeter::retranslate()
{
    m_words = contextWords(m_state);
    const QString sentences = contextSentences(m_state).join(u'\n');
    setToolTip(sentences);
    setAccessibleName(tr("Context: %1").arg(m_words));
    setAccessibleDescription(sentences);
    updateGeometry();
    update();
}

QSize ContextMeter::sizeHint() const
{
    // Nothing to fill: the words alone.
    const bool hasTrack = m_isNarrow || m_state.window.tokens > 0;
    const int words = m_isNarrow ? 0 : QFontMetrics(ui::font(Type::Small)).horizontalAdvance(m_words);
    const int gap = hasTrack && words > 0 ? padding : 0;
    return {2 * padding + (hasTrack ? track.width() : 0) + gap + words, ink::controlHeight};
}

QSize ContextMeter::minimumSizeHint() const
{
    return {std::min(2 * padding + track.width(), sizeHint().width()), ink::controlHeight};
}

void ContextMeter::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void ContextMeter::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option); // neither text nor icon: what is under the pointer and at the keyboard
    QPainter painter(this);
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
    const Theme &theme = Theme::of(this);
    QRect words = rect().adjusted(padding, 0, -padding, 0);
    if (!showsWords() || m_state.window.tokens > 0) {
        const QRect all(padding, (height() - track.height()) / 2, track.width(), track.height());
        QRect used = all;
        used.setWidth(qRound(all.width() * m_state.share()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.lineStrong);
        painter.drawRoundedRect(all, 2, 2);
        painter.setBrush(fillOf(m_state.room(), theme));
        painter.drawRoundedRect(used, 2, 2);
        words.setLeft(all.right() + 1 + padding);
    }
    if (!showsWords())
        return;
    const chat::Room room = m_state.room();
    painter.setFont(ui::font(Type::Small));
    painter.setPen(room == chat::Room::Little || room == chat::Room::None ? fillOf(room, theme)
                                                                          : theme.text3);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_words);
}

} // namespace ui
