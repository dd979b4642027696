// A conversation on paper, or in a PDF: the branch that is shown, in the light colours, drawn by the layouts
// of the transcript, with the images that were sent. Works a little at a time, so that the window answers
// meanwhile, and waits for formulas and images. Made by ExportBar.
#pragma once

#include "base/Operation.h"
#include "chat/ConversationStore.h"
#include "chat/PrintedMessage.h"
#include "chat/Typesetter.h"
#include "exchange/Page.h"
#include "pictures/Pictures.h"

#include <QPagedPaintDevice>
#include <QPainter>
#include <QTimer>

namespace ui {

class PrintedConversation : public base::Operation
{
    Q_OBJECT
public:
    // `device` has its page and its margins. Fails with NotFound where nothing was said, and with Unsupported
    // where the device does not begin.
    PrintedConversation(chat::ConversationStore &store, Pictures &pictures,
                        const chat::Conversation &conversation, std::shared_ptr<QPagedPaintDevice> device,
                        const exchange::PageWords &words, QObject *parent);
    // Where it has not ended, a printer is told to forget what it has.
    ~PrintedConversation() override;

Q_SIGNALS:
    void progressed(double fraction);
    // Everything is with the device.
    void finished(int pages);

protected:
    void stop() override;

private:
    void take(const base::Result<QList<chat::Message>> &path);
    void work();
    bool workOn(QDeadlineTimer deadline);
    void beginMessage();
    void readImage();
    void drawImage();
    QSize imageSize() const;
    int headHeight() const;
    double fraction() const;
    void drawTitle();
    void drawHead(const chat::Message &message);
    bool drawPart();
    void beginPage();
    void drawFoot();
    void end();
    QString nameOf(const chat::Message &message) const;

    chat::ConversationStore &m_store;
    Pictures &m_pictures;
    chat::Conversation m_conversation;
    std::shared_ptr<QPagedPaintDevice> m_device;
    exchange::PageWords m_words;
    Typesetter m_formulas;
    TranscriptStyle m_style;
    QPainter m_painter;
    QTimer m_turn;
    QList<chat::Message> m_messages; // those still to be printed
    std::unique_ptr<PrintedMessage> m_message;
    QList<chat::Id> m_images;      // of the message, those still to be printed
    std::optional<QImage> m_image; // the first of them; null where it cannot be read
    bool m_isReadingImage = false;
    double m_fraction = 0;      // told last
    qsizetype m_characters = 0; // of all messages, as far as there is something to be done for each
    QSize m_page;               // without the foot, in the pixels of the style
    int m_pages = 0;            // begun so far
    int m_y = 0;                // on the page
    int m_drawn = 0;            // of the message, from its top
    bool m_isNamed = false;     // its head stands on the page
};

} // namespace ui
