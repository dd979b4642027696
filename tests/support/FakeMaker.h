// A maker without a server: the test holds every operation in its hand.
#pragma once

#include "backend/Maker.h"
#include "support/FakeBackend.h"

namespace support {

class FakeUpload : public backend::UploadOperation
{
public:
    using UploadOperation::UploadOperation;

    void progress(qint64 bytes)
    {
        if (!isDone())
            Q_EMIT progressed(bytes);
    }
    void finish()
    {
        succeed([this] { Q_EMIT finished(); });
    }
    void breakOff(const base::Error &error) { fail(error); }

protected:
    void stop() override {}
};

class FakeMaker : public backend::Maker
{
public:
    backend::PullOperation *create(const QString &name, const backend::Recipe &recipe,
                                   QObject *parent) override
    {
        created.append({name, recipe});
        return m_last = new FakePull(name, parent);
    }
    backend::UploadOperation *upload(const std::shared_ptr<QFile> &file, const QString &digest,
                                     QObject *parent) override
    {
        uploads.append({file->fileName(), digest});
        return m_upload = new FakeUpload(parent);
    }
    backend::PullOperation *push(const QString &model, QObject *parent) override
    {
        pushed.append(model);
        return m_last = new FakePull(model, parent);
    }

    QList<std::pair<QString, backend::Recipe>> created;
    QList<std::pair<QString, QString>> uploads; // file, digest
    QStringList pushed;

    // The latest of its kind; null once it has ended and is deleted.
    FakePull *last() const { return m_last; } // create() or push()
    FakeUpload *lastUpload() const { return m_upload; }

private:
    QPointer<FakePull> m_last;
    QPointer<FakeUpload> m_upload;
};

} // namespace support
