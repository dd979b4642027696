#include "chat/ExportBar.h"

#include "chat/ExportWords.h"
#include "chat/PdfExport.h"
#include "chat/PrintedConversation.h"
#include "common/ErrorText.h"
#include "exchange/FileName.h"
#include "exchange/FilePlaces.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

exchange::Form formOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "md"_L1 || ending == "markdown"_L1)
        return exchange::Form::Markdown;
    return ending == "html"_L1 || ending == "htm"_L1 ? exchange::Form::Html : exchange::Form::Own;
}

} // namespace

ExportBar::ExportBar(chat::ConversationStore &store, Pictures &pictures, QWidget *parent)
    : Banner(parent)
    , m_store(store)
    , m_pictures(pictures)
{
    setObjectName(u"exportBar"_s);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ExportBar::showWork);
    connect(this, &Banner::actionTriggered, this, &ExportBar::act);
}

QFileDialog *ExportBar::ask(const QString &title)
{
    auto *dialog = new QFileDialog(window(), title);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return dialog;
}

QFileDialog *ExportBar::askForFile(const QString &title, const QString &name)
{
    QFileDialog *dialog = ask(title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    return dialog;
}

void ExportBar::choose(const chat::Conversation &conversation)
{
    QFileDialog *dialog = askForFile(tr("Export this conversation"),
                                     exchange::fileNameFrom(conversation.title, tr("Conversation")));
    const QStringList filters{tr("Web page, the branch shown (*.html)"), tr("PDF, the branch shown (*.pdf)"),
                              tr("Markdown, the branch shown (*.md)"),
                              tr("Inkstone, everything, to import again (*.json)")};
    const QStringList endings{u"html"_s, u"pdf"_s, u"md"_s, u"json"_s};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(endings.constFirst());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, endings](const QString &filter) {
        dialog->setDefaultSuffix(endings.value(filters.indexOf(filter), endings.constFirst()));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, conversation](const QString &path) { write(conversation, path); });
    dialog->open();
}

void ExportBar::chooseForGroup(const ExportGroup &group, ExportForm form)
{
    const QString title = tr("Export these conversations");
    const QString name = exchange::fileNameFrom(group.name, tr("Folder"));
    if (form == ExportForm::Inkstone) {
        QFileDialog *dialog = askForFile(title, name);
        dialog->setNameFilters({tr("Inkstone, everything, to import again (*.json)")});
        dialog->setDefaultSuffix(u"json"_s);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this, group, form](const QString &path) { writeGroup(group, form, path); });
        dialog->open();
        return;
    }
    QFileDialog *dialog = ask(title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Export here"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, group, form, name](const QString &folder) {
        writeGroup(group, form, QDir(folder).filePath(name));
    });
    dialog->open();
}

void ExportBar::print(const chat::Conversation &conversation)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(usualPage());
    printer->setDocName(conversation.title);
    auto *dialog = new QPrintDialog(printer.get(), window());
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, &QDialog::accepted, this,
            [this, printer, conversation] { sendTo(printer, conversation); });
    dialog->open();
}

void ExportBar::sendTo(const std::shared_ptr<QPrinter> &printer, const chat::Conversation &conversation)
{
    const bool isFile = !printer->outputFileName().isEmpty();
    const QString name =
        isFile ? QDir::toNativeSeparators(printer->outputFileName()) : printer->printerName();
    add({Job::Kind::Paper, name, [this, printer, conversation, name, isFile] {
             auto *printed =
                 new PrintedConversation(m_store, m_pictures, conversation, printer, pageWords(), this);
             connect(printed, &PrintedConversation::progressed, this, &ExportBar::takeProgress);
             connect(printed, &PrintedConversation::finished, this, [this, name, isFile](int pages) {
                 end({Tone::Note, isFile
                                      ? tr("%n page(s) printed to %1.", nullptr, pages).arg(name)
                                      : tr("%n page(s) sent to the printer %1.", nullptr, pages).arg(name)});
             });
             return printed;
         }});
}

void ExportBar::write(const chat::Conversation &conversation, const QString &path)
{
    add({Job::Kind::File, path, [this, conversation, path] { return writer(conversation, path); }});
}

