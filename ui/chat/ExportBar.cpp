#include "chat/ExportBar.h"

#include "base/AtomicFile.h"
#include "chat/MessageFooter.h"
#include "chat/PrintedConversation.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "exchange/FileName.h"

#include <QBuffer>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

using exchange::PageWords;

namespace {

exchange::Form formOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "md"_L1 || ending == "markdown"_L1)
        return exchange::Form::Markdown;
    return ending == "html"_L1 || ending == "htm"_L1 ? exchange::Form::Html : exchange::Form::Own;
}

// When, how it ended, and what it took.
QStringList factsOf(const chat::Message &message)
{
    QStringList facts = message.role == backend::Role::Assistant ? footerFacts(message) : QStringList();
    if (message.created.isValid() && facts.isEmpty())
        facts.append(timeOf(message.created));
    if (message.created.isValid())
        facts.prepend(fullDayOf(message.created));
    return facts;
}

PageWords wordsForPages()
{
    PageWords words;
    words.untitled = ExportBar::tr("Conversation");
    words.you = ExportBar::tr("You");
    words.model = ExportBar::tr("Answer");
    words.systemPrompt = ExportBar::tr("System prompt");
    words.thinking = [](const chat::Message &message) {
        return message.thinkingTime.count() > 0
                   ? ExportBar::tr("Thought for %1").arg(shortDuration(message.thinkingTime))
                   : ExportBar::tr("Thought");
    };
    words.attachment = [](const chat::Attachment &attachment) {
        const QString name = attachment.name.isEmpty() ? ExportBar::tr("Image") : attachment.name;
        return QStringLiteral("%1 · %2").arg(name, bytes(attachment.bytes));
    };
    words.facts = factsOf;
    return words;
}

// A4, or Letter where inches are used.
QPageLayout usualPage()
{
    constexpr qreal margin = 18; // mm
    const bool isLetter = QLocale::system().measurementSystem() == QLocale::ImperialUSSystem;
    return {QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
            QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter};
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

QFileDialog *ExportBar::ask(const QString &title, const QString &name)
{
    auto *dialog = new QFileDialog(window(), title);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(name);
    return dialog;
}

void ExportBar::choose(const chat::Conversation &conversation)
{
    auto *dialog =
        ask(tr("Export this conversation"), exchange::fileNameFrom(conversation.title, tr("Conversation")));
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

void ExportBar::chooseForFolder(const QString &name, const QSet<chat::Id> &conversations)
{
    auto *dialog = ask(tr("Export this folder"), exchange::fileNameFrom(name, tr("Folder")));
    dialog->setNameFilters({tr("Inkstone, everything, to import again (*.json)")});
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, conversations](const QString &path) { writeFolder(conversations, path); });
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

PrintedConversation *ExportBar::printOn(const std::shared_ptr<QPagedPaintDevice> &device,
                                        const chat::Conversation &conversation)
{
    auto *printed = new PrintedConversation(m_store, m_pictures, conversation, device, wordsForPages(), this);
    connect(printed, &PrintedConversation::progressed, this, &ExportBar::takeProgress);
    return printed;
}

void ExportBar::sendTo(const std::shared_ptr<QPrinter> &printer, const chat::Conversation &conversation)
{
    const bool isFile = !printer->outputFileName().isEmpty();
    const QString name =
        isFile ? QDir::toNativeSeparators(printer->outputFileName()) : printer->printerName();
    add({Job::Kind::Paper, name, [this, printer, conversation, name, isFile] {
             auto *printed = printOn(printer, conversation);
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
    if (QFileInfo(path).suffix().toLower() == "pdf"_L1)
        return writePdf(conversation, path);
    add({Job::Kind::File, path, [this, conversation, path] {
             auto *operation = new exchange::Export(m_store, QSet{conversation.id}, formOf(path), path,
                                                    wordsForPages(), this);
             connect(operation, &exchange::Export::progressed, this, &ExportBar::takeProgress);
             connect(operation, &exchange::Export::finished, this, [this, path] { end(written(path)); });
             return operation;
         }});
}

void ExportBar::writePdf(const chat::Conversation &conversation, const QString &path)
{
    add({Job::Kind::File, path, [this, conversation, path] {
             const auto pdf = std::make_shared<QBuffer>();
             pdf->open(QIODevice::WriteOnly);
             const std::shared_ptr<QPdfWriter> writer(new QPdfWriter(pdf.get()),
                                                      [pdf](QPdfWriter *one) { delete one; });
             writer->setPageLayout(usualPage());
             writer->setTitle(conversation.title);
             writer->setCreator(u"Inkstone"_s);
             auto *printed = printOn(writer, conversation);
             connect(printed, &PrintedConversation::finished, this,
                     [this, pdf, path] { keepPdf(pdf->data(), path); });
             return printed;
         }});
}

// On a thread of its own: a disk may be slow.
void ExportBar::keepPdf(const QByteArray &pdf, const QString &path)
{
    m_writing.emplace([this, pdf, path](const std::atomic<bool> &) {
        const auto kept = base::writeAllAtomic(path, pdf, base::FileAccess::Usual);
        QMetaObject::invokeMethod(
            this, [this, path, kept] { end(kept ? written(path) : failed(kept.error())); },
            Qt::QueuedConnection);
    });
}

void ExportBar::writeFolder(const QSet<chat::Id> &conversations, const QString &path)
{
    add({Job::Kind::File, path, [this, conversations, path] {
             auto *operation =
                 new exchange::Export(m_store, conversations, exchange::Form::Own, path, {}, this);
             connect(operation, &exchange::Export::progressed, this, &ExportBar::takeProgress);
             connect(operation, &exchange::Export::finished, this, [this, path](qsizetype count) {
                 end({Tone::Note, tr("%n conversation(s) exported to %1.", nullptr, static_cast<int>(count))
                                      .arg(QDir::toNativeSeparators(path))});
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

ExportBar::Told ExportBar::written(const QString &path) const
{
    return {Tone::Note, tr("The conversation was exported to %1.").arg(QDir::toNativeSeparators(path))};
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
    const ErrorText text = errorText(error, Doing::Exporting, QDir::toNativeSeparators(job.place), {});
    return {isStopped ? Tone::Note : Tone::Failure, tr("%1 %2").arg(text.what, text.next), text.details};
}

} // namespace ui
