#include "chat/NewChatView.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

NewChatView::NewChatView(QWidget *parent)
    : QWidget(parent)
    , m_heading(new Label(Type::Heading, TextRole::Text, this))
    , m_explanation(new Label(Type::Body, TextRole::Text2, this))
    , m_action(makeButton(ButtonKind::Plain, QString(), this))
{
    // A left-aligned column in the middle of the page (look.md "Empty state").
    auto *column = new QWidget(this);
    column->setMaximumWidth(480);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addWidget(m_heading);
    inner->addWidget(m_explanation);
    inner->addSpacing(8);
    inner->addWidget(m_action, 0, Qt::AlignLeft);

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);

    m_heading->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_action->hide();
    connect(m_action, &QAbstractButton::clicked, this, &NewChatView::actionTriggered);
}

void NewChatView::setTexts(const QString &heading, const QString &explanation, const QString &action)
{
    m_heading->setText(heading);
    m_explanation->setText(explanation);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace ui
