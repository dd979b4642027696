#include "settings/AssistantsForm.h"

#include "base/AtomicFile.h"
#include "common/AssistantIcons.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/TabOrder.h"
#include "exchange/AssistantFile.h"
#include "exchange/FileName.h"
#include "settings/AssistantFields.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using base::Error;
using chat::Assistant;

constexpr int rowHeight = 36;
constexpr int shownRows = 8;

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

// Why a file is not taken.
QString refusal(const Error &error, const QString &file)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return AssistantsForm::tr("%1 is not there any more, or is no file.").arg(file);
    case Error::Kind::TooLarge:
        return AssistantsForm::tr("%1 is larger than a file of assistants can be. Nothing was imported.")
            .arg(file);
    case Error::Kind::NewerData:
        return AssistantsForm::tr(
                   "%1 comes from a newer Inkstone. Nothing was imported; update this one first.")
            .arg(file);
    case Error::Kind::Invalid:
        return AssistantsForm::tr(
                   "Assistant %1 in %2 has no name, or something in it is too long or of the wrong "
                   "kind. Nothing was imported.")
            .arg(error.detail, file);
    case Error::Kind::Protocol:
        return AssistantsForm::tr("%1 has no assistants of Inkstone in it. Nothing was imported.").arg(file);
    default:
        return AssistantsForm::tr("%1 could not be read.").arg(file);
    }
}

} // namespace

AssistantsForm::AssistantsForm(chat::Assistants &assistants, settings::SettingsStore &store,
                               library::InstalledModels &models, QWidget *parent)
    : SettingsForm(parent)
    , m_assistants(assistants)
    , m_new(makeButton(ButtonKind::Plain, QStringLiteral("plus"), column()))
    , m_list(new QListWidget(column()))
    , m_banner(new Banner(column()))
    , m_forNewChats(new QCheckBox(column()))
    , m_fields(new AssistantFields(store, models, column()))
    , m_ask(new AskBox(column()))
{
    layOut();
    connectAll();
    retranslate();
    fill();
}

void AssistantsForm::layOut()
{
    m_new->setObjectName(QStringLiteral("newAssistant"));
    m_list->setObjectName(QStringLiteral("assistants"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_list->viewport()->setAutoFillBackground(false);
    makeSelectedCurrent(m_list);
    m_forNewChats->setObjectName(QStringLiteral("assistantForNewChats"));
    m_banner->setObjectName(QStringLiteral("assistantsBanner"));
    m_ask->setObjectName(QStringLiteral("assistantsQuestion"));
    addBesideHeading(m_new);
    SettingsForm::add(m_list);
    QWidget *actions = makeActions();
    SettingsForm::add(actions);
    insertInTabOrder(actions, m_banner);
    SettingsForm::add(m_banner);
    SettingsForm::add(m_forNewChats);
    SettingsForm::add(m_fields);
    m_filesSection = addSection();
    SettingsForm::add(makeFiles());
    m_filesHelp = new Label(Type::Small, TextRole::Text3, column());
    m_filesHelp->setWordWrap(true);
    SettingsForm::add(m_filesHelp);
    SettingsForm::add(m_ask);
    setTabOrder(m_reset, m_ask);
}

QWidget *AssistantsForm::makeActions()
{
    auto *actions = new QWidget(column());
    m_up = makeButton(ButtonKind::Icon, QStringLiteral("arrow-up"), actions);
    m_down = makeButton(ButtonKind::Icon, QStringLiteral("arrow-down"), actions);
    m_duplicate = makeButton(ButtonKind::Plain, QStringLiteral("copy"), actions);
    m_export = makeButton(ButtonKind::Plain, QStringLiteral("file-text"), actions);
    m_remove = makeButton(ButtonKind::Flat, QStringLiteral("trash-2"), actions);
    m_up->setObjectName(QStringLiteral("assistantUp"));
    m_down->setObjectName(QStringLiteral("assistantDown"));
    m_duplicate->setObjectName(QStringLiteral("duplicateAssistant"));
    m_export->setObjectName(QStringLiteral("exportAssistant"));
    m_remove->setObjectName(QStringLiteral("removeAssistant"));
    auto *layout = new QHBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QAbstractButton *button : {m_up, m_down, m_duplicate, m_export})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(m_remove);
    return actions;
}

QWidget *AssistantsForm::makeFiles()
{
    auto *files = new QWidget(column());
    m_exportAll = makeButton(ButtonKind::Plain, QStringLiteral("file-text"), files);
    m_import = makeButton(ButtonKind::Plain, QStringLiteral("download"), files);
    m_reset = makeButton(ButtonKind::Plain, QStringLiteral("refresh-cw"), files);
    m_exportAll->setObjectName(QStringLiteral("exportAssistants"));
    m_import->setObjectName(QStringLiteral("importAssistants"));
    m_reset->setObjectName(QStringLiteral("resetAssistants"));
    auto *layout = new QHBoxLayout(files);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QAbstractButton *button : {m_exportAll, m_import, m_reset})
        layout->addWidget(button);
    layout->addStretch(1);
    return files;
}

