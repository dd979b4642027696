// One check of a server by the connection doctor, with everything it needs: for tests that provoke a fault
// and want to know what is found.
#pragma once

#include "core/MakeBackend.h"
#include "server/Diagnosis.h"
#include "server/Probe.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace support {

struct Checkup
{
    explicit Checkup(privacy::Ledger *ledger = nullptr)
        : http(ledger)
        , probe(http, [this](const base::Access &access) {
            return std::make_unique<server::ServerBackend>(ui::backendsOver(http), access);
        })
    {
    }

    // Runs to the end; the facts of one that does not end are those so far.
    const server::ProbeFacts &run(const server::Probe::Request &request, int milliseconds = 60'000)
    {
        bool isOver = false;
        QObject context;
        QObject::connect(&probe, &server::Probe::finished, &context, [&isOver] { isOver = true; });
        probe.start(request);
        if (!QTest::qWaitFor([&isOver] { return isOver; }, milliseconds))
            qWarning("the check does not end");
        return probe.facts();
    }

    QList<server::Finding> findings(const server::System &system = {}) const
    {
        return server::diagnose(probe.facts(), system);
    }
    // Empty where nothing of it was found.
    std::optional<server::Finding> finding(server::Advice advice, const server::System &system = {}) const
    {
        const auto all = findings(system);
        const auto found = std::ranges::find(all, advice, &server::Finding::advice);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }

    net::Http http;
    server::Probe probe;
};

} // namespace support
