// Where the disk of the server in use goes: a picture and a table of the same, what removing the chosen
// models frees, and what no model uses. A tab of ModelsPage.
#pragma once

#include "library/FolderMove.h"
#include "library/Storage.h"
#include "library/StorageTable.h"

#include <QSet>
#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class Label;
class LeftoverView;
class MoveView;
class PlainTable;
class Removal;
class StorageProxy;
class StorageTreemap;

class StoragePage : public QWidget
{
    Q_OBJECT
public:
    StoragePage(library::Storage &storage, library::InstalledModels &installed, backend::Backend &backend,
                QWidget *parent = nullptr);

    // Once; without it the folder cannot be moved.
    void setFolderMove(library::FolderMove &move);

Q_SIGNALS:
    void getModelsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeChoiceBar();
    QWidget *makeStatusBar();
    void buildTable();
    void connectAll();
    void retranslate();
    void refresh();
    void refreshEmpty();
    void refreshNotes();
    void refreshStatus();
    void refreshChoice();
    void choose(const QList<int> &models, Qt::KeyboardModifiers modifiers);
    QSet<int> chosen() const; // in the map's models
    void askToRemove();
    void removeLeftovers(const QList<library::Leftover> &leftovers);
    void copyCommand(const QString &command) const;

    library::Storage &m_storage;
    library::InstalledModels &m_installed;
    backend::Backend &m_backend;
    library::StorageTable m_table;
    StorageProxy *m_proxy;
    Removal *m_removal;
    Banner *m_note;
    Banner *m_failure;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    StorageTreemap *m_treemap;
    PlainTable *m_view;
    LeftoverView *m_unused;
    LeftoverView *m_unfinished;
    Label *m_choice = nullptr;
    QAbstractButton *m_remove = nullptr;
    Label *m_total = nullptr;
    Label *m_folder = nullptr;
    QAbstractButton *m_again = nullptr;
    QHBoxLayout *m_bar = nullptr; // of the last line
    MoveView *m_move = nullptr;
    std::optional<library::LeftoverOutcome> m_outcome; // of the last removal of files
    QString m_failed;                                  // the model that could not be removed
};

} // namespace ui
