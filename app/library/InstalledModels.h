// What is installed on the chosen server and what is loaded: the one copy of these facts, asked for when they
// may have changed. The models page, the model picker and the chat page read it.
#pragma once

#include "backend/Backend.h"

#include <QHash>
#include <QPointer>
#include <QSet>
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
    const backend::ModelInfo *find(const QString &name) const; // nullptr = not installed
    const backend::LoadedModel *findLoaded(const QString &name) const;
    // Asked once per digest and kept, two at a time; nullptr until detailsChanged(name).
    const backend::ModelDetails *details(const QString &name);
    // Why details(name) stays nullptr. Asked again after the next refresh().
    std::optional<base::Error> detailsError(const QString &name) const;

    // Installed models and loaded ones. Calls while a request is under way make one more after it, because
    // its answer may be older than what they are about.
    void refresh();
    // Loaded ones only (cheap).
    void refreshLoaded();
    // The server was replaced: forget everything.
    void clear();
    // While on, refreshLoaded() every 5 s.
    void setWatching(bool on);

Q_SIGNALS:
    void changed();        // models(), isKnown() or error()
    void loadedChanged();  // loaded()
    void loadedAnswered(); // after each answer about it, and each failure
    void detailsChanged(const QString &name);

private:
    void listed(const QList<backend::ModelInfo> &models);
    void listFailed(const base::Error &error);
    void setLoaded(const QList<backend::LoadedModel> &loaded);
    void askNextDetails();
    void forgetDetailsOfChanged(const QList<backend::ModelInfo> &models);
    QString detailsKey(const QString &name) const;

    backend::Backend &m_backend;
    QList<backend::ModelInfo> m_models;
    QHash<QString, qsizetype> m_places; // in m_models, by the name as listed and by what it stands for
    QList<backend::LoadedModel> m_loaded;
    QHash<QString, backend::ModelDetails> m_details; // by digest, or by name where there is none
    QHash<QString, base::Error> m_detailsErrors;     // same keys
    QSet<QString> m_asked;                           // same keys
    QStringList m_detailsQueue;                      // names
    QHash<QString, backend::DetailsOperation *> m_detailsOperations; // by key
    QPointer<backend::ModelsOperation> m_modelsOperation;
    QPointer<backend::LoadedModelsOperation> m_loadedOperation;
    QTimer m_watch;
    bool m_known = false;
    bool m_refreshAgain = false;
    bool m_refreshLoadedAgain = false;
    std::optional<base::Error> m_error;
};

} // namespace library
