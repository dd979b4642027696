// The row of the Local engine page for the engine's program: the one found, or one chosen by hand, which is
// tried before it is kept. Typing is enough. Made by EngineForm.
#pragma once

#include "server/EngineProgram.h"
#include "server/EngineSettings.h"
#include "server/LocalEngine.h"
#include "settings/SettingRow.h"

#include <QPointer>

class QLineEdit;

namespace ui {

class EngineProgramRow : public SettingRow
{
    Q_OBJECT
public:
    EngineProgramRow(server::LocalEngine &engine, server::EngineSettings &settings, QWidget *parent);

    void retranslate();
    // Looks again: a program may have been installed meanwhile.
    void refresh();

Q_SIGNALS:
    // The choice holds but is not on disk.
    void notSaved(const base::Error &error);

private:
    EngineProgramRow(server::LocalEngine &engine, server::EngineSettings &settings, QLineEdit *field,
                     QWidget *parent);
    void choose();
    void tryOut(const QString &path);
    void take(const QString &path);
    void showRefusal();
    void reword();

    server::LocalEngine &m_engine;
    server::EngineSettings &m_settings;
    QLineEdit *m_field;
    QAbstractButton *m_choose;
    QTimer m_pause; // in the typing
    QPointer<server::EngineProgram> m_check;
    QString m_refused; // what was typed
    std::optional<base::Error> m_error;
};

} // namespace ui
