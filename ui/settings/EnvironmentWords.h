// Words for what was found in a .env file. Used by EnvironmentPanel.
#pragma once

#include "settings/Environment.h"

namespace ui {

QString complaintText(const settings::EnvironmentComplaint &complaint);
// "Base URL: http://localhost:11434"
QString addressText(const settings::EnvironmentValue &address);
QString timeoutText(const settings::EnvironmentValue &timeout);
QString settingText(const settings::EnvironmentSetting &setting);
// Why a file could not be read at all.
QString unreadableText(const base::Error &error, const QString &file);

} // namespace ui
