// How many downloads run at once and in which hours: a small surface over the line below the downloads. What
// is chosen counts at once; deletes itself when it closes.
#pragma once

#include "common/Popup.h"

class QCheckBox;
class QSpinBox;
class QTimeEdit;

namespace settings {
class SettingsStore;
}

namespace ui {

class Label;

class DownloadRules : public Popup
{
    Q_OBJECT
public:
    DownloadRules(settings::SettingsStore &store, QWidget *parent);

    void open(QWidget *anchor);

private:
    void build();
    void showHours();
    void keepHours();
    void tell(const QString &error);

    settings::SettingsStore &m_store;
    QSpinBox *m_atOnce;
    QCheckBox *m_isLimited;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    Label *m_note;
};

} // namespace ui
