#include "common/LogWords.h"

#include "base/Text.h"
#include "common/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace ui {
namespace {

using base::Error;
using logs::Kind;
using logs::LogSource;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogWords)
};

struct Row
{
    const char *title;
    const char *next;
};

// In the order of Kind.
constexpr Row rows[logs::kindCount] = {
    {QT_TRANSLATE_NOOP("ui::LogWords", "Not enough memory"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "The model needs more memory than was free. Choose a smaller model or quantization, "
                       "lower OLLAMA_CONTEXT_LENGTH and OLLAMA_NUM_PARALLEL, or unload other models.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Address already in use"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "Another program, often a second Ollama, listens at this address. Stop it "
                       "(systemctl stop ollama), or give this one another port: "
                       "OLLAMA_HOST=127.0.0.1:11435.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Models load slowly"),
     QT_TRANSLATE_NOOP(
         "ui::LogWords",
         "Loading took more than 20 seconds, or the client gave up before. Put OLLAMA_MODELS on "
         "a faster disk, keep models in memory longer (OLLAMA_KEEP_ALIVE), choose a smaller "
         "model, or allow requests more time.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Registry not reached"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "A download could not reach the registry or stalled. Check name resolution, firewall "
                       "and certificates. Behind a proxy the engine itself needs HTTPS_PROXY in its "
                       "environment. Then download again; it goes on where it stopped.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "The disk refused"),
     QT_TRANSLATE_NOOP(
         "ui::LogWords",
         "There is no space left, or the engine may not write there. Remove models or free "
         "space; the folder OLLAMA_MODELS names has to belong to the user the service runs as.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "The engine crashed"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "The process that runs the model ended. Update Ollama and the graphics driver; try a "
                       "shorter context or the processor alone (num_gpu 0). If it is one model only, remove "
                       "and download it again.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "A model could not be loaded"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "The model’s file is damaged, or newer than this engine understands. Update Ollama, "
                       "then remove the model and download it again.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Prompt longer than the context window"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "The beginning of the prompt was cut off or the request refused. Raise the context "
                       "length (Settings, Generation; or OLLAMA_CONTEXT_LENGTH), which takes memory, or send "
                       "less text.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Graphics processor not used"),
     QT_TRANSLATE_NOOP(
         "ui::LogWords",
         "Models run on the processor alone, which is slower. If there is a graphics processor: "
         "install its driver, give a container access to it (--gpus=all), and restart Ollama.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Model not installed"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "A request named a model that is not there. Download it, or correct its name and tag "
                       "where it is asked for. A service and a person have separate models folders.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Origin or host refused"),
     QT_TRANSLATE_NOOP(
         "ui::LogWords",
         "A web page, or a host name the engine does not know, was turned away. Allow the page: "
         "OLLAMA_ORIGINS=https://page.example. Behind a proxy, let it send Host: localhost.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Too many requests at once"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "The queue was full. Raise OLLAMA_NUM_PARALLEL or OLLAMA_MAX_QUEUE, or send fewer "
                       "requests at the same time.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Requests failed"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "The lines before these in the log say why. A client that leaves before the first "
                       "token is noted in the same way.")},
    {QT_TRANSLATE_NOOP("ui::LogWords", "Models push each other out"),
     QT_TRANSLATE_NOOP("ui::LogWords",
                       "The same model was loaded again within 30 seconds. If memory allows, raise "
                       "OLLAMA_MAX_LOADED_MODELS and OLLAMA_KEEP_ALIVE; else use one model at a time, and "
                       "always with the same context length.")},
};

} // namespace

ProblemText problemText(Kind kind)
{
    const Row &row = rows[static_cast<std::size_t>(kind)];
    return {Words::tr(row.title), Words::tr(row.next)};
}

QString wallTime(qint64 time)
{
    if (time < 0)
        return {};
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    const QLocale locale;
    return Words::tr("%1 %2", "day and time")
        .arg(locale.toString(wall.date(), QLocale::ShortFormat),
             wall.time().toString(QStringLiteral("HH:mm:ss")));
}

QString latency(qint64 nanoseconds)
{
    const auto value = static_cast<double>(nanoseconds);
    const QLocale locale;
    if (value < 1e6)
        return Words::tr("%1 µs").arg(locale.toString(value / 1e3, 'f', 0));
    if (value < 1e9)
        return Words::tr("%1 ms").arg(locale.toString(value / 1e6, 'f', value < 1e7 ? 1 : 0));
    const std::chrono::milliseconds span(nanoseconds / 1'000'000);
    return span < std::chrono::minutes(1) ? shortDuration(span)
                                          : duration(std::chrono::duration_cast<std::chrono::seconds>(span));
}

QString summaryText(const logs::LogReport &report)
{
    const QString lines = Words::tr("%Ln line(s)", nullptr, static_cast<int>(report.lines));
    const QString size = bytes(report.bytes);
    QString text = report.first < 0 ? Words::tr("%1, %2.", "lines and size").arg(lines, size)
                                    : Words::tr("%1, %2, from %3 to %4 by the server’s clock.")
                                          .arg(lines, size, wallTime(report.first), wallTime(report.last));
    if (report.version.isEmpty())
        return text;
    return Words::tr("%1 Ollama %2, listening on %3.")
        .arg(text, base::displayLine(report.version), base::displayLine(report.listening));
}

QString loadsText(const logs::LoadTimes &loads)
{
    if (loads.count == 0)
        return {};
    return Words::tr("Models were loaded %Ln time(s): half within %1, the slowest in %2.", nullptr,
                     static_cast<int>(loads.count))
        .arg(latency(loads.medianNs), latency(loads.longestNs));
}

QString noProblemText(const logs::LogReport &report)
{
    if (!report.problems.isEmpty())
        return {};
    if (report.lines == 0)
        return Words::tr("There is nothing in this log.");
    if (report.recognized == 0)
        return Words::tr("These lines do not look like a log of Ollama.");
    return Words::tr("Nothing in this log points to a problem.");
}

ErrorText logErrorText(const Error &error, const LogSource &source)
{
    const QString name = base::displayLine(source.name, 120);
    switch (error.kind) {
    case Error::Kind::Invalid:
        if (source.kind == LogSource::Kind::File)
            return {Words::tr("“%1” is not a file.").arg(name), Words::tr("Choose a log file."), {}};
        return {Words::tr("“%1” is no possible name.").arg(name),
                Words::tr("Names have letters, digits, dots, dashes and underscores."),
                {}};
    case Error::Kind::NotFound:
        if (source.kind == LogSource::Kind::File)
            return {Words::tr("There is no file “%1”.").arg(name), Words::tr("Choose a log file."), {}};
        if (source.kind == LogSource::Kind::Journal)
            return {Words::tr("This system has no journalctl."),
                    Words::tr("Look for the log in a file instead."),
                    {}};
        return {
            Words::tr("Neither docker nor podman is installed here."),
            Words::tr("Save the log where the container runs (docker logs %1 > ollama.log 2>&1) and choose "
                      "that file.")
                .arg(name),
            {}};
    case Error::Kind::Unsupported:
        return {Words::tr("“%1” is compressed.").arg(name),
                Words::tr("Unpack it first, then choose the file."),
                {}};
    case Error::Kind::Cancelled:
        return {Words::tr("Reading the log was cancelled."), {}, {}};
    default:
        return {Words::tr("The log of “%1” could not be read.").arg(name),
                source.kind == LogSource::Kind::Journal
                    ? Words::tr("Reading a service’s journal takes the group systemd-journal or adm.")
                    : Words::tr("The system’s own words are below."),
                error.detail};
    }
}

} // namespace ui
