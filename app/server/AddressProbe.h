// Tries an address while it is being typed: a real request to the server it names, once the typing pauses.
// Made by the page that has the field; the backend for an address comes from the composition root.
#pragma once

#include "backend/Backend.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace server {

using BackendFactory = std::function<std::unique_ptr<backend::Backend>(const base::Access &)>;

class AddressProbe : public QObject
{
    Q_OBJECT
public:
    enum class State { Empty, Invalid, Checking, Answered, Failed };
    Q_ENUM(State)

    explicit AddressProbe(BackendFactory makeBackend, QObject *parent = nullptr);
    ~AddressProbe() override;

    State state() const { return m_state; }
    QUrl url() const { return m_url; }                  // of what was typed, repaired; empty = Invalid
    backend::ServerInfo info() const { return m_info; } // of Answered
    std::chrono::milliseconds responseTime() const { return m_time; } // of Answered
    // Of Answered; absent = not told.
    const std::optional<QList<backend::ModelInfo>> &models() const { return m_models; }
    std::optional<base::Error> error() const { return m_error; } // of Failed

    // url() is true at once; the request, and changed(), follow after a pause of 400 ms. `how` the address is
    // reached otherwise; its key, headers and trust go along only where it is the same origin.
    void setAddress(const QString &typed, const base::Access &how = {});

Q_SIGNALS:
    void changed();

private:
    void probe();
    void setState(State state);

    BackendFactory m_makeBackend;
    std::unique_ptr<backend::Backend> m_backend; // owns the operations under way
    QTimer m_pause;
    QElapsedTimer m_clock;
    State m_state = State::Empty;
    QUrl m_url;
    base::Access m_access;
    backend::ServerInfo m_info;
    std::chrono::milliseconds m_time{0};
    std::optional<QList<backend::ModelInfo>> m_models;
    std::optional<base::Error> m_error;
    bool m_isBlank = true;
};

} // namespace server
