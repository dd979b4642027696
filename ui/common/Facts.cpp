#include "common/Facts.h"

#include "common/Widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QTextLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int rowHeight = 26;
constexpr int above = 4;
constexpr int gap = 8; // from the longest name to the values

// Of the first line as it is drawn, with the fonts its characters need.
int ascentOf(const QLabel &label)
{
    QTextLayout layout(label.text(), label.font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? qRound(line.ascent()) : 0;
}

} // namespace

Facts::Facts(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(0);
    m_layout->setVerticalSpacing(0);
    m_layout->setColumnMinimumWidth(0, 108);
    m_layout->setColumnStretch(1, 1);
}

void Facts::set(const QList<Fact> &facts)
{
    QList<Fact> shown;
    for (const Fact &fact : facts) {
        if (!fact.value.isEmpty())
            shown.append(fact);
    }
    setVisible(!shown.isEmpty());
    while (m_rows.size() < shown.size())
        addRow();
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const bool isUsed = row < shown.size();
        m_rows[row].name->setVisible(isUsed);
        m_rows[row].value->setVisible(isUsed);
        if (!isUsed)
            continue;
        m_rows[row].name->setText(shown[row].name);
        // Setting the same text anew would take away a selection in it.
        if (m_rows[row].value->text() != shown[row].value)
            m_rows[row].value->setText(shown[row].value);
    }
    alignBaselines();
}

void Facts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        alignBaselines();
}

// A name in Chinese and a value in Latin letters are drawn with fonts of different ascent.
void Facts::alignBaselines()
{
    for (const Row &row : m_rows) {
        const int name = ascentOf(*row.name);
        const int value = ascentOf(*row.value);
        row.name->setContentsMargins(0, above + std::max(0, value - name), gap, above);
        row.value->setContentsMargins(0, above + std::max(0, name - value), 0, above);
    }
}

void Facts::addRow()
{
    const Row row{new Label(Type::Body, TextRole::Text3, this), new Label(Type::Body, TextRole::Text, this)};
    row.value->setWordWrap(true);
    for (Label *label : {row.name, row.value})
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int at = static_cast<int>(m_rows.size());
    row.value->setMinimumHeight(rowHeight);
    m_layout->addWidget(row.name, at, 0, Qt::AlignTop | Qt::AlignLeft);
    m_layout->addWidget(row.value, at, 1);
    m_rows.append(row);
}

} // namespace ui
