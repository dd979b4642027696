#!/usr/bin/env python3
"""program_is_hardened.py PROGRAM: position independent, relocations read-only and bound at start, stack
guarded and not executable (reliability.md section 4)."""

import re
import sys

import package

program = sys.argv[1]
header = package.run("readelf", "--file-header", program)
segments = package.run("readelf", "--program-headers", "--wide", program)
dynamic = package.run("readelf", "--dynamic", program)
symbols = package.run("readelf", "--dyn-syms", "--wide", program)
stack = re.search(r"GNU_STACK.*", segments)
checks = {
    "position independent": re.search(r"Type:\s+DYN", header) and "PIE" in dynamic,
    "relocations read-only": "GNU_RELRO" in segments,
    "bound at start": re.search(r"BIND_NOW|FLAGS_1.*NOW", dynamic),
    "stack guarded": "__stack_chk_fail" in symbols,
    "stack not executable": stack and "RWE" not in stack.group(0),
}
missing = [name for name, held in checks.items() if not held]
if missing:
    sys.exit(f"{program} is not: {', '.join(missing)}")
