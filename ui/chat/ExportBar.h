// Exports one conversation, or those of a folder: asks for a file, writes it beside everything else, and says
// over the transcript how far it is, with a way to stop it, and what came of it. Prints one, too. One after
// the other. Owned by the chat page.
#pragma once

#include "chat/ConversationStore.h"
#include "common/Widgets.h"
#include "exchange/Export.h"
#include "exchange/Reading.h"
#include "pictures/Pictures.h"

#include <QPointer>
#include <QTimer>

#include <deque>

class QFileDialog;
class QPagedPaintDevice;
class QPrinter;

namespace ui {

class PrintedConversation;

class ExportBar : public Banner
{
    Q_OBJECT
public:
    // Both outlive it.
    ExportBar(chat::ConversationStore &store, Pictures &pictures, QWidget *parent = nullptr);

    // Which file, and in which form.
    void choose(const chat::Conversation &conversation);
    void print(const chat::Conversation &conversation);
    // In our own form.
    void chooseForFolder(const QString &name, const QSet<chat::Id> &conversations);

    // Before it is told that something is under way.
    static constexpr std::chrono::milliseconds patience{500};

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Job
    {
        enum class Kind { File, Paper };
        Kind kind = Kind::File;
        QString place; // the file, or the printer
        std::function<base::Operation *()> begin;
    };
    struct Told
    {
        Tone tone = Tone::Note;
        QString sentence;
        QString details = {};
    };

    QFileDialog *ask(const QString &title, const QString &name);
    // The form is told by the ending of the file's name: .pdf, .md, .html, else our own.
    void write(const chat::Conversation &conversation, const QString &path);
    void writePdf(const chat::Conversation &conversation, const QString &path);
    void keepPdf(const QByteArray &pdf, const QString &path);
    void sendTo(const std::shared_ptr<QPrinter> &printer, const chat::Conversation &conversation);
    void writeFolder(const QSet<chat::Id> &conversations, const QString &path);
    PrintedConversation *printOn(const std::shared_ptr<QPagedPaintDevice> &device,
                                 const chat::Conversation &conversation);
    void add(const Job &job);
    void begin();
    void end(const Told &told);
    void takeProgress(double fraction);
    void showWork();
    void act();
    Told written(const QString &path) const;
    Told failed(const base::Error &error) const;

    chat::ConversationStore &m_store;
    Pictures &m_pictures;
    std::deque<Job> m_jobs; // the first is at work
    QPointer<base::Operation> m_operation;
    int m_percent = 0; // of it
    bool m_isWorkShown = false;
    QTimer m_patience;
    QList<Told> m_told;                         // of jobs before it, while there are more
    std::optional<exchange::Reading> m_writing; // of a PDF; last: ends before what it uses
};

} // namespace ui
