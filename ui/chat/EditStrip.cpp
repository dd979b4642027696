#include "chat/EditStrip.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>

namespace ui {

EditStrip::EditStrip(QWidget *parent)
    : QWidget(parent)
    , m_words(new Label(Type::Small, TextRole::Text2, this))
    , m_cancel(makeButton(ButtonKind::Flat, QString(), this))
{
    setObjectName(QStringLiteral("editStrip"));
    m_cancel->setObjectName(QStringLiteral("editCancel"));
    m_cancel->setCursor(Qt::ArrowCursor);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(15, 6, 6, 0);
    layout->setSpacing(8);
    layout->addWidget(new IconLabel(QStringLiteral("pencil"), IconColor::AccentText, 14, this));
    layout->addWidget(m_words, 1);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QAbstractButton::clicked, this, &EditStrip::cancelled);
    retranslate();
    hide();
}

void EditStrip::setShown(bool shown)
{
    const bool isNews = shown && isHidden();
    setVisible(shown);
    if (!isNews)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void EditStrip::retranslate()
{
    m_words->setText(tr("Editing a question. The old one and its answers are kept."));
    setAccessibleName(m_words->text());
    m_cancel->setText(QStringLiteral("%1  %2").arg(
        tr("Cancel"), QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    m_cancel->setAccessibleName(tr("Cancel the edit"));
    m_cancel->setToolTip(tr("Leave the question as it is, and go back to what was being written (Esc)"));
}

void EditStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
