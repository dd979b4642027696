// What an installed model takes of the server's memory, for how long and why it may be slow, and the buttons
// that load it, keep it and let it go. Part of ModelDetailPanel.
#pragma once

#include "library/Loader.h"

#include <QTimer>
#include <QWidget>

class QAbstractButton;

namespace ui {

class Facts;
class Label;

class MemoryView : public QWidget
{
    Q_OBJECT
public:
    MemoryView(library::InstalledModels &installed, library::Loader &loader, QWidget *parent = nullptr);

    void setModel(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeButtons();
    void retranslate();
    void refresh();
    void refreshFacts();
    QString note(const backend::LoadedModel *loaded) const;

    library::InstalledModels &m_installed;
    library::Loader &m_loader;
    QString m_model;
    QTimer m_countdown{this}; // while it is seen
    Label *m_title;
    Facts *m_facts;
    Label *m_note;
    QAbstractButton *m_load = nullptr;
    QAbstractButton *m_stop = nullptr;
    QAbstractButton *m_keep = nullptr;
    QAbstractButton *m_unload = nullptr;
};

} // namespace ui
