#include "server/AddressProbe.h"

#include "base/ServerUrl.h"

namespace server {

AddressProbe::AddressProbe(BackendFactory makeBackend, QObject *parent)
    : QObject(parent)
    , m_makeBackend(std::move(makeBackend))
{
    using namespace std::chrono_literals;
    m_pause.setSingleShot(true);
    m_pause.setInterval(400ms);
    connect(&m_pause, &QTimer::timeout, this, &AddressProbe::probe);
}

AddressProbe::~AddressProbe() = default;

void AddressProbe::setAddress(const QString &typed, const base::Access &how)
{
    m_backend.reset(); // what it was asked is about another address
    m_isBlank = typed.trimmed().isEmpty();
    m_url = base::serverUrl(typed).value_or(QUrl());
    m_access = how;
    m_access.url = m_url;
    if (base::origin(how.url) != base::origin(m_url)) {
        m_access.key.clear();
        m_access.headers.clear();
        m_access.trust = {};
        m_access.isClearKeyAllowed = false;
    }
    m_pause.start();
}

void AddressProbe::probe()
{
    m_info = {};
    m_models.reset();
    m_error.reset();
    if (!m_url.isValid() || m_url.isEmpty()) {
        setState(m_isBlank ? State::Empty : State::Invalid);
        return;
    }
    m_backend = m_makeBackend(m_access);
    m_clock.start();
    auto *info = m_backend->serverInfo(m_backend.get());
    connect(info, &base::Operation::failed, this, [this](const base::Error &error) {
        m_error = error;
        setState(State::Failed);
    });
    connect(info, &backend::ServerInfoOperation::finished, this, [this](const backend::ServerInfo &answer) {
        m_info = answer;
        m_time = std::chrono::milliseconds(m_clock.elapsed());
        setState(State::Answered);
        // Only to tell how many there are: an answer without them is an answer.
        auto *models = m_backend->installedModels(m_backend.get());
        connect(models, &backend::ModelsOperation::finished, this, [this](const auto &list) {
            m_models = list;
            Q_EMIT changed();
        });
    });
    setState(State::Checking);
}

void AddressProbe::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace server
