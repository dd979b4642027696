#include "settings/PasteText.h"

#include "common/Appearance.h"
#include "common/Widgets.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <algorithm>

namespace ui {

PasteText::PasteText(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_copy(makeButton(ButtonKind::Plain, QStringLiteral("copy"), this))
{
    m_text->setObjectName(objectName);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(ui::font(Type::Code));
    m_copy->setObjectName(objectName + QStringLiteral("Copy"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    retranslate();
    fitHeight();
}

void PasteText::setText(const QString &text)
{
    // A last line feed would run the last command as soon as it is pasted, unread.
    const QString shown = text.endsWith(u'\n') ? text.chopped(1) : text;
    if (m_text->toPlainText() == shown)
        return;
    m_text->setPlainText(shown);
    m_copy->setEnabled(!text.isEmpty());
    fitHeight();
}

QString PasteText::text() const
{
    return m_text->toPlainText();
}

void PasteText::setName(const QString &name)
{
    m_name = name;
    m_text->setAccessibleName(name);
    retranslate();
}

void PasteText::fitHeight()
{
    constexpr int mostLines = 14;
    const int lines = std::clamp(m_text->blockCount(), 1, mostLines);
    const int scrollBar = m_text->horizontalScrollBar()->sizeHint().height();
    const int around = 2 * (m_text->frameWidth() + int(m_text->document()->documentMargin()));
    m_text->setFixedHeight(lines * QFontMetrics(m_text->font()).lineSpacing() + around + scrollBar);
}

void PasteText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        m_text->setFont(ui::font(Type::Code));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

// How thick a scroll bar is, is known only now.
void PasteText::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitHeight();
}

void PasteText::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(m_name));
}

} // namespace ui
