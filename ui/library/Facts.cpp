#include "library/Facts.h"

#include "common/Widgets.h"

#include <QGridLayout>

namespace ui {

namespace {

constexpr int rowHeight = 26;

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
}

void Facts::addRow()
{
    const Row row{new Label(Type::Body, TextRole::Text3, this), new Label(Type::Body, TextRole::Text, this)};
    row.value->setWordWrap(true);
    row.value->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int at = static_cast<int>(m_rows.size());
    for (Label *label : {row.name, row.value})
        label->setContentsMargins(0, 4, 0, 4);
    row.value->setMinimumHeight(rowHeight);
    m_layout->addWidget(row.name, at, 0, Qt::AlignTop | Qt::AlignLeft);
    m_layout->addWidget(row.value, at, 1);
    m_rows.append(row);
}

} // namespace ui
