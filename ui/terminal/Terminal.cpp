#include "terminal/Terminal.h"

#include "base/Escaped.h"
#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/AdviceText.h"
#include "common/Format.h"
#include "common/Generation.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using base::Error;

ExitCode exitCodeFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return ExitCode::Stopped;
    case Error::Kind::Invalid:
        return ExitCode::WrongOptions;
    case Error::Kind::Unreachable:
    case Error::Kind::HostNotFound:
    case Error::Kind::TimedOut:
    case Error::Kind::Interrupted:
    case Error::Kind::Tls:
    case Error::Kind::NotTls:
    case Error::Kind::TlsTooOld:
    case Error::Kind::CertificateUntrusted:
    case Error::Kind::CertificateExpired:
    case Error::Kind::CertificateNotYetValid:
    case Error::Kind::CertificateWrongHost:
    case Error::Kind::CertificateChanged:
    case Error::Kind::Proxy:
    case Error::Kind::Moved:
        return ExitCode::NoConnection;
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::KeyInClear:
    case Error::Kind::ProxyLogin:
    case Error::Kind::Locked:
        return ExitCode::Refused;
    case Error::Kind::ModelNotFound:
        return ExitCode::NoSuchModel;
    case Error::Kind::Busy:
    case Error::Kind::OutOfMemory:
    case Error::Kind::ContextFull:
    case Error::Kind::ModelCrashed:
    case Error::Kind::Unsupported:
    case Error::Kind::Registry:
    case Error::Kind::NoSpace:
        return ExitCode::Unable;
    default:
        return ExitCode::Failed;
    }
}

QString withoutCommands(const QString &text)
{
    return base::escapedControls(text);
}

