"""A person at the desk who sees only what assistive technology sees: finds things by role and accessible name,
presses, types, reads. Used by tests/real/*.py, which ./tests/run starts with the real parts in the environment.
"""
import http.client
import http.server
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import urllib.parse

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def part(name):
    """An address or a path that ./tests/run put in the environment."""
    value = os.environ.get("INKSTONE_TEST_" + name)
    if not value:
        raise AssertionError("run through ./tests/run")
    return value


def wait(what, look, seconds=60):
    """Looks again and again until look() is true and returns that; fails when the time is over. `what` may be a
    function, for what is known only then."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            seen = look()
        except GLib.Error:  # an object that went away between two looks
            seen = None
        if seen:
            return seen
        if time.monotonic() > deadline:
            raise AssertionError("%s: not within %d s" % (what() if callable(what) else what, seconds))
        time.sleep(0.05)


class Engine:
    """A real engine of the test's own, on a free port and with no model."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="inkstone-engine.")
        log = os.path.join(self.folder, "log")
        environment = dict(os.environ, OLLAMA_HOST="127.0.0.1:0", OLLAMA_MODELS=self.folder, OLLAMA_NOPRUNE="1")
        with open(log, "wb") as output:
            self.process = subprocess.Popen([part("ENGINE_PROGRAM"), "serve"], env=environment,
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=output)

        def listening():
            with open(log, encoding="utf-8") as text:
                return re.search(r'msg="Listening on ([0-9.:]+) ', text.read())

        self.address = "http://" + wait("the engine listens", listening)[1]

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder)


class Relay(http.server.ThreadingHTTPServer):
    """Stands between the window and an engine, passes everything on as it comes, and keeps what was asked.

    What begins with one of `hidden` is not there, as at a server that speaks another API. `pause` seconds lie
    before each piece of an answer: a model that takes its time."""

    daemon_threads = True

    def __init__(self, address, hidden=()):
        super().__init__(("127.0.0.1", 0), RelayHandler)
        self.hidden = tuple(hidden)
        self.pause = 0
        self.target = urllib.parse.urlsplit(address).netloc
        self.asked = []  # (path, body as JSON or None)
        self.answered = {}  # path: all bytes of the last answer
        self.address = "http://127.0.0.1:%d" % self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self):
        self.shutdown()
        self.server_close()

    def bodies(self, path):
        return [body for asked, body in self.asked if asked == path]


class RelayHandler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def relay(self):
        body = self.request_body()
        self.server.asked.append((self.path, json.loads(body) if body else None))
        if self.path.startswith(self.server.hidden):
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        upstream = http.client.HTTPConnection(self.server.target)
        headers = {name: value for name, value in self.headers.items()
                   if name.lower() not in ("host", "connection", "content-length", "transfer-encoding")}
        upstream.request(self.command, self.path, body=body or None, headers=headers)
        reply = upstream.getresponse()
        self.send_response(reply.status)
        for name, value in reply.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length", "date", "server"):
                self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self.server.answered[self.path] = b""
            while piece := reply.read1(65536):
                time.sleep(self.server.pause)
                self.server.answered[self.path] += piece
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the window stopped the answer: so does the engine
        finally:
            upstream.close()

    do_GET = do_HEAD = do_POST = do_DELETE = relay

    def request_body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, *_):
        pass


class Thing:
    """An accessible object: what it is called, what it says, what can be done with it."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def text(self):
        interface = self.accessible.get_text_iface()
        return Atspi.Text.get_text(interface, 0, -1) if interface else ""

    @property
    def value(self):
        return Atspi.Value.get_current_value(self.accessible.get_value_iface())

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    def children(self):
        count = self.accessible.get_child_count()
        for index in range(min(count, 500)):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Thing(child)

    def tree(self):
        """This and everything under it that shows."""
        yield self
        for child in self.children():
            if child.has(Atspi.StateType.SHOWING) or child.has(Atspi.StateType.VISIBLE):
                yield from child.tree()

    def find(self, name=None, role=None):
        """The first that shows with that name (text, or compiled expression) and role; None where none does."""
        for thing in self.tree():
            if role and thing.role not in (role if isinstance(role, tuple) else (role,)):
                continue
            if name is None or (name.search(thing.name) if hasattr(name, "search") else name == thing.name):
                return thing
        return None

    def words(self):
        """Every name, description and text under this, with where it was found."""
        for thing in self.tree():
            for said in (thing.name, thing.accessible.get_description() or "", thing.text):
                if said.strip():
                    yield "%s %r" % (thing.role, thing.name), said

    def press(self):
        interface = self.accessible.get_action_iface()
        names = [Atspi.Action.get_action_name(interface, index)
                 for index in range(Atspi.Action.get_n_actions(interface))]
        wanted = next(action for action in ("Press", "Toggle", "ShowMenu") if action in names)
        assert Atspi.Action.do_action(interface, names.index(wanted)), "%s cannot be pressed" % self.name

    def write(self, text):
        assert Atspi.EditableText.set_text_contents(self.accessible.get_editable_text_iface(), text)

    def set_value(self, value):
        assert Atspi.Value.set_current_value(self.accessible.get_value_iface(), value)

    def focus(self):
        Atspi.Component.grab_focus(self.accessible.get_component_iface())


class Window(Thing):
    """The program, started with a home of its own, and its tree of accessible objects."""

    def __init__(self, home, engine_address):
        self.home = home
        environment = dict(
            os.environ, HOME=home, XDG_CONFIG_HOME=home + "/config", XDG_DATA_HOME=home + "/data",
            XDG_CACHE_HOME=home + "/cache", XDG_STATE_HOME=home + "/state", OLLAMA_HOST=engine_address,
            QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8")
        self.log = open(os.path.join(home, "app.log"), "ab")
        self.process = subprocess.Popen([part("APP")], env=environment, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=self.log)
        try:
            super().__init__(wait("the window opens", self.application))
        except BaseException:
            self.kill()
            raise

    def application(self):
        assert self.process.poll() is None, "the program ended with %s" % self.process.returncode
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count():
                # What is asked is asked of the program, not of a copy that may be old.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def await_thing(self, name=None, role=None, seconds=60):
        return wait("%s %s shows" % (role or "something", getattr(name, "pattern", name)),
                    lambda: self.find(name, role), seconds)

    def press_button(self, name):
        button = wait("the button %s can be pressed" % name, lambda: next(
            (thing for thing in self.tree() if thing.name == name and "button" in thing.role
             and thing.has(Atspi.StateType.ENABLED)), None))
        button.press()

    def activate(self):
        """There is no window manager to give the window the keyboard."""
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--all", "--pid", str(self.process.pid),
                        "--name", "^(Inkstone|砚)$", "windowfocus", "--sync", "%1"], check=True, timeout=30)

    def resize(self, width, height):
        subprocess.run(["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self.process.pid),
                        "--name", "^(Inkstone|砚)$", "windowsize", "%1", str(width), str(height)], check=True, timeout=30)

    def key(self, *keys):
        """Raw keys, for what only keys do."""
        self.activate()
        self.xdotool("key", *keys)

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *arguments], check=True, timeout=30)

    def picture(self, name):
        """For the person who looks into a failure."""
        subprocess.run(["import", "-window", "root", name], check=False, timeout=30)

    def close(self):
        """Ends it as a closing session would."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        self.log.close()

    def kill(self):
        self.process.kill()
        self.process.wait()
