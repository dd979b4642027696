// Settings, Deployment: the files and addresses of an engine for others (server/Deployment), filled in,
// checked as one types, saved to a folder the person picks. Nothing is run, nothing is kept: the key and the
// certificate are made here and are in the saved files alone.
#pragma once

#include "server/Deployment.h"
#include "server/EngineSettings.h"
#include "settings/SettingsForm.h"

class QComboBox;
class QLineEdit;

namespace ui {

class DeploymentResult;

class DeploymentForm : public SettingsForm
{
    Q_OBJECT
public:
    explicit DeploymentForm(server::EngineSettings &engine, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    struct Choice
    {
        QComboBox *box = nullptr;
        SettingRow *row = nullptr;
    };
    struct Field
    {
        QLineEdit *field = nullptr;
        SettingRow *row = nullptr;
    };
    Choice addChoice(const char *objectName, int count);
    Field addField(const char *objectName, SettingRow::Width width, const QString &text);
    void setChoices(const Choice &choice, const QStringList &words);
    void rewordEngine();
    void rewordProxy();
    server::Deployment filledIn() const;
    void refresh();
    void showProblems(const server::Deployment &deployment);

    server::EngineSettings &m_engine;
    Label *m_engineSection;
    Choice m_runner;
    Choice m_gpu;
    Field m_tag;
    Field m_memory;
    Field m_processors;
    Field m_port;
    Field m_disk;
    Choice m_way;
    Choice m_neighbours;
    Label *m_open; // what one run by systemd then is
    Label *m_environment;
    Label *m_proxySection;
    Label *m_alone; // what one on Windows is
    Choice m_certificate;
    Field m_name;
    Field m_httpsPort;
    Choice m_changes;
    Field m_clients;
    DeploymentResult *m_result = nullptr;
};

} // namespace ui
