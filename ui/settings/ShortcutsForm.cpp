#include "settings/ShortcutsForm.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeySequence>
#include <QTreeWidget>

namespace ui {

ShortcutsForm::ShortcutsForm(settings::SettingsStore &store, QWidget *parent)
    : SettingsForm(parent)
    , m_store(store)
    , m_table(new QTreeWidget(column()))
{
    m_table->setObjectName(QStringLiteral("shortcuts"));
    m_table->setColumnCount(2);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionsClickable(false);
    add(m_table);
    connect(&store, &settings::SettingsStore::changed, this, [this](settings::Key key) {
        if (key == settings::Key::SendKey)
            retranslate();
    });
    retranslate();
}

void ShortcutsForm::retranslate()
{
    setHeading(tr("Shortcuts"));
    m_table->setAccessibleName(tr("Shortcuts"));
    m_table->setHeaderLabels({tr("Action"), tr("Keys")});
    const bool enterSends = m_store.values().sendKey == settings::SendKey::Enter;
    const QKeySequence enter(Qt::Key_Enter);
    const QKeySequence ctrlEnter(Qt::CTRL | Qt::Key_Enter);
    const QKeySequence shiftEnter(Qt::SHIFT | Qt::Key_Enter);
    const std::pair<QString, QKeySequence> rows[] = {
        {tr("New chat"), QKeySequence(Qt::CTRL | Qt::Key_N)},
        {tr("Send the message"), enterSends ? enter : ctrlEnter},
        {tr("New line in the message"), enterSends ? shiftEnter : enter},
        {tr("Stop the answer"), QKeySequence(Qt::Key_Escape)},
        {tr("Answer again"), QKeySequence(Qt::CTRL | Qt::Key_R)},
        {tr("Edit the last question, from an empty message"), QKeySequence(Qt::Key_Up)},
        {tr("Choose a model"), QKeySequence(Qt::CTRL | Qt::Key_L)},
        {tr("Larger conversation text"), QKeySequence(Qt::CTRL | Qt::Key_Plus)},
        {tr("Smaller conversation text"), QKeySequence(Qt::CTRL | Qt::Key_Minus)},
        {tr("Conversation text as set"), QKeySequence(Qt::CTRL | Qt::Key_0)},
        {tr("Chats"), QKeySequence(Qt::CTRL | Qt::Key_1)},
        {tr("Models"), QKeySequence(Qt::CTRL | Qt::Key_2)},
        {tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma)},
        {tr("This list"), QKeySequence(Qt::Key_F1)},
    };
    m_table->clear();
    for (const auto &[action, keys] : rows) {
        auto *item = new QTreeWidgetItem(m_table, {action, keys.toString(QKeySequence::NativeText)});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren);
        item->setSizeHint(0, {0, 36});
    }
    fitHeight();
}

void ShortcutsForm::changeEvent(QEvent *event)
{
    SettingsForm::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void ShortcutsForm::fitHeight()
{
    const int rows = m_table->topLevelItemCount() * m_table->sizeHintForRow(0);
    m_table->setFixedHeight(rows + m_table->header()->sizeHint().height() + 2 * m_table->frameWidth());
}

} // namespace ui
