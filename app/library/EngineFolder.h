// What moving the models folder needs of the engine that uses it: whose it is, stopping it, trying it with
// another folder, and keeping to that. The rooms do not know each other, so ui/core makes one of them.
#pragma once

#include "base/Error.h"

#include <QObject>

namespace library {

class EngineFolder : public QObject
{
    Q_OBJECT
public:
    // Who runs the engine in use.
    enum class Keeper {
        Ours,      // this program started it, and may stop it
        Service,   // the system does
        Other,     // somebody else on this machine
        Elsewhere, // it is on another machine
    };
    // What an engine that is stopped now would interrupt.
    enum class Busy { Nothing, Downloads, Making, Answering, OtherServer };

    explicit EngineFolder(QObject *parent = nullptr);

    virtual Keeper keeper() const = 0;
    virtual Busy busy() const = 0;
    // Whether it can be told to use this folder at all.
    virtual bool accepts(const QString &folder) const = 0;
    // stopped() once it has ended; also where it does not run, but never from inside the call.
    virtual void stop() = 0;
    // With another folder than the one that is kept; ends what runs. failed() where it does not start, or
    // ends again, until keep() or startAsBefore().
    virtual void tryWith(const QString &folder) = 0;
    // With the folder that is kept.
    virtual void startAsBefore() = 0;
    // It runs with this folder, and will from now on. Interrupted: it does not. Otherwise why that cannot be
    // written down; then nothing is kept.
    virtual base::Result<void> keep(const QString &folder) = 0;

Q_SIGNALS:
    void stopped();
    void failed(const base::Error &error);
    void changed(); // keeper(), busy()
};

} // namespace library
