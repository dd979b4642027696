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

ExportBar::ExportBar(chat::ConversationStore &store, QWidget *parent)
    : Banner(parent)
    , m_store(store)
{
    setObjectName(u"exportBar"_s);
    connect(this, &Banner::actionTriggered, this, &Banner::clear);
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

void ExportBar::sendTo(const std::shared_ptr<QPrinter> &printer, const chat::Conversation &conversation)
{
    const bool isFile = !printer->outputFileName().isEmpty();
    const QString name =
        isFile ? QDir::toNativeSeparators(printer->outputFileName()) : printer->printerName();
    auto *printed = new PrintedConversation(m_store, conversation, printer, wordsForPages(), this);
    begin(printed, name);
    connect(printed, &PrintedConversation::finished, this, [this, name, isFile](int pages) {
        tell(isFile ? tr("%n page(s) printed to %1.", nullptr, pages).arg(name)
                    : tr("%n page(s) sent to the printer %1.", nullptr, pages).arg(name));
    });
}

void ExportBar::write(const chat::Conversation &conversation, const QString &path)
{
    if (QFileInfo(path).suffix().toLower() == "pdf"_L1)
        return writePdf(conversation, path);
    auto *written =
        new exchange::Export(m_store, QSet{conversation.id}, formOf(path), path, wordsForPages(), this);
    begin(written, path);
    connect(written, &exchange::Export::finished, this, [this, path] { tellWritten(path); });
}

void ExportBar::writePdf(const chat::Conversation &conversation, const QString &path)
{
    const auto pdf = std::make_shared<QBuffer>();
    pdf->open(QIODevice::WriteOnly);
    const std::shared_ptr<QPdfWriter> writer(new QPdfWriter(pdf.get()),
                                             [pdf](QPdfWriter *one) { delete one; });
    writer->setPageLayout(usualPage());
    writer->setTitle(conversation.title);
    writer->setCreator(u"Inkstone"_s);
    auto *printed = new PrintedConversation(m_store, conversation, writer, wordsForPages(), this);
    begin(printed, path);
    connect(printed, &PrintedConversation::finished, this, [this, pdf, path] { keepPdf(pdf->data(), path); });
}

// On a thread of its own: a disk may be slow.
void ExportBar::keepPdf(const QByteArray &pdf, const QString &path)
{
    m_writing.emplace([this, pdf, path](const std::atomic<bool> &) {
        const auto written = base::writeAllAtomic(path, pdf, base::FileAccess::Usual);
        QMetaObject::invokeMethod(
            this, [this, path, written] { written ? tellWritten(path) : tellError(written.error(), path); },
            Qt::QueuedConnection);
    });
}

void ExportBar::writeFolder(const QSet<chat::Id> &conversations, const QString &path)
{
    auto *written = new exchange::Export(m_store, conversations, exchange::Form::Own, path, {}, this);
    begin(written, path);
    connect(written, &exchange::Export::finished, this, [this, path](qsizetype count) {
        tell(tr("%n conversation(s) exported to %1.", nullptr, static_cast<int>(count))
                 .arg(QDir::toNativeSeparators(path)));
    });
}

void ExportBar::begin(base::Operation *operation, const QString &path)
{
    delete m_export.data(); // one that is still being written has been thought better of
    m_export = operation;
    connect(m_export, &base::Operation::failed, this,
            [this, path](const base::Error &error) { tellError(error, path); });
}

void ExportBar::changeEvent(QEvent *event)
{
    Banner::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        clear(); // it was said
}

void ExportBar::tell(const QString &sentence)
{
    show(Tone::Note, sentence, tr("Close"));
}

void ExportBar::tellWritten(const QString &path)
{
    tell(tr("The conversation was exported to %1.").arg(QDir::toNativeSeparators(path)));
}

void ExportBar::tellError(const base::Error &error, const QString &path)
{
    if (error.kind == base::Error::Kind::Unsupported) {
        show(Tone::Failure,
             tr("The printer %1 takes nothing. Look whether it is switched on and has no error, or export a "
                "PDF.")
                 .arg(path),
             tr("Close"));
        return;
    }
    const ErrorText text = errorText(error, Doing::Exporting, QDir::toNativeSeparators(path), {});
    show(Tone::Failure, tr("%1 %2").arg(text.what, text.next), tr("Close"), text.details);
}

} // namespace ui
