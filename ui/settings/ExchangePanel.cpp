#include "settings/ExchangePanel.h"

#include "common/ErrorText.h"
#include "common/Format.h"
#include "exchange/Export.h"
#include "settings/ExchangeWords.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressSteps = 1000;

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

ExchangePanel::ExchangePanel(chat::ConversationStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_help(new Label(Type::Small, TextRole::Text3, this))
    , m_exportAll(makeButton(ButtonKind::Plain, u"file-text"_s, this))
    , m_importFile(makeButton(ButtonKind::Plain, u"download"_s, this))
    , m_fromBackup(makeButton(ButtonKind::Plain, u"archive-restore"_s, this))
    , m_strip(new QWidget(this))
    , m_doing(new Label(Type::Body, TextRole::Text, m_strip))
    , m_progress(new QProgressBar(m_strip))
    , m_stop(makeButton(ButtonKind::Plain, u"x"_s, m_strip))
    , m_ask(new AskBox(this))
    , m_banner(new Banner(this))
    , m_asked(m_importFile)
{
    m_exportAll->setObjectName(u"exportAll"_s);
    m_importFile->setObjectName(u"importConversations"_s);
    m_fromBackup->setObjectName(u"fromBackup"_s);
    m_stop->setObjectName(u"stopExchange"_s);
    m_banner->setObjectName(u"exchangeBanner"_s);
    m_doing->setObjectName(u"exchangeDoing"_s);
    m_progress->setObjectName(u"exchangeProgress"_s);
    m_ask->setObjectName(u"importQuestion"_s);
    m_help->setWordWrap(true);
    m_doing->setWordWrap(true);
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_exportAll);
    buttons->addWidget(m_importFile);
    buttons->addWidget(m_fromBackup);
    buttons->addStretch(1);
    auto *strip = new QHBoxLayout(m_strip);
    strip->setContentsMargins(0, 0, 0, 0);
    strip->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(m_doing);
    words->addWidget(m_progress);
    strip->addLayout(words, 1);
    strip->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(buttons);
    layout->addWidget(m_help);
    layout->addWidget(m_strip);
    layout->addWidget(m_ask);
    layout->addWidget(m_banner);
    m_strip->hide();

    connect(m_exportAll, &QAbstractButton::clicked, this, &ExchangePanel::chooseExport);
    connect(m_importFile, &QAbstractButton::clicked, this, &ExchangePanel::chooseImport);
    connect(m_fromBackup, &QAbstractButton::clicked, this, &ExchangePanel::chooseBackup);
    connect(m_stop, &QAbstractButton::clicked, this, [this] {
        if (m_operation)
            m_operation->cancel();
    });
    connect(m_ask, &AskBox::answered, this, &ExchangePanel::answer);
    connect(m_banner, &Banner::actionTriggered, m_banner, &Banner::clear);
    retranslate();
}

void ExchangePanel::chooseExport()
{
    m_asked = m_exportAll;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"exportForms"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addExportForms(menu, this, [this](ExportForm form) {
        if (form == ExportForm::Inkstone)
            askForFile();
        else
            Q_EMIT documentsRequested(form);
    });
    menu->popup(m_exportAll->mapToGlobal(m_exportAll->rect().bottomLeft()));
}

void ExchangePanel::askForFile()
{
    auto *dialog = new QFileDialog(window(), tr("Export all conversations"));
    dialog->setObjectName(u"exportAllDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Inkstone (*.json)")});
    dialog->setDefaultSuffix(u"json"_s);
    dialog->setDirectory(documents());
    dialog->selectFile(tr("Inkstone %1").arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &ExchangePanel::exportTo);
    dialog->open();
}

