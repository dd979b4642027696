#include "settings/PrivacyForm.h"

#include "base/Access.h"
#include "settings/ContactsTable.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using privacy::Ledger;

PrivacyForm::PrivacyForm(Ledger &ledger, server::Connection &connection, QWidget *parent)
    : SettingsForm(parent)
    , m_ledger(ledger)
    , m_connection(connection)
    , m_lockSection(addSection())
    , m_lock(new QCheckBox(column()))
    , m_lockHelp(new Label(Type::Small, TextRole::Text3, column()))
    , m_contactsSection(nullptr)
    , m_words(new ContactsTable(ledger, this))
    , m_contacts(new QTreeView(column()))
    , m_none(new Label(Type::Body, TextRole::Text3, column()))
    , m_note(new Label(Type::Small, TextRole::Text3, column()))
    , m_clear(makeButton(ButtonKind::Plain, {}, column()))
{
    add(makeLock());
    m_contactsSection = addSection();
    setUpTable();
    connect(m_lock, &QCheckBox::toggled, this, &PrivacyForm::setLocked);
    connect(m_clear, &QAbstractButton::clicked, &ledger, &Ledger::clear);
    connect(&ledger, &Ledger::lockChanged, this, &PrivacyForm::showLock);
    connect(&ledger, &Ledger::notSaved, this, &PrivacyForm::notSaved);
    connect(&ledger, &QAbstractItemModel::rowsInserted, this, &PrivacyForm::showContacts);
    connect(&ledger, &QAbstractItemModel::rowsRemoved, this, &PrivacyForm::showContacts);
    connect(&ledger, &QAbstractItemModel::dataChanged, &m_fit, qOverload<>(&QTimer::start));
    m_fit.setSingleShot(true);
    connect(&m_fit, &QTimer::timeout, this, &PrivacyForm::fitColumns);
    connect(&connection, &server::Connection::serverChanged, this, &PrivacyForm::showLock);
    connect(&connection, &server::Connection::stateChanged, this, &PrivacyForm::showLock);
    retranslate();
}

QWidget *PrivacyForm::makeLock()
{
    m_lock->setObjectName(QStringLiteral("onlyThisServer"));
    m_lockHelp->setObjectName(QStringLiteral("lockHelp"));
    auto *group = new QWidget(column());
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_lock);
    layout->addWidget(m_lockHelp);
    return group;
}

void PrivacyForm::setUpTable()
{
    m_contacts->setObjectName(QStringLiteral("contacts"));
    m_contacts->setModel(m_words);
    m_contacts->setFrameShape(QFrame::NoFrame);
    m_contacts->setRootIsDecorated(false);
    m_contacts->setUniformRowHeights(true);
    m_contacts->setAllColumnsShowFocus(true);
    m_contacts->setTabKeyNavigation(false);
    m_contacts->viewport()->setAutoFillBackground(false);
    QHeaderView *header = m_contacts->header();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed); // see fitColumns()
    makeSelectedCurrent(m_contacts);
    m_none->setObjectName(QStringLiteral("noContacts"));
    m_clear->setObjectName(QStringLiteral("clearContacts"));
    for (Label *text : {m_lockHelp, m_none, m_note})
        text->setWordWrap(true);
    auto *actions = new QWidget(column());
    auto *layout = new QHBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_clear);
    layout->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_contacts), actions,
                          static_cast<QWidget *>(m_note)})
        add(part);
}

void PrivacyForm::changeEvent(QEvent *event)
{
    SettingsForm::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showContacts();
}

void PrivacyForm::showEvent(QShowEvent *event)
{
    SettingsForm::showEvent(event);
    fitColumns();
}

void PrivacyForm::resizeEvent(QResizeEvent *event)
{
    SettingsForm::resizeEvent(event);
    // Who, why and how much come before how often and since when.
    const bool isNarrow = width() < 600;
    m_contacts->setColumnHidden(Ledger::FirstColumn, isNarrow);
    m_contacts->setColumnHidden(Ledger::RequestsColumn, isNarrow);
    fitColumns();
}

// A header sizes its columns by their contents when they come, and not again when the contents change.
void PrivacyForm::fitColumns()
{
    if (!isVisible())
        return;
    int left = m_contacts->viewport()->width();
    for (int column = 0; column < Ledger::Columns; ++column) {
        m_contacts->resizeColumnToContents(column);
        left -= m_contacts->columnWidth(column);
    }
    // Of the two with long words, the shorter is shown whole where there is room for it.
    const int host = m_contacts->columnWidth(Ledger::HostColumn);
    const int purposes = m_contacts->columnWidth(Ledger::PurposesColumn);
    left += host + purposes;
    const int forHost = std::min(host, std::max(left / 2, left - purposes));
    m_contacts->setColumnWidth(Ledger::HostColumn, forHost);
    m_contacts->setColumnWidth(Ledger::PurposesColumn, left - forHost);
}

void PrivacyForm::setLocked(bool isLocked)
{
    if (isLocked)
        m_ledger.setLock(m_connection.serverUrl());
    else
        m_ledger.removeLock();
    m_connection.check();
}

void PrivacyForm::retranslate()
{
    setHeading(tr("Privacy"), tr("Inkstone talks to the servers you set up and to nobody else."));
    m_lockSection->setText(tr("Lock"));
    m_contactsSection->setText(tr("Contacted addresses"));
    m_contacts->setAccessibleName(tr("Contacted addresses"));
    m_none->setText(m_ledger.loadError() ? tr("The list could not be read, so it begins anew.")
                                         : tr("No address has been contacted yet."));
    m_clear->setText(tr("Clear the list"));
    m_note->setText(
        tr("Bytes are those of questions, answers and other content. What a server contacts itself, "
           "such as the registry it pulls a model from, cannot be seen from here."));
    m_words->retranslate();
    showLock();
    showContacts();
}

void PrivacyForm::showLock()
{
    const bool isLocked = !m_ledger.lock().isEmpty();
    const QString used = base::origin(m_connection.serverUrl());
    const bool isElsewhere = isLocked && m_ledger.lock() != used;
    {
        const QSignalBlocker blocker(m_lock);
        m_lock->setChecked(isLocked);
    }
    m_lock->setText(tr("Contact only %1").arg(isLocked ? m_ledger.lock() : used));
    m_lockHelp->setRole(isElsewhere ? TextRole::Warn : TextRole::Text3);
    m_lockHelp->setText(isElsewhere
                            ? tr("The server in use, %1, is another one, so nothing is sent to it.").arg(used)
                        : isLocked ? tr("Nothing is sent to any other address until you remove the lock.")
                                   : tr("Nothing is sent to any other address then, whatever is set up."));
    m_lock->setAccessibleDescription(m_lockHelp->text());
}

void PrivacyForm::showContacts()
{
    constexpr int mostRows = 12;
    const int rows = m_words->rowCount();
    m_none->setVisible(rows == 0);
    m_contacts->setVisible(rows > 0);
    m_clear->setEnabled(rows > 0);
    if (rows > 0)
        m_contacts->setFixedHeight(std::min(rows, mostRows) * std::max(m_contacts->sizeHintForRow(0), 1) +
                                   m_contacts->header()->sizeHint().height() + 2 * m_contacts->frameWidth());
    fitColumns();
}

} // namespace ui
