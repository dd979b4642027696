// The one place that makes requests (a test keeps the network access manager out of every other file).
// Made by the composition root; the backends send through it.
//
// What it promises (reliability.md section 0, D1-D5, D16-D18): a redirect is never followed; a request with a
// body goes out at most once, whatever the server does; memory stays bounded however much arrives; nothing is
// remembered between requests (no cookies, no cache, no logins); HTTP/1.1 only; loopback and private
// addresses are never reached through the system's proxy. HTTP success says nothing about completeness: a
// reply that was cut where chunks or Content-Length do not tell ends as finished(). The reader of the content
// decides. base::Access is obeyed here and nowhere else: key, headers and proxy go to the origin of its
// address alone, not in clear unless that is allowed, and not one byte of a request is sent before the
// certificate is found good (T12-T14). No host is contacted past the ledger and its lock.
#pragma once

#include "net/HttpExchange.h"
#include "net/TlsCheck.h"

#include <QThread>

class QNetworkAccessManager;
class QNetworkRequest;

namespace net {

class Http : public QObject
{
    Q_OBJECT
public:
    // `ledger` outlives this; without one nothing is noted, and no lock holds.
    explicit Http(privacy::Ledger *ledger = nullptr, QObject *parent = nullptr);
    ~Http() override;

    // Begins at once and ends through the event loop.
    HttpExchange *send(const HttpRequest &request, QObject *parent);
    // What the TLS of the server at access.url is like.
    TlsCheck *checkTls(const base::Access &access, QObject *parent);
    // To be asked before a NameLook or a PortLook on the way to access.url: Locked, and then there may be
    // none; absent: it is noted.
    std::optional<base::Error> noteLook(const base::Access &access);

private:
    std::optional<base::Error> refusalOf(const HttpRequest &request, QNetworkRequest &prepared) const;
    void bury(QNetworkAccessManager *manager);

    QPointer<privacy::Ledger> m_ledger;
    QThread m_undertaker; // where access managers are deleted, see send()
};

} // namespace net
