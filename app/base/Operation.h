// Anything that takes time: a request, a streamed answer, a pull.
// The caller makes it through a room's interface and gives it a parent. It emits progress 0..n times, then
// exactly one of finished(...) (declared by the subclass) and failed(Error), never synchronously from the
// call that made it nor from cancel(), and then deletes itself. Destroying it, or its parent, stops the work
// silently.
#pragma once

#include "base/Error.h"

#include <QObject>

#include <utility>

namespace base {

class Operation : public QObject
{
    Q_OBJECT
public:
    explicit Operation(QObject *parent);

    // Asks for an end: the operation fails with Error::Kind::Cancelled from the event loop. Safe to call
    // twice, and after the end.
    void cancel();
    bool isDone() const { return m_done; }

Q_SIGNALS:
    void failed(const base::Error &error);

protected:
    // Releases what the work holds (closes the connection). Called at most once, when the operation fails
    // or is cancelled; not from the destructor.
    virtual void stop() = 0;

    // For the subclass: ends the operation. Later calls are ignored. To be called from the event loop only.
    void fail(const Error &error);
    template <typename EmitFinished>
    void succeed(EmitFinished &&emitFinished)
    {
        if (std::exchange(m_done, true))
            return;
        deleteLater(); // first: whoever listens may delete us
        std::forward<EmitFinished>(emitFinished)();
    }

private:
    bool m_cancelled = false;
    bool m_done = false;
};

} // namespace base
