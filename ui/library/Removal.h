// Removing a model: the question that says how much space comes back, unloading, removing, and what went
// wrong. One for the models page; several models can be under way.
#pragma once

#include "library/InstalledModels.h"

#include <QHash>
#include <QSet>

class QWidget;

namespace ui {

class Removal : public QObject
{
    Q_OBJECT
public:
    Removal(library::InstalledModels &installed, backend::Backend &backend, QWidget *parent);

    // Opens the question; nothing happens before it is answered with Remove.
    void ask(const QString &model);
    bool isUnderWay(const QString &model) const { return m_underWay.contains(model); }
    std::optional<base::Error> error(const QString &model) const;

Q_SIGNALS:
    // isUnderWay(model) or error(model)
    void changed(const QString &model);

private:
    QString question(const QString &model) const;
    void start(const QString &model);
    void remove(const QString &model);
    void end(const QString &model, const std::optional<base::Error> &error);

    library::InstalledModels &m_installed;
    backend::Backend &m_backend;
    QWidget *m_window;
    QSet<QString> m_underWay;
    QHash<QString, base::Error> m_errors;
};

} // namespace ui
