// A server of models without a server: the test holds every chat and pull in its hand and drives it step by
// step; everything else is answered from the event loop with the values set here.
#pragma once

#include "backend/Backend.h"

#include <QHash>
#include <QPointer>

namespace support {

// One answer under way. The calls act at once, so call them from the test, not from inside chat().
class FakeChat : public backend::ChatOperation
{
public:
    FakeChat(const backend::ChatRequest &chatRequest, QObject *parent)
        : ChatOperation(parent)
        , request(chatRequest)
    {
    }

    // That it is asked, as a backend of some kind does from the event loop.
    void tellSent(const QByteArray &body = "{}");
    void deliver(const QString &text, const QString &thinking = {});
    void finish(const backend::ChatSummary &summary = {});
    void breakOff(const base::Error &error);

    const backend::ChatRequest request;

protected:
    void stop() override {}
};

// One pull under way.
class FakePull : public backend::PullOperation
{
public:
    FakePull(const QString &modelName, QObject *parent)
        : PullOperation(parent)
        , model(modelName)
    {
    }

    void progress(const backend::PullStep &step);
    void finish();
    void breakOff(const base::Error &error);

    const QString model;

protected:
    void stop() override {}
};

class FakeBackend : public backend::Backend
{
public:
    using Backend::Backend;

    const base::Access &access() const override { return m_access; }
    void setAccess(const base::Access &access) override { m_access = access; }
    backend::Abilities abilities() const override { return canDo; }
    backend::ServerInfoOperation *serverInfo(QObject *parent) override;
    backend::ModelsOperation *installedModels(QObject *parent) override;
    backend::LoadedModelsOperation *loadedModels(QObject *parent) override;
    backend::DetailsOperation *details(const QString &model, QObject *parent) override;
    backend::ChatOperation *chat(const backend::ChatRequest &request, QObject *parent) override;
    backend::PullOperation *pull(const QString &model, QObject *parent) override;
    backend::DoneOperation *findBlob(const QString &digest, QObject *parent) override;
    backend::DoneOperation *remove(const QString &model, QObject *parent) override;
    backend::DoneOperation *copy(const QString &model, const QString &name, QObject *parent) override;
    backend::DoneOperation *load(const backend::LoadRequest &request, QObject *parent) override;
    backend::DoneOperation *unload(const QString &model, QObject *parent) override;

    backend::Abilities canDo = Backend::abilities();
    // What the next call is answered with.
    base::Result<backend::ServerInfo> info = backend::ServerInfo{QStringLiteral("0.17.4")};
    base::Result<QList<backend::ModelInfo>> installed;
    base::Result<QList<backend::LoadedModel>> loaded;
    base::Result<backend::ModelDetails> modelDetails;
    QHash<QString, base::Result<backend::ModelDetails>> detailsByName; // in place of modelDetails
    base::Result<void> removal; // a success also takes the model out of `installed`
    base::Result<void> copying; // a success also adds to `installed`
    base::Result<void> loading; // a success also adds to `loaded`
    base::Result<void> unloading;
    QStringList blobs; // digests of the layers it has
    std::optional<base::Error> blobError;

    // What was asked, in order.
    QList<backend::ChatRequest> requests;
    int listings = 0;     // installedModels()
    QStringList detailed; // details()
    QStringList pulls;
    QStringList blobsAsked;
    QStringList removed;
    QList<std::pair<QString, QString>> copied; // from, to
    QList<backend::LoadRequest> loads;
    QStringList unloaded;

    // The latest of its kind; null once it has ended and is deleted.
    FakeChat *lastChat() const { return m_lastChat; }
    FakePull *lastPull() const { return m_lastPull; }

private:
    base::Access m_access{QUrl(QStringLiteral("http://127.0.0.1:11434"))};
    QPointer<FakeChat> m_lastChat;
    QPointer<FakePull> m_lastPull;
};

} // namespace support
