// The parameters of generation as /api/show prints them: a line each, the name padded, in an order by chance,
// texts quoted as Go does. Pure; used by UpdateDiff.
#pragma once

#include <QStringList>

namespace library {

// As parseParameters() has those of a registry.
QStringList shownParameters(const QString &shown);

// Whether the layer of this digest ("sha256:" and 64 hex) holds exactly these: their JSON as the engine
// writes it, in one of its spellings. false says nothing, as another program may have written it.
bool areParametersOf(const QString &digest, const QString &shown);

} // namespace library
