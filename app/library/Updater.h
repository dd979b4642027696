// Updates models so that there is a way back: the present state gets a second name (KeptName; it shares the
// layers and takes no room), then the model is pulled, as one row of the downloads. To let the old state go
// is to remove it as any other. Owned by the composition root; used by ui/library.
//
// An answer under way goes on with what is in memory; the next question finds the new state. Where the pull
// fails or its row is taken out of the downloads, the model is what it was and the second name goes again;
// while the row is only stopped, both stay, because it may go on. A row that failed and is started again
// there is an update once more. Going back overwrites the new state; layers that nothing uses any more stay
// on the server's disk until it next tidies up.
#pragma once

#include "library/Downloads.h"
#include "library/InstalledModels.h"

#include <QDate>
#include <QPointer>

namespace library {

class Updater : public QObject
{
    Q_OBJECT
public:
    enum class Step {
        Keep, // the old state, before it is updated
        Pull,
        Tidy, // a second name that is needed no more
        GoBack,
    };
    struct Failure
    {
        Step step = Step::Keep;
        base::Error error;
        QString name = {}; // of Tidy: the second name

        bool operator==(const Failure &) const = default;
    };

    Updater(backend::Backend &backend, InstalledModels &installed, Downloads &downloads,
            QObject *parent = nullptr);
    ~Updater() override;

    // Nothing happens where something is under way for the model.
    void update(const QString &model);
    // `kept` gets its first name back, in place of what has it now, and loses this one.
    void goBack(const QString &kept);
    // The server was replaced: forget everything. Pulls go on at the server they were asked of.
    void clear();

    // Of what `kept` is the old state, installed or not; empty = it is none, or that cannot be told.
    QString originalOf(const QString &kept) const;
    QStringList keptOf(const QString &model) const; // those installed

    std::optional<Step> underWay(const QString &model) const; // or `kept`, as the call said
    // How the last one ended, until the next.
    std::optional<Failure> failure(const QString &model) const;

Q_SIGNALS:
    void changed(const QString &model); // underWay(model) or failure(model)
    void updated(const QString &model);

private:
    struct Work
    {
        Step step = Step::Keep;
        QUrl server;
        QString kept = {};
        QPointer<base::Operation> operation = {};
    };
    Work *find(const QString &model);
    bool begin(const QString &model, Step step);
    template <typename Operation, typename Next>
    void wait(const QString &model, Operation *operation, Next &&next);
    void keep(const QString &model, const QList<backend::ModelInfo> &models);
    void pull(const QString &model);
    void pullEnded(const QString &name, const std::optional<Failure> &failure);
    void settle(const QString &model, const std::optional<Failure> &failure);
    void tidy(const QString &model, const QList<backend::ModelInfo> &models,
              const std::optional<Failure> &failure);
    void remove(const QString &model, const std::optional<Failure> &failure);
    void lookAtRows();
    void end(const QString &model, const std::optional<Failure> &failure);

    backend::Backend &m_backend;
    InstalledModels &m_installed;
    Downloads &m_downloads;
    QHash<QString, Work> m_work; // by model, or by the kept one that it goes back to
    QHash<QString, Failure> m_failures;
    QSet<QString> m_stopped; // updates of which the pull failed; its row may be started again
};

} // namespace library
