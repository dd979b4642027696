// A catalogue read over net/Http, which library may not see; bounded while it arrives. Made by Core for
// library::CatalogueStore.
#pragma once

#include "library/CatalogueStore.h"
#include "net/Http.h"

namespace ui {

library::CatalogueStore::Fetch catalogueOver(net::Http &http);

} // namespace ui
