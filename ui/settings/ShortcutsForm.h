// Settings, Shortcuts: the keys and what they do. For reading; the window and its pages own the actions.
#pragma once

#include "settings/SettingsForm.h"

class QTreeWidget;

namespace ui {

class ShortcutsForm : public SettingsForm
{
    Q_OBJECT
public:
    explicit ShortcutsForm(settings::SettingsStore &store, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    settings::SettingsStore &m_store;
    QTreeWidget *m_table;
};

} // namespace ui
