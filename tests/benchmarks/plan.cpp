// What the plan of a pull says would be downloaded, beside what then comes over the wire: a real registry,
// and a real engine that has nothing. Usage: plan ENGINE-PROGRAM REGISTRY MODEL. Prints the bytes and how far
// they are apart.
#include "benchmarks/Measure.h"
#include "core/WebFetch.h"
#include "library/Planner.h"
#include "ollama/OllamaBackend.h"
#include "support/CountingWay.h"
#include "support/RealParts.h"

#include <cmath>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        qFatal("plan ENGINE-PROGRAM REGISTRY MODEL");
    support::RealParts parts;
    parts.engineProgram = arguments.at(1);
    support::OwnEngine engine(parts);
    support::CountingWay way(arguments.at(2));
    if (!engine.start() || !way.listen())
        qFatal("the engine or the way to the registry did not start");
    const QString model = way.address() + u'/' + arguments.at(3);
    net::Http http;
    ollama::OllamaBackend backend(http, engine.address());
    library::Planner planner(backend, ui::manifestsOver(http), [] { return qint64(-1); });
    const auto plan = support::outcome<library::PullPlan>(planner.plan(model, &planner)).value;
    if (!plan || plan->netBytes() <= 0)
        qFatal("there is no plan");
    way.received = 0;
    if (!support::outcome<void>(backend.pull(model, &backend)).isFinished)
        qFatal("the pull did not end well");
    const auto planned = static_cast<double>(plan->netBytes());
    const auto came = static_cast<double>(way.received);
    bench::print({{QStringLiteral("planned"), planned},
                  {QStringLiteral("came"), came},
                  {QStringLiteral("percent"), std::abs(came - planned) / came * 100}});
    return 0;
}
