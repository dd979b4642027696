// A question that is asked again where the server did not begin to work on it and said when it will: after
// that time, three times at most. Made by ChatSession.
#pragma once

#include "backend/Operations.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace chat {

// A server that wants to be left alone for longer is not waited for.
inline constexpr std::chrono::minutes longestPause{10};

class PatientChat : public backend::ChatOperation
{
    Q_OBJECT
public:
    using Ask = std::function<backend::ChatOperation *(QObject *parent)>;

    PatientChat(const Ask &how, QObject *parent);

Q_SIGNALS:
    // It is asked again when this has passed.
    void postponed(std::chrono::milliseconds pause);

protected:
    void stop() override;

private:
    void ask();
    void refused(const base::Error &error);

    Ask m_ask;
    QPointer<backend::ChatOperation> m_asked; // a child
    QTimer m_pause;
    int m_triesLeft = 3;
    bool m_hasBegun = false; // the server did
};

} // namespace chat
