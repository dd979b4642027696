#!/usr/bin/env python3
"""installs.py CMAKE BUILD PREFIX VERSION COLORS: `cmake --install` puts every file in its place, and the program starts."""

import shutil
import sys

import package

cmake, build, prefix, version, colors = sys.argv[1:]
shutil.rmtree(prefix, ignore_errors=True)
package.run(cmake, "--install", build, "--prefix", prefix)
package.check_files(prefix)
package.check_version(f"{prefix}/bin/inkstone", version)
package.check_languages(prefix, colors)

entry = f"{prefix}/share/applications/{package.APP_ID}.desktop"
with open(entry, encoding="utf-8") as file:
    keys = dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
# What the menu starts and shows is what was installed.
if keys["Exec"].split()[0] != "inkstone" or keys["Icon"] != package.APP_ID:
    sys.exit(f"{entry} starts {keys['Exec']} with the icon {keys['Icon']}")
