// Exports one conversation, or those of a folder: asks for a file, writes it beside everything else, and says
// what came of it over the transcript. Prints one, too. Owned by the chat page.
#pragma once

#include "chat/ConversationStore.h"
#include "common/Widgets.h"
#include "exchange/Export.h"
#include "exchange/Reading.h"

#include <QPointer>

class QFileDialog;
class QPrinter;

namespace ui {

class ExportBar : public Banner
{
    Q_OBJECT
public:
    explicit ExportBar(chat::ConversationStore &store, QWidget *parent = nullptr);

    // Which file, and in which form.
    void choose(const chat::Conversation &conversation);
    void print(const chat::Conversation &conversation);
    // In our own form.
    void chooseForFolder(const QString &name, const QSet<chat::Id> &conversations);

protected:
    void changeEvent(QEvent *event) override;

private:
    QFileDialog *ask(const QString &title, const QString &name);
    // The form is told by the ending of the file's name: .pdf, .md, .html, else our own.
    void write(const chat::Conversation &conversation, const QString &path);
    void writePdf(const chat::Conversation &conversation, const QString &path);
    void keepPdf(const QByteArray &pdf, const QString &path);
    void sendTo(const std::shared_ptr<QPrinter> &printer, const chat::Conversation &conversation);
    void writeFolder(const QSet<chat::Id> &conversations, const QString &path);
    void begin(base::Operation *operation, const QString &path);
    void tell(const QString &sentence);
    void tellWritten(const QString &path);
    void tellError(const base::Error &error, const QString &path);

    chat::ConversationStore &m_store;
    QPointer<base::Operation> m_export;         // while it is written
    std::optional<exchange::Reading> m_writing; // of a PDF; last: ends before what it uses
};

} // namespace ui
