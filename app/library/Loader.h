// Takes models into the server's memory, keeps them there for a time and lets them go; several can be under
// way. What is loaded is InstalledModels' to tell. Owned by the composition root; used by the models page.
#pragma once

#include "library/InstalledModels.h"

#include <QTimer>

namespace library {

class Loader : public QObject
{
    Q_OBJECT
public:
    enum class Step { Load, Keep, Unload };
    struct Failure
    {
        Step step = Step::Load;
        base::Error error;

        bool operator==(const Failure &) const = default;
    };

    Loader(backend::Backend &backend, InstalledModels &installed, QObject *parent = nullptr);

    // With what the person's questions load a model; absent = the server's own.
    void setDefaults(std::optional<int> contextLength, std::optional<std::chrono::seconds> keepAlive);

    // Nothing happens where something is under way for the model; it is until the server tells what has
    // become of it.
    void load(const QString &model);
    // One that is loaded, for so long after its last answer; negative = for ever.
    void keep(const QString &model, std::chrono::seconds time);
    void unload(const QString &model);
    // Gives up what is under way. The server drops a model that was not loaded yet.
    void stop(const QString &model);
    // The server was replaced: forget everything.
    void clear();

    std::optional<Step> underWay(const QString &model) const;
    // How the last one ended, until the next; stopped ones have none.
    std::optional<Failure> failure(const QString &model) const;

Q_SIGNALS:
    void changed(const QString &model); // underWay(model) or failure(model)

private:
    struct Work
    {
        Step step = Step::Load;
        backend::DoneOperation *operation = nullptr; // null: done, and the server is asked what is so now
        int looks = 0;                               // since
    };
    void start(const QString &model, Step step, backend::DoneOperation *operation);
    void done(const QString &model);
    void lookedAtLoaded();
    void end(const QString &model, const std::optional<Failure> &failure);
    backend::LoadRequest::Use useOf(const QString &model) const;

    backend::Backend &m_backend;
    InstalledModels &m_installed;
    std::optional<int> m_contextLength;
    std::optional<std::chrono::seconds> m_keepAlive;
    QHash<QString, Work> m_work;
    QHash<QString, Failure> m_failures;
    QTimer m_lookAgain;
};

} // namespace library
