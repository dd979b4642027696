// The real parts that ./tests/run starts and names in the environment: an engine with small models, a
// registry that has one of them, a slow way to it, and the program itself. A test that needs them fails
// without them.
#pragma once

#include "base/Operation.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>
#include <optional>

namespace support {

struct RealParts
{
    QUrl engine;           // answers; has both models below
    QString engineProgram; // to start another one
    QUrl llamaServer;      // has the small model; only ./tests/run starts one
    QByteArray llamaKey;   // which it asks for
    QString registry;      // host:port; has "library/smollm2:135m"
    QString slowRegistry;  // the same at 20 MB/s
    QString app;           // the program under test

    QString registryModel() const { return registry + QStringLiteral("/library/smollm2:135m"); }
    QString slowRegistryModel() const { return slowRegistry + QStringLiteral("/library/smollm2:135m"); }

    // Absent where one of them is.
    static std::optional<RealParts> fromEnvironment();
};

inline constexpr const char *withoutRealParts = "run through ./tests/run";
inline constexpr const char *smallModel = "smollm2:135m";                        // SmolLM2 135M Instruct
inline constexpr const char *thinkingModel = "smollm2-think:135m";               // the same, thinking first
inline constexpr const char *capitalQuestion = "What is the capital of France?"; // at temperature 0: Paris

// A process of a test: gets the test's environment and ends with it, however that ends.
class ChildProcess : public QProcess
{
public:
    ChildProcess();
    ~ChildProcess() override;

    // kill -9 for it and what it started.
    void killAll();

    // What it has written to standard output and standard error so far.
    QByteArray output();
    QByteArray errors();

private:
    QByteArray m_output;
    QByteArray m_errors;
};

// Of this machine's loopback: a port that nobody has yet, and whether somebody does.
int freePort();
bool listens(int port);

// How a program ended; code -1 = it did not start, or not end within two minutes.
struct Ended
{
    int code = -1;
    QByteArray output;
    QByteArray errors;
};
Ended run(const QString &program, const QStringList &arguments,
          const QList<std::pair<QString, QString>> &variables = {});

// An engine of the test's own, on a free port and with an empty folder of its own or the one given: for what
// changes its models or ends it.
class OwnEngine
{
public:
    explicit OwnEngine(const RealParts &parts, const QString &folder = {});

    // Starts it and waits until it listens; false where it does not.
    bool start();
    void kill();
    QUrl address() const { return m_address; }

private:
    QString m_program;
    QTemporaryDir m_models;
    QString m_folder;
    std::unique_ptr<ChildProcess> m_process;
    QUrl m_address;
};

// How an operation ended.
template <typename Value>
struct Outcome
{
    std::optional<Value> value;
    std::optional<base::Error> error;
};

template <>
struct Outcome<void>
{
    bool isFinished = false;
    std::optional<base::Error> error;
};

// Waits for the end of an operation of which finished() carries Value; both stay empty after `milliseconds`.
template <typename Value, typename Operation>
Outcome<Value> outcome(Operation *operation, int milliseconds = 120'000)
{
    Outcome<Value> result;
    QObject context;
    QObject::connect(operation, &base::Operation::failed, &context,
                     [&result](const base::Error &error) { result.error = error; });
    if constexpr (std::is_void_v<Value>) {
        QObject::connect(operation, &Operation::finished, &context, [&result] { result.isFinished = true; });
        (void)QTest::qWaitFor([&result] { return result.isFinished || result.error; }, milliseconds);
    } else {
        QObject::connect(operation, &Operation::finished, &context,
                         [&result](const Value &value) { result.value = value; });
        (void)QTest::qWaitFor([&result] { return result.value || result.error; }, milliseconds);
    }
    return result;
}

} // namespace support
