#!/usr/bin/env python3
"""Measures Inkstone beside baselines in one run and prints one JSON object a line and a table at the end.
Started by tests/bench, which builds the programs and gives a display. Usage: bench.py BUILD [METRIC …]"""
import contextlib
import functools
import json
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from stream_server import answer

BUILD = pathlib.Path(sys.argv[1])
WANTED = sys.argv[2:]
HERE = pathlib.Path(__file__).parent
APP = BUILD / "ui" / "inkstone"
PROGRAMS = BUILD / "tests" / "benchmarks"
SCRATCH = tempfile.TemporaryDirectory(prefix="inkstone-bench-")
METRICS = {}  # function: names of what it reports
rows = []


def measures(*names):
    """Marks a function that reports these metrics."""
    def mark(function):
        METRICS[function] = names
        return function
    return mark


def report(metric, value, unit, baseline, baseline_value, times=None, plus=None):
    """`value` may be at most `times` × the baseline, or the baseline `plus` so much."""
    limit = baseline_value * times if times else baseline_value + plus
    goal = f"<= {times:.3g} x" if times else f"<= + {plus:g} {unit}"
    rows.append({"metric": metric, "value": round(value, 3), "unit": unit, "baseline": baseline,
                 "baseline_value": round(baseline_value, 3), "ratio": round(value / baseline_value, 3) if baseline_value else value,
                 "goal": goal, "ok": value <= limit})
    print(json.dumps(rows[-1]), flush=True)


def report_rate(metric, value, unit, baseline, baseline_value, least):
    """`value` has to be at least so much."""
    rows.append({"metric": metric, "value": round(value, 3), "unit": unit, "baseline": baseline,
                 "baseline_value": round(baseline_value, 3), "ratio": round(value / baseline_value, 3),
                 "goal": f">= {least:g} {unit}", "ok": value >= least})
    print(json.dumps(rows[-1]), flush=True)


def fresh_home():
    """An environment with a home of its own and no engine to find but the one that is told."""
    home = tempfile.mkdtemp(dir=SCRATCH.name)
    env = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "OLLAMA_"))}
    env.update(HOME=home, XDG_RUNTIME_DIR=home, OLLAMA_HOST=URL, LC_ALL="C.UTF-8", PATH="/usr/bin:/bin")
    return env


def run(*command, env=None):
    return subprocess.run([str(part) for part in command], env=env, check=True, stdout=subprocess.PIPE,
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


def percentile(values, percent):
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]


@measures("start_first_paint")
def start_first_paint():
    ours, bare = [], []
    env = fresh_home()
    for _ in range(9):
        ours.append(float(run(PROGRAMS / "first_paint", APP, env=env)))
        bare.append(float(run(PROGRAMS / "first_paint", PROGRAMS / "bare_window", env=env)))
    report("start_first_paint", statistics.median(ours), "ms", "bare QMainWindow with the same widgets",
           statistics.median(bare), times=2.5)


@measures("idle_memory")
def idle_memory():
    def measure(program):
        child = subprocess.Popen([str(program)], env=fresh_home(), stdout=subprocess.DEVNULL)
        time.sleep(5)  # the sheet's definition: 5 s after the start
        value = pss(child.pid)
        child.terminate()
        child.wait(10)
        return value

    # In turn: what is shared with other programs on the machine counts less for both.
    pairs = [(measure(APP), measure(PROGRAMS / "bare_window")) for _ in range(3)]
    ours, bare = (statistics.median(values) for values in zip(*pairs))
    report("idle_memory", ours, "MB PSS", "bare QMainWindow with the same widgets", bare, times=2)


def chat_body(model):
    return json.dumps({"model": model, "messages": []})


def letters(markdown):
    """What a reader of the text has to see, but for digits and punctuation, which markup is made of as well."""
    return [c for c in re.sub(r"\]\(.*?\)|```\w*", "", markdown) if c.isalpha()]


def measured(*command):
    """What one of our programs says it measured."""
    return json.loads(run(PROGRAMS / command[0], *command[1:]))


