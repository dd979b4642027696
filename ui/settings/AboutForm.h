// Settings, About: what this program is, in which version, under which licences, and which engine answers.
#pragma once

#include "server/Connection.h"
#include "settings/SettingsForm.h"

namespace ui {

class AboutForm : public SettingsForm
{
    Q_OBJECT
public:
    explicit AboutForm(server::Connection &connection, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    struct Fact
    {
        Label *name;
        Label *value;
    };
    Fact addFact();
    void showEngine();

    server::Connection &m_connection;
    Label *m_factsSection;
    Fact m_version;
    Fact m_qt;
    Fact m_engine;
    Label *m_licenceSection;
    Label *m_licence;
    Label *m_parts;
};

} // namespace ui
