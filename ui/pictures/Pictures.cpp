#include "pictures/Pictures.h"

#include "chat/Attachment.h"
#include "chat/QuotedFile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Of an answer: the largest image in either form.
constexpr qsizetype longestAnswer = 64 * 1024 * 1024;

struct Head
{
    QByteArray word;
    QSize size;
    QByteArray content;
};

std::optional<Head> headOf(const QByteArray &answer)
{
    const qsizetype end = answer.first(std::min<qsizetype>(answer.size(), 64)).indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> words = answer.first(end).split(' ');
    Head head{words.first(), {}, answer.sliced(end + 1)};
    if (words.size() == 3)
        head.size = {words.at(1).toInt(), words.at(2).toInt()};
    return head;
}

PictureFault faultOf(const std::optional<Head> &head)
{
    if (head && head->word == "no-image")
        return PictureFault::NoImage;
    if (head && head->word == "too-many")
        return PictureFault::TooMany;
    return head && head->word == "damaged" ? PictureFault::Damaged : PictureFault::NotRead;
}

std::expected<PreparedPicture, PictureFault> fileOf(const QByteArray &answer)
{
    const auto head = headOf(answer);
    const bool isFile = head && ((head->word == "png" && chat::isPng(head->content)) ||
                                 (head->word == "jpeg" && chat::isJpeg(head->content)));
    const bool isFit = isFile && !head->size.isEmpty() && head->content.size() <= chat::largestImage &&
                       std::max(head->size.width(), head->size.height()) <= chat::longestSide;
    if (!isFit)
        return std::unexpected(faultOf(head));
    return PreparedPicture{head->content, head->size};
}

std::expected<QImage, PictureFault> pixelsOf(const QByteArray &answer, const QSize &most)
{
    const auto head = headOf(answer);
    const bool isFit = head && head->word == "pixels" && !head->size.isEmpty() &&
                       head->size.width() <= most.width() && head->size.height() <= most.height() &&
                       head->content.size() == qsizetype(head->size.width()) * head->size.height() * 4;
    if (!isFit)
        return std::unexpected(faultOf(head));
    QImage image(head->size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return std::unexpected(PictureFault::NotRead);
    std::memcpy(image.bits(), head->content.constData(), static_cast<size_t>(head->content.size()));
    return image;
}

} // namespace

Pictures::Pictures(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program.isEmpty() ? QCoreApplication::applicationFilePath() : program)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(false); });
}

Pictures::~Pictures()
{
    for (QProcess *process : findChildren<QProcess *>()) { // also one that was given up just now
        process->disconnect(this);
        process->kill();
        process->waitForFinished();
    }
}

void Pictures::prepare(QObject *context, const QByteArray &file, Done<PreparedPicture> done)
{
    add({file,
         {u"prepare"_s, QString::number(chat::longestSide)},
         context,
         [done = std::move(done)](const QByteArray &answer) { done(fileOf(answer)); }});
}

void Pictures::show(QObject *context, const QByteArray &file, const QSize &most, Done<QImage> done)
{
    add({file,
         {u"show"_s, QString::number(most.width()), QString::number(most.height())},
         context,
         [done = std::move(done), most](const QByteArray &answer) { done(pixelsOf(answer, most)); }});
}

void Pictures::add(Job job)
{
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1)
        QMetaObject::invokeMethod(this, &Pictures::next, Qt::QueuedConnection);
}

void Pictures::next()
{
    while (!m_jobs.empty() && !m_jobs.front().context)
        m_jobs.pop_front();
    if (m_jobs.empty() || m_process)
        return;
    m_answer.clear();
    m_process = new QProcess(this);
    // Nothing that loads something else into it, and no secret.
    QProcessEnvironment environment;
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &Pictures::read);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read();
        end(status == QProcess::NormalExit && code == 0);
    });
    m_patience.start();
    m_process->start(m_program, QStringList(u"--read-picture"_s) + m_jobs.front().arguments);
    if (m_process) { // else it could not be started
        m_process->write(m_jobs.front().file);
        m_process->closeWriteChannel();
    }
}

void Pictures::read()
{
    if (!m_process)
        return;
    m_answer += m_process->readAllStandardOutput();
    if (m_answer.size() > longestAnswer)
        end(false);
}

void Pictures::end(bool isWhole)
{
    QProcess *process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    m_patience.stop();
    process->disconnect(this);
    process->kill();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    const QByteArray answer = isWhole ? std::exchange(m_answer, {}) : QByteArray();
    QMetaObject::invokeMethod(this, &Pictures::next, Qt::QueuedConnection);
    if (job.context)
        job.done(answer);
}

} // namespace ui
