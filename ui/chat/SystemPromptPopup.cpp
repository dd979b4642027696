#include "chat/SystemPromptPopup.h"

#include "common/Widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

SystemPromptPopup::SystemPromptPopup(const QString &prompt, QWidget *parent)
    : Popup(parent)
    , m_edit(new QPlainTextEdit(prompt, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new Label(Type::BodyBold, TextRole::Text, this);
    title->setText(tr("System prompt"));
    auto *help = new Label(Type::Small, TextRole::Text3, this);
    help->setText(tr("For this conversation only. The model reads it before every answer."));
    help->setWordWrap(true);
    auto *done = makeButton(ButtonKind::Plain, QString(), this);
    done->setText(tr("Done"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_edit);
    layout->addWidget(help);
    layout->addWidget(done, 0, Qt::AlignRight);

    m_edit->setObjectName(QStringLiteral("systemPrompt"));
    m_edit->setAccessibleName(title->text());
    m_edit->setTabChangesFocus(true);
    m_edit->setMinimumSize(380, 140);
    m_edit->setPlaceholderText(
        tr("For example: Answer in the language of the question, in short sentences."));
    connect(done, &QAbstractButton::clicked, this, &QWidget::close);
    connect(this, &Popup::closed, this, [this, prompt] {
        if (m_edit->toPlainText() != prompt)
            Q_EMIT changed(m_edit->toPlainText());
    });
}

void SystemPromptPopup::open(QWidget *anchor)
{
    openAt(anchor, Qt::RightEdge, m_edit);
}

} // namespace ui