void AssistantsForm::connectAll()
{
    connect(&m_assistants, &chat::Assistants::changed, this, &AssistantsForm::fill);
    connect(m_list, &QListWidget::currentItemChanged, this, [this] {
        if (!m_isFilling)
            showSelected();
    });
    connect(m_fields, &AssistantFields::edited, this,
            [this](const Assistant &assistant) { m_assistants.save(assistant); });
    connect(m_new, &QAbstractButton::clicked, this, [this] {
        add({{.name = tr("New assistant")}});
        m_fields->focusName();
    });
    connect(m_duplicate, &QAbstractButton::clicked, this, [this] {
        m_fields->flush();
        if (const Assistant *chosen = m_assistants.find(selected()))
            add({Assistant(*chosen)});
    });
    connect(m_up, &QAbstractButton::clicked, this, [this] { m_assistants.move(selected(), -1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { m_assistants.move(selected(), 1); });
    connect(m_remove, &QAbstractButton::clicked, this, &AssistantsForm::remove);
    connect(m_banner, &Banner::actionTriggered, this, &AssistantsForm::bringBack);
    connect(m_forNewChats, &QCheckBox::toggled, this,
            [this](bool on) { m_assistants.setForNewChats(on ? selected() : 0); });
    connect(m_export, &QAbstractButton::clicked, this, [this] {
        m_fields->flush();
        if (const Assistant *chosen = m_assistants.find(selected()))
            chooseExport({*chosen}, chosen->name);
    });
    connect(m_exportAll, &QAbstractButton::clicked, this, [this] {
        m_fields->flush();
        chooseExport(m_assistants.all(), tr("Assistants"));
    });
    connect(m_import, &QAbstractButton::clicked, this, &AssistantsForm::chooseImport);
    connect(m_reset, &QAbstractButton::clicked, this, &AssistantsForm::askToReset);
    connect(m_ask, &AskBox::answered, this, [this](int answer) {
        m_ask->clear();
        m_reset->setFocus(Qt::OtherFocusReason);
        if (answer == 0)
            reset();
    });
}

chat::Id AssistantsForm::selected() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toLongLong() : 0;
}

void AssistantsForm::select(chat::Id id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toLongLong() == id)
            m_list->setCurrentRow(row);
    }
}

