// Words for what was found in a .env file or the environment of this program. Used by EnvironmentPanel, the
// Settings page and the terminal form.
#pragma once

#include "settings/Environment.h"

namespace ui {

QString complaintText(const settings::EnvironmentComplaint &complaint);
// Of the environment of this program: the variable, why it does not count, and the next step.
QString leftOutText(const settings::EnvironmentComplaint &complaint);
// "Base URL: http://localhost:11434"
QString addressText(const settings::EnvironmentValue &address);
QString timeoutText(const settings::EnvironmentValue &timeout);
QString settingText(const settings::EnvironmentSetting &setting);
// Why a file could not be read at all.
QString unreadableText(const base::Error &error, const QString &file);

} // namespace ui
