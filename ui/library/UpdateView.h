// Whether the registry has one installed model in another state and what would change, and the buttons that
// ask and update; of an old state that was kept: what it is, and the way back. Part of ModelDetailPanel.
#pragma once

#include "common/Facts.h"
#include "library/KeptName.h"
#include "library/Updater.h"
#include "library/Updates.h"

#include <QWidget>

class QAbstractButton;

namespace ui {

class Label;
class Removal;
class Unfolding;

class UpdateView : public QWidget
{
    Q_OBJECT
public:
    UpdateView(library::InstalledModels &installed, library::Updates &updates, library::Updater &updater,
               backend::Backend &backend, Removal &removal, QWidget *parent = nullptr);

    void setModel(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    // What stands below the title.
    struct Shown
    {
        QString words;
        bool isBad = false;
        QList<Fact> facts;
        library::UpdateDiff diff; // for its texts
        QString note;
    };
    QWidget *makeButtons();
    void retranslate();
    void refresh();
    Shown finding() const;
    Shown oldState(const library::KeptModel &old, const QString &original) const;
    void refreshButtons(bool isOldState, const QString &original);
    void showTexts(const library::UpdateDiff &diff);
    QString serverName() const;

    library::InstalledModels &m_installed;
    library::Updates &m_updates;
    library::Updater &m_updater;
    backend::Backend &m_backend;
    Removal &m_removal;
    QString m_model;
    Label *m_title;
    Label *m_words;
    Facts *m_facts;
    Unfolding *m_template;
    Unfolding *m_system;
    Unfolding *m_parameters;
    Label *m_note;
    QAbstractButton *m_check = nullptr;
    QAbstractButton *m_update = nullptr;
    QAbstractButton *m_back = nullptr;
    QAbstractButton *m_letGo = nullptr;
};

} // namespace ui
