// How many downloads run at once and in which hours: a small surface over the line below the downloads. What
// is chosen counts at once, and is what Settings, Downloads shows; deletes itself when it closes.
#pragma once

#include "common/Popup.h"

class QSpinBox;

namespace settings {
enum class Key;
class SettingsStore;
} // namespace settings

namespace ui {

class HoursField;
class Label;

class DownloadRules : public Popup
{
    Q_OBJECT
public:
    DownloadRules(settings::SettingsStore &store, QWidget *parent);

    void open(QWidget *anchor);

private:
    void build();
    void keep(settings::Key key, const QVariant &value);

    settings::SettingsStore &m_store;
    QSpinBox *m_atOnce;
    HoursField *m_hours;
    Label *m_note;
};

} // namespace ui
