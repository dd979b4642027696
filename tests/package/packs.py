#!/usr/bin/env python3
"""packs.py CPACK BUILD PACKAGES: `cpack -G DEB` makes one package that says what it needs."""

import shutil
import sys

import package

# What the program loads only when it runs; dpkg-shlibdeps cannot see it.
LOADED_LATER = {"libqt6sql6-sqlite", "qt6-translations-l10n", "libsource-highlight-common"}
LINKED = {"libc6", "libstdc++6", "libqt6core6", "libqt6gui6", "libqt6network6", "libqt6sql6", "libqt6widgets6", "libsource-highlight4v5"}

cpack, build, packages = sys.argv[1:]
shutil.rmtree(packages, ignore_errors=True)
package.run(cpack, "-G", "DEB", "--config", f"{build}/CPackConfig.cmake", "-B", packages)
deb = package.the_package(packages)

depends = package.run("dpkg-deb", "--field", deb, "Depends")
names = {entry.split()[0] for entry in depends.split(",")}
missing = (LOADED_LATER | LINKED) - names
if missing:
    sys.exit(f"Depends lacks {sorted(missing)}: {depends}")
if "ollama" in package.run("dpkg-deb", "--field", deb, "Depends", "Recommends", "Suggests"):
    sys.exit("The package names an engine that Debian does not have.")
print(package.run("dpkg-deb", "--info", deb))
