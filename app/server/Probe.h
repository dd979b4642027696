// The connection doctor's hands: climbs the ladder of ProbeFacts for one server, rung by rung, and stops at
// the first that fails. Judging is diagnose()'s, words are ui's. Made by the doctor's page and by the
// terminal's check.
#pragma once

#include "backend/Backend.h"
#include "net/Http.h"
#include "net/Look.h"
#include "server/AddressProbe.h"
#include "server/ProbeFacts.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace server {

class Probe : public QObject
{
    Q_OBJECT
public:
    // A question makes the server load a model; it is asked only where the person wants to know.
    enum class Depth { Connection, Answer };

    // Preferred: where the model is not there, the smallest is asked.
    enum class Choice { Preferred, Required };

    struct Request
    {
        base::Access access;
        QString model = {}; // to ask; empty = the smallest
        Choice choice = Choice::Preferred;
        Depth depth = Depth::Connection;
        // Silence before an answer, and before any other reply.
        std::chrono::milliseconds answerTimeout = backend::usualFirstByteTimeout;
        std::chrono::milliseconds replyTimeout{30'000};

        bool operator==(const Request &) const = default;
    };

    Probe(net::Http &http, BackendFactory makeBackend, QObject *parent = nullptr);
    ~Probe() override;

    // Begins anew; what was under way is dropped. Everything is told from the event loop.
    void start(const Request &request);
    // Ends it: the rung that is being checked is not checked.
    void cancel();

    const ProbeFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void changed();
    void finished(); // facts() is all there is to know; not after cancel()

private:
    void begin(Rung rung);
    void pass(Rung rung, RungState state = RungState::Passed);
    void fail(Rung rung, const base::Error &error);
    void end();
    void tell();

    void lookAtName();
    void lookAtPort(const QList<QHostAddress> &addresses);
    void lookOnLoopback();
    base::Error portError() const;
    void lookAtTls();
    void askHttp();
    void judgeReply(const net::HttpResponse &response);
    void askKind();
    void lookFromOutside();
    void askAsAnyone(base::Access access);
    void passVersion();
    void askModels();
    void askNamedModel(); // of a server that does not tell its models
    void askModel(QStringList candidates);

    net::Http &m_http;
    BackendFactory m_makeBackend;
    Request m_request;
    ProbeFacts m_facts;
    std::unique_ptr<backend::Backend> m_backend;
    std::unique_ptr<QObject> m_work; // owns what is under way
    QElapsedTimer m_clock;           // of the rung
    QTimer m_news;                   // something is to be told
    bool m_isOver = false;           // and it is the last of this check
};

} // namespace server
