#include "chat/PatientChat.h"

#include "base/Busy.h"

#include <QRandomGenerator>

#include <algorithm>

namespace chat {

using base::Error;
using std::chrono::milliseconds;

PatientChat::PatientChat(const Ask &how, QObject *parent)
    : ChatOperation(parent)
    , m_ask(how)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PatientChat::ask);
    ask();
}

void PatientChat::ask()
{
    m_asked = m_ask(this);
    connect(m_asked, &backend::ChatOperation::rerouted, this, &backend::ChatOperation::rerouted);
    connect(m_asked, &backend::ChatOperation::sent, this, &backend::ChatOperation::sent);
    connect(m_asked, &backend::ChatOperation::received, this, [this](const backend::ChatDelta &delta) {
        m_hasBegun = true;
        Q_EMIT received(delta);
    });
    connect(m_asked, &backend::ChatOperation::finished, this, [this](const backend::ChatSummary &summary) {
        succeed([this, &summary] { Q_EMIT finished(summary); });
    });
    connect(m_asked, &base::Operation::failed, this, &PatientChat::refused);
}

void PatientChat::refused(const Error &error)
{
    const auto time = base::askAgainAt(error);
    const milliseconds told(time ? std::max<qint64>(QDateTime::currentDateTimeUtc().msecsTo(*time), 0) : 0);
    if (!time || m_hasBegun || told > longestPause || m_triesLeft-- == 0)
        return fail(error);
    // A little later than told, as others were told the same.
    const milliseconds pause = told + milliseconds(QRandomGenerator::global()->bounded(100)) +
                               told * QRandomGenerator::global()->bounded(10) / 100;
    m_pause.start(pause);
    Q_EMIT postponed(pause);
}

void PatientChat::stop()
{
    m_pause.stop();
    if (m_asked) {
        m_asked->disconnect(this);
        m_asked->cancel();
    }
}

} // namespace chat
