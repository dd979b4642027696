// The main function of a test that also starts its own program as another one: what a crash, a core file or
// the arguments of a process tell can be seen from outside only.
#pragma once

#include <QCoreApplication>
#include <QTest>

namespace support {

// `word` as the first argument runs `other` with the arguments after it; else the tests run.
template <typename Application, typename Test>
int testOrRun(int argc, char **argv, QLatin1StringView word, int (*other)(const QStringList &))
{
    Application application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == word)
        return other(arguments.sliced(2));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace support
