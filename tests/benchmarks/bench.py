#!/usr/bin/env python3
"""Measures Inkstone beside baselines in one run and prints one JSON object a line and a table at the end.
Started by tests/bench, which builds the programs and gives a display. Usage: bench.py BUILD [METRIC …]"""
import json
import os
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(sys.argv[1])
WANTED = set(sys.argv[2:])
HERE = pathlib.Path(__file__).parent
APP = BUILD / "ui" / "inkstone"
PROGRAMS = BUILD / "tests" / "benchmarks"
rows = []


def report(metric, value, unit, baseline, baseline_value, goal, ok=None, ratio=None):
    ratio = value / baseline_value if ratio is None else ratio
    rows.append({"metric": metric, "value": round(value, 3), "unit": unit, "baseline": baseline,
                 "baseline_value": round(baseline_value, 3), "ratio": round(ratio, 3), "goal": goal,
                 "ok": bool(ok(value, baseline_value))})
    print(json.dumps(rows[-1]), flush=True)


def fresh_home():
    """An environment with a home of its own and no engine to find but the one that is told."""
    home = tempfile.mkdtemp(prefix="inkstone-bench-")
    env = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "OLLAMA_"))}
    env.update(HOME=home, XDG_RUNTIME_DIR=home, OLLAMA_HOST=URL, LC_ALL="C.UTF-8", PATH="/usr/bin:/bin")
    os.chmod(home, 0o700)
    return env


def run(*command, env=None):
    return subprocess.run([str(part) for part in command], env=env, check=True, capture_output=True,
                          text=True, timeout=900).stdout


def cpu_of(*command):
    """Seconds of CPU a whole process takes."""
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status:
        raise RuntimeError(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime


def pss(pid):
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", text, re.M).group(1)) / 1024


def start_first_paint():
    ours, bare = [], []
    env = fresh_home()
    for _ in range(9):
        ours.append(float(run(PROGRAMS / "first_paint", APP, env=env)))
        bare.append(float(run(PROGRAMS / "first_paint", PROGRAMS / "bare_window", env=env)))
    report("start_first_paint", statistics.median(ours), "ms", "bare QMainWindow with the same widgets",
           statistics.median(bare), "<= 2.5 x", lambda value, base: value <= 2.5 * base)


def idle_memory():
    def measure(program):
        child = subprocess.Popen([str(program)], env=fresh_home(), stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        time.sleep(5)  # the sheet's definition: 5 s after the start
        value = pss(child.pid)
        child.send_signal(signal.SIGTERM)
        child.wait(10)
        return value

    report("idle_memory", statistics.median(measure(APP) for _ in range(3)), "MB PSS",
           "bare QMainWindow with the same widgets",
           statistics.median(measure(PROGRAMS / "bare_window") for _ in range(3)), "<= 2 x",
           lambda value, base: value <= 2 * base)


def chat_body(model):
    return json.dumps({"model": model, "messages": []})


def stream_cpu():
    model = "tokens-2000-60"
    ours = float(run(PROGRAMS / "window_stream", URL, model, "cpu"))
    curl = statistics.median(cpu_of("curl", "-sN", f"{URL}/api/chat", "-d", chat_body(model)) for _ in range(2))
    report("stream_cpu_vs_curl", ours, "s CPU", "curl reading the same stream", curl, "<= 20 x",
           lambda value, base: value <= 20 * base)
    naive = float(run(PROGRAMS / "naive_stream", URL, model))
    report("stream_cpu_vs_naive", ours, "s CPU", "QTextBrowser::setMarkdown per token", naive, "<= 1/10",
           lambda value, base: value <= base / 10)


def first_token_to_pixel():
    count = 40
    ours = sorted(float(line) for line in
                  run(PROGRAMS / "window_stream", URL, "first-50", "first", count).split())
    curl = sorted(1000 * float(run("curl", "-sN", "-o", "/dev/null", "-w", "%{time_starttransfer}",
                                   f"{URL}/api/chat", "-d", chat_body("first-50"))) for _ in range(count))
    p95 = int(count * 0.95) - 1
    report("first_token_to_pixel", ours[p95], "ms p95", "curl's first byte, p95", curl[p95],
           "<= curl + 10 ms", lambda value, base: value <= base + 10)


METRICS = [start_first_paint, idle_memory, stream_cpu, first_token_to_pixel]


def table():
    print()
    print(f"{'metric':24} {'value':>10} {'baseline':>10} {'ratio':>8}  {'goal':16} ok")
    for row in rows:
        print(f"{row['metric']:24} {row['value']:>10} {row['baseline_value']:>10} {row['ratio']:>8}  "
              f"{row['goal']:16} {'yes' if row['ok'] else 'NO'}   ({row['unit']}; {row['baseline']})")


server = subprocess.Popen([sys.executable, str(HERE / "stream_server.py")], stdout=subprocess.PIPE, text=True)
try:
    URL = f"http://127.0.0.1:{server.stdout.readline().strip()}"
    for metric in METRICS:
        if not WANTED or metric.__name__ in WANTED:
            metric()
finally:
    server.terminate()
    server.wait()
table()
sys.exit(0 if rows and all(row["ok"] for row in rows) else 1)
