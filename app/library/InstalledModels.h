// What is installed on the chosen server and what is loaded: the one copy of these facts, asked for when they
// may have changed. The models page, the model picker and the chat page read it.
#pragma once

#include "backend/Backend.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace library {

class InstalledModels : public QObject
{
    Q_OBJECT
public:
    explicit InstalledModels(backend::Backend &backend, QObject *parent = nullptr);

    // As the server lists them; empty before isKnown().
    const QList<backend::ModelInfo> &models() const { return m_models; }
    const QList<backend::LoadedModel> &loaded() const { return m_loaded; }
    // Whether the chosen server has answered at least once.
    bool isKnown() const { return m_known; }
    std::optional<base::Error> error() const { return m_error; }

    bool contains(const QString &name) const;
    const backend::ModelInfo *find(const QString &name) const;    // nullptr = not installed
    const backend::LoadedModel *findLoaded(const QString &name) const;
    // Asked once per digest and kept; nullptr until detailsChanged(name).
    const backend::ModelDetails *details(const QString &name);

    // Installed models and loaded ones; several calls make one request.
    void refresh();
    // Loaded ones only (cheap).
    void refreshLoaded();
    // The server was replaced: forget everything.
    void clear();
    // While on, refreshLoaded() every 5 s.
    void setWatching(bool on);

Q_SIGNALS:
    void changed();       // models(), isKnown() or error()
    void loadedChanged(); // loaded()
    void detailsChanged(const QString &name);

private:
    backend::Backend &m_backend;
    QList<backend::ModelInfo> m_models;
    QList<backend::LoadedModel> m_loaded;
    QHash<QString, backend::ModelDetails> m_details; // by digest, or by name where there is none
    QSet<QString> m_asked;
    QPointer<backend::ModelsOperation> m_modelsOperation;
    QPointer<backend::LoadedModelsOperation> m_loadedOperation;
    QTimer m_watch;
    bool m_known = false;
    std::optional<base::Error> m_error;
};

} // namespace library
