// Writes a conversation to a PDF: printed in memory, then to the file on a thread of its own, for a disk may
// be slow. The file is there whole, or as it was before. Made by ExportBar and GroupExport.
#pragma once

#include "base/Operation.h"
#include "chat/ConversationStore.h"
#include "exchange/Page.h"
#include "exchange/Reading.h"
#include "pictures/Pictures.h"

#include <QPageLayout>
#include <QPointer>

namespace ui {

class PdfExport : public base::Operation
{
    Q_OBJECT
public:
    // The folder of `path` is made where it is not there. Fails with NotFound where nothing was said, with
    // NoSpace, ReadOnly, Storage.
    PdfExport(chat::ConversationStore &store, Pictures &pictures, const chat::Conversation &conversation,
              const QString &path, const exchange::PageWords &words, QObject *parent);

Q_SIGNALS:
    void progressed(double fraction);
    void finished();

protected:
    void stop() override;

private:
    void keep(const QByteArray &pdf, const QString &path);

    QPointer<base::Operation> m_printed;
    std::optional<exchange::Reading> m_writing; // last: ends before what it uses
};

// A4, or Letter where inches are used.
QPageLayout usualPage();

} // namespace ui