base::Operation *ExportBar::writer(const chat::Conversation &conversation, const QString &path)
{
    const auto tell = [this, path] {
        end({Tone::Note, tr("The conversation was exported to %1.").arg(QDir::toNativeSeparators(path))});
    };
    if (QFileInfo(path).suffix().toLower() == "pdf"_L1) {
        auto *operation = new PdfExport(m_store, m_pictures, conversation, path, pageWords(), this);
        connect(operation, &PdfExport::progressed, this, &ExportBar::takeProgress);
        connect(operation, &PdfExport::finished, this, tell);
        return operation;
    }
    auto *operation =
        new exchange::Export(m_store, QSet{conversation.id}, formOf(path), path, pageWords(), this);
    connect(operation, &exchange::Export::progressed, this, &ExportBar::takeProgress);
    connect(operation, &exchange::Export::finished, this, tell);
    return operation;
}

void ExportBar::writeGroup(const ExportGroup &group, ExportForm form, const QString &path)
{
    const auto kind = form == ExportForm::Inkstone ? Job::Kind::File : Job::Kind::Folder;
    add({kind, path, [this, group, form, kind, path] {
             // Only now: the job before may have made the same.
             const QString place = kind == Job::Kind::Folder ? exchange::freePlace(path) : path;
             m_jobs.front().place = place;
             auto *operation = new GroupExport(m_store, m_pictures, group, form, place, this);
             connect(operation, &GroupExport::progressed, this, &ExportBar::takeProgress);
             connect(operation, &GroupExport::finished, this, [this, place](qsizetype count) {
                 end({Tone::Note, tr("%n conversation(s) exported to %1.", nullptr, static_cast<int>(count))
                                      .arg(QDir::toNativeSeparators(place))});
             });
             return operation;
         }});
}

void ExportBar::add(const Job &job)
{
    m_jobs.push_back(job);
    if (m_jobs.size() == 1)
        begin();
}

void ExportBar::begin()
{
    m_percent = 0;
    m_patience.start();
    m_operation = m_jobs.front().begin();
    connect(m_operation, &base::Operation::failed, this,
            [this](const base::Error &error) { end(failed(error)); });
}

// What came of several is told together, when the last one is done.
void ExportBar::end(const Told &told)
{
    m_patience.stop();
    m_jobs.pop_front();
    m_told.append(told);
    if (!m_jobs.empty())
        return begin();
    QStringList sentences;
    QStringList details;
    Tone tone = Tone::Note;
    for (const Told &one : std::exchange(m_told, {})) {
        sentences.append(one.sentence);
        if (!one.details.isEmpty())
            details.append(one.details);
        if (one.tone == Tone::Failure)
            tone = one.tone;
    }
    m_isWorkShown = false;
    show(tone, sentences.join(u'\n'), tr("Close"), details.join(u'\n'));
}

// By tens: a screen reader says each of them.
void ExportBar::takeProgress(double fraction)
{
    const int percent = static_cast<int>(fraction * 10) * 10;
    if (std::exchange(m_percent, percent) != percent && m_isWorkShown)
        showWork();
}

void ExportBar::showWork()
{
    const Job &job = m_jobs.front();
    m_isWorkShown = true;
    show(Tone::Note,
         job.kind == Job::Kind::Paper
             ? tr("Printing to %1: %2 %").arg(job.place).arg(m_percent)
             : tr("Exporting to %1: %2 %").arg(QDir::toNativeSeparators(job.place)).arg(m_percent),
         tr("Stop"));
}

void ExportBar::act()
{
    if (!m_isWorkShown)
        return clear();
    if (m_operation)
        m_operation->cancel();
}

void ExportBar::changeEvent(QEvent *event)
{
    Banner::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    if (m_isWorkShown)
        showWork();
    else
        clear(); // it was said
}

// Of the job at work.
ExportBar::Told ExportBar::failed(const base::Error &error) const
{
    const Job &job = m_jobs.front();
    const bool isPaper = job.kind == Job::Kind::Paper;
    if (isPaper && error.kind == base::Error::Kind::Unsupported)
        return {
            Tone::Failure,
            tr("The printer %1 takes nothing. Look whether it is switched on and has no error, or export a "
               "PDF.")
                .arg(job.place)};
    const bool isStopped = error.kind == base::Error::Kind::Cancelled;
    if (isPaper && isStopped)
        return {Tone::Note, tr("Printing to %1 was stopped. What the printer has already may still come out.")
                                .arg(job.place)};
    const Doing doing = job.kind == Job::Kind::Folder ? Doing::ExportingEach : Doing::Exporting;
    const ErrorText text = errorText(error, doing, QDir::toNativeSeparators(job.place), {});
    return {isStopped ? Tone::Note : Tone::Failure, tr("%1 %2").arg(text.what, text.next), text.details};
}

} // namespace ui
