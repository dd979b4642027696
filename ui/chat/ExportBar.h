// Exports one conversation, or several: asks for a file or a folder, writes beside everything else, and says
// over the transcript how far it is, with a way to stop it, and what came of it. Prints one, too. One after
// the other. Owned by the chat page.
#pragma once

#include "chat/GroupExport.h"
#include "common/Widgets.h"

#include <QTimer>

#include <deque>

class QFileDialog;
class QPrinter;

namespace ui {

class ExportBar : public Banner
{
    Q_OBJECT
public:
    // Both outlive it.
    ExportBar(chat::ConversationStore &store, Pictures &pictures, QWidget *parent = nullptr);

    // Which file, and in which form.
    void choose(const chat::Conversation &conversation);
    void print(const chat::Conversation &conversation);
    // A file in our own form, else a folder in which one of the group's name is to be made.
    void chooseForGroup(const ExportGroup &group, ExportForm form);

    // Before it is told that something is under way.
    static constexpr std::chrono::milliseconds patience{500};

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Job
    {
        enum class Kind { File, Folder, Paper };
        Kind kind = Kind::File;
        QString place; // the file, the folder, or the printer
        std::function<base::Operation *()> begin;
    };
    struct Told
    {
        Tone tone = Tone::Note;
        QString sentence;
        QString details = {};
    };

    QFileDialog *ask(const QString &title);
    QFileDialog *askForFile(const QString &title, const QString &name);
    // The form is told by the ending of the file's name: .pdf, .md, .html, else our own.
    void write(const chat::Conversation &conversation, const QString &path);
    base::Operation *writer(const chat::Conversation &conversation, const QString &path);
    // Documents go to `path` with a number where it is there already.
    void writeGroup(const ExportGroup &group, ExportForm form, const QString &path);
    void sendTo(const std::shared_ptr<QPrinter> &printer, const chat::Conversation &conversation);
    void add(const Job &job);
    void begin();
    void end(const Told &told);
    void takeProgress(double fraction);
    void showWork();
    void act();
    Told failed(const base::Error &error) const;

    chat::ConversationStore &m_store;
    Pictures &m_pictures;
    std::deque<Job> m_jobs; // the first is at work
    QPointer<base::Operation> m_operation;
    int m_percent = 0; // of it
    bool m_isWorkShown = false;
    QTimer m_patience;
    QList<Told> m_told; // of jobs before it, while there are more
};

} // namespace ui
