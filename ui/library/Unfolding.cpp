#include "library/Unfolding.h"

#include "base/Text.h"
#include "common/Icons.h"
#include "common/Widgets.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int textHeight = 180;
// Licences run to 30 KB; more than this is no text for a panel.
constexpr qsizetype longestText = 100'000;

} // namespace

Unfolding::Unfolding(QWidget *parent)
    : QWidget(parent)
    , m_head(qobject_cast<QToolButton *>(makeButton(ButtonKind::Flat, u"chevron-right"_s, this)))
    , m_text(new QPlainTextEdit(this))
{
    m_head->setCheckable(true);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(ui::font(Type::Code));
    m_text->setFixedHeight(textHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_head, 0, Qt::AlignLeft);
    layout->addWidget(m_text);
    connect(m_head, &QToolButton::toggled, this, &Unfolding::unfold);
    unfold(false);
}

void Unfolding::setTitle(const QString &title)
{
    m_head->setText(title);
    m_text->setAccessibleName(title);
}

void Unfolding::setText(const QString &text)
{
    setVisible(!text.isEmpty());
    const QString safe = base::displayText(QStringView(text).first(std::min(text.size(), longestText)));
    if (m_text->toPlainText() != safe)
        m_text->setPlainText(safe);
}

void Unfolding::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_text->setFont(ui::font(Type::Code));
}

void Unfolding::unfold(bool open)
{
    // The chevron alone says it: a checked button would look like something switched on.
    m_head->setIcon(icon(open ? u"chevron-down"_s : u"chevron-right"_s, IconColor::Text3));
    m_text->setVisible(open);
}

} // namespace ui
