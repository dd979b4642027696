#!/usr/bin/env python3
"""The real window against the real engine and registry, driven by accessible names alone."""
import json
import os
import re
import shutil
import sys
import tempfile
import time
import unittest

for folder in ("support", "guards"):
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", folder))
from chinese import LATIN  # noqa: E402
from desk import Atspi, Engine, GLib, Relay, Thing, Window, part, wait  # noqa: E402

SMALL_MODEL = "smollm2:135m"
QUESTION = "What is the capital of France?"
TEXT = ("text", "entry")


class WindowTest(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="inkstone-window.")
        self.addCleanup(shutil.rmtree, self.home)

    def open(self, address):
        window = Window(self.home, address)
        self.addCleanup(window.close)
        self.addCleanup(self.keep_picture, window)
        return window

    def relay(self, address, hidden=()):
        relay = Relay(address, hidden)
        self.addCleanup(relay.close)
        return relay

    def keep_picture(self, window):
        outcome = self._outcome.result
        if any(test is self for test, _ in outcome.errors + outcome.failures):
            window.picture(os.path.join(os.path.dirname(part("APP")), "..", "parts", self._testMethodName + ".png"))

    def ask(self, window, question):
        window.await_thing("Message", TEXT).write(question)
        window.press_button("Send")

    def transcript(self, window):
        return window.await_thing("Conversation", "list")

    def messages(self, window):
        """(who, text) of each message, oldest first."""
        return [(thing.name, thing.text) for thing in self.transcript(window).children() if thing.role == "list item"]

    def await_answer(self, window, count):
        def answered():
            # Stop turns back into Send when the answer is complete: only what is read after that is all of it.
            messages = self.messages(window)
            if len(messages) == count and messages[-1][1] and window.find("Send"):
                return self.messages(window)
            return None

        return wait("answer %d" % (count // 2), answered, 120)

    def set_temperature(self, window, value):
        window.press_button("Settings")
        generation = wait("the settings of generation", lambda: window.find("Temperature", "spin button")
                          or self.choose(window, "Generation"))
        generation.set_value(value)
        wait("the temperature", lambda: window.find("Temperature", "spin button").value == value)
        window.press_button("Chats")

    def choose(self, window, name):
        """Selects an entry of the list of settings pages; the caller looks again."""
        entry = window.find(name)
        if entry:
            entry.press()

    def test_asks_for_the_capital_of_France(self):
        relay = self.relay(part("ENGINE"))
        window = self.open(relay.address)
        self.set_temperature(window, 0)
        self.choose_model(window, SMALL_MODEL)
        self.ask(window, QUESTION)
        messages = self.await_answer(window, 2)
        self.assertEqual(messages[0], ("You", QUESTION))
        self.assertIn(SMALL_MODEL, messages[1][0])
        self.assertIn("Paris", messages[1][1])
        self.assertEqual(relay.bodies("/api/chat")[-1]["options"]["temperature"], 0)

        self.set_temperature(window, 1.25)
        self.ask(window, "And of Italy?")
        self.await_answer(window, 4)
        asked = relay.bodies("/api/chat")[-1]
        self.assertEqual(asked["options"]["temperature"], 1.25)
        # The whole conversation goes along.
        self.assertEqual([message["content"] for message in asked["messages"] if message["role"] == "user"],
                         [QUESTION, "And of Italy?"])

    def choose_model(self, window, name):
        window.await_thing("Model", "combo box").press()
        window.await_thing("Filter models", TEXT).write(name)
        wait("only %s is offered" % name, lambda: [thing.name.split(",")[0] for thing in window.tree()
             if thing.role == "list item" and "MB" in thing.name] == [name])
        window.key("Return")
        wait("%s is chosen" % name,
             lambda: window.find("Model", "combo box").accessible.get_description() == name)

    def test_pulls_loads_and_removes_a_model(self):
        engine = Engine()
        self.addCleanup(engine.close)
        name = part("SLOW_REGISTRY") + "/library/" + SMALL_MODEL
        window = self.open(engine.address)
        window.press_button("Models")
        window.await_thing("Model name", TEXT).write(name)
        window.press_button("Pull from " + part("SLOW_REGISTRY"))  # not the usual one: it is named

        # What is there is said in percent, grows, and never runs back.
        seen = []

        def done():
            said = " ".join(words for _, words in window.words())
            share = re.search(re.escape(name) + r".*?(\d+)\s?%", said)
            if share:
                seen.append(int(share[1]))
            return window.find("Model", "combo box")

        wait("the first model is ready, and the chat with it", done, 120)
        self.assertEqual(seen, sorted(seen))
        self.assertGreater(len(set(seen)), 2)

        window.press_button("Models")
        row = wait("the installed model shows", lambda: self.row(window, name), 120)
        self.assertIn("98 MB", " ".join(row))

        self.select(window, name)
        self.loads_and_unloads(window)
        window.press_button("Remove")
        question = window.await_thing(role=("dialog", "alert"))
        self.assertIn("98 MB", " ".join(said for _, said in question.words()))
        next(thing for thing in question.tree() if thing.name == "Remove" and "button" in thing.role).press()
        wait("the model is gone", lambda: self.row(window, name) is None)

    def loads_and_unloads(self, window):
        window.press_button("Load now")
        window.await_thing("Takes", seconds=120)
        window.press_button("Unload")
        wait(lambda: "Load now shows (there is: %s)" % [said for _, said in window.words()],
             lambda: window.find("Load now"))
        self.assertIsNone(window.find("Takes"))

    def test_keeps_a_model_for_ever_by_keyboard(self):
        window = self.open(part("ENGINE"))
        window.press_button("Models")
        wait("the small model shows", lambda: self.row(window, SMALL_MODEL))
        self.select(window, SMALL_MODEL)
        wait("whether it is loaded", lambda: window.find("Load now") or window.find("Unload"))
        if window.find("Unload"):  # by an answer before
            window.press_button("Unload")
        window.press_button("Load now")
        window.await_thing("Takes", seconds=120)
        self.assertIsNone(window.find("Keep for…", "popup menu"))
        window.find("Keep for…").focus()
        window.key("space")
        menu = window.await_thing("Keep for…", "popup menu")
        self.assertEqual([entry.name for entry in menu.children()][-1], "Until the server ends")
        window.key("Up", "Return")  # the last one
        wait("it stays for ever", lambda: ("never" in [said for _, said in window.words()]))

    def row(self, window, name):
        """The words of the model's row, None where it is not installed."""
        table = window.find("Installed models", ("table", "tree table", "list"))
        if table is None:
            return None
        cells = [thing.name for thing in table.tree()]
        at = next((index for index, cell in enumerate(cells) if name in cell), None)
        return None if at is None else cells[at:at + 12]

    def select(self, window, name):
        table = window.find("Installed models", ("table", "tree table", "list"))
        cell = next(thing for thing in table.tree() if name in thing.name)
        cell.press()

    # The same in Chinese: names of programs and models, units, keys, and a language's own name.
    SAME = set(re.findall(r"[A-Za-z_]{2,}", " ".join(LATIN))) | {"English", "nlohmann", "md"}
    NAMES = re.compile(r"命令：.*|[A-Z]+(?:_[A-Z]+)+|smollm2[\w:.-]*|[\w.-]+:\d+[\w/:.-]*|[\w-]+(?:\.[a-z]+)+|https?://\S+|\b[0-9a-f]{12}\b|Apache-2.0|llama|/\S+|Hugging Face|[A-Za-z]+\d[\w.]*")

    def test_leaves_no_English_word(self):
        window = self.open(part("ENGINE"))
        self.choose_model(window, SMALL_MODEL)
        self.ask(window, QUESTION)
        self.await_answer(window, 2)
        self.switch_to_chinese(window)
        left = []
        seen = 0
        for place in self.places(window):
            words = self.words_of_the_program(window)
            seen += len(words)
            for where, said in words:
                english = set(re.findall(r"[A-Za-z_]{2,}", self.NAMES.sub("", said))) - self.SAME
                if english:
                    left.append("%s: %s: %s" % (place, where, sorted(english)))
        self.assertEqual(left, [])
        self.assertGreater(seen, 200)

    def places(self, window):
        """Goes to every page, and every part of one, and yields where it is."""
        window.press_button("对话")
        window.await_thing("对话内容", "list")
        yield "对话"
        window.find("模型", "combo box").press()
        window.await_thing(re.compile("筛选"), TEXT)
        yield "选择模型"
        window.key("Escape")
        window.press_button("模型")
        shows = ["已安装的模型", "模型目录", "还没有下载", "各模型占用的磁盘空间",
                 re.compile("测得的速度|还没有.*速度")]  # a short answer measures nothing
        tabs = [thing.name for thing in window.tree() if thing.role == "radio button"]
        for tab, name in zip(tabs, shows, strict=True):
            window.find(tab, "radio button").press()
            window.await_thing(name, ("table", "tree", "list", "label"))
            yield "模型, " + tab
        window.press_button("设置")
        pages = window.await_thing("设置", "list")
        for page in [thing.name for thing in pages.children()]:
            window.find(page, "list item").press()
            yield "设置, " + page

    def words_of_the_program(self, window):
        """All words but those of the conversation, which are the person's and the model's, and those of the
        catalogue's names, which are the models'."""
        transcript = window.find("对话内容", "list")
        messages = {thing.text for thing in transcript.children()} if transcript else set()
        parts = ("link ", "table cell ", "column header ", "section ")  # of a message
        return [(place, said) for place, said in window.find(role="frame").words()
                if said not in messages and not place.startswith(parts)]

    def switch_to_chinese(self, window):
        window.press_button("Settings")
        wait("the choice of languages", lambda: window.find("Language", "combo box")
             or self.choose(window, "Appearance & language"))
        window.find("Language", "combo box").focus()
        window.key("End")
        window.await_thing("语言", "combo box")

    # A question is read as Markdown too: no model has to be lucky.
    DOCUMENT = ("# Title\n\nText with [a link](https://example.org/x).\n\n```py\nx = 1\n```\n\n"
                "| Name | Size |\n|---|---|\n| one | 1 |\n")
    READ = "Title\nText with a link.\nx = 1\nName\tSize\none\t1"

    def test_reads_a_message_with_its_links_code_and_tables(self):
        window = self.open(part("ENGINE"))
        self.choose_model(window, SMALL_MODEL)
        self.ask(window, self.DOCUMENT)
        message = wait("the question", lambda: next(iter(self.transcript(window).children()), None)).accessible
        text = message.get_text_iface()
        self.assertEqual(Atspi.Text.get_text(text, 0, -1), self.READ)
        # Every character is where the pointer finds it.
        at = self.READ.index("link")
        place = Atspi.Text.get_character_extents(text, at, Atspi.CoordType.SCREEN)
        self.assertGreater(place.width, 1)
        self.assertEqual(Atspi.Text.get_offset_at_point(text, place.x + 1, place.y + place.height // 2,
                                                        Atspi.CoordType.SCREEN), at)
        self.assertTrue(Atspi.Text.add_selection(text, at, at + 4))
        self.assertEqual(Atspi.Text.get_n_selections(text), 1)
        chosen = Atspi.Text.get_selection(text, 0)
        self.assertEqual((chosen.start_offset, chosen.end_offset), (at, at + 4))
        self.assertEqual(Atspi.Text.get_caret_offset(text), at + 4)

        children = list(Thing(message).children())
        self.assertEqual([thing.name for thing in children if thing.role == "link"], ["a link"])
        self.assertEqual([thing.text for thing in children if thing.name == "Code, Python"], ["x = 1"])
        table = next(thing for thing in children if thing.role == "table").accessible.get_table_iface()
        self.assertEqual((Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)), (2, 2))
        self.assertEqual(Atspi.Table.get_accessible_at(table, 1, 0).get_name(), "one")
        self.assertEqual(Atspi.Table.get_column_description(table, 1), "Size")

        # The link asks where it leads before anything opens.
        next(thing for thing in children if thing.role == "link").press()
        question = window.await_thing(role=("dialog", "alert"))
        self.assertIn("https://example.org/x", " ".join(said for _, said in question.words()))
        next(thing for thing in question.tree() if thing.name == "Do not open").press()

    def test_announces_an_answer_by_finished_blocks(self):
        inserted = []
        listener = Atspi.EventListener.new(
            lambda event: inserted.append(event.any_data) if event.source.get_role_name() == "list item" else None)
        listener.register("object:text-changed:insert")
        self.addCleanup(listener.deregister, "object:text-changed:insert")
        window = self.open(part("ENGINE"))
        self.set_temperature(window, 0)
        self.choose_model(window, SMALL_MODEL)
        self.ask(window, "Name the four seasons as a list.")
        text = self.await_answer(window, 2)[-1][1]

        def heard():
            while GLib.MainContext.default().iteration(False):
                pass
            return "".join(inserted) == text

        wait(lambda: "%r is announced (heard: %r)" % (text, inserted), heard)
        self.assertLessEqual(len(inserted), text.count("\n") + 1)

    def test_pastes_what_is_selected_with_the_middle_button(self):
        window = self.open(part("ENGINE"))
        self.choose_model(window, SMALL_MODEL)
        self.ask(window, "Name *one* colour.")
        self.await_answer(window, 2)
        message = next(iter(self.transcript(window).children())).accessible
        place = Atspi.Text.get_character_extents(message.get_text_iface(), 1, Atspi.CoordType.SCREEN)
        window.activate()
        point = [str(place.x + 1), str(place.y + place.height // 2)]
        window.xdotool("mousemove", *point, "click", "--repeat", "3", "--delay", "60", "1")
        composer = window.find("Message", TEXT)
        place = Atspi.Component.get_extents(composer.accessible.get_component_iface(), Atspi.CoordType.SCREEN)
        window.xdotool("mousemove", str(place.x + 20), str(place.y + place.height // 2), "click", "2")
        wait("it is pasted", lambda: window.find("Message", TEXT).text == "Name *one* colour.")

    def test_chats_with_an_OpenAI_compatible_server(self):
        relay = self.relay(part("ENGINE"), hidden=["/api/"])
        window = self.open(relay.address)
        self.set_temperature(window, 0)
        window.await_thing("Model", "combo box").press()
        window.await_thing("Filter models", TEXT).write(SMALL_MODEL)
        window.key("Return")
        wait("the model is chosen",
             lambda: window.find("Model", "combo box").accessible.get_description() == SMALL_MODEL)
        self.ask(window, QUESTION)
        messages = self.await_answer(window, 2)
        self.assertIn("Paris", messages[1][1])
        self.ask(window, "And of Italy?")
        self.await_answer(window, 4)
        asked = relay.bodies("/v1/chat/completions")[-1]
        self.assertEqual([message["content"] for message in asked["messages"] if message["role"] == "user"],
                         [QUESTION, "And of Italy?"])
        self.assertEqual(asked["temperature"], 0)

        # What such a server cannot do is not offered.
        window.press_button("Models")
        window.await_thing("Installed models", ("table", "tree table", "tree"))
        names = [thing.name for thing in window.tree()]
        self.assertFalse([name for name in names if name.startswith(("Pull", "Get models", "Remove"))])

    STORY = "Write a very long story about a river and a mountain."

    def test_streams_on_while_the_window_is_used(self):
        relay = self.relay(part("ENGINE"))
        window = self.open(relay.address)
        self.choose_model(window, SMALL_MODEL)
        self.ask(window, QUESTION)
        self.await_answer(window, 2)
        window.press_button("New chat")
        wait("the new chat", lambda: not window.find("Conversation", "list"))
        relay.pause = 0.05
        self.ask(window, self.STORY)
        wait("some of the answer", lambda: [text for _, text in self.messages(window)[1:] if len(text) > 40])
        for size in ((900, 700), (1400, 900), (760, 620), (1280, 840)):
            window.resize(*size)
            self.transcript(window).focus()
            window.key("Home", "Next", "Prior", "End")
        window.key("ctrl+f")
        window.await_thing("Find in this conversation", TEXT).write("river")
        wait("it is found", lambda: any(re.search(r"\d of \d", said) for _, said in window.words()))
        window.key("Escape")
        for title in (QUESTION, self.STORY):
            window.await_thing(re.compile("^" + re.escape(title[:20])), "list item").press()
            wait("%s shows" % title, lambda: self.messages(window)[0][1] == title)
        self.assertIsNotNone(window.find("Stop"), "the answer was over before all this was done")
        messages = self.await_answer(window, 2)
        pieces = [json.loads(line) for line in relay.answered["/api/chat"].splitlines()]
        said = "".join(piece["message"]["content"] for piece in pieces)
        # Every word the model said, in its order; the marks of Markdown between them are not shown.
        self.assertEqual(re.findall(r"\w+", messages[1][1]), re.findall(r"\w+", said))
        window.close()
        window = self.open(relay.address)
        window.activate()
        window.await_thing(re.compile("^" + self.STORY[:20]), "list item").press()
        wait("it was kept as it was shown", lambda: self.messages(window) == messages)

    def test_keeps_the_partial_answer_after_a_kill(self):
        relay = self.relay(part("ENGINE"))
        relay.pause = 0.1  # or a short story is over before the kill
        window = self.open(relay.address)
        self.choose_model(window, SMALL_MODEL)
        self.ask(window, self.STORY)
        shown = []  # when, and what

        def shown_long_enough():
            text = next((text for _, text in self.messages(window)[1:]), "").rstrip()
            if text:
                shown.append((time.monotonic(), text))
            return shown and shown[-1][0] - shown[0][0] > 2

        wait("some of the answer", shown_long_enough, 120)
        window.kill()

        window = self.open(part("ENGINE"))
        window.activate()
        window.await_thing(re.compile("^Write a very long story"), "list item").press()
        messages = wait("the conversation is back", lambda: self.messages(window)
                        if len(self.messages(window)) == 2 else None)
        # At most half a second of it may be missing, and writing takes its time.
        kept = [text for when, text in shown if shown[-1][0] - when > 1][-1]
        self.assertEqual(messages[1][1][:len(kept)], kept)
        self.assertIn("interrupted because Inkstone ended", " ".join(said for _, said in self.transcript(window).words()))


if __name__ == "__main__":
    part("ENGINE")
    unittest.main(verbosity=2, warnings="ignore")