def checked(name, result, model):
    """An answer's measures. They count only where every word of it can be read at the end."""
    if letters(result["text"]) != letters("".join(answer(model))):
        raise RuntimeError(f"{name} does not show the text it was sent")
    return result


def stream(*command, model="mixed-2000-60"):
    return checked(command[0], measured(*command, model), model)


@measures("stream_cpu_vs_curl", "stream_cpu_vs_naive", "stream_cpu_vs_prototype", "stream_cpu_minimized",
          "update_cpu_p99", "update_cpu_max")
def stream_cpu():
    # In turn, and each alone: what else the machine does counts alike for all.
    rounds = [(cpu_of("curl", "-sN", f"{URL}/api/chat", "-d", chat_body("mixed-2000-60")),
               stream("window", URL, "stream"), stream("prototype_stream", URL)) for _ in range(3)]
    curls, windows, prototypes = zip(*rounds)
    curl = statistics.median(curls)
    ours, prototype = (sorted(results, key=lambda result: result["cpu"])[1] for results in (windows, prototypes))
    naive = stream("naive_stream", URL)
    report("stream_cpu_vs_curl", ours["cpu"], "s CPU", "curl reading the same stream", curl, times=14)
    report("stream_cpu_vs_naive", ours["cpu"], "s CPU", "QTextBrowser::setMarkdown per token", naive["cpu"],
           times=1 / 20)
    report("stream_cpu_vs_prototype", ours["cpu"], "s CPU", "md4c, QTextLayout, dirty rectangles, no more",
           prototype["cpu"], times=1.6)
    report("stream_cpu_minimized", stream("window", URL, "minimized")["cpu"], "s CPU", "the same, visible",
           ours["cpu"], times=1 / 3)
    report("update_cpu_p99", percentile(ours["updates"], 99), "ms CPU", "4 ms", 4, times=1)
    report("update_cpu_max", max(ours["updates"]), "ms CPU", "8.3 ms", 8.3, times=1)


def cpu_of_family(pid):
    """Seconds of CPU of a process and those it started, those that ended included."""
    processes = {}  # parent and ticks
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended
        processes[int(stat.parent.name)] = int(fields[1]), sum(int(ticks) for ticks in fields[11:15])
    family = {pid}
    while more := {child for child, (parent, _) in processes.items() if parent in family} - family:
        family |= more
    return sum(processes[member][1] for member in family) / os.sysconf("SC_CLK_TCK")


def meet():
    """Waits until the page has something to say, and lets it go on."""
    return json.loads(run("curl", "-sf", "--max-time", "120", f"{URL}/meet"))


