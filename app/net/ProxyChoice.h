// Which proxy stands between this machine and a server. Used by Http and TlsCheck; the doctor asks as well.
#pragma once

#include "base/Access.h"

#include <QNetworkProxy>

namespace net {

// The server's own proxy, else the system's; none for this machine, and the system's also not for addresses
// of its own network: such a proxy would see every prompt, and could not reach the server anyway.
QNetworkProxy proxyFor(const base::Access &access, const QUrl &url);

// host:port; empty where there is none.
QString nameOf(const QNetworkProxy &proxy);

} // namespace net
