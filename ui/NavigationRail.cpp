#include "NavigationRail.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"
#include "common/ToggleButton.h"

#include <QFocusEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int railWidth = 72;
constexpr QSize itemSize(64, 52);

// Icon over word; painted here because no style draws it as look.md has it.
class RailButton : public ToggleButton
{
public:
    RailButton(const QString &iconName, QWidget *parent)
        : ToggleButton(parent)
        , m_iconName(iconName)
    {
        setAutoRaise(true);
        setFocusPolicy(Qt::TabFocus);
    }

    QSize sizeHint() const override
    {
        const int word = QFontMetrics(ui::font(Type::CaptionBold)).horizontalAdvance(text()) + 12;
        return itemSize.expandedTo({word, 0});
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || isDown() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isDown() ? theme.pressed : isChecked() ? theme.here : theme.hover);
            painter.drawRoundedRect(rect(), 8, 8);
        }
        drawIcon(painter, QRectF((width() - 20) / 2., 7, 20, 20), m_iconName,
                 isChecked() ? theme.accentText : theme.text2);
        painter.setFont(ui::font(isChecked() ? Type::CaptionBold : Type::Caption));
        painter.setPen(isChecked() ? theme.text : theme.text2);
        painter.drawText(QRect(0, 31, width(), 16), Qt::AlignCenter, text());
        if (hasFocus() && m_keyboard)
            ink::drawFocusRing(painter, rect(), ink::railRadius, theme);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        m_keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
        ToggleButton::focusInEvent(event);
    }

private:
    QString m_iconName;
    bool m_keyboard = false;
};

} // namespace

NavigationRail::NavigationRail(QWidget *pill, QWidget *parent)
    : SurfaceWidget(Surface::Rail, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 4, 8);
    layout->setSpacing(4);
    layout->addWidget(addButton(Page::Chats, QStringLiteral("navChats"), QStringLiteral("message-square")));
    layout->addWidget(addButton(Page::Models, QStringLiteral("navModels"), QStringLiteral("box")));
    layout->addStretch();
    layout->addWidget(addButton(Page::Settings, QStringLiteral("navSettings"), QStringLiteral("settings")));
    layout->addSpacing(4);
    pill->setParent(this);
    layout->addWidget(pill);
    setMinimumWidth(railWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    retranslate();
}

QToolButton *NavigationRail::addButton(Page page, const QString &objectName, const QString &iconName)
{
    auto *button = new RailButton(iconName, this);
    button->setObjectName(objectName);
    connect(button, &QToolButton::clicked, this, [this, page, button] {
        button->setChecked(true);
        Q_EMIT chosen(page);
    });
    m_entries.append({page, button});
    return button;
}

void NavigationRail::setCurrent(Page page)
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.button->setChecked(entry.page == page);
}

void NavigationRail::retranslate()
{
    const QStringList words{tr("Chats"), tr("Models"), tr("Settings")};
    for (int i = 0; i < m_entries.size(); ++i) {
        m_entries[i].button->setText(words[i]);
        m_entries[i].button->setAccessibleName(words[i]);
        m_entries[i].button->updateGeometry();
    }
}

void NavigationRail::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NavigationRail::paintEvent(QPaintEvent *event)
{
    SurfaceWidget::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), Theme::of(this).line);
}

} // namespace ui