Terminal::Terminal(backend::Backend &backend, server::Probe &probe, const settings::Settings &settings,
                   QIODevice &output, QIODevice &errors, ErrorsGoTo kind, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_probe(probe)
    , m_settings(settings)
    , m_output(output)
    , m_errors(errors)
    , m_kind(kind)
{
}

void Terminal::run(const CommandLine &command)
{
    m_clock.start();
    switch (command.action) {
    case CommandLine::Action::Ask:
        return ask(command.subject, command.model);
    case CommandLine::Action::Check:
        return check(command.model);
    case CommandLine::Action::ListModels:
        return listModels();
    case CommandLine::Action::Pull:
        return pull(command.subject);
    case CommandLine::Action::Remove:
        return remove(command.subject);
    default:
        Q_ASSERT_X(false, "Terminal::run", "not a command that takes time");
    }
}

void Terminal::stop()
{
    m_probe.cancel();
    if (m_operation)
        m_operation->cancel();
    else
        finish(ExitCode::Stopped);
}

template <typename Operation>
Operation *Terminal::watch(Operation *operation, Doing doing, const QString &subject)
{
    m_operation = operation;
    connect(operation, &base::Operation::failed, this,
            [this, doing, subject](const Error &error) { fail(error, doing, subject); });
    return operation;
}

template <typename Then>
void Terminal::withModel(const QString &wanted, Then then)
{
    const QString usual = wanted.isEmpty() ? m_settings.defaultModel : wanted;
    if (!usual.isEmpty())
        return then(usual);
    auto *list = watch(m_backend.installedModels(this), Doing::ListingModels, server());
    connect(list, &backend::ModelsOperation::finished, this, [this, then](const auto &models) {
        if (!models.isEmpty())
            return then(models.constFirst().name);
        tell(noModelText());
        finish(ExitCode::NoSuchModel);
    });
}

void Terminal::ask(const QString &question, const QString &model)
{
    withModel(model, [this, question](const QString &name) {
        setStatus(tr("Waiting for %1…").arg(base::displayLine(name)));
        auto *chat = watch(m_backend.chat(request(name, question), this), Doing::Answering, name);
        connect(chat, &backend::ChatOperation::received, this, [this](const backend::ChatDelta &delta) {
            if (!delta.text.isEmpty())
                print(withoutCommands(delta.text));
            else if (!m_lineIsOpen)
                setStatus(tr("Thinking…"));
        });
        connect(chat, &backend::ChatOperation::finished, this, [this] { finish(ExitCode::Done); });
    });
}

void Terminal::check(const QString &model)
{
    connect(&m_probe, &server::Probe::changed, this, &Terminal::tellRungs);
    connect(&m_probe, &server::Probe::finished, this, &Terminal::tellChecked);
    m_rungsTold = 0;
    m_probe.start(
        {.access = m_backend.access(),
         .model = model.isEmpty() ? m_settings.defaultModel : model,
         .choice = model.isEmpty() ? server::Probe::Choice::Preferred : server::Probe::Choice::Required,
         .depth = server::Probe::Depth::Answer,
         .answerTimeout = m_answerTimeout});
}

// Each rung as soon as it is climbed.
void Terminal::tellRungs()
{
    const server::ProbeFacts &facts = m_probe.facts();
    for (; m_rungsTold < server::rungCount; ++m_rungsTold) {
        const auto rung = static_cast<server::Rung>(m_rungsTold);
        const server::RungState state = facts.step(rung).state;
        if (state == server::RungState::Checking)
            return setStatus(tr("%1: %2").arg(rungName(rung), rungText(rung, facts)));
        if (state != server::RungState::Passed && state != server::RungState::NotNeeded)
            return;
        print(withoutCommands(rungLine(rung, facts, {})) + u'\n');
    }
}

void Terminal::tellChecked()
{
    const server::ProbeFacts &facts = m_probe.facts();
    const auto findings = server::diagnose(facts, server::System::here());
    for (const server::Finding &finding : findings) {
        const AdviceText text = adviceText(finding, facts);
        if (finding.severity == server::Finding::Severity::Failure)
            print(withoutCommands(rungLine(finding.rung, facts, text.what)) + u'\n');
        tell(withoutCommands(tr("%1 %2", "what happened, and the next step").arg(text.what, text.next)));
        for (const QString &line : commandLines(text))
            tell("    "_L1 + withoutCommands(line));
        if (!text.details.isEmpty())
            tell(tr("Details: %1").arg(base::displayLine(text.details)));
    }
    if (facts.error)
        return finish(exitCodeFor(facts.error->kind));
    print(tr("ready: the model answered “%1” in %2")
              .arg(facts.answer.text, shortDuration(facts.step(server::Rung::Answer).time)) +
          u'\n');
    finish(ExitCode::Done);
}

void Terminal::listModels()
{
    auto *list = watch(m_backend.installedModels(this), Doing::ListingModels, server());
    connect(list, &backend::ModelsOperation::finished, this, &Terminal::tellModels);
}

void Terminal::tellModels(const QList<backend::ModelInfo> &models)
{
    qsizetype width = 0;
    for (const backend::ModelInfo &model : models)
        width = std::max(width, withoutCommands(model.name).size());
    for (const backend::ModelInfo &model : models) {
        const QStringList columns{withoutCommands(model.name).leftJustified(width),
                                  bytesIfTold(model.sizeBytes).rightJustified(8),
                                  model.parameterSize.leftJustified(8), model.quantization};
        print(columns.join("  "_L1).trimmed() + u'\n');
    }
    if (models.isEmpty())
        tell(noModelText());
    finish(ExitCode::Done);
}

void Terminal::pull(const QString &name)
{
    auto *operation = watch(m_backend.pull(name, this), Doing::Pulling, name);
    setStatus(tr("Asking for %1…").arg(base::displayLine(name)));
    connect(operation, &backend::PullOperation::progressed, this,
            [this, name](const backend::PullStep &step) { tellProgress(name, step); });
    connect(operation, &backend::PullOperation::finished, this, [this, name] {
        setStatus({});
        print(tr("%1 is ready to use.").arg(withoutCommands(name)) + u'\n');
        finish(ExitCode::Done);
    });
}

void Terminal::tellProgress(const QString &name, const backend::PullStep &step)
{
    m_progress.apply(step, std::chrono::milliseconds(m_clock.elapsed()));
    if (m_progress.totalBytes() == 0)
        return;
    if (m_kind == ErrorsGoTo::Screen)
        return setStatus(progressLine(name));
    // In a file, a line for each tenth is enough.
    const int tenths = static_cast<int>(m_progress.fraction() * 10);
    if (tenths > m_tenthsTold) {
        m_tenthsTold = tenths;
        tell(progressLine(name));
    }
}

QString Terminal::progressLine(const QString &name) const
{
    const auto now = std::chrono::milliseconds(m_clock.elapsed());
    const QString model = base::displayLine(name);
    const QString share = percent(m_progress.fraction());
    if (m_progress.isVerifying())
        return tr("%1: %2, the server checks and stores it").arg(model, share);
    const QString here = bytes(m_progress.completedBytes());
    const QString all = bytes(m_progress.totalBytes());
    const qint64 left = m_progress.secondsLeft(now);
    if (left < 0)
        return tr("%1: %2, %3 of %4").arg(model, share, here, all);
    return tr("%1: %2, %3 of %4, %5, %6 left")
        .arg(model, share, here, all, bytesPerSecond(m_progress.bytesPerSecond(now)),
             duration(std::chrono::seconds(left)));
}

void Terminal::remove(const QString &name)
{
    auto *operation = watch(m_backend.remove(name, this), Doing::Removing, name);
    connect(operation, &backend::DoneOperation::finished, this, [this, name] {
        print(tr("%1 was removed.").arg(withoutCommands(name)) + u'\n');
        finish(ExitCode::Done);
    });
}

backend::ChatRequest Terminal::request(const QString &model, const QString &question) const
{
    backend::ChatRequest result{.model = model,
                                .messages = {},
                                .options = generationOptions(m_settings),
                                .firstByteTimeout = m_answerTimeout};
    if (!m_settings.systemPrompt.isEmpty())
        result.messages.append({backend::Role::System, m_settings.systemPrompt});
    result.messages.append({backend::Role::User, question});
    return result;
}

QString Terminal::noModelText() const
{
    return m_backend.can(backend::Ability::Pull)
               ? tr("There is no model on %1 yet. Download one with --pull, for example --pull qwen2.5:3b.")
                     .arg(server())
               : tr("%1 offers no model, or does not tell which it has. Name one with --model, as whoever "
                    "runs "
                    "the server knows it.")
                     .arg(server());
}

QString Terminal::server() const
{
    return base::hostAndPort(m_backend.serverUrl());
}

void Terminal::fail(const Error &error, Doing doing, const QString &subject)
{
    // Who stops an answer knows that it was stopped.
    if (error.kind == Error::Kind::Cancelled && doing == Doing::Answering)
        return finish(ExitCode::Stopped);
    const ErrorText text = errorText(error, doing, subject, server());
    tell(tr("%1 %2", "what happened, and the next step").arg(text.what, text.next));
    if (!text.details.isEmpty())
        tell(tr("Details: %1").arg(base::displayLine(text.details)));
    finish(exitCodeFor(error.kind));
}

void Terminal::finish(ExitCode code)
{
    setStatus({});
    if (m_lineIsOpen)
        print(u"\n"_s);
    Q_EMIT done(m_isUnheard ? ExitCode::Failed : code);
}

void Terminal::print(const QString &text)
{
    setStatus({});
    m_lineIsOpen = !text.endsWith(u'\n');
    const QByteArray written = text.toUtf8();
    if (m_output.write(written) == written.size())
        return;
    // A closed pipe, a full disk: there is nothing left to do.
    m_isUnheard = true;
    if (m_operation)
        m_operation->cancel();
}

void Terminal::tell(const QString &line)
{
    setStatus({});
    if (m_lineIsOpen)
        print(u"\n"_s);
    m_errors.write(line.toUtf8() + '\n');
}

void Terminal::setStatus(const QString &status)
{
    if (m_kind != ErrorsGoTo::Screen || status == m_status)
        return;
    m_status = status;
    m_errors.write("\r\x1b[K" + status.toUtf8());
}

} // namespace ui
