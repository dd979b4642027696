#!/usr/bin/env python3
"""package_installs.py PACKAGES VERSION COLORS: the package's files are all there and belong to root, the program in
it starts, and this system has, or can get, all it depends on."""

import pathlib
import sys
import tempfile

import package

packages, version, colors = sys.argv[1:]
deb = package.the_package(packages)

for line in package.run("dpkg-deb", "--contents", deb).splitlines():
    mode, owner, *_, path = line.split()
    expected = "-rwxr-xr-x" if path == "./usr/bin/inkstone" else "drwxr-xr-x" if mode[0] == "d" else "-rw-r--r--"
    if owner != "root/root" or mode != expected:
        sys.exit(f"{path}: {mode} {owner}")

with tempfile.TemporaryDirectory() as folder:
    package.run("dpkg-deb", "--extract", deb, folder)
    package.check_files(pathlib.Path(folder) / "usr")
    package.check_version(f"{folder}/usr/bin/inkstone", version)
    package.check_languages(f"{folder}/usr", colors)

# A rehearsal: nothing is changed.
plan = package.run("apt-get", "--simulate", "--quiet", "--no-install-recommends", "install", str(deb))
if "Inst inkstone" not in plan:
    sys.exit(plan)
