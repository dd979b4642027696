// Collects what one answer gives and how it ends.
#pragma once

#include "backend/Backend.h"

#include <QPointer>
#include <QSignalSpy>

#include <optional>

namespace support {

struct ChatOutcome
{
    explicit ChatOutcome(backend::ChatOperation *operation)
        : watched(operation)
    {
        QObject::connect(operation, &backend::ChatOperation::received, operation,
                         [this](const backend::ChatDelta &delta) {
                             text += delta.text;
                             thinking += delta.thinking;
                         });
        QObject::connect(operation, &backend::ChatOperation::finished, operation,
                         [this](const backend::ChatSummary &s) {
                             summary = s;
                             ++ends;
                         });
        QObject::connect(operation, &backend::ChatOperation::failed, operation, [this](const base::Error &e) {
            error = e;
            ++ends;
        });
    }
    bool hasEnded() const { return ends > 0 && !watched; }
    bool wait() const
    {
        QSignalSpy gone(watched, &QObject::destroyed);
        return (!watched || gone.wait()) && hasEnded();
    }

    QPointer<QObject> watched;
    QString text;
    QString thinking;
    std::optional<backend::ChatSummary> summary;
    std::optional<base::Error> error;
    int ends = 0;
};

} // namespace support