def chromium_stream(model):
    """CPU of all processes of a browser while its page, the web client, shows an answer."""
    with tempfile.TemporaryDirectory(dir=SCRATCH.name) as profile:
        browser = subprocess.Popen(
            ["chromium", f"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check", "--disable-sync",
             "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-gpu",
             "--no-sandbox", "--window-size=1280,840", f"--app={URL}/page#{model}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            meet()
            time.sleep(5)  # what a browser does at its start is not counted
            before = cpu_of_family(browser.pid)
            meet()
            text = meet()
            return {"cpu": cpu_of_family(browser.pid) - before, "text": text}
        finally:
            browser.terminate()
            browser.wait()


@measures("stream_cpu_vs_chromium")
def stream_cpu_vs_chromium():
    if not shutil.which("chromium"):
        print("stream_cpu_vs_chromium is left out: there is no Chromium here.", flush=True)
        return
    model = "mixed-2000-60"
    rounds = [(stream("window", URL, "stream"), checked("Chromium", chromium_stream(model), model)) for _ in range(3)]
    ours, web = (statistics.median(result["cpu"] for result in results) for results in zip(*rounds))
    report("stream_cpu_vs_chromium", ours, "s CPU", "a web client in Chromium, all its processes", web, times=1 / 4)


@measures("token_cost_growth_prose", "token_cost_growth_fence")
def token_cost_growth():
    for kind in ("prose", "fence"):
        model = f"{kind}-10000-500"
        result = stream("window", URL, "stream", model=model)

        def cost(first, last):
            """Microseconds a token, of the updates between these two."""
            inside = [(update, place) for update, place in zip(result["updates"], result["places"])
                      if 4 * first <= place < 4 * last]
            return 4000 * sum(update for update, _ in inside) / (inside[-1][1] - inside[0][1])

        report(f"token_cost_growth_{kind}", cost(9000, 10000), "us CPU a token", "the same around token 500",
               cost(250, 1250), times=1.3)


@measures("burst")
def burst():
    model = "mixed-10000-1000"

    def curl():
        start = time.monotonic()
        run("curl", "-sN", "-o", "/dev/null", f"{URL}/api/chat", "-d", chat_body(model))
        return time.monotonic() - start

    report("burst", stream("window", URL, "burst", model=model)["seconds"], "s",
           "curl reading the same 10,000 tokens, 1,000 a second", curl(), times=1.05)


@measures("long_run_memory")
def long_run_memory():
    memory = measured("window", URL, "answers", "mixed-2000", 100)["memory"]
    report("long_run_memory", max(memory[90:]) - max(memory[10:20]), "MB PSS", "more than after answer 20, at most",
           5, times=1)


def key_latencies(*command):
    """Milliseconds from keys to pixels in a program that says where it shows what is written."""
    child = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        place = json.loads(child.stdout.readline())
        return [float(line) for line in run(PROGRAMS / "key_latency", place["x"], place["y"], place["width"],
                                            place["height"], 240).split()]
    finally:
        child.communicate()


@measures("key_latency_idle", "key_latency_10k", "key_latency_streaming")
def key_latency():
    bare = statistics.median(key_latencies(PROGRAMS / "bare_edit"))
    idle = key_latencies(PROGRAMS / "window", URL, "keys")
    long = key_latencies(PROGRAMS / "history", URL, filled_home(), "keys")
    streaming = key_latencies(PROGRAMS / "window", URL, "keys", "mixed-100000-60")
    report("key_latency_idle", statistics.median(idle), "ms", "bare QPlainTextEdit; p50 of both", bare, times=1.5)
    report("key_latency_10k", statistics.median(long), "ms", "bare QPlainTextEdit; p50 of both", bare, times=1.5)
    report("key_latency_streaming", percentile(streaming, 95), "ms", "bare QPlainTextEdit; its p50, our p95", bare,
           times=4)


@functools.cache
def filled_home():
    """Has a conversation of 10,000 messages."""
    home = tempfile.mkdtemp(dir=SCRATCH.name)
    run(PROGRAMS / "history", URL, home, "fill")
    return home


@measures("first_token_to_pixel")
def first_token_to_pixel():
    count = 40
    ours = measured("window", URL, "first", "first-50", count)["milliseconds"]
    curl = [1000 * float(run("curl", "-sN", "-o", "/dev/null", "-w", "%{time_starttransfer}",
                             f"{URL}/api/chat", "-d", chat_body("first-50"))) for _ in range(count)]
    report("first_token_to_pixel", percentile(ours, 95), "ms", "curl's first byte; p95 of both",
           percentile(curl, 95), plus=5)


@measures("open_10k_vs_textbrowser", "open_10k_vs_labels", "open_10k_memory", "scroll_p99", "jump", "resize_p99",
          "idle_cpu", "idle_repaints")
def history():
    home = filled_home()
    ours = measured("history", URL, home, 60)
    for baseline, words, times in (("browser", "one QTextBrowser", 1 / 6), ("labels", "a QLabel each", 1 / 150)):
        milliseconds = measured("naive_open", f"{home}/c.db", baseline)["milliseconds"]
        report(f"open_10k_vs_{'textbrowser' if baseline == 'browser' else 'labels'}", ours["open"], "ms", words,
               milliseconds, times=times)
    report("open_10k_memory", ours["memory"], "MB PSS", "more than before, at most", 25, times=1)
    report("scroll_p99", percentile(ours["wheels"], 99), "ms CPU", "4 ms", 4, times=1)
    report("jump", max(ours["jumps"]), "ms", "50 ms", 50, times=1)
    report("resize_p99", percentile(ours["resizes"], 99), "ms", "16 ms", 16, times=1)
    report("idle_cpu", ours["idleCpu"], "% of a core", "0.1 %", 0.1, times=1)
    report("idle_repaints", ours["idlePaints"], "paints", "none in 60 s", 0, plus=0)


@measures("models_open_1000", "models_filter_1000")
def models():
    ours = measured("models")
    report("models_open_1000", ours["open"], "ms", "100 ms", 100, times=1)
    report("models_filter_1000", max(ours["filter"]), "ms", "16 ms, the slowest letter", 16, times=1)


@measures("pull_cpu", "pull_repaints", "pull_rows_built", "pull_memory")
def pulls():
    ours = measured("pulls")
    report("pull_cpu", ours["cpu"], "% of a core", "5 %, five pulls with 1,000 frames/s each", 5, times=1)
    report("pull_repaints", ours["paints"], "paints/s", "15 a second", 15, times=1)
    report("pull_rows_built", ours["built"], "rows", "none", 0, plus=0)
    report("pull_memory", ours["memory"], "MB of heap", "more after 50,000 frames, at most", 1, times=1)


@measures("plan_error")
def plan_error():
    """Against the real parts that tests/bench starts for it."""
    ours = measured("plan", *(os.environ[f"INKSTONE_TEST_{part}"] for part in ("ENGINE_PROGRAM", "REGISTRY")),
                    "library/smollm2:135m")
    report("plan_error", ours["percent"], "%", "1 % of the bytes that came for a pull", 1, times=1)


@measures("resume_bytes", "resume_left")
def resume():
    """As plan_error. A hundred pauses are as many moments in which bytes are on their way."""
    cycles = 100
    ours = measured("resume", *(os.environ[f"INKSTONE_TEST_{part}"] for part in ("ENGINE_PROGRAM", "REGISTRY")),
                    "library/smollm2:135m", cycles)
    assert ours["cycles"] == cycles, f"it was done after {ours['cycles']} pauses"
    report("resume_bytes", ours["twice"], "% came twice", "1 % over 100 pauses", 1, times=1)
    report("resume_left", ours["left"], "files and rows", "none", 0, plus=0)


@measures("hostile_turn_max")
def hostile():
    longest = measured("hostile")["longest"]
    report("hostile_turn_max", longest, "ms CPU", "100 ms, the longest turn of the event loop", 100, times=1)


def server_log(path, size):
    """A log as the engine writes it: mostly access lines, now and then a model is loaded or cannot be."""
    chat = "".join(f'[GIN] 2026/01/21 - 01:{i // 60 % 60:02}:{i % 60:02} | 200 | {i % 97 + 1}.{i}ms |       127.0.0.1 | '
                   'POST     "/api/chat"\n' for i in range(400))
    load = ('time=2026-01-21T01:46:34.420Z level=INFO source=server.go:431 msg="starting runner" '
            'cmd="/usr/bin/ollama runner --model /m/blobs/sha256-b179c9523d0e6a0f98a330c7562b6827 --port 36199"\n'
            + "".join(f"llama_model_loader: - kv  {i}:               tokenizer.ggml.bos_token_id u32   = 1\n" for i in range(33))
            + "".join(f"load_tensors: layer  {i} assigned to device CPU, is_swa = 0\n" for i in range(33)))
    wrong = ('time=2026-01-21T01:46:35.097Z level=WARN source=server.go:540 msg="model request too large for system" '
             'requested="5.5 GiB" available="3.4 GiB" total="6.0 GiB" free="3.4 GiB" swap="0 B"\n'
             "ggml_backend_cuda_buffer_type_alloc_buffer: allocating 4096.00 MiB on device 0: cudaMalloc failed: out of memory\n")
    part = (chat + load + wrong).encode()
    with open(path, "wb") as file:
        for _ in range(size // len(part)):
            file.write(part)
    return 2 * (size // len(part))


@measures("log_memory", "log_rate")
def read_log():
    path = pathlib.Path(SCRATCH.name) / "server.log"
    problems = server_log(path, 10**9)
    megabytes = path.stat().st_size / 1e6
    source = (HERE.parent.parent / "app/logs/LogPatterns.cpp").read_text()
    words = [word for word in re.findall(r'\{"([^"]+)", bit\(Kind::Memory\)', source)]
    everything = re.findall(r'\{"([^"]+)", bit', source)

    def grep(patterns):
        start = time.monotonic()
        found = subprocess.run(["grep", "-ciF", *(f"-e{word}" for word in patterns), path], check=True, text=True,
                               stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"}).stdout
        return int(found), time.monotonic() - start

    results = [(measured("read_log", path), grep(everything)) for _ in range(3)]
    for ours, _ in results:
        if ours["memory_lines"] != problems or grep(words)[0] != problems:
            raise RuntimeError("a line was missed")
    seconds = statistics.median(ours["seconds"] for ours, _ in results)
    report("log_memory", max(ours["peak"] for ours, _ in results), "MB", "64 MB, reading a log of 1 GB", 64, times=1)
    report_rate("log_rate", megabytes / seconds, "MB/s", "grep -c of the same words",
                megabytes / statistics.median(taken for _, (_, taken) in results), least=200)
    path.unlink()


@measures("search_1m_vs_like", "search_chinese_recall", "delete_for_good_1m")
def search():
    path = pathlib.Path(SCRATCH.name) / "search.db"
    ours = measured("search", path, os.environ.get("INKSTONE_BENCH_MESSAGES", 1_000_000))
    print(json.dumps({key: ours[key] for key in ("slowest", "indexSeconds", "megabytes")}, ensure_ascii=False), flush=True)
    report("search_1m_vs_like", percentile(ours["ours"], 95), "ms", "LIKE, the newest 50 as well; p95 of both",
           percentile(ours["like"], 95), times=1 / 80)
    if not ours["wanted"]:
        raise RuntimeError("nothing was to be found")
    report("search_chinese_recall", ours["wrong"], "hits", f"other than LIKE's {ours['wanted']}", 0, plus=0)
    report("delete_for_good_1m", ours["eraseSeconds"], "s", "5 s until the text is in no file", 5, times=1)
    path.unlink()


def chatgpt_export(path, conversations, turns):
    """A data export in ChatGPT's shape, with as many messages as an eager person has; how many."""
    question = "How is ink made, and what is the stone for? "
    reply = "".join(answer("mixed-10000-60"))[:900]
    everything = []
    for number in range(conversations):
        mapping = {}
        for at in range(2 * turns):
            mapping[f"n{at:03}"] = {
                "parent": f"n{at - 1:03}" if at else None, "children": [f"n{at + 1:03}"],
                "message": {"author": {"role": "assistant" if at % 2 else "user"}, "create_time": 1.7e9 + number * 100 + at,
                            "content": {"content_type": "text", "parts": [f"{reply if at % 2 else question} {number}.{at}"]}}}
        everything.append({"id": f"c{number}", "title": f"Ink {number}", "create_time": 1.7e9, "mapping": mapping,
                           "current_node": f"n{2 * turns - 1:03}"})
    path.write_text(json.dumps(everything))
    return conversations * 2 * turns


@measures("import_rate", "import_pause")
def imports():
    path = pathlib.Path(SCRATCH.name) / "conversations.json"
    messages = chatgpt_export(path, 2500, 20)

    def plain():
        """Only the texts, into one table, in one transaction."""
        start = time.monotonic()
        with contextlib.closing(sqlite3.connect(path.with_suffix(".plain"))) as database:
            database.execute("CREATE TABLE message (id TEXT, parent TEXT, role TEXT, text TEXT)")
            database.executemany("INSERT INTO message VALUES (?, ?, ?, ?)", (
                (key, node["parent"], node["message"]["author"]["role"], node["message"]["content"]["parts"][0])
                for entry in json.loads(path.read_text()) for key, node in entry["mapping"].items()))
            database.commit()
        path.with_suffix(".plain").unlink()
        return time.monotonic() - start

    results = [(measured("imports", path, path.with_name(f"import{number}.db")), plain()) for number in range(3)]
    if any(ours["messages"] != messages for ours, _ in results):
        raise RuntimeError("a message was lost")
    print(json.dumps([ours for ours, _ in results]), flush=True)
    report_rate("import_rate", messages / statistics.median(ours["seconds"] for ours, _ in results), "messages/s",
                "Python: json.loads, one table, one transaction",
                messages / statistics.median(taken for _, taken in results), least=15000)
    report("import_pause", max(ours["pause"] for ours, _ in results), "ms", "100 ms of the thread that has the window", 100,
           times=1)
    path.unlink()
def stored_home(count):
    """An environment with so many conversations in its home."""
    env = fresh_home()
    data = pathlib.Path(env["HOME"]) / ".local/share/inkstone"
    data.mkdir(parents=True)
    run(PROGRAMS / "conversations", "fill", data / "conversations.db", count)
    return env


@measures("start_100k_vs_1k")
def start_100k():
    few, many = stored_home(1000), stored_home(100_000)
    times = [[float(run(PROGRAMS / "first_paint", APP, env=env)) for env in (few, many)] for _ in range(15)]
    with_few, with_many = (statistics.median(column) for column in zip(*times))
    report("start_100k_vs_1k", with_many, "ms", "with 1,000 conversations", with_few, times=1.1)


@measures("list_scroll_p99", "gui_thread_db_time")
def conversations():
    home = tempfile.mkdtemp(dir=SCRATCH.name)
    run(PROGRAMS / "conversations", "fill", f"{home}/c.db", 100_000)
    ours = measured("conversations", URL, home)
    if ours["others"] < 1:
        raise RuntimeError("nobody used the database")
    report("list_scroll_p99", percentile(ours["wheels"], 99), "ms CPU", "4 ms, 100,000 conversations", 4, times=1)
    report("gui_thread_db_time", ours["window"], "ms", f"none, while other threads took {ours['others']:.0f} ms", 0,
           plus=0)


@measures("stop_latency")
def stop_latency():
    times = measured("window", URL, "stop", "mixed-10000-60", 20)["milliseconds"]
    report("stop_latency", max(times), "ms", "200 ms from Stop to the closed connection, of 20 the longest", 200, times=1)


@measures("keyring_gui_time")
def keyring_gui_time():
    longest = max(measured("keyring", state)["longest"] for state in ("absent", "hung", "locked"))
    report("keyring_gui_time", round(longest), "ms", "0 ms; keyring absent, hung, locked; the longest of 27", 0, plus=0)


def table():
    print()
    print(f"{'metric':24} {'value':>10} {'baseline':>10} {'ratio':>8}  {'goal':12} ok")
    for row in rows:
        print(f"{row['metric']:24} {row['value']:>10} {row['baseline_value']:>10} {row['ratio']:>8}  "
              f"{row['goal']:12} {'yes' if row['ok'] else 'NO '}  ({row['unit']}; {row['baseline']})")


known = [name for names in METRICS.values() for name in names]
if unknown := [name for name in WANTED if name not in known]:
    sys.exit(f"No such metric: {' '.join(unknown)}. There are: {' '.join(known)}")
server = subprocess.Popen([sys.executable, str(HERE / "stream_server.py")], stdout=subprocess.PIPE, text=True)
try:
    URL = f"http://127.0.0.1:{server.stdout.readline().strip()}"
    for function, names in METRICS.items():
        if not WANTED or any(name in WANTED for name in names):
            function()
finally:
    server.terminate()
    server.wait()
table()
sys.exit(0 if all(row["ok"] for row in rows) else 1)
