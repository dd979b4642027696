"""What the guards share: the files of the tree, C++ without its comments, and saying what was found."""

import os
import pathlib
import re
import sys

CODE = (".cpp", ".h")
SKIPPED_FOLDERS = {".git", "build", "__pycache__"}

_TOKEN = re.compile(
    r'(?P<raw>R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)")'
    r'|(?P<text>"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')'
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)",
    re.DOTALL,
)


def without_comments(code):
    """The code with comments blanked; lines keep their numbers and strings stay."""

    def blank(match):
        if match.group("comment") is None:
            return match.group(0)
        return "\n" * match.group(0).count("\n") or " "

    # 1'000 is a number, not the start of a character.
    return _TOKEN.sub(blank, re.sub(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])", "", code))


def files(root, *folders, endings=CODE):
    """Paths relative to root, with "/", of the files below the folders ("" = the whole tree)."""
    root = pathlib.Path(root)
    for folder in folders:
        for base, names, found in os.walk(root / folder):
            names[:] = sorted(n for n in names if n not in SKIPPED_FOLDERS)
            for name in sorted(found):
                if endings is None or name.endswith(endings):
                    yield (pathlib.Path(base) / name).relative_to(root).as_posix()


def read(root, path):
    return (pathlib.Path(root) / path).read_text(encoding="utf-8")


def end(complaints):
    """Prints what was found; the exit code says whether anything was."""
    for complaint in complaints:
        print(complaint)
    if complaints:
        print(f"{len(complaints)} found")
    sys.exit(1 if complaints else 0)
