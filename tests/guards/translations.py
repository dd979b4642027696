#!/usr/bin/env python3
"""Every word a person can see exists, finished, in each language, and the Chinese is set as Chinese is.

translations.py ROOT LUPDATE  checks translations/*.ts against the sources, and the texts that stand elsewhere
translations.py --self-test   checks this check
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import chinese
import source

PLURAL_FORMS = {"en": 2, "zh_CN": 1}
PLACEHOLDER = re.compile(r"%L?\d{1,2}|%n")


def updated(root, lupdate, folder):
    """Copies of the .ts files with what the sources say now."""
    copies = []
    for language in PLURAL_FORMS:
        copy = pathlib.Path(folder) / f"inkstone_{language}.ts"
        shutil.copyfile(pathlib.Path(root) / f"translations/{copy.name}", copy)
        copies.append(copy)
    command = [lupdate, "-silent", "-locations", "relative", "-no-ui-lines", "-extensions", "cpp,h", str(pathlib.Path(root) / "ui")]
    done = subprocess.run([*command, "-ts", *map(str, copies)], capture_output=True, text=True, check=False)
    words = (done.stdout + done.stderr).strip()
    # lupdate goes on after what it cannot place, with exit code 0.
    if done.returncode != 0 or words:
        sys.exit(f"lupdate: {words or done.returncode}")
    return copies


def messages(path):
    """(context, source, numerus, type, forms) of every message; type is "" where it is finished."""
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            numerus = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] if numerus else [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), numerus, translation.get("type", ""), forms


def form_complaints(language, text, original, is_last):
    """What is wrong with one form of a translation."""
    found = []
    if not text.strip():
        return ["empty"]
    wanted, given = sorted(PLACEHOLDER.findall(original)), sorted(PLACEHOLDER.findall(text))
    # "one model" needs no number; the other forms do.
    may_lack_number = language == "en" and not is_last
    if wanted != given and not (may_lack_number and [p for p in wanted if p != "%n"] == given):
        found.append(f"placeholders {given} instead of {wanted}")
    # The enumeration comma “、” and the semicolon “；” bring their own space.
    if text not in ("、", "；") and (text[0].isspace(), text[-1].isspace()) != (original[0].isspace(), original[-1].isspace()):
        found.append("blanks at its ends that the source has not, or the other way")
    if language == "zh_CN":
        found += chinese.complaints(text)
        left = chinese.english_left(text, original)
        if left:
            found.append(f"English left: {' '.join(left)}")
        if original.endswith("…") != text.endswith("…"):
            found.append("“…” at one end only")
        if re.search(r"[^.]\.$", original) and not re.search(r"。[”）]?$", text):
            found.append("no “。” where the source ends its sentence")
    elif "!" in text or "..." in text:
        found.append("an exclamation mark or three dots")
    return found


def check_messages(language, rows):
    complaints = []
    for context, original, numerus, kind, forms in rows:
        where = f"{language} {context}: “{original}”"
        if kind in ("vanished", "obsolete"):
            complaints.append(f"{where}: no longer in the sources")
        elif kind:
            complaints.append(f"{where}: missing or unfinished")
        elif numerus and len(forms) != PLURAL_FORMS[language]:
            complaints.append(f"{where}: {len(forms)} plural forms instead of {PLURAL_FORMS[language]}")
        else:
            for form in forms:
                for reason in form_complaints(language, form, original, form is forms[-1]):
                    complaints.append(f"{where} → “{form}”: {reason}")
    return complaints


def chinese_elsewhere(root):
    """(where, text) of the Chinese that is not in the .ts files."""
    root = pathlib.Path(root)
    for path in root.glob("resources/*.desktop"):
        for line in path.read_text(encoding="utf-8").splitlines():
            # Keywords are a list, not a text.
            if "[zh_CN]=" in line and not line.startswith("Keywords"):
                yield path.name, line.split("=", 1)[1]
    for path in root.glob("resources/*.metainfo.xml"):
        for element in xml.parse(path).getroot().iter():
            if element.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh_CN":
                yield path.name, " ".join(element.text.split())
    for path in root.glob("resources/*.json"):
        yield from chinese_in_json(path.name, json.loads(path.read_text(encoding="utf-8")))


def chinese_in_json(name, value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.startswith("zh") and isinstance(inner, str):
                yield name, inner
            yield from chinese_in_json(name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from chinese_in_json(name, inner)


def check(root, lupdate):
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        for path in updated(root, lupdate, folder):
            language = path.stem.removeprefix("inkstone_")
            rows = list(messages(path))
            if not rows:
                complaints.append(f"{path.name}: no messages")
            complaints += check_messages(language, rows)
    for where, text in chinese_elsewhere(root):
        complaints += [f"{where}: “{text}”: {reason}" for reason in chinese.complaints(text)]
    return complaints


# (source, plural, type, forms, what must be said; "" = nothing) for Chinese, then for English.
CHINESE = [
    ("Ready", False, "", ["就绪"], ""),
    ("Ready", False, "unfinished", [""], "unfinished"),
    ("Ready", False, "vanished", ["就绪"], "no longer"),
    ("Ready", False, "", [""], "empty"),
    ("%1 of %2", False, "", ["%1，共 %2"], ""),
    ("%1 of %2", False, "", ["%1"], "placeholders"),
    ("%n tokens", True, "", ["%n 个 Token"], ""),
    ("%n tokens", True, "", ["%n个 Token"], "a number"),
    ("%n tokens", True, "", ["个 Token"], "placeholders"),
    ("%n tokens", True, "", ["%n 个", "%n 个"], "plural forms"),
    ("No answer.", False, "", ["没有回答。"], ""),
    ("No answer.", False, "", ["没有回答"], "ends its sentence"),
    ("No answer.", False, "", ["没有回答."], "half-width"),
    ("Yes, no", False, "", ["是,否"], "half-width"),
    ("Address: %1", False, "", ["地址:%1"], "half-width"),
    ("Saved!", False, "", ["已保存！"], "exclamation"),
    ("Use Ollama", False, "", ["使用Ollama"], "no space"),
    ("In 10 s", False, "", ["10 秒后"], ""),
    ("In 10 s", False, "", ["10秒后"], "no space"),
    ("Not here", False, "", ["不在 这里"], "inside Chinese"),
    ("A, B", False, "", ["甲， 乙"], "beside full-width"),
    ("Size (GB)", False, "", ["大小（GB）"], "Latin letters only"),
    ("Size (all)", False, "", ["大小 (全部)"], "half-width parentheses"),
    ("The “model”", False, "", ['这个"模型"'], "straight"),
    ("Open…", False, "", ["打开…"], ""),
    ("Open…", False, "", ["打开"], "one end only"),
    ("Wait… now", False, "", ["等…再来"], "ellipsis"),
    ("Your chats", False, "", ["您的对话"], "“您”"),
    ("Remove model", False, "", ["移除模型"], "“移除”"),
    ("Remove model", False, "", ["删除 model"], "English left"),
    ("Run ollama serve", False, "", ["运行 ollama"], ""),
]
ENGLISH = [
    ("%n models", True, "", ["one model", "%n models"], ""),
    ("%n models", True, "", ["%n model", "models"], "placeholders"),
    ("%n models", True, "", ["%n models"], "plural forms"),
    ("Done", False, "", ["Done!"], "exclamation"),
    ("Done", False, "", ["Done "], "blanks"),
]


def self_test():
    problems = []
    for language, rows in (("zh_CN", CHINESE), ("en", ENGLISH)):
        for original, numerus, kind, forms, expected in rows:
            said = check_messages(language, [("Page", original, numerus, kind, forms)])
            if bool(said) != bool(expected) or not all(expected in s for s in said[:1]):
                problems.append(f"{original} → {forms}: expected {expected or 'nothing'!r}, said {said}")
    ts = (
        '<TS version="2.1" language="en"><context><name>P</name><message numerus="yes"><source>%n a</source>'
        "<translation><numerusform>x</numerusform><numerusform>%n y</numerusform></translation></message>"
        '<message><source>b</source><translation type="unfinished"></translation></message></context></TS>'
    )
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "inkstone_en.ts"
        path.write_text(ts, encoding="utf-8")
        rows = [("P", "%n a", True, "", ["x", "%n y"]), ("P", "b", False, "unfinished", [""])]
        if list(messages(path)) != rows:
            problems.append(f"reading: {list(messages(path))}")
    return problems


if __name__ == "__main__":
    source.end(self_test() if sys.argv[1] == "--self-test" else check(*sys.argv[1:]))
