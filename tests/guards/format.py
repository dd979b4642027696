#!/usr/bin/env python3
"""Every C++ file is as clang-format leaves it.

format.py ROOT CLANG-FORMAT         checks the tree
format.py --self-test CLANG-FORMAT  checks that it notices
"""

import pathlib
import subprocess
import sys
import tempfile

import source


def check(root, clang_format):
    paths = list(source.files(root, "app", "ui", "tests"))
    if not paths:
        return [f"{root}: no sources found"]
    command = [clang_format, "--dry-run", "--Werror", "--ferror-limit=1", *paths]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return [line for line in done.stderr.splitlines() if "error:" in line] or [done.stderr]


def self_test(clang_format):
    style = (pathlib.Path(__file__).parents[2] / ".clang-format").read_text(encoding="utf-8")
    problems = []
    for text, wrong in (("int f(int a);\n", False), ("int  f( int a );\n", True)):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / ".clang-format").write_text(style, encoding="utf-8")
            (pathlib.Path(folder) / "app").mkdir()
            (pathlib.Path(folder) / "app/File.cpp").write_text(text, encoding="utf-8")
            if bool(check(folder, clang_format)) != wrong:
                problems.append(f"{text!r}: {'not noticed' if wrong else 'refused'}")
    return problems


if __name__ == "__main__":
    source.end(self_test(sys.argv[2]) if sys.argv[1] == "--self-test" else check(*sys.argv[1:]))
