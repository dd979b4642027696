#!/usr/bin/env python3
"""A server that looks like the engine and writes a fixed answer at a fixed pace: the same bytes for everyone
who is measured. Usage: stream_server.py; prints its port. The model's name says what it answers:
"mixed-2000-60" is 2,000 tokens of all kinds of Markdown at 60 a second, "prose-…" paragraphs only, "fence-…" one
block of code, "first-50" one token after 50 ms. /page is a web client of it; it and whoever measures it wait for
each other at /meet."""
import itertools
import json
import pathlib
import queue
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PARTS = [
    "## A heading for this part\n\n",
    "Plain prose with **bold words**, `inline code` and a [link](https://example.org), long enough to wrap "
    "over two lines of the column, as answers do. 还有一些中文，夹在英文之间，长度也够换行。\n\n",
    "- a first point\n- a second point with `code`\n  - a nested one\n- a third\n\n",
    "```python\ndef area(width, height):\n    # of a rectangle\n    return width * height\n\nprint(area(3, 4))\n```\n\n",
    "| name | size | note |\n|---|--:|---|\n| one | 1.9 GB | small |\n| two | 4.7 GB | larger |\n\n",
    "1. first do this\n2. then do that\n3. and look at it\n\n> A quoted remark, short.\n\n",
]
TEXTS = {
    "mixed": ["".join(PARTS)],
    "prose": [PARTS[1]],
    "fence": ["```python\n", "    total = total + measure(one, two)  # and on\n"],
    "first": ["Here it is. "],
}
MODELS = ["mixed-2000-60", "mixed-2000", "mixed-10000-1000", "mixed-100000-60", "prose-10000-500", "fence-10000-500",
          "first-50"]


def answer(model):
    """The tokens, of four characters each."""
    kind, count, *_ = model.split("-")
    *once, again = TEXTS[kind]
    text = itertools.chain("".join(once), itertools.cycle(again))
    for _ in range(1 if kind == "first" else int(count)):
        yield "".join(itertools.islice(text, 4))


PAGE = pathlib.Path(__file__).with_name("web_client.html")
said = queue.Queue()  # by the page
meeting = threading.Barrier(2)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def answer(self, value):
        self.send(json.dumps(value).encode(), "application/json")

    def send(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/api/version":
            self.answer({"version": "0.17.4"})
        elif self.path == "/api/tags":
            self.answer({"models": [{"name": name, "size": 1, "digest": name, "details": {}} for name in MODELS]})
        elif self.path == "/page":
            self.send(PAGE.read_bytes(), "text/html; charset=utf-8")
        elif self.path == "/meet":
            meeting.wait()
            self.answer(said.get())
        else:
            self.answer({"models": []})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/meet":
            said.put(body.decode())
            meeting.wait()
            self.answer({})
            return
        request = json.loads(body)
        if self.path != "/api/chat":
            self.answer({"capabilities": ["completion"]})
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        kind, number, *rate = request["model"].split("-")
        if kind == "first":
            time.sleep(int(number) / 1000)
        self.end_headers()
        start = time.monotonic()
        count = 0
        for count, text in enumerate(answer(request["model"]), 1):
            self.line({"message": {"role": "assistant", "content": text}, "done": False})
            if rate:
                time.sleep(max(0, start + count / int(rate[0]) - time.monotonic()))
        if kind == "first":
            time.sleep(0.1)  # so that the token is seen before the end
        self.line({"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop",
                   "eval_count": count, "eval_duration": int((time.monotonic() - start) * 1e9) or 1})
        self.wfile.write(b"0\r\n\r\n")

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            pass  # whoever asked has seen enough

    def line(self, value):
        body = json.dumps({"model": "m", "created_at": "2026-01-01T00:00:00Z", **value}).encode() + b"\n"
        self.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.exit(0)
