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
        {tr("Attach images and files"), QKeySequence(Qt::CTRL | Qt::Key_O)},
        {tr("Stop the answer"), QKeySequence(Qt::Key_Escape)},
        {tr("Answer again"), QKeySequence(Qt::CTRL | Qt::Key_R)},
        {tr("Continue an answer that ended too early"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)},
        {tr("Edit the last question, from an empty message"), QKeySequence(Qt::Key_Up)},
        {tr("Edit the chosen question"), QKeySequence(Qt::CTRL | Qt::Key_E)},
        {tr("Previous version of the chosen message"), QKeySequence(Qt::ALT | Qt::Key_Left)},
        {tr("Next version of the chosen message"), QKeySequence(Qt::ALT | Qt::Key_Right)},
        {tr("Compare the versions of the chosen answer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)},
        {tr("Receipt of the chosen answer"), QKeySequence(Qt::CTRL | Qt::Key_I)},
        {tr("Branch into a new conversation from the chosen message"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
        {tr("Find in this conversation"), QKeySequence(Qt::CTRL | Qt::Key_F)},
        {tr("Search all conversations"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
        {tr("Go to a conversation, a model or a command"), QKeySequence(Qt::CTRL | Qt::Key_K)},
        {tr("Pin the conversation, or those selected in the list"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
        {tr("Move it to a folder"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
        {tr("Archive it"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
        {tr("Print it"), QKeySequence(Qt::CTRL | Qt::Key_P)},
        {tr("Next match"), QKeySequence(Qt::Key_F3)},
        {tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_F3)},
        {tr("A page up"), QKeySequence(Qt::Key_PageUp)},
        {tr("A page down"), QKeySequence(Qt::Key_PageDown)},
        {tr("Half a page up in the conversation"), QKeySequence(Qt::CTRL | Qt::Key_U)},
        {tr("Half a page down in the conversation"), QKeySequence(Qt::CTRL | Qt::Key_D)},
        {tr("Message before"), QKeySequence(Qt::CTRL | Qt::Key_Up)},
        {tr("Message after"), QKeySequence(Qt::CTRL | Qt::Key_Down)},
        {tr("Beginning of the conversation"), QKeySequence(Qt::CTRL | Qt::Key_Home)},
        {tr("End of the conversation"), QKeySequence(Qt::CTRL | Qt::Key_End)},
        {tr("Select more of the conversation, with any arrow key"), QKeySequence(Qt::SHIFT | Qt::Key_Right)},
        {tr("Copy as plain text"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        {tr("Choose a model"), QKeySequence(Qt::CTRL | Qt::Key_L)},
        {tr("Larger conversation text"), QKeySequence(Qt::CTRL | Qt::Key_Plus)},
        {tr("Smaller conversation text"), QKeySequence(Qt::CTRL | Qt::Key_Minus)},
        {tr("Conversation text as set"), QKeySequence(Qt::CTRL | Qt::Key_0)},
        {tr("Rename the chosen model"), QKeySequence(Qt::Key_F2)},
        {tr("Pause or resume the chosen download"), QKeySequence(Qt::Key_Space)},
        {tr("Chosen download earlier in the queue"), QKeySequence(Qt::ALT | Qt::Key_Up)},
        {tr("Chosen download later in the queue"), QKeySequence(Qt::ALT | Qt::Key_Down)},
        {tr("Layers of the chosen download"), QKeySequence(Qt::ALT | Qt::Key_Return)},
        {tr("Cancel the chosen download, or take it off the list"), QKeySequence(Qt::Key_Delete)},
        {tr("Chats"), QKeySequence(Qt::CTRL | Qt::Key_1)},
        {tr("Models"), QKeySequence(Qt::CTRL | Qt::Key_2)},
        {tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma)},
        {tr("This list"), QKeySequence(Qt::Key_F1)},
        {tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q)},
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