// Rows stay what they are, for this may be called while one of them is being chosen.
void AssistantsForm::fill()
{
    const chat::Id before = selected();
    const QList<Assistant> &all = m_assistants.all();
    m_isFilling = true;
    while (m_list->count() > all.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < all.size())
        (new QListWidgetItem(m_list))->setSizeHint({0, rowHeight});
    for (int row = 0; row < m_list->count(); ++row) {
        const Assistant &one = all.at(row);
        const bool isFirst = one.id == m_assistants.forNewChats();
        QListWidgetItem *item = m_list->item(row);
        item->setIcon(icon(assistantIcon(one.icon)));
        item->setText(isFirst ? tr("%1 (for new chats)").arg(one.name) : one.name);
        item->setData(Qt::UserRole, one.id);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    select(before);
    m_isFilling = false;
    m_list->setFixedHeight(rowHeight * std::clamp(m_list->count(), 1, shownRows));
    showSelected();
}

void AssistantsForm::showSelected()
{
    // A copy: what waits there is saved first, and moves them.
    if (const Assistant *chosen = m_assistants.find(selected()))
        m_fields->set(Assistant(*chosen));
    refresh();
}

void AssistantsForm::refresh()
{
    const int row = m_list->currentRow();
    const bool isChosen = m_assistants.find(selected()) != nullptr;
    const QSignalBlocker shown(m_forNewChats);
    m_fields->setVisible(isChosen);
    m_forNewChats->setVisible(isChosen);
    m_forNewChats->setChecked(isChosen && selected() == m_assistants.forNewChats());
    m_up->setEnabled(isChosen && row > 0);
    m_down->setEnabled(isChosen && row + 1 < m_list->count());
    for (QAbstractButton *button : {m_export, m_remove})
        button->setEnabled(isChosen);
    m_duplicate->setEnabled(isChosen && m_assistants.hasRoomFor(1));
    m_exportAll->setEnabled(isChosen);
    m_new->setEnabled(m_assistants.isLoaded() && m_assistants.hasRoomFor(1));
    m_import->setEnabled(m_assistants.isLoaded());
    m_reset->setEnabled(m_assistants.isLoaded());
    if (const auto error = m_assistants.loadError())
        say(Banner::Tone::Failure, tr("The assistants could not be read. Start Inkstone again."),
            error->detail);
}

void AssistantsForm::add(const QList<Assistant> &fresh)
{
    m_fields->flush();
    if (m_assistants.add(fresh))
        m_list->setCurrentRow(m_list->count() - 1);
}

void AssistantsForm::remove()
{
    m_fields->flush();
    const chat::Id id = selected();
    const Assistant *chosen = m_assistants.find(id);
    if (!chosen)
        return;
    m_removed = {*chosen, m_list->currentRow(), id == m_assistants.forNewChats()};
    m_assistants.remove(id);
    m_banner->show(
        Banner::Tone::Note,
        tr("%1 was removed. Conversations that use it keep their prompt.").arg(m_removed->assistant.name),
        tr("Undo"));
}

void AssistantsForm::bringBack()
{
    m_banner->clear();
    const auto removed = std::exchange(m_removed, std::nullopt);
    if (!removed)
        return;
    m_assistants.insert(removed->place, removed->assistant);
    if (removed->wasForNewChats)
        m_assistants.setForNewChats(removed->assistant.id);
    select(removed->assistant.id);
}

void AssistantsForm::askToReset()
{
    m_fields->flush();
    QStringList names;
    for (const Assistant &one : m_assistants.changedStarting())
        names.append(one.name);
    if (names.isEmpty())
        return reset();
    m_ask->ask(
        AskBox::Tone::Warning,
        tr("Reset brings the assistants of the beginning back as they were. What you changed in these is "
           "lost then; your own stay."),
        {tr("Reset"), tr("Cancel")}, names.join(u'\n'));
    if (auto *first = m_ask->findChild<QAbstractButton *>())
        first->setFocus(Qt::OtherFocusReason);
}

void AssistantsForm::reset()
{
    m_assistants.reset();
    say(Banner::Tone::Note, tr("The assistants of the beginning are as they were."));
}

void AssistantsForm::chooseExport(const QList<Assistant> &some, const QString &name)
{
    auto *dialog = new QFileDialog(window(), tr("Export assistants"));
    dialog->setObjectName(QStringLiteral("exportAssistantsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Inkstone (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setDirectory(documents());
    dialog->selectFile(exchange::fileNameFrom(name, tr("Assistants")) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, some](const QString &path) { exportTo(path, some); });
    dialog->open();
}

void AssistantsForm::exportTo(const QString &path, const QList<Assistant> &some)
{
    const auto written = base::writeAllAtomic(path, exchange::assistantsJson(some), base::FileAccess::Usual);
    if (written)
        return say(Banner::Tone::Note,
                   tr("%n assistant(s) exported to %1.", nullptr, static_cast<int>(some.size()))
                       .arg(QDir::toNativeSeparators(path)));
    const ErrorText text = errorText(written.error(), Doing::Exporting, QFileInfo(path).fileName(), {});
    say(Banner::Tone::Failure, tr("%1 %2").arg(text.what, text.next), text.details);
}

void AssistantsForm::chooseImport()
{
    auto *dialog = new QFileDialog(window(), tr("Import assistants"));
    dialog->setObjectName(QStringLiteral("importAssistantsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Assistants (*.json)"), tr("All files (*)")});
    dialog->setDirectory(documents());
    connect(dialog, &QFileDialog::fileSelected, this, &AssistantsForm::import);
    dialog->open();
}

void AssistantsForm::import(const QString &path)
{
    const QString file = QFileInfo(path).fileName();
    const auto read = exchange::readAssistants(path);
    if (!read)
        return say(Banner::Tone::Failure, refusal(read.error(), file),
                   read.error().kind == Error::Kind::Storage ? read.error().detail : QString());
    if (read->isEmpty())
        return say(Banner::Tone::Note, tr("There is no assistant in %1.").arg(file));
    if (!m_assistants.hasRoomFor(read->size()))
        return say(Banner::Tone::Failure,
                   tr("There can be %1 assistants. Nothing was imported; remove some first.")
                       .arg(number(chat::mostAssistants)));
    add(*read);
    say(Banner::Tone::Note,
        tr("%n assistant(s) came in, at the end of the list.", nullptr, static_cast<int>(read->size())));
}

// What was removed before is not offered back any more.
void AssistantsForm::say(Banner::Tone tone, const QString &sentence, const QString &details)
{
    m_removed.reset();
    m_banner->show(tone, sentence, tr("Close"), details);
}

void AssistantsForm::retranslate()
{
    setHeading(tr("Assistants"),
               tr("A prompt, a model and parameters under one name, to begin a conversation with."));
    m_new->setText(tr("New assistant"));
    m_list->setAccessibleName(tr("Assistants"));
    m_up->setAccessibleName(tr("Move up"));
    m_down->setAccessibleName(tr("Move down"));
    for (QAbstractButton *button : {m_up, m_down})
        button->setToolTip(button->accessibleName());
    m_duplicate->setText(tr("Duplicate"));
    m_export->setText(tr("Export…"));
    m_remove->setText(tr("Remove"));
    m_forNewChats->setText(tr("Use for new chats"));
    m_fields->retranslate();
    m_filesSection->setText(tr("All assistants"));
    m_exportAll->setText(tr("Export all…"));
    m_import->setText(tr("Import…"));
    m_reset->setText(tr("Reset"));
    m_filesHelp->setText(
        tr("Reset brings the assistants of the beginning back as they were. Those you made stay."));
    if (!m_removed)
        m_banner->clear(); // it was said
    m_ask->clear();
    fill();
}

} // namespace ui
