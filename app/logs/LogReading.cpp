#include "logs/LogReading.h"

#include "base/Text.h"
#include "logs/LogAnalyser.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringDecoder>
#include <QThread>

#include <atomic>

namespace logs {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 partSize = 1024 * 1024;
constexpr qint64 tellEveryMs = 100;

} // namespace

// Tells the operation by queued calls; never outlives it.
class LogReading::Thread : public QThread
{
public:
    Thread(const LogSource &source, LogReading &operation)
        : m_source(source)
        , m_operation(operation)
    {
    }

    void endSoon()
    {
        m_isEnding = true;
        quit();
    }

protected:
    void run() override
    {
        m_sinceTold.start();
        if (!isPossible(m_source))
            return fail({Error::Kind::Invalid, base::displayLine(m_source.name)});
        switch (m_source.kind) {
        case LogSource::Kind::File:
            return readFile();
        case LogSource::Kind::Journal:
        case LogSource::Kind::Container:
            return readProgram();
        case LogSource::Kind::Text:
            take(m_source.text);
            return succeed();
        }
    }

private:
    void readFile()
    {
        const QFileInfo info(m_source.name);
        if (!info.exists())
            return fail({Error::Kind::NotFound, base::displayLine(m_source.name)});
        if (!info.isFile())
            return fail({Error::Kind::Invalid, base::displayLine(m_source.name)});
        QFile file(m_source.name);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail({Error::Kind::Storage, file.errorString()});
        m_total = file.size();
        QByteArray part(partSize, Qt::Uninitialized);
        while (!m_isEnding) {
            const qint64 size = file.read(part.data(), part.size());
            if (size < 0)
                return fail({Error::Kind::Storage, file.errorString()});
            if (size == 0)
                return succeed();
            if (m_read == 0 && isCompressed({part.constData(), size}))
                return fail({Error::Kind::Unsupported, base::displayLine(m_source.name)});
            take({part.constData(), size});
        }
    }

    static bool isCompressed(QByteArrayView begin)
    {
        return begin.startsWith("\x1f\x8b") || begin.startsWith("\x28\xb5\x2f\xfd") ||
               begin.startsWith("PK\3\4") ||
               begin.startsWith("\xfd"
                                "7zXZ");
    }

    void readProgram()
    {
        QStringList command = commandFor(m_source);
        if (command.isEmpty()) {
            const bool isJournal = m_source.kind == LogSource::Kind::Journal;
            return fail({Error::Kind::NotFound, isJournal ? u"journalctl"_s : u"docker, podman"_s});
        }
        QByteArray lastWords; // outlives the process, which tells while it is being ended
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setStandardInputFile(QProcess::nullDevice());
        QObject::connect(&process, &QProcess::readyRead, &process, [&] {
            const QByteArray part = process.readAll();
            if (m_isEnding)
                return;
            lastWords = (lastWords + part).right(2000);
            take(part);
        });
        QObject::connect(&process, &QProcess::errorOccurred, &process, [&](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail({Error::Kind::Storage, process.errorString()});
        });
        QObject::connect(&process, &QProcess::finished, &process, [&](int code, QProcess::ExitStatus status) {
            if (m_isEnding)
                return;
            if (code == 0 && status == QProcess::NormalExit)
                return succeed();
            fail({Error::Kind::Storage, base::displayLine(QString::fromUtf8(lastWords).trimmed())});
        });
        const QString program = command.takeFirst();
        process.start(program, command, QIODevice::ReadOnly);
        if (!m_isDone && !m_isEnding)
            exec();
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }

    // Windows' own tools write UTF-16, with a mark at the beginning.
    void take(QByteArrayView bytes)
    {
        if (m_read == 0 && (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")))
            m_decoder.emplace(QStringConverter::Utf16);
        m_read += bytes.size();
        if (m_decoder) {
            const QString text = m_decoder->decode(bytes);
            const QByteArray decoded = text.toUtf8();
            m_analyser.add({decoded.constData(), static_cast<std::size_t>(decoded.size())});
        } else {
            m_analyser.add({bytes.data(), static_cast<std::size_t>(bytes.size())});
        }
        if (m_sinceTold.elapsed() >= tellEveryMs) {
            m_sinceTold.restart();
            tell([read = m_read, total = m_total](LogReading &reading) {
                Q_EMIT reading.progressed(read, total);
            });
        }
    }

    void succeed()
    {
        m_isDone = true;
        tell([report = m_analyser.finish()](LogReading &reading) {
            reading.Operation::succeed([&] { Q_EMIT reading.finished(report); });
        });
        quit();
    }

    void fail(const Error &error)
    {
        m_isDone = true;
        tell([error](LogReading &reading) { reading.Operation::fail(error); });
        quit();
    }

    template <typename Call>
    void tell(Call &&call)
    {
        QMetaObject::invokeMethod(
            &m_operation,
            [&operation = m_operation, call = std::forward<Call>(call)] {
                if (!operation.isDone())
                    call(operation);
            },
            Qt::QueuedConnection);
    }

    const LogSource m_source;
    LogReading &m_operation;
    std::atomic<bool> m_isEnding = false;
    bool m_isDone = false;
    LogAnalyser m_analyser;
    std::optional<QStringDecoder> m_decoder;
    qint64 m_read = 0;
    qint64 m_total = 0;
    QElapsedTimer m_sinceTold;
};

bool isPossible(const LogSource &source)
{
    // Of systemd.unit(5), and of what docker and podman accept.
    static const QRegularExpression unit(uR"(\A[A-Za-z0-9:_.@\\][A-Za-z0-9:_.@\\-]{0,254}\z)"_s);
    static const QRegularExpression container(uR"(\A[A-Za-z0-9][A-Za-z0-9_.-]{0,254}\z)"_s);
    switch (source.kind) {
    case LogSource::Kind::Journal:
        return unit.match(source.name).hasMatch();
    case LogSource::Kind::Container:
        return container.match(source.name).hasMatch();
    case LogSource::Kind::File:
        return !source.name.isEmpty();
    case LogSource::Kind::Text:
        break;
    }
    return true;
}

QStringList commandFor(const LogSource &source)
{
    if (source.kind == LogSource::Kind::Journal) {
        // Names of months are in the language of the system, hence short-iso.
        const QString program = QStandardPaths::findExecutable(u"journalctl"_s);
        return program.isEmpty() ? QStringList()
                                 : QStringList{program,
                                               u"--unit="_s + source.name,
                                               u"--user-unit="_s + source.name,
                                               u"--output=short-iso"_s,
                                               u"--no-pager"_s,
                                               u"--quiet"_s};
    }
    if (source.kind == LogSource::Kind::Container) {
        for (const QString &name : {u"docker"_s, u"podman"_s})
            if (const QString program = QStandardPaths::findExecutable(name); !program.isEmpty())
                return {program, u"logs"_s, u"--timestamps"_s, source.name};
    }
    return {};
}

LogReading::LogReading(const LogSource &source, QObject *parent)
    : Operation(parent)
    , m_thread(std::make_unique<Thread>(source, *this))
{
    m_thread->start();
}

LogReading::~LogReading()
{
    m_thread->endSoon();
    m_thread->wait();
}

void LogReading::stop()
{
    m_thread->endSoon();
}

} // namespace logs
