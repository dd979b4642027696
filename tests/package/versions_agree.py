#!/usr/bin/env python3
"""versions_agree.py ROOT VERSION: the build, the changelogs, the manual pages and the metainfo name the same
version, and the last two the same day."""

import pathlib
import re
import sys

root, version = pathlib.Path(sys.argv[1]), sys.argv[2]


def first(path, pattern):
    found = re.search(pattern, (root / path).read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        sys.exit(f"{path}: no {pattern}")
    return found.groups()


metainfo = first("resources/org.inkstone.Inkstone.metainfo.xml", r'<release version="([^"]+)" date="([^"]+)"')
changelog = first("CHANGELOG.md", r"^## \[([^]]+)\] - (\S+)")
debian = first("installer/debian/changelog", r"^inkstone \(([^)]+)-\d+\)")
manual = first("resources/inkstone.1", r'^\.TH INKSTONE 1 (\S+) "Inkstone ([^"]+)"')
chinese = first("resources/inkstone.zh_CN.1", r'^\.TH INKSTONE 1 (\S+) "Inkstone ([^"]+)"')
named = {version, metainfo[0], changelog[0], debian[0], manual[1], chinese[1]}
if len(named) != 1 or metainfo[1] != changelog[1]:
    sys.exit(f"build {version}, metainfo {metainfo}, CHANGELOG {changelog}, Debian {debian}, manuals {manual} {chinese}")
