#include "chat/FindBar.h"

#include "common/Theme.h"
#include "common/Widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>

namespace ui {

FindBar::FindBar(QWidget *parent)
    : QFrame(parent)
    , m_edit(new QLineEdit(this))
    , m_label(new Label(Type::Small, TextRole::Text3, this))
    , m_previous(makeButton(ButtonKind::Icon, QStringLiteral("chevron-up"), this))
    , m_next(makeButton(ButtonKind::Icon, QStringLiteral("chevron-down"), this))
    , m_close(makeButton(ButtonKind::Icon, QStringLiteral("x"), this))
{
    setObjectName(QStringLiteral("findBar"));
    m_edit->setObjectName(QStringLiteral("findText"));
    m_label->setObjectName(QStringLiteral("findCount"));
    m_previous->setObjectName(QStringLiteral("findPrevious"));
    m_next->setObjectName(QStringLiteral("findNext"));
    m_close->setObjectName(QStringLiteral("findClose"));
    setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_label);
    for (QAbstractButton *button : {m_previous, m_next, m_close})
        layout->addWidget(button);
    m_edit->setMaxLength(1000);
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    for (QObject *part : std::initializer_list<QObject *>{m_edit, m_previous, m_next, m_close})
        part->installEventFilter(this);
    // Not textEdited, which says nothing of what assistive technology writes.
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::edited);
    connect(m_next, &QAbstractButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QAbstractButton::clicked, this, &FindBar::previousRequested);
    connect(m_close, &QAbstractButton::clicked, this, &FindBar::closeRequested);
    retranslate();
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::setText(const QString &text)
{
    const QSignalBlocker blocker(m_edit);
    m_edit->setText(text);
}

void FindBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindBar::setCount(int number, int count, bool isComplete)
{
    m_number = number;
    m_count = count;
    m_isComplete = isComplete;
    refreshCount();
}

void FindBar::refreshCount()
{
    const QLocale locale;
    const bool isEmpty = m_edit->text().isEmpty();
    m_next->setEnabled(m_count > 0);
    m_previous->setEnabled(m_count > 0);
    QString text;
    if (!isEmpty && m_count > 0)
        text = tr("%1 of %2", "Find: which hit of how many")
                   .arg(locale.toString(m_number),
                        m_isComplete ? locale.toString(m_count) : locale.toString(m_count) + u'…');
    else if (!isEmpty)
        text = m_isComplete ? tr("No matches") : tr("Searching…");
    if (text == m_label->text())
        return;
    m_label->setText(text);
    m_edit->setAccessibleDescription(text);
}

void FindBar::retranslate()
{
    m_edit->setPlaceholderText(tr("Find in this conversation"));
    m_edit->setAccessibleName(tr("Find in this conversation"));
    const auto name = [](QAbstractButton *button, const QString &text, const QString &keys) {
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys));
    };
    name(m_previous, tr("Previous match"), QStringLiteral("Shift+F3"));
    name(m_next, tr("Next match"), QStringLiteral("F3"));
    name(m_close, tr("Close find"), QStringLiteral("Esc"));
    refreshCount();
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.lineStrong, 1));
    painter.setBrush(theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 8, 8);
}

// Esc ends the search before it ends an answer; Enter is for the field, not for the window.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride
                          ? static_cast<QKeyEvent *>(event)
                          : nullptr;
    const bool isEnter = key && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    const bool isOurs = key && (key->key() == Qt::Key_Escape || (isEnter && watched == m_edit));
    if (!isOurs)
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (!isEnter)
        Q_EMIT closeRequested();
    else if (key->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT previousRequested();
    else
        Q_EMIT nextRequested();
    return true;
}

} // namespace ui
