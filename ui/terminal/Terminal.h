// The terminal form: one command of CommandLine, done with the same core as the window and words instead of
// pixels. Answers go to the output, everything else to the errors; control characters of models and servers
// are shown as \x1b, so that an answer cannot command the terminal. Made by runTerminal().
#pragma once

#include "backend/Backend.h"
#include "common/ErrorText.h"
#include "library/PullProgress.h"
#include "server/Probe.h"
#include "settings/Settings.h"
#include "terminal/CommandLine.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QPointer>

namespace settings {
class SettingsStore;
}

namespace server {
struct ServerEnvironment;
}

namespace ui {

// As helpText() says them.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    WrongOptions = 2,
    NoConnection = 3,
    Refused = 4,
    NoSuchModel = 5,
    Unable = 6,
    Stopped = 130,
};

ExitCode exitCodeFor(base::Error::Kind kind);

class Terminal : public QObject
{
    Q_OBJECT
public:
    enum class ErrorsGoTo { Screen, File }; // a screen gets a progress line that is written over

    // `probe` is for Check.
    Terminal(backend::Backend &backend, server::Probe &probe, const settings::Settings &settings,
             QIODevice &output, QIODevice &errors, ErrorsGoTo kind, QObject *parent = nullptr);

    // Silence before the first byte of an answer.
    void setAnswerTimeout(std::chrono::seconds timeout) { m_answerTimeout = timeout; }
    // Starts an Ask, ListModels, Pull, Remove or Check; done() comes through the event loop.
    void run(const CommandLine &command);
    // Ends it: done(ExitCode::Stopped) follows.
    void stop();

Q_SIGNALS:
    void done(ui::ExitCode code);

private:
    void ask(const QString &question, const QString &model);
    void check(const QString &model);
    void listModels();
    void pull(const QString &name);
    void remove(const QString &name);

    // Calls `then` with the model to use: `wanted`, the default model, or the newest there is.
    template <typename Then>
    void withModel(const QString &wanted, Then then);
    void tellRungs();
    void tellChecked();
    void tellModels(const QList<backend::ModelInfo> &models);
    void tellProgress(const QString &name, const backend::PullStep &step);
    QString progressLine(const QString &name) const;
    backend::ChatRequest request(const QString &model, const QString &question) const;

    // Watches for the end of the operation that runs; its success is the caller's to connect.
    template <typename Operation>
    Operation *watch(Operation *operation, Doing doing, const QString &subject);
    QString noModelText() const;
    QString server() const;
    void fail(const base::Error &error, Doing doing, const QString &subject);
    void finish(ExitCode code);
    void print(const QString &text);
    void tell(const QString &line);
    void setStatus(const QString &status); // the line that is written over

    backend::Backend &m_backend;
    server::Probe &m_probe;
    const settings::Settings m_settings;
    QIODevice &m_output;
    QIODevice &m_errors;
    const ErrorsGoTo m_kind;
    std::chrono::seconds m_answerTimeout = backend::usualFirstByteTimeout;
    QPointer<base::Operation> m_operation;
    library::PullProgress m_progress;
    QElapsedTimer m_clock;
    QString m_status;
    std::size_t m_rungsTold = 0; // Check: so far
    int m_tenthsTold = 0;
    bool m_lineIsOpen = false; // the output does not end in a line feed
    bool m_isUnheard = false;  // the output takes no more
};

// Foreign text with its control characters made visible; line feeds and tabs stay.
QString withoutCommands(const QString &text);

// Does what the command line asks and gives the exit code. Needs a QCoreApplication and the language set.
int runTerminal(const CommandLine &command, const settings::SettingsStore &store,
                const server::ServerEnvironment &environment);

} // namespace ui
