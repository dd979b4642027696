// An address read over the network, which library does not see: a catalogue, the manifest of a model. Made by
// the composition root (ui/core/WebFetch).
#pragma once

#include "base/Operation.h"

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace library {

class FetchOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;

Q_SIGNALS:
    void finished(const QByteArray &bytes); // no more than whoever made it allows
};

using Fetch = std::function<FetchOperation *(const QUrl &url, QObject *parent)>;

} // namespace library
