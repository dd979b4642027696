// The layers of a download, and that they are checked in the end: folded out below the list of downloads.
#pragma once

#include "common/Widgets.h"

#include <QPersistentModelIndex>

class QToolButton;

namespace ui {

class Facts;

class DownloadDetail : public SurfaceWidget
{
    Q_OBJECT
public:
    explicit DownloadDetail(QWidget *parent = nullptr);

    // A row of DownloadsProxy; invalid = none.
    void setDownload(const QModelIndex &index);
    void refresh();

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    QPersistentModelIndex m_download;
    Label *m_title;
    QAbstractButton *m_close;
    Facts *m_facts;
    Label *m_note;
};

} // namespace ui
