// What this computer has for running models, beside what is asked of it, and whether one model fits. Read
// when it is shown and when asked. Part of EngineForm.
#pragma once

#include "common/Widgets.h"
#include "library/Catalogue.h"
#include "server/EngineSettings.h"
#include "server/SystemCheck.h"

#include <QPointer>

#include <optional>

class QComboBox;
class QVBoxLayout;

namespace ui {

class SettingRow;

class SystemCheckView : public QWidget
{
    Q_OBJECT
public:
    SystemCheckView(server::EngineSettings &settings, const library::Catalogue &catalogue, QWidget *parent);

    void retranslate();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        IconLabel *icon;
        Label *what;
    };
    Row addRow(QVBoxLayout *layout);
    void fillModels();
    void check();
    void showFacts();
    void showModel();

    server::EngineSettings &m_settings;
    const library::Catalogue &m_catalogue;
    QPointer<server::SystemCheck> m_check;
    std::optional<server::SystemFacts> m_facts;
    QList<Row> m_rows; // in the order of systemFindings()
    QComboBox *m_model;
    SettingRow *m_modelRow;
    Row m_modelVerdict;
    QAbstractButton *m_again;
};

} // namespace ui
