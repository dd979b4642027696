// Whether a server answers, in words: what it is, what was found there and how fast, or why not and what to
// do. Part of the form of a server.
#pragma once

#include "backend/Types.h"
#include "common/Widgets.h"
#include "server/Connection.h"

namespace ui {

// What is known of a server, from whoever knows it.
struct ServerSeen
{
    server::Connection::State state = server::Connection::State::Connecting;
    std::optional<base::Error> error = std::nullopt;
    backend::ServerInfo info = {};
    std::optional<QList<backend::ModelInfo>> models = std::nullopt; // absent = not told (yet)
    std::chrono::milliseconds time{0};                              // 0 = not measured
};

class ServerStatus : public QWidget
{
    Q_OBJECT
public:
    explicit ServerStatus(QWidget *parent);

    void tell(const QString &icon, IconColor color, const QString &what, const QString &next = {},
              const QString &details = {});
    // `address`: host:port
    void tell(const ServerSeen &seen, const QString &address);

private:
    IconLabel *m_icon;
    Label *m_what;
    Label *m_next;
    Label *m_details;
};

} // namespace ui
