#include "chat/ExportBar.h"

#include "chat/MessageFooter.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "exchange/FileName.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
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
    words.facts = factsOf;
    return words;
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
    const QStringList filters{tr("Web page, the branch shown (*.html)"),
                              tr("Markdown, the branch shown (*.md)"),
                              tr("Inkstone, everything, to import again (*.json)")};
    const QStringList endings{u"html"_s, u"md"_s, u"json"_s};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(endings.constFirst());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, endings](const QString &filter) {
        dialog->setDefaultSuffix(endings.value(filters.indexOf(filter), endings.constFirst()));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = conversation.id](const QString &path) { write(id, path); });
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

void ExportBar::write(chat::Id conversation, const QString &path)
{
    begin(new exchange::Export(m_store, QSet{conversation}, formOf(path), path, wordsForPages(), this), path);
    connect(m_export, &exchange::Export::finished, this, [this, path] {
        tell(tr("The conversation was exported to %1.").arg(QDir::toNativeSeparators(path)));
    });
}

void ExportBar::writeFolder(const QSet<chat::Id> &conversations, const QString &path)
{
    begin(new exchange::Export(m_store, conversations, exchange::Form::Own, path, {}, this), path);
    connect(m_export, &exchange::Export::finished, this, [this, path](qsizetype count) {
        tell(tr("%n conversation(s) exported to %1.", nullptr, static_cast<int>(count))
                 .arg(QDir::toNativeSeparators(path)));
    });
}

void ExportBar::begin(exchange::Export *operation, const QString &path)
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

void ExportBar::tellError(const base::Error &error, const QString &path)
{
    const ErrorText text = errorText(error, Doing::Exporting, QDir::toNativeSeparators(path), {});
    show(Tone::Failure, tr("%1 %2").arg(text.what, text.next), tr("Close"), text.details);
}

} // namespace ui
