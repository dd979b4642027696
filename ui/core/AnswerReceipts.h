// Notes how answers come about: what was asked, as their sessions say, with what is known of the server and
// the model at that moment; nothing is asked for it. Once more when the answer has ended, where more is
// known then. Owned by Core.
#pragma once

#include "chat/Sessions.h"
#include "library/InstalledModels.h"
#include "server/Servers.h"

#include <QHash>

namespace ui {

class AnswerReceipts : public QObject
{
    Q_OBJECT
public:
    AnswerReceipts(chat::Sessions &sessions, chat::ConversationStore &store, server::Servers &servers,
                   const server::Connection &connection, const library::InstalledModels &installed,
                   QObject *parent);

private:
    struct Asked
    {
        chat::Receipt receipt;
        QByteArray body;
    };
    void note(chat::Id answer, const chat::Receipt &receipt, const QByteArray &body);
    void noteEnd(chat::Id answer);
    chat::Receipt withFacts(chat::Receipt receipt) const;
    const server::ServerProfile &answering(const chat::Receipt &receipt) const;

    chat::ConversationStore &m_store;
    server::Servers &m_servers;
    const server::Connection &m_connection;
    const library::InstalledModels &m_installed;
    QHash<chat::Id, Asked> m_running; // by answer
};

} // namespace ui
