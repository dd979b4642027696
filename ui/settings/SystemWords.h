// The words and marks of the system check: a finding beside what the guides ask, a model beside what is
// there.
#pragma once

#include "common/Icons.h"
#include "server/SystemCheck.h"

#include <utility>

namespace ui {

QString findingWords(const server::SystemFinding &finding, const server::SystemFacts &facts);
std::pair<QString, IconColor> verdictIcon(server::SystemFinding::Verdict verdict);

// `memory`: what the model takes when it runs, `download` on the disk.
QString fitWords(server::ModelFit fit, const QString &model, qint64 memory, qint64 download);
std::pair<QString, IconColor> fitIcon(server::ModelFit fit);

} // namespace ui
