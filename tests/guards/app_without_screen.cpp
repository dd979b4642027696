// Every object of app, linked against what app links: had one needed a class of the screen, this would not
// link, or would load a library of the screen.
#include "base/Error.h"

#include <QString>

#include <cstdio>
#include <link.h>
#include <string_view>

namespace {

int loadsScreen(dl_phdr_info *info, std::size_t, void *)
{
    const std::string_view library(info->dlpi_name);
    for (const std::string_view screen : {"libQt6Gui", "libQt6Widgets", "libQt6Svg", "libQt6OpenGL"}) {
        if (library.find(screen) != std::string_view::npos) {
            std::fprintf(stderr, "app loads %s\n", info->dlpi_name);
            return 1;
        }
    }
    return 0;
}

int isCore(dl_phdr_info *info, std::size_t, void *)
{
    return std::string_view(info->dlpi_name).find("libQt6Core") != std::string_view::npos ? 1 : 0;
}

} // namespace

int main()
{
    // That Core is seen shows that looking works.
    if (dl_iterate_phdr(isCore, nullptr) == 0)
        return 2;
    return dl_iterate_phdr(loadsScreen, nullptr);
}
