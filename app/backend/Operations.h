// The operations a backend hands out: base::Operation with the signals that carry its values.
// A backend's implementation derives from these; everyone else only connects.
#pragma once

#include "backend/Types.h"
#include "base/Operation.h"

namespace backend {

class ServerInfoOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    void finished(const backend::ServerInfo &info);
};

class ModelsOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    void finished(const QList<backend::ModelInfo> &models);
};

class LoadedModelsOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    void finished(const QList<backend::LoadedModel> &models);
};

class DetailsOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    void finished(const backend::ModelDetails &details);
};

// received(...) for every piece; finished(...) only when the server said that the answer is complete.
// After failed(...) what was received stays valid as an incomplete answer.
class ChatOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    // Before anything else: the server that was asked did not answer, and this one does in its place.
    void rerouted(const QString &serverName);
    // The request is on its way. Again where it was asked otherwise: the last one is what was answered.
    void sent(const backend::SentRequest &request);
    void received(const backend::ChatDelta &delta);
    void finished(const backend::ChatSummary &summary);
};

// finished() only when the server said "success".
class PullOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    void progressed(const backend::PullStep &step);
    void finished();
};

// What takes no asking: finishes with a value from the event loop.
template <typename Operation, typename Value>
class Known : public Operation
{
public:
    Known(const Value &value, QObject *parent)
        : Operation(parent)
    {
        QMetaObject::invokeMethod(
            this, [this, value] { this->succeed([&] { Q_EMIT this->finished(value); }); },
            Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

// Something done, with nothing to tell.
class DoneOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    void finished();
};

} // namespace backend
