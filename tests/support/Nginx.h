// A real nginx of a test's own, in a temporary folder; ends with the test.
#pragma once

#include "support/RealParts.h"

#include <memory>

namespace support {

class Nginx
{
public:
    // `server`: what stands in its server block besides `listen`; `listen`: what stands after the port there
    // ("ssl").
    explicit Nginx(const QString &server, const QString &listen = {});

    void listenEverywhere() { m_host = QStringLiteral("0.0.0.0"); } // before start()
    bool start();                                                   // false where it does not listen
    quint16 port() const { return m_port; }
    QUrl url(const QString &scheme = QStringLiteral("http")) const;
    QByteArray errors() { return m_process ? m_process->errors() : QByteArray(); }

private:
    QTemporaryDir m_folder;
    QString m_server;
    QString m_listen;
    QString m_host = QStringLiteral("127.0.0.1");
    quint16 m_port = 0;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace support
