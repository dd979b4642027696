"""What the tests of the package share: running a program, finding the package, saying what is wrong."""

import pathlib
import shutil
import subprocess
import sys

APP_ID = "org.inkstone.Inkstone"
LANGUAGES = sorted((pathlib.Path(__file__).parents[2] / "resources/languages").glob("*.lang"))
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

# What has to be there, below the prefix.
INSTALLED = [
    "bin/inkstone",
    f"share/applications/{APP_ID}.desktop",
    f"share/metainfo/{APP_ID}.metainfo.xml",
    f"share/icons/hicolor/scalable/apps/{APP_ID}.svg",
    *[f"share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png" for size in ICON_SIZES],
    "share/man/man1/inkstone.1.gz",
    "share/man/zh_CN/man1/inkstone.1.gz",
    "share/doc/inkstone/copyright",
    "share/doc/inkstone/changelog.gz",
    "share/doc/inkstone/changelog.Debian.gz",
    *[f"share/inkstone/languages/{path.name}" for path in LANGUAGES],
]


def run(*command, **options):
    """Standard output of a program; ends the test with its words where it fails."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False, **options
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def the_package(folder):
    found = sorted(pathlib.Path(folder).glob("inkstone_*.deb"))
    if len(found) != 1:
        sys.exit(f"{folder}: one package expected, found {[f.name for f in found]}")
    return found[0]


def check_files(prefix):
    """Everything that must be below the prefix, and nothing else; pictures of the size their folder says."""
    prefix = pathlib.Path(prefix)
    found = {p.relative_to(prefix).as_posix() for p in prefix.rglob("*") if not p.is_dir()}
    problems = [f"missing: {path}" for path in sorted(set(INSTALLED) - found)]
    problems += [f"nobody expects: {path}" for path in sorted(found - set(INSTALLED))]
    for size in ICON_SIZES:
        picture = prefix / f"share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png"
        head = picture.read_bytes()[:24] if picture.exists() else b""
        if head[16:24] != size.to_bytes(4, "big") * 2:
            problems.append(f"{picture.name} is not {size} by {size}")
    if problems:
        sys.exit("\n".join(problems))


def check_languages(prefix, test):
    """Run from where the program is, the test of the colours of code finds every language's file."""
    copied = pathlib.Path(shutil.copy(test, pathlib.Path(prefix) / "bin"))
    try:
        run(copied, "everyLanguageHasItsColors")
    finally:
        copied.unlink()


def check_version(program, version):
    said = run(program, "--version", env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"})
    if version not in said.split():
        sys.exit(f"{program} --version says {said!r}, not {version}")
