// The line below the downloads: the room on the disk, and what will be left of it; at its right the hours in
// which downloads may run, which open what can be chosen about downloads.
#pragma once

#include "common/Widgets.h"
#include "library/Downloads.h"

#include <QTimer>

namespace settings {
class SettingsStore;
}

namespace ui {

class DownloadsBar : public SurfaceWidget
{
    Q_OBJECT
public:
    explicit DownloadsBar(library::Downloads &downloads, QWidget *parent = nullptr);

    // Without them nothing can be chosen.
    void setSettings(settings::SettingsStore &store);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void refreshRoom();
    void refreshHours();

    library::Downloads &m_downloads;
    settings::SettingsStore *m_store = nullptr;
    Label *m_room;
    QAbstractButton *m_hours;
    QTimer m_look; // the disk is everybody's
};

} // namespace ui
