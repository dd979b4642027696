// Removing a model: the question that says how much space comes back, unloading, removing, and what went
// wrong. One for the models page; several models can be under way.
#pragma once

#include "library/InstalledModels.h"

#include <QHash>
#include <QSet>
#include <QStringList>

class QWidget;

namespace ui {

class Removal : public QObject
{
    Q_OBJECT
public:
    Removal(library::InstalledModels &installed, backend::Backend &backend, QWidget *parent);

    // Opens the question; nothing happens before it is answered with Remove.
    void ask(const QString &model);
    // The same for several, which then go one after the other; `freed` says what that gives back.
    void ask(const QStringList &models, const QString &freed);
    bool isUnderWay(const QString &model) const { return m_underWay.contains(model); }
    std::optional<base::Error> error(const QString &model) const;

Q_SIGNALS:
    // isUnderWay(model) or error(model)
    void changed(const QString &model);

private:
    QString question(const QString &model) const;
    void show(const QString &title, const QString &text, const QString &freed, const QStringList &models);
    void start(const QStringList &models);
    void startNext();
    void remove(const QString &model);
    void end(const QString &model, const std::optional<base::Error> &error);

    library::InstalledModels &m_installed;
    backend::Backend &m_backend;
    QWidget *m_window;
    QSet<QString> m_underWay;
    QStringList m_waiting; // those of them whose turn has not come
    QHash<QString, base::Error> m_errors;
};

} // namespace ui
