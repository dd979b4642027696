// Exports one conversation, or those of a folder: asks for a file, writes it beside everything else, and says
// what came of it over the transcript. Owned by the chat page.
#pragma once

#include "chat/ConversationStore.h"
#include "common/Widgets.h"
#include "exchange/Export.h"

#include <QPointer>

class QFileDialog;

namespace ui {

class ExportBar : public Banner
{
    Q_OBJECT
public:
    explicit ExportBar(chat::ConversationStore &store, QWidget *parent = nullptr);

    // Which file, and in which form.
    void choose(const chat::Conversation &conversation);
    // In our own form.
    void chooseForFolder(const QString &name, const QSet<chat::Id> &conversations);

protected:
    void changeEvent(QEvent *event) override;

private:
    QFileDialog *ask(const QString &title, const QString &name);
    // The form is told by the ending of the file's name: .md, .html, else our own.
    void write(chat::Id conversation, const QString &path);
    void writeFolder(const QSet<chat::Id> &conversations, const QString &path);
    void begin(exchange::Export *operation, const QString &path);
    void tell(const QString &sentence);
    void tellError(const base::Error &error, const QString &path);

    chat::ConversationStore &m_store;
    QPointer<exchange::Export> m_export; // while it is written
};

} // namespace ui
