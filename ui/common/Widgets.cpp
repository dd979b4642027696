#include "common/Widgets.h"

#include "common/Icons.h"
#include "common/Theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>

namespace ui {
namespace {

QColor colorOf(const Theme &theme, TextRole role)
{
    switch (role) {
    case TextRole::Text:
        return theme.text;
    case TextRole::Text2:
        return theme.text2;
    case TextRole::Text3:
        return theme.text3;
    case TextRole::Bad:
        return theme.bad;
    case TextRole::Ok:
        return theme.ok;
    case TextRole::Warn:
        return theme.warn;
    case TextRole::Link:
        return theme.accentText;
    }
    return theme.text;
}

QPushButton *makePushButton(ButtonKind kind, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setAutoDefault(false);
    button->setDefault(kind == ButtonKind::Default);
    button->setProperty("danger", kind == ButtonKind::Danger);
    if (!iconName.isEmpty()) {
        button->setIcon(icon(iconName, kind == ButtonKind::Default  ? IconColor::OnAccent
                                       : kind == ButtonKind::Danger ? IconColor::Bad
                                                                    : IconColor::Text));
    }
    return button;
}

QToolButton *makeToolButton(ButtonKind kind, const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setCheckable(kind == ButtonKind::Toggle || kind == ButtonKind::Tab);
    button->setProperty("tab", kind == ButtonKind::Tab);
    button->setFocusPolicy(Qt::StrongFocus);
    if (!iconName.isEmpty()) {
        button->setIcon(icon(iconName));
    }
    if (kind != ButtonKind::Icon) {
        button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly
                                                      : Qt::ToolButtonTextBesideIcon);
    }
    return button;
}

} // namespace

IconLabel::IconLabel(const QString &name, IconColor color, int side, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon(name, color))
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QString &name, IconColor color)
{
    m_icon = icon(name, color);
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

Label::Label(Type type, TextRole role, QWidget *parent)
    : QLabel(parent)
    , m_type(type)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    refresh();
}

void Label::setRole(TextRole role)
{
    m_role = role;
    refresh();
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refresh();
    }
}

void Label::refresh()
{
    const Theme &theme = Theme::of(this);
    const QColor color = colorOf(theme, m_role);
    if (palette().color(QPalette::Active, QPalette::WindowText) != color) {
        QPalette own;
        own.setColor(QPalette::WindowText, color);
        own.setColor(QPalette::Disabled, QPalette::WindowText, theme.disabled);
        setPalette(own);
    }
    const QFont wanted = ui::font(m_type);
    if (font() != wanted) {
        setFont(wanted);
    }
}

QAbstractButton *makeButton(ButtonKind kind, const QString &iconName, QWidget *parent)
{
    QAbstractButton *button = nullptr;
    switch (kind) {
    case ButtonKind::Default:
    case ButtonKind::Plain:
    case ButtonKind::Danger:
        button = makePushButton(kind, iconName, parent);
        break;
    case ButtonKind::Flat:
    case ButtonKind::Toggle:
    case ButtonKind::Tab:
    case ButtonKind::Icon:
        button = makeToolButton(kind, iconName, parent);
        break;
    }
    button->setIconSize({16, 16});
    return button;
}

Line::Line(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

QSize Line::sizeHint() const
{
    return {1, 1};
}

void Line::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(this).line);
}

SurfaceWidget::SurfaceWidget(Surface surface, QWidget *parent)
    : QWidget(parent)
    , m_surface(surface)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void SurfaceWidget::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    switch (m_surface) {
    case Surface::Rail:
        painter.fillRect(event->rect(), theme.rail);
        break;
    case Surface::Window:
        painter.fillRect(event->rect(), theme.window);
        break;
    case Surface::Base:
        painter.fillRect(event->rect(), theme.base);
        break;
    }
}

void makeSelectedCurrent(QAbstractItemView *view)
{
    QObject::connect(
        view->selectionModel(), &QItemSelectionModel::selectionChanged, view,
        [view](const QItemSelection &selected) {
            const QModelIndexList indexes = selected.indexes();
            // Of several it is the keys that say which one. Assistive technology adds one to what is
            // selected, and means that one.
            const bool areSeveral =
                indexes.size() > 1 || QGuiApplication::keyboardModifiers() != Qt::NoModifier;
            const bool isOneOfMany = view->selectionMode() == QAbstractItemView::ExtendedSelection &&
                                     view->selectionModel()->selectedRows().size() > 1 && areSeveral;
            if (indexes.isEmpty() || isOneOfMany || indexes.constFirst().row() == view->currentIndex().row())
                return;
            view->setFocus(Qt::OtherFocusReason);
            view->setCurrentIndex(indexes.constFirst());
        });
}

} // namespace ui
