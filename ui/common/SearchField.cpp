#include "common/SearchField.h"

#include "common/Icons.h"

#include <QAction>
#include <QEvent>

namespace ui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_glass(addAction(icon(QStringLiteral("search"), IconColor::Text3), LeadingPosition))
{
    setClearButtonEnabled(true);
    retranslate();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// Qt gives the cross no words.
void SearchField::retranslate()
{
    m_glass->setText(tr("Search"));
    if (auto *clear = findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(tr("Clear"));
}

} // namespace ui
