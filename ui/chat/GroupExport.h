// Exports several conversations: those of a folder, those selected, or all. In our own form they are one
// file; as documents each is a file of its own, in directories named as the folders they are in. Made by
// ExportBar.
#pragma once

#include "common/ExportForms.h"
#include "exchange/Export.h"
#include "exchange/FilePlaces.h"
#include "pictures/Pictures.h"

#include <QPointer>

namespace ui {

struct ExportGroup
{
    QString name;              // of the file or the folder that is made, in any letters
    chat::Selection selection; // absent = all
    chat::Id folder = 0;       // whose conversations these are; 0 = they are from anywhere
};

class GroupExport : public base::Operation
{
    Q_OBJECT
public:
    // `path`: a file in our own form, else a folder, which is made. Fails as exchange::Export; what was
    // written before is whole then, and stays.
    GroupExport(chat::ConversationStore &store, Pictures &pictures, const ExportGroup &group, ExportForm form,
                const QString &path, QObject *parent);

Q_SIGNALS:
    void progressed(double fraction);
    // Those in which nothing was said are not counted among documents.
    void finished(qsizetype conversations);

protected:
    void stop() override;

private:
    void begin(const QList<chat::Folder> &folders);
    void beginPdfs(const QList<chat::Conversation> &conversations);
    void nextPdf();
    void take(exchange::Export *operation);

    chat::ConversationStore &m_store;
    Pictures &m_pictures;
    ExportGroup m_group;
    ExportForm m_form;
    QString m_path;
    std::shared_ptr<exchange::FilePlaces> m_places; // of documents
    QList<chat::Conversation> m_left;               // to be printed, the next one last
    qsizetype m_all = 0;                            // to be printed, from the beginning
    qsizetype m_count = 0;                          // printed
    QPointer<base::Operation> m_operation;
};

} // namespace ui
