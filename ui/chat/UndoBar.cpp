#include "chat/UndoBar.h"

#include "common/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ui {
namespace {

constexpr std::chrono::seconds shownFor{15};

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label(Type::Small, TextRole::Text2, this))
    , m_undo(makeButton(ButtonKind::Flat, {}, this))
{
    setObjectName(QStringLiteral("undoBar"));
    m_sentence->setObjectName(QStringLiteral("undoSentence"));
    m_sentence->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undo"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_undo);
    hide();
    connect(m_undo, &QAbstractButton::clicked, this, &UndoBar::undoRequested);
    m_leave.setSingleShot(true);
    connect(&m_leave, &QTimer::timeout, this, &UndoBar::leave);
    retranslate();
}

void UndoBar::show(const QString &sentence)
{
    m_sentence->setText(sentence);
    QWidget::show();
    m_leave.start(shownFor);
    QAccessibleEvent told(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void UndoBar::leave()
{
    if (underMouse() || m_undo->hasFocus())
        m_leave.start(shownFor);
    else
        hide();
}

void UndoBar::retranslate()
{
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Undo"));
}

void UndoBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    hide(); // what it says is in the old one
}

void UndoBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
}

} // namespace ui
