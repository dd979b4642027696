#include "library/Facts.h"

#include "common/Widgets.h"

#include <QGridLayout>

namespace ui {

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
    if (shown == m_facts)
        return;
    m_facts = shown;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        // Shown for the last time; a selection in it ends with it.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < m_facts.size(); ++row) {
        auto *name = new Label(Type::Body, TextRole::Text3, this);
        auto *value =
            new Label(m_facts[row].kind == Fact::Kind::Code ? Type::Code : Type::Body, TextRole::Text, this);
        name->setText(m_facts[row].name);
        value->setText(m_facts[row].value);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(m_facts[row].name);
        value->setAccessibleDescription(m_facts[row].value);
        for (Label *label : {name, value})
            label->setContentsMargins(0, 4, 0, 4);
        m_layout->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_layout->addWidget(value, row, 1);
    }
}

} // namespace ui
