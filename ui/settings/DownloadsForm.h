// Settings, Downloads: how many run at once, and in which hours.
#pragma once

#include "settings/SettingsForm.h"

namespace ui {

class HoursRow;

class DownloadsForm : public SettingsForm
{
    Q_OBJECT
public:
    explicit DownloadsForm(settings::SettingsStore &store, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    NumberRow *m_atOnce;
    HoursRow *m_hours;
};

} // namespace ui
