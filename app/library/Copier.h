// Gives installed models a second name, or another one in place of theirs. A rename is a copy, which takes no
// room, and then a removal; the model stays in memory, so that an answer under way goes on. Owned by the
// models page; several models can be under way.
#pragma once

#include "library/InstalledModels.h"

namespace library {

class Copier : public QObject
{
    Q_OBJECT
public:
    enum class Step { Copy, Rename };
    struct Failure
    {
        Step step = Step::Copy;
        base::Error error;

        bool operator==(const Failure &) const = default;
    };

    Copier(backend::Backend &backend, InstalledModels &installed, QObject *parent = nullptr);

    // Why `name` cannot be given to `model`: no name at all, or another spelling of the one it has (the
    // server takes both for one model, and removing the old name would remove it).
    enum class Fault { NoName, SameName };
    static std::optional<Fault> faultOf(const QString &model, const QString &name);

    // Nothing happens where something is under way for the model, or where the name has a fault. What has the
    // name is replaced: ask before.
    void copy(const QString &model, const QString &name);
    // The old name goes only once the server lists the same model under the new one.
    void rename(const QString &model, const QString &name);

    std::optional<Step> underWay(const QString &model) const;
    // How the last one ended, until the next.
    std::optional<Failure> failure(const QString &model) const;

Q_SIGNALS:
    void changed(const QString &model);                         // underWay(model) or failure(model)
    void copied(const QString &model, const QString &name);     // now there under both names
    void renamed(const QString &model, const QString &newName); // now there under the new name only

private:
    void start(const QString &model, const QString &name, Step step);
    void checkCopy(const QString &model, const QString &name, const QString &digest);
    void removeOld(const QString &model, const QString &name);
    void end(const QString &model, const std::optional<base::Error> &error);

    backend::Backend &m_backend;
    InstalledModels &m_installed;
    QHash<QString, Step> m_work;
    QHash<QString, Failure> m_failures;
};

// A name for a copy that none of `models` has: "qwen3:8b" -> "qwen3-copy:8b", "qwen3-copy-2:8b".
QString nameForCopy(const QString &model, const InstalledModels &models);

} // namespace library
