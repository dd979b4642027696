// One model in the server's memory, with its buttons. Part of LoadedView.
#pragma once

#include "library/Loader.h"

#include <QWidget>

class QAbstractButton;

namespace ui {

class Label;

class LoadedRow : public QWidget
{
    Q_OBJECT
public:
    // `model`: as the server names it.
    LoadedRow(const QString &model, library::Loader &loader, QWidget *parent);

    const QString &model() const { return m_model; }
    // `server`: host:port, for what went wrong.
    void set(const backend::LoadedModel &loaded, const QString &server);

private:
    const QString m_model;
    library::Loader &m_loader;
    Label *m_name;
    Label *m_facts;
    Label *m_note;
    QAbstractButton *m_keep;
    QAbstractButton *m_unload;
};

} // namespace ui
