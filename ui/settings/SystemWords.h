// The words and marks of the system check: a finding beside what the guides ask.
#pragma once

#include "common/Icons.h"
#include "server/SystemCheck.h"

#include <utility>

namespace ui {

QString findingWords(const server::SystemFinding &finding, const server::SystemFacts &facts);
std::pair<QString, IconColor> verdictIcon(server::SystemFinding::Verdict verdict);

} // namespace ui
