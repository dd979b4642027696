// A row of the Local engine page: one variable of the engine's environment, kept equal to EngineSettings. A
// refused value stays in its field until it is corrected or taken back. Made by EngineForm.
#pragma once

#include "server/EngineSettings.h"
#include "settings/SettingRow.h"

class QComboBox;
class QLineEdit;

namespace ui {

class EngineRow : public SettingRow
{
    Q_OBJECT
public:
    EngineRow(server::EngineSettings &settings, server::EngineVariable variable, QWidget *parent);

    void retranslate();

Q_SIGNALS:
    // The value holds but is not on disk.
    void notSaved(const base::Error &error);

private:
    EngineRow(server::EngineSettings &settings, server::EngineVariable variable, QWidget *control,
              QWidget *parent);
    void addFolderButton();
    void commit(const QString &typed);
    void refresh();
    void showRefusal();
    void fillChoices();
    QString stored() const;

    server::EngineSettings &m_settings;
    const server::EngineVariable m_variable;
    QLineEdit *m_field;
    QComboBox *m_box;
    QAbstractButton *m_choose = nullptr;
    QString m_refused;
};

} // namespace ui
