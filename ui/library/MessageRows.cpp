#include "library/MessageRows.h"

#include "common/ComboBox.h"
#include "common/Widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using backend::Role;

namespace {

constexpr int textHeight = 56;
constexpr Role roles[] = {Role::User, Role::Assistant, Role::System};

} // namespace

QString textOf(const QPlainTextEdit &edit)
{
    QString text = edit.document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

void setTextOf(QPlainTextEdit &edit, const QString &text)
{
    if (textOf(edit) == text)
        return;
    const QSignalBlocker quiet(&edit);
    QTextCursor cursor(edit.document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
}

MessageRows::MessageRows(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
    , m_add(makeButton(ButtonKind::Flat, u"plus"_s, this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    m_rows->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName(u"addMessage"_s);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        // Question and answer take turns.
        const bool isAnswer = !m_shown.isEmpty() && messages().last().role == Role::User;
        add({isAnswer ? Role::Assistant : Role::User, {}});
        m_shown.last().text->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    retranslate();
}

void MessageRows::set(const QList<backend::ChatMessage> &messages)
{
    if (messages == this->messages())
        return;
    while (!m_shown.isEmpty())
        delete m_shown.takeLast().widget;
    for (const backend::ChatMessage &message : messages)
        add(message);
}

QList<backend::ChatMessage> MessageRows::messages() const
{
    QList<backend::ChatMessage> result;
    for (const Row &row : m_shown)
        result.append({roles[row.role->currentIndex()], textOf(*row.text)});
    return result;
}

void MessageRows::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageRows::retranslate()
{
    m_add->setText(tr("Add a message"));
    for (const Row &row : std::as_const(m_shown))
        word(row);
}

void MessageRows::add(const backend::ChatMessage &message)
{
    auto *widget = new QWidget(this);
    const Row row{widget, new ComboBox(widget), new QPlainTextEdit(widget),
                  makeButton(ButtonKind::Icon, u"x"_s, widget)};
    row.role->addItems({QString(), QString(), QString()});
    row.role->setCurrentIndex(static_cast<int>(std::ranges::find(roles, message.role) - std::begin(roles)));
    row.role->setObjectName(u"messageRole"_s);
    row.text->setObjectName(u"messageText"_s);
    row.remove->setObjectName(u"removeMessage"_s);
    row.text->setTabChangesFocus(true);
    row.text->setFixedHeight(textHeight);
    setTextOf(*row.text, message.text);
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(row.role, 0, Qt::AlignTop);
    line->addWidget(row.text, 1);
    line->addWidget(row.remove, 0, Qt::AlignTop);
    m_rows->insertWidget(static_cast<int>(m_shown.size()), widget);
    m_shown.append(row);
    connect(row.text, &QPlainTextEdit::textChanged, this, &MessageRows::changed);
    connect(row.role, &QComboBox::activated, this, &MessageRows::changed);
    connect(row.remove, &QAbstractButton::clicked, this, [this, widget] { remove(widget); });
    word(row);
}

void MessageRows::remove(QWidget *widget)
{
    const auto row = std::ranges::find(m_shown, widget, &Row::widget);
    if (row == m_shown.end())
        return;
    m_shown.erase(row);
    widget->hide(); // at once; it goes when its own signal is over
    widget->deleteLater();
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void MessageRows::word(const Row &row)
{
    const QString words[] = {tr("Question"), tr("Answer"), tr("System prompt")};
    for (int i = 0; i < 3; ++i)
        row.role->setItemText(i, words[i]);
    row.role->setAccessibleName(tr("Whose message it is"));
    row.text->setAccessibleName(tr("Message"));
    row.remove->setToolTip(tr("Take the message away"));
    row.remove->setAccessibleName(tr("Take the message away"));
}

} // namespace ui
