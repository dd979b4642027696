#!/usr/bin/env python3
"""Which room may include which (house.md "Arrow"), against the #include lines.

rooms.py ROOT        checks the tree
rooms.py --self-test checks this check
"""

import pathlib
import re
import sys
import tempfile

import source

# Room -> the rooms it may see besides itself. In app, siblings do not see each other: ui/main.cpp joins them.
APP = {
    "base": set(),
    "privacy": {"base"},
    "net": {"base", "privacy"},
    "backend": {"base"},
    "wire": {"base", "net", "backend"},
    "ollama": {"base", "net", "backend", "wire"},
    "openai": {"base", "net", "backend", "wire"},
    "storage": {"base"},
    "chat": {"base", "backend", "storage"},
    # Conversations as files: ours, and those of other programs.
    "exchange": {"base", "backend", "wire", "storage", "chat"},
    "library": {"base", "backend"},
    "server": {"base", "net", "backend"},
    "logs": {"base"},
    "settings": {"base"},
}
# A page sees the values and objects it shows, never how they are fetched or stored (net, wire,
# ollama, openai, storage).
SHOWN = {"base", "backend", "chat", "exchange", "library", "logs", "privacy", "server", "settings"}
# Room of ui -> (rooms of ui, rooms of app) it may see.
UI = {
    "common": (set(), {"base", "backend", "library", "logs", "server", "settings"}),
    # Joins the rooms of app; MainWindow, and a page that needs nearly all of them, get it by reference.
    "core": (set(), set(APP)),
    # Images of strangers, and the process that reads them.
    "pictures": (set(), {"base", "chat"}),
    "chat": ({"common", "core", "pictures"}, SHOWN),
    "library": ({"common"}, SHOWN),
    "server": ({"common"}, SHOWN),
    "settings": ({"common"}, SHOWN),
    # The other composition root: words without pixels on the same core.
    "terminal": ({"common", "core"}, set(APP)),
    # MainWindow and main.cpp.
    "": ({"common", "core", "chat", "library", "pictures", "server", "settings", "terminal"}, set(APP)),
}
SCREEN = re.compile(r"(QtWidgets|QtGui|QtSvg|QtOpenGL)/")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    """("app", "base") for app/base/Error.h; ("ui", "") for ui/main.cpp."""
    parts = path.split("/")
    return parts[0], parts[1] if len(parts) > 2 else ""


def resolve(known, path, name):
    """The files of the tree an #include of `name` in `path` can mean."""
    beside = (pathlib.PurePosixPath(path).parent / name).as_posix()
    candidates = [beside, f"app/{name}", f"ui/{name}", f"tests/{name}"]
    return sorted({c for c in candidates if c in known})


def edge_complaint(side, room, target):
    target_side, target_room = room_of(target)
    if (side, room) == (target_side, target_room):
        return None
    if target_side == "tests":
        return "the program does not include its tests"
    if side == "app":
        if target_side != "app":
            return "app does not know ui"
        if target_room not in APP[room]:
            return f"app/{room} may see {sorted(APP[room]) or 'no other room'}"
        return None
    ui_rooms, app_rooms = UI[room]
    if target_side == "ui" and target_room not in ui_rooms:
        return f"ui/{room} may see {sorted(ui_rooms) or 'no other room'} of ui"
    if target_side == "app" and target_room not in app_rooms:
        return f"ui/{room} may see {sorted(app_rooms)} of app"
    return None


def include_complaint(known, path, quote, name):
    side, room = room_of(path)
    if side == "app" and SCREEN.match(name):
        return "app works without a screen"
    targets = resolve(known, path, name)
    if len(targets) > 1:
        return f"may mean {' or '.join(targets)}: rename one"
    if not targets:
        stem = pathlib.PurePosixPath(path).stem
        generated = name in (f"{stem}.moc", f"moc_{stem}.cpp")
        return None if quote == "<" or generated else "no such file in app or ui"
    return edge_complaint(side, room, targets[0])


def check(root):
    complaints = []
    program = list(source.files(root, "app", "ui"))
    known = set(program) | set(source.files(root, "tests"))
    for path in program:
        side, room = room_of(path)
        if room not in (APP if side == "app" else UI):
            complaints.append(f"{path}: a room that the table in rooms.py does not know")
            continue
        code = source.without_comments(source.read(root, path))
        for match in INCLUDE.finditer(code):
            reason = include_complaint(known, path, *match.groups())
            if reason:
                line = code.count("\n", 0, match.start(2)) + 1
                complaints.append(f"{path}:{line}: includes {match.group(2)}: {reason}")
    if not program:
        complaints.append(f"{root}: no sources found")
    return complaints + cycles()


def cycles():
    """The table itself must be an order."""
    left = {room: set(seen) for room, seen in APP.items()}
    while left:
        free = [room for room, seen in left.items() if not seen & left.keys()]
        if not free:
            return [f"rooms.py: a cycle among {sorted(left)}"]
        for room in free:
            del left[room]
    return []


GOOD = {
    "app/base/Error.h": "#include <QString>\n#include <expected>",
    "app/base/Error.cpp": '#include "base/Error.h"\n#include "moc_Error.cpp"',
    "app/net/Http.h": '#include "base/Error.h"',
    "app/backend/Backend.h": '#include "base/Error.h"',
    "app/ollama/Client.cpp": '#include "backend/Backend.h"\n#include "net/Http.h"',
    "app/chat/Store.h": "",
    "ui/common/Theme.h": '#include "base/Error.h"\n// #include "chat/Page.h"',
    "ui/chat/Page.h": '#include "chat/Store.h"\n#include "common/Theme.h"\n#include <QtWidgets/QWidget>',
    "ui/library/Page.h": "",
    "ui/main.cpp": '#include "chat/Page.h"\n#include "ollama/Client.cpp"',
}
BAD = [
    ("app/base/Text.h", '#include "net/Http.h"', "no other room"),
    ("app/net/Sse.h", "#include <chat/Store.h>", "app/net may see"),
    ("app/chat/Session.h", '#include "ollama/Client.cpp"', "may see"),
    ("app/chat/Session.h", '#include "common/Theme.h"', "app does not know ui"),
    ("app/chat/Session.h", "#include <QtWidgets/QWidget>", "without a screen"),
    ("app/chat/Session.h", '#include "nowhere/X.h"', "no such file"),
    ("app/cellar/X.h", "", "does not know"),
    ("ui/common/Icons.h", '#include "chat/Page.h"', "no other room"),
    ("ui/chat/View.h", '#include "library/Page.h"', "['common', 'core', 'pictures'] of ui"),
    ("ui/chat/View.h", '#include "net/Http.h"', "of app"),
    ("ui/chat/Store.h", '#include "chat/Store.h"', "may mean"),
    ("ui/chat/View.h", '#include "support/Home.h"', "does not include its tests"),
]


def self_test():
    problems = []
    with tempfile.TemporaryDirectory() as folder:

        def write(path, text):
            place = pathlib.Path(folder) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
            return place

        for path, text in GOOD.items():
            write(path, text)
        write("tests/support/Home.h", "")
        problems += [f"a good tree: {c}" for c in check(folder)]
        for path, text, expected in BAD:
            place = write(path, text)
            found = check(folder)
            if not any(c.startswith(path) and expected in c for c in found):
                problems.append(f"{path} with {text!r}: not noticed ({found})")
            place.unlink()
            if not any(place.parent.iterdir()):
                place.parent.rmdir()
    return problems


if __name__ == "__main__":
    source.end(self_test() if sys.argv[1] == "--self-test" else check(sys.argv[1]))
