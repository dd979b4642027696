// One suggested model: what it is good for, how large it is, and Pull; while it is pulled, its bar.
#pragma once

#include "common/Widgets.h"
#include "library/Catalogue.h"

#include <QModelIndex>

class QProgressBar;

namespace ui {

class Badges;

class SuggestionRow : public QWidget
{
    Q_OBJECT
public:
    enum class Rank { Recommended, Other };
    SuggestionRow(const library::CatalogueEntry &entry, Rank rank, QWidget *parent = nullptr);

    const library::CatalogueEntry &entry() const { return m_entry; }
    // A row of DownloadsProxy; invalid = it is not being pulled.
    void setDownload(const QModelIndex &download);

Q_SIGNALS:
    void pullRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void refreshButton();

    library::CatalogueEntry m_entry;
    Rank m_rank;
    QPersistentModelIndex m_download;
    Label *m_name;
    Badges *m_badge;
    Label *m_goodFor;
    Badges *m_abilities;
    Label *m_size;
    Label *m_memory;
    QProgressBar *m_bar;
    Label *m_meta;
    Label *m_next;
    QAbstractButton *m_pull;
    QAbstractButton *m_cancel;
    QWidget *m_slot; // of the buttons
};

} // namespace ui
