// Addresses read over net/Http, which library may not see; bounded while they arrive. Made by Core.
#pragma once

#include "library/Fetch.h"
#include "net/Http.h"

namespace ui {

// For library::CatalogueStore.
library::Fetch catalogueOver(net::Http &http);
// For library::Planner and library::Updates.
library::Fetch manifestsOver(net::Http &http);
// For library::Updates: layers of text.
library::Fetch layersOver(net::Http &http);

} // namespace ui
