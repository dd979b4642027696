#include "library/Workshop.h"

#include "library/FileDigest.h"

namespace library {

using namespace Qt::StringLiterals;
using base::Error;

Workshop::Workshop(backend::Backend &backend, backend::Maker &maker, InstalledModels &installed,
                   QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_maker(maker)
    , m_installed(installed)
{
    m_clock.start();
}

void Workshop::make(const QString &name, const backend::Recipe &recipe)
{
    start({.work = Work::Make, .name = name, .recipe = recipe, .file = {}});
}

void Workshop::importFile(const QString &name, const GgufFile &file)
{
    start({.work = Work::Import, .name = name, .recipe = {}, .file = file});
}

void Workshop::start(const Job &job)
{
    if (isBusy())
        return;
    m_job = job;
    switch (job.work) {
    case Work::Make:
        enter(Stage::Making);
        return watch(m_maker.create(job.name, job.recipe, this));
    case Work::Import:
        return readFile();
    }
}

void Workshop::stop()
{
    if (m_operation)
        m_operation->cancel();
}

void Workshop::again()
{
    if (m_stage == Stage::Failed || m_stage == Stage::Stopped)
        start(Job(m_job));
}

void Workshop::dismiss()
{
    if (isBusy())
        return;
    m_job = {}; // lets go of its file
    enter(Stage::None);
}

void Workshop::clear()
{
    delete m_operation;
    m_job = {};
    enter(Stage::None);
}

bool Workshop::isBusy() const
{
    return m_stage == Stage::Reading || m_stage == Stage::Asking || m_stage == Stage::Sending ||
           m_stage == Stage::Making;
}

void Workshop::enter(Stage stage)
{
    m_stage = stage;
    if (stage == Stage::Reading || stage == Stage::Sending || stage == Stage::Making)
        m_progress = PullProgress();
    Q_EMIT changed();
}

void Workshop::readFile()
{
    if (const QString known = m_digests.value(m_job.file.identity); !known.isEmpty())
        return askForFile(known);
    enter(Stage::Reading);
    countFile(0);
    auto *digest = new FileDigest(m_job.file.file, this);
    connect(digest, &FileDigest::progressed, this, &Workshop::countFile);
    connect(digest, &FileDigest::finished, this, [this](const QString &found) {
        m_digests.insert(m_job.file.identity, found);
        askForFile(found);
    });
    take(digest);
}

void Workshop::askForFile(const QString &digest)
{
    enter(Stage::Asking);
    auto *question = m_backend.findBlob(digest, this);
    m_operation = question;
    connect(question, &backend::DoneOperation::finished, this, [this, digest] { create(digest); });
    connect(question, &base::Operation::failed, this, [this, digest](const Error &error) {
        if (error.kind == Error::Kind::NotFound)
            sendFile(digest);
        else
            fail(error);
    });
}

void Workshop::sendFile(const QString &digest)
{
    enter(Stage::Sending);
    countFile(0);
    auto *upload = m_maker.upload(m_job.file.file, digest, this);
    connect(upload, &backend::UploadOperation::progressed, this, &Workshop::countFile);
    connect(upload, &backend::UploadOperation::finished, this, [this, digest] { create(digest); });
    connect(upload, &base::Operation::failed, this, [this](const Error &error) {
        // The file was written since it was hashed, or its disk errs.
        if (error.kind == Error::Kind::Registry)
            m_digests.remove(m_job.file.identity);
    });
    take(upload);
}

void Workshop::create(const QString &digest)
{
    enter(Stage::Making);
    // The name of the file says nothing to the engine but what kind it is of.
    const backend::Recipe recipe{.base = {}, .files = {{u"model.gguf"_s, digest}}};
    watch(m_maker.create(m_job.name, recipe, this));
}

void Workshop::watch(backend::PullOperation *operation)
{
    connect(operation, &backend::PullOperation::progressed, this, [this](const backend::PullStep &step) {
        m_progress.apply(step, now());
        Q_EMIT changed();
    });
    connect(operation, &backend::PullOperation::finished, this, [this] {
        m_installed.refresh();
        enter(Stage::Done);
        Q_EMIT finished(m_job.work, m_job.name);
    });
    take(operation);
}

void Workshop::countFile(qint64 bytes)
{
    m_progress.apply(
        {.status = {}, .digest = u"file"_s, .totalBytes = m_job.file.sizeBytes, .completedBytes = bytes},
        now());
    Q_EMIT changed();
}

void Workshop::take(base::Operation *operation)
{
    m_operation = operation;
    connect(operation, &base::Operation::failed, this, &Workshop::fail);
}

void Workshop::fail(const Error &error)
{
    m_error = error;
    enter(error.kind == Error::Kind::Cancelled ? Stage::Stopped : Stage::Failed);
}

} // namespace library
