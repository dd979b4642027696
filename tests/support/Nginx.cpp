#include "support/Nginx.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

namespace support {

using namespace Qt::StringLiterals;

Nginx::Nginx(const QString &server, const QString &listen)
    : m_server(server)
    , m_listen(listen)
{
}

QUrl Nginx::url(const QString &scheme) const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_port));
}

bool Nginx::start()
{
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        return false;
    m_port = free.serverPort();
    free.close();
    const QString folder = m_folder.path();
    QString text = u"daemon off; pid %1/pid; error_log stderr; worker_processes 1;\nevents {}\nhttp {\n"
                   "    access_log off;\n"_s.arg(folder);
    for (const QString &kind : {u"client_body"_s, u"proxy"_s, u"fastcgi"_s, u"uwsgi"_s, u"scgi"_s})
        text += u"    %1_temp_path %2/%1;\n"_s.arg(kind, folder);
    text += u"    server {\n        listen %1:%2 %3;\n%4\n    }\n}\n"_s.arg(m_host).arg(m_port).arg(m_listen,
                                                                                                    m_server);
    QFile file(m_folder.filePath(u"nginx.conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return false;
    file.close();
    m_process = std::make_unique<ChildProcess>();
    m_process->start(u"nginx"_s, {u"-e"_s, u"stderr"_s, u"-c"_s, file.fileName(), u"-p"_s, folder});
    return QTest::qWaitFor(
               [this] {
                   QTcpSocket socket;
                   socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
                   return socket.waitForConnected(100) || m_process->state() == QProcess::NotRunning;
               },
               10'000) &&
           m_process->state() != QProcess::NotRunning;
}

} // namespace support