void ExchangePanel::chooseImport()
{
    m_asked = m_importFile;
    auto *dialog = new QFileDialog(window(), tr("Import conversations"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Conversations (*.json *.sqlite *.sqlite3 *.db)"), tr("All files (*)")});
    dialog->setDirectory(documents());
    connect(dialog, &QFileDialog::fileSelected, this, &ExchangePanel::look);
    dialog->open();
}

void ExchangePanel::chooseBackup()
{
    m_asked = m_fromBackup;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"backups"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copies = m_store.copies();
    for (const chat::ConversationStore::Copy &copy : copies)
        menu->addAction(copyText(copy), this, [this, path = copy.path] { look(path); });
    if (copies.isEmpty())
        menu->addAction(tr("There is no backup yet. One is made each day."))->setEnabled(false);
    menu->popup(m_fromBackup->mapToGlobal(m_fromBackup->rect().bottomLeft()));
}

void ExchangePanel::exportTo(const QString &path)
{
    auto *operation = new exchange::Export(m_store, {}, exchange::Form::Own, path, {}, this);
    begin(Work::Exporting, operation, path);
    connect(operation, &exchange::Export::progressed, this, &ExchangePanel::showProgress);
    connect(operation, &exchange::Export::finished, this, [this](qsizetype conversations) {
        say(tr("%1: all of it is in %2.")
                .arg(conversationsText(conversations), QDir::toNativeSeparators(m_path)));
    });
}

void ExchangePanel::look(const QString &path)
{
    auto *operation = new exchange::Look(m_store, path, this);
    begin(Work::Looking, operation, path);
    connect(operation, &exchange::Look::progressed, this, &ExchangePanel::showProgress);
    connect(operation, &exchange::Look::finished, this, &ExchangePanel::ask);
}

void ExchangePanel::import()
{
    const exchange::Preview preview = *m_preview;
    auto *operation = new exchange::Import(m_store, preview, this);
    begin(Work::Importing, operation, preview.path);
    connect(operation, &exchange::Import::progressed, this, [this](double fraction, qsizetype messages) {
        m_messages = messages;
        showProgress(fraction);
    });
    connect(operation, &exchange::Import::finished, this, [this, preview] { say(importedText(preview)); });
}

void ExchangePanel::begin(Work work, base::Operation *operation, const QString &path)
{
    m_work = work;
    m_operation = operation;
    m_path = path;
    m_preview.reset();
    m_messages = 0;
    connect(operation, &base::Operation::failed, this, &ExchangePanel::fail);
    m_banner->clear();
    m_ask->clear();
    for (QAbstractButton *button : {m_exportAll, m_importFile, m_fromBackup})
        button->setEnabled(false);
    m_strip->show();
    m_stop->setFocus(Qt::OtherFocusReason);
    showProgress(0);
}

void ExchangePanel::end()
{
    const bool hadFocus = m_stop->hasFocus();
    m_work = Work::None;
    m_strip->hide();
    for (QAbstractButton *button : {m_exportAll, m_importFile, m_fromBackup})
        button->setEnabled(true);
    if (hadFocus)
        m_asked->setFocus(Qt::OtherFocusReason);
}

void ExchangePanel::showProgress(double fraction)
{
    const QString file = QFileInfo(m_path).fileName();
    m_progress->setValue(static_cast<int>(fraction * progressSteps));
    switch (m_work) {
    case Work::Exporting:
        m_doing->setText(tr("Exporting to %1").arg(file));
        break;
    case Work::Looking:
        m_doing->setText(tr("Looking through %1").arg(file));
        break;
    case Work::Importing:
        m_doing->setText(tr("Importing %1: %2 so far").arg(file, messagesText(m_messages)));
        break;
    case Work::None:
        break;
    }
}

void ExchangePanel::ask(const exchange::Preview &preview)
{
    end();
    if (preview.isEmpty()) {
        m_banner->show(Banner::Tone::Note,
                       preview.there > 0
                           ? tr("Every conversation in %1 is here already.").arg(QFileInfo(m_path).fileName())
                           : tr("There is no conversation in %1.").arg(QFileInfo(m_path).fileName()),
                       tr("Close"), previewFacts(preview).join(u'\n'));
        return;
    }
    m_preview = preview;
    m_ask->ask(AskBox::Tone::Note, importQuestion(preview), {tr("Import"), tr("Cancel")},
               previewFacts(preview).join(u'\n'));
    if (auto *first = m_ask->findChild<QAbstractButton *>())
        first->setFocus(Qt::OtherFocusReason);
}

void ExchangePanel::answer(int index)
{
    m_ask->clear();
    if (index == 0 && m_preview)
        return import();
    m_preview.reset();
    m_asked->setFocus(Qt::OtherFocusReason);
}

void ExchangePanel::say(const QString &sentence)
{
    end();
    m_banner->show(Banner::Tone::Note, sentence, tr("Close"));
}

void ExchangePanel::fail(const base::Error &error)
{
    const Doing doing = m_work == Work::Exporting ? Doing::Exporting : Doing::TakingOver;
    end();
    const ErrorText text = errorText(error, doing, QFileInfo(m_path).fileName(), {});
    const bool isStopped = error.kind == base::Error::Kind::Cancelled;
    m_banner->show(isStopped ? Banner::Tone::Note : Banner::Tone::Failure,
                   tr("%1 %2").arg(text.what, text.next), tr("Close"), text.details);
}

void ExchangePanel::retranslate()
{
    m_exportAll->setText(tr("Export everything…"));
    m_importFile->setText(tr("Import…"));
    m_fromBackup->setText(tr("From a backup…"));
    m_stop->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("Progress"));
    m_help->setText(
        tr("One conversation is exported from its menu. What can be imported: an export of Inkstone, "
           "conversations.json of ChatGPT, an export of Open WebUI, and the database of Ollama’s app "
           "(db.sqlite)."));
    m_banner->clear(); // it was said
    if (m_preview)
        ask(exchange::Preview(*m_preview));
    else if (m_operation)
        showProgress(static_cast<double>(m_progress->value()) / progressSteps);
}

void ExchangePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
