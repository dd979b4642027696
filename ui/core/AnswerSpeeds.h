// Tells the record of speeds what ended answers say of their models, and a measurement that a question comes
// between. An answer is left out where another was being written beside it, where it came from another server
// than the one whose models are known, or where it did not end by itself. Owned by Core.
#pragma once

#include "chat/Sessions.h"
#include "library/SpeedMeasure.h"
#include "server/Servers.h"

#include <QHash>

namespace ui {

class AnswerSpeeds : public QObject
{
    Q_OBJECT
public:
    AnswerSpeeds(chat::Sessions &sessions, server::Servers &servers, library::InstalledModels &installed,
                 library::SpeedMeasure &measure, QObject *parent);

private:
    struct Asked
    {
        bool wasInMemory = false;
        bool isAlone = true;
    };
    void begin(const chat::ChatSession &session);
    void end(chat::ChatSession &session, const Asked &asked);

    server::Servers &m_servers;
    library::InstalledModels &m_installed;
    library::SpeedMeasure &m_measure;
    QHash<chat::Id, Asked> m_running;
};

} // namespace ui
