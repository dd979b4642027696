#include "server/ServerPill.h"

#include "base/ServerUrl.h"
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/ServerWords.h"
#include "common/StateDot.h"
#include "common/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace ui {

using server::Connection;

namespace {

constexpr int dotLeft = 8;
constexpr int dotSize = 8;
constexpr int lockSize = 10;
constexpr int gap = 4;
constexpr int wordRight = 4;

} // namespace

ServerPill::ServerPill(Connection &connection, QWidget *parent)
    : QPushButton(parent)
    , m_connection(connection)
{
    setObjectName(QStringLiteral("serverPill"));
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&connection, &Connection::stateChanged, this, &ServerPill::retranslate);
    retranslate();
}

QSize ServerPill::sizeHint() const
{
    constexpr int least = 64;
    constexpr int most = 88; // a long host name is elided
    // Rounded down by Qt: without the pixel the word would be elided in just its own width.
    const int word = QFontMetrics(ui::font(Type::Caption)).horizontalAdvance(text()) + 1;
    return {std::clamp(wordLeft() + word + wordRight, least, most), 24};
}

int ServerPill::wordLeft() const
{
    return dotLeft + dotSize + gap + (isEncrypted() ? lockSize + gap : 0);
}

bool ServerPill::isEncrypted() const
{
    return m_connection.serverUrl().scheme() == QLatin1String("https");
}

void ServerPill::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServerPill::setServerName(const QString &name)
{
    m_name = name;
    retranslate();
}

void ServerPill::retranslate()
{
    const QUrl url = m_connection.serverUrl();
    setText(serverTitle(m_name, url));
    QString state;
    QString sentence;
    switch (m_connection.state()) {
    case Connection::State::Connecting:
        state = tr("connecting");
        sentence = tr("Connecting to %1").arg(base::hostAndPort(url));
        break;
    case Connection::State::Ready:
        state = tr("ready");
        sentence = tr("%1 is ready").arg(base::hostAndPort(url));
        break;
    case Connection::State::Offline:
        state = tr("offline");
        sentence = tr("Nothing answers at %1").arg(base::hostAndPort(url));
        break;
    }
    setAccessibleName(tr("Server: %1, %2").arg(text(), state));
    setToolTip(sentence);
    updateGeometry();
    update();
}

void ServerPill::paintEvent(QPaintEvent *)
{
    constexpr double radius = 12;
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(.5, .5, -.5, -.5);
    painter.setPen(theme.lineStrong);
    painter.setBrush(isDown() ? theme.pressed : underMouse() ? theme.hover : theme.rail);
    painter.drawRoundedRect(pill, radius, radius);

    paintStateDot(painter, QRectF(dotLeft, (height() - dotSize) / 2, dotSize, dotSize), m_connection.state(),
                  Theme::of(this));
    if (isEncrypted()) {
        const QRectF lock(dotLeft + dotSize + gap, (height() - lockSize) / 2, lockSize, lockSize);
        drawIcon(painter, lock, QStringLiteral("lock"), theme.text2);
    }
    painter.setFont(ui::font(Type::Caption));
    painter.setPen(m_connection.state() == Connection::State::Offline ? theme.bad : theme.text2);
    const QRect word(wordLeft(), 0, width() - wordLeft() - wordRight, height());
    painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, word.width()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace ui
