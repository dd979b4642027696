#include "chat/PdfExport.h"

#include "base/AtomicFile.h"
#include "chat/PrintedConversation.h"
#include "exchange/FilePlaces.h"

#include <QBuffer>
#include <QLocale>
#include <QPdfWriter>

namespace ui {

QPageLayout usualPage()
{
    constexpr qreal margin = 18; // mm
    const bool isLetter = QLocale::system().measurementSystem() == QLocale::ImperialUSSystem;
    return {QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
            QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter};
}

PdfExport::PdfExport(chat::ConversationStore &store, Pictures &pictures,
                     const chat::Conversation &conversation, const QString &path,
                     const exchange::PageWords &words, QObject *parent)
    : Operation(parent)
{
    const auto pdf = std::make_shared<QBuffer>();
    pdf->open(QIODevice::WriteOnly);
    const std::shared_ptr<QPdfWriter> writer(new QPdfWriter(pdf.get()),
                                             [pdf](QPdfWriter *one) { delete one; });
    writer->setPageLayout(usualPage());
    writer->setTitle(conversation.title);
    writer->setCreator(QStringLiteral("Inkstone"));
    auto *printed = new PrintedConversation(store, pictures, conversation, writer, words, this);
    m_printed = printed;
    connect(printed, &PrintedConversation::progressed, this, &PdfExport::progressed);
    connect(printed, &PrintedConversation::finished, this, [this, pdf, path] { keep(pdf->data(), path); });
    connect(printed, &base::Operation::failed, this, &PdfExport::fail);
}

void PdfExport::stop()
{
    if (m_printed)
        m_printed->cancel();
}

void PdfExport::keep(const QByteArray &pdf, const QString &path)
{
    m_writing.emplace([this, pdf, path](const std::atomic<bool> &) {
        auto kept = exchange::makeFolderOf(path);
        if (kept)
            kept = base::writeAllAtomic(path, pdf, base::FileAccess::Usual);
        QMetaObject::invokeMethod(
            this,
            [this, kept] {
                if (kept)
                    succeed([this] { Q_EMIT finished(); });
                else
                    fail(kept.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace ui
