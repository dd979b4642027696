#include "chat/NewChatView.h"

#include "chat/AssistantRow.h"
#include "common/ToolTip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace ui {
namespace {

constexpr qsizetype shownAssistants = 6;

// At once out of sight and out of reach; gone when the signal of one of them is over.
void clear(QLayout *layout)
{
    while (const auto item = std::unique_ptr<QLayoutItem>(layout->takeAt(0))) {
        item->widget()->hide();
        item->widget()->deleteLater();
    }
}

QVBoxLayout *addColumn(QVBoxLayout *layout)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    layout->addLayout(column);
    return column;
}

} // namespace

NewChatView::NewChatView(QWidget *parent)
    : QScrollArea(parent)
    , m_heading(new Label(Type::Heading, TextRole::Text, this))
    , m_explanation(new Label(Type::Body, TextRole::Text2, this))
    , m_action(makeButton(ButtonKind::Plain, QString(), this))
    , m_all(makeButton(ButtonKind::Flat, QStringLiteral("scroll-text"), this))
    , m_suggestionsTitle(new Label(Type::Small, TextRole::Text3, this))
{
    // A left-aligned column in the middle of the page (look.md "Empty state").
    auto *page = new SurfaceWidget(Surface::Base);
    auto *column = new QWidget(page);
    column->setMaximumWidth(480);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addWidget(m_heading);
    inner->addWidget(m_explanation);
    inner->addSpacing(8);
    inner->addWidget(m_action, 0, Qt::AlignLeft);
    m_rows = addColumn(inner);
    inner->addWidget(m_all, 0, Qt::AlignLeft);
    inner->addWidget(m_suggestionsTitle);
    m_questions = addColumn(inner);

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(page);

    m_heading->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_action->hide();
    m_all->setObjectName(QStringLiteral("allAssistants"));
    connect(m_action, &QAbstractButton::clicked, this, &NewChatView::actionTriggered);
    connect(m_all, &QAbstractButton::clicked, this, &NewChatView::allAssistantsRequested);
    retranslate();
    makeSuggestions();
    makeRows();
}

void NewChatView::setTexts(const QString &heading, const QString &explanation, const QString &action)
{
    m_heading->setText(heading);
    m_explanation->setText(explanation);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void NewChatView::setAssistants(const QList<Entry> &assistants, qint64 current,
                                const QStringList &suggestions)
{
    const bool isOther = assistants != m_assistants;
    m_assistants = assistants;
    m_current = current;
    if (isOther)
        makeRows();
    markCurrent();
    if (suggestions == m_suggestions)
        return;
    m_suggestions = suggestions;
    makeSuggestions();
}

void NewChatView::makeRows()
{
    clear(m_rows);
    for (const Entry &entry : m_assistants.first(std::min(m_assistants.size(), shownAssistants))) {
        auto *row = new AssistantRow(entry.icon, entry.name, entry.explanation);
        row->setObjectName(QStringLiteral("assistantRow"));
        connect(row, &QAbstractButton::toggled, this,
                [this, id = entry.id](bool on) { Q_EMIT assistantChosen(on ? id : 0); });
        m_rows->addWidget(row);
    }
    m_all->setVisible(m_assistants.size() > shownAssistants);
    orderTabs();
}

// What is made later would come after everything else in the window.
void NewChatView::orderTabs()
{
    QWidget *before = m_action;
    const auto add = [&before](QWidget *next) {
        setTabOrder(before, next);
        before = next;
    };
    for (int i = 0; i < m_rows->count(); ++i)
        add(m_rows->itemAt(i)->widget());
    add(m_all);
    for (int i = 0; i < m_questions->count(); ++i)
        add(m_questions->itemAt(i)->widget());
}

void NewChatView::markCurrent()
{
    for (int i = 0; i < m_rows->count(); ++i) {
        auto *row = static_cast<AssistantRow *>(m_rows->itemAt(i)->widget());
        const QSignalBlocker shown(row);
        row->setChecked(m_assistants.at(i).id == m_current);
    }
}

void NewChatView::makeSuggestions()
{
    clear(m_questions);
    for (const QString &question : std::as_const(m_suggestions)) {
        auto *button = new AssistantRow(QStringLiteral("message-square"), question, {});
        button->setCheckable(false);
        button->setObjectName(QStringLiteral("suggestion"));
        button->setToolTip(plainToolTip(question)); // whole
        connect(button, &QAbstractButton::clicked, this,
                [this, question] { Q_EMIT suggestionChosen(question); });
        m_questions->addWidget(button);
    }
    m_suggestionsTitle->setVisible(!m_suggestions.isEmpty());
    orderTabs();
}

void NewChatView::retranslate()
{
    m_all->setText(tr("All assistants…"));
    m_suggestionsTitle->setText(tr("To begin with"));
}

void NewChatView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
