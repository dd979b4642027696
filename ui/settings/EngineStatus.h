// Whether an engine runs on this computer, whose it is, and the buttons that start, stop and restart ours.
// Part of EngineForm.
#pragma once

#include "common/Widgets.h"
#include "server/Connection.h"
#include "server/EngineSettings.h"
#include "server/LocalEngine.h"

#include <optional>

namespace ui {

class EngineStatus : public QWidget
{
    Q_OBJECT
public:
    EngineStatus(server::LocalEngine &engine, server::EngineSettings &settings,
                 server::Connection &connection, QWidget *parent);

    void retranslate();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    // What there is to say, most telling first.
    enum class Standing { Running, Starting, OldEnvironment, Elsewhere, Foreign, Failed, NoProgram, Stopped };

    void layOut();
    Standing standing() const;
    void showStanding();
    void showWords(Standing standing);

    server::LocalEngine &m_engine;
    server::EngineSettings &m_settings;
    server::Connection &m_connection;
    std::optional<base::Error> m_error; // of the last start
    IconLabel *m_icon;
    Label *m_what;
    Label *m_next;
    Label *m_details;
    QAbstractButton *m_start;
    QAbstractButton *m_stop;
    QAbstractButton *m_restart;
};

} // namespace ui
