#!/usr/bin/env python3
"""Rules a line of text can break: what must not stand in the tree, and where the one exception is.

gates.py ROOT        checks the tree
gates.py --self-test checks that each rule notices what it is there for, and nothing else

A rule is broken by a match of `pattern` in a file below `folders` that is not in `allowed` (glob patterns).
`at_most`: that many files may match, whichever they are: "in one place only". C++ is read without comments.
"""

import fnmatch
import re
import sys
from dataclasses import dataclass, field

import source

TEXT = (".cpp", ".h", ".py", ".sh", ".cmake", ".md", ".txt", ".json", ".xml", ".desktop", ".svg", ".ts", "run", "bench", "shots")


@dataclass
class Gate:
    name: str
    why: str
    pattern: str
    bad: list
    good: list = field(default_factory=list)
    folders: tuple = ("app", "ui")
    allowed: tuple = ()
    at_most: int = 0
    endings: tuple = source.CODE


GATES = [
    Gate(
        "requests in one room",
        "redirects, re-sent bodies, timeouts and limits are dealt with once, in app/net (reliability.md D1-D5)",
        r"\bQNetworkAccessManager\b|\bQNetworkRequest\b|\bQNetworkReply\b|\bQHttpMultiPart\b",
        bad=["QNetworkAccessManager manager;", "#include <QNetworkReply>"],
        good=['QUrl url(u"http://a"_s);', "// QNetworkAccessManager\n", "/* QNetworkReply\n */"],
        allowed=("app/net/*",),
    ),
    Gate(
        "encryption errors are not waved through",
        "an unknown certificate ends the connection; a trusted one is named (reliability.md 1, CVE-2024-51774)",
        r"\bignoreSslErrors\s*\(\s*\)|\bVerifyNone\b",
        bad=["reply->ignoreSslErrors();", "reply->ignoreSslErrors( );", "c.setPeerVerifyMode(QSslSocket::VerifyNone);"],
        good=["reply->ignoreSslErrors(expected);"],
        folders=("app", "ui", "tests"),
    ),
    Gate(
        "files are replaced in one place",
        "QSaveFile says yes on a full disk (reliability.md D9): one function knows how to use it",
        r"\bQSaveFile\b",
        bad=["QSaveFile file(path);"],
        at_most=1,
    ),
    Gate(
        "addresses are opened in one place",
        "exactly one function hands a link to the system, and it looks at the scheme (reliability.md T4)",
        r"\bQDesktopServices\b",
        bad=["QDesktopServices::openUrl(url);"],
        at_most=1,
    ),
    Gate(
        "no nested event loop",
        "a call that waits lets anything else happen in between, or stops the window",
        r"\bQEventLoop\b(?!::\w+Lock)|\bprocessEvents\s*\(|\bwaitFor(ReadyRead|Connected|Disconnected|Encrypted|NewConnection|Done)\s*\("
        r"|\b(dialog|box|menu|m_dialog|m_menu)(\.|->)exec\s*\(",
        bad=["QEventLoop loop;", "QCoreApplication::processEvents();", "socket.waitForReadyRead(100);", "dialog.exec();"],
        good=["return QApplication::exec();", "query.exec();", "QEventLoopLocker x;"],
    ),
    Gate(
        "tests declare no type to Qt",
        "Qt 6 finds out itself; behind its first use, only the build with sanitizers refuses it",
        r"\bQ_DECLARE_METATYPE\b",
        bad=["Q_DECLARE_METATYPE(support::Reply)"],
        folders=("tests",),
    ),
    Gate(
        "boxes answer to toggled",
        "assistive technology toggles what can be checked without a click",
        r"\bQ(CheckBox|RadioButton)::(clicked|released|pressed)\b",
        bad=["connect(m_lock, &QCheckBox::clicked, this, f);"],
        good=["connect(m_lock, &QCheckBox::toggled, this, f);", "connect(m_clear, &QAbstractButton::clicked, this, f);"],
    ),
    Gate(
        "waiting for a process only where it ends",
        "see above; the engine the app started is told, and gets a moment to end",
        r"\bwaitFor(Started|Finished|BytesWritten)\s*\(",
        bad=["process.waitForFinished();"],
        # The second in a thread of its own, the third after a kill.
        allowed=("app/server/LocalEngine.cpp", "app/logs/LogReading.cpp", "ui/pictures/Pictures.cpp"),
    ),
    Gate(
        "images of strangers are read in one place",
        "the decoders run in a process that can do nothing else (reliability.md T3)",
        r"\bQImageReader\b|\bQMovie\b|\b(QImage|QPixmap)::fromData\b|\bloadFromData\s*\(|\bimageData\s*\(",
        bad=["QImageReader reader(path);", "QImage::fromData(bytes);", "pixmap.loadFromData(bytes);",
             "mime.imageData();", "QMovie movie;"],
        good=["QImageWriter writer(&buffer);", "image.bits();"],
        allowed=("ui/pictures/PictureReader.cpp",),
    ),
    Gate(
        "no rich text",
        "text from a model, a server or a file in a rich text label loads, hides or hangs (reliability.md D6)",
        r"\bsetHtml\s*\(|\binsertHtml\s*\(|\bappendHtml\s*\(|\bsetMarkdown\s*\(|\bRichText\b|\bAutoText\b|\bMarkdownText\b"
        r"|\bQTextBrowser\b|\bQTextDocumentFragment\b",
        bad=["edit->setHtml(text);", "label->setTextFormat(Qt::RichText);", "Qt::AutoText", "QTextBrowser *view;"],
        good=["label->setTextFormat(Qt::PlainText);"],
    ),
    Gate(
        "no XML parser",
        "Qt 6.4's have open holes (reliability.md D17)",
        r"\bQXml\w+|\bQDom\w+",
        bad=["QXmlStreamReader reader;", "#include <QDomDocument>"],
    ),
    Gate(
        "JSON is read in a backend's Parse, in what the library reads, and in files of conversations",
        "app/wire/Json reads it tolerantly; the field names live in app/ollama, app/openai, app/library, app/exchange",
        r"\bnlohmann\s*::|<nlohmann/|\bQJson\w+",
        bad=["#include <nlohmann/json.hpp>", "nlohmann::json json;", "QJsonDocument::fromJson(bytes);"],
        good=['label->setText(tr("nlohmann_json"));'],
        allowed=("app/wire/Json.*", "app/ollama/*", "app/openai/*", "app/library/Catalogue.cpp",
                 "app/library/Manifest.cpp", "app/exchange/*",
                 # Cells of the database that have several values.
                 "app/chat/Parameters.cpp", "app/chat/AssistantRows.cpp", "app/chat/Receipt.cpp",
                 # Writes only.
                 "app/logs/ReportJson.cpp",
                 # A file of our own: an INI has no lists of things that have lists.
                 "app/server/ServerProfiles.cpp"),
    ),
    Gate(
        "SQL in the rooms that store",
        "one thread has the database, the window asks for values",
        r"\bQSql\w+",
        bad=["QSqlQuery query;", "#include <QSqlDatabase>"],
        good=['u"SELECT"_s'],
        # A header of rows has them in its arguments; exchange reads the database of another program.
        allowed=("app/storage/*", "app/chat/*.cpp", "app/chat/MessageRow.h", "app/exchange/OllamaApp.cpp"),
    ),
    Gate(
        "settings in one room",
        "every key stands once, in the table of app/settings",
        r"\bQSettings\b",
        bad=["QSettings settings;"],
        good=["SettingsStore store;"],
        allowed=("app/settings/*",),
    ),
    Gate(
        "colours have roles",
        "hex numbers stand in ui/common/Theme.cpp; all else asks for a role",
        r'"[^"\n]*#[0-9a-fA-F]{6}\b|"#[0-9a-fA-F]{3}"|\bqRgba?\s*\(\s*\d|\bQColor\s*[({]\s*(\d|0x|u?"|QStringLiteral)'
        r"|\b0x[fF]{2}[0-9a-fA-F]{6}\b|\bQRgb\s*[({]"
        r"|\bQt::(black|white|red|green|blue|cyan|magenta|yellow|gray|darkGray|lightGray|dark(Red|Green|Blue|Yellow))\b",
        bad=['QColor(u"#1f6feb"_s);', "QColor(12, 13, 14);", "painter.fillRect(r, Qt::white);", "qRgb(1, 2, 3)", "0xff112233"],
        good=["theme.text", "Qt::transparent", "QColor color = theme.base;", 'u"issue #12"_s', "0x1F600", "QColor(theme.text)"],
        allowed=("ui/common/Theme.cpp",),
    ),
    Gate(
        "no style sheets",
        "one style draws; sheets fight with it, with palettes and with scale",
        r"\bsetStyleSheet\s*\(",
        bad=["widget->setStyleSheet(sheet);"],
    ),
    Gate(
        "fonts have roles",
        "sizes and families stand in ui/common; all else asks for ui::font(Type)",
        r"\bQFont\s*[({]\s*(u?\"|QStringLiteral|\d)|\bsetPointSizeF?\s*\(|\bsetPixelSize\s*\(",
        bad=['QFont(u"Arial"_s);', "font.setPointSizeF(9);", "font.setPixelSize(12);"],
        good=["QFont font = ui::font(Type::Body);"],
        # The transcript has a zoom of its own.
        allowed=("ui/common/*", "ui/chat/TranscriptStyle.cpp"),
    ),
    Gate(
        "lists are refreshed by difference",
        "a reset loses selection, scroll position and the place of the screen reader",
        r"\bbeginResetModel\s*\(|\bmodelReset\s*\(\s*\)\s*;",
        bad=["beginResetModel();"],
    ),
    Gate(
        "no sentence glued from parts",
        "each language has its own order of words",
        r'\btr\("(?:\\.|[^"\\])*"\)\s*\+|\+\s*(?:\w+::)?tr\((?!"\\n)',
        bad=['tr("Free: ") + size', 'name + tr(" is loaded")'],
        good=['tr("Free: %1").arg(size)', "a + b", 'options + tr("\\nExit codes")'],
        folders=("ui",),
    ),
    Gate(
        "words go through tr()",
        "every word a person sees exists in each language",
        r"\b(setText|setToolTip|setWindowTitle|setPlaceholderText|setAccessibleName|setAccessibleDescription|setTitle|addAction"
        r"|setStatusTip|setWhatsThis|setSuffix|setPrefix|setSpecialValueText)\s*\(\s*"
        r'(QStringLiteral\(\s*|QLatin1String\(\s*|QLatin1StringView\(\s*)?u?"(?!https?://)[^"\n]*[A-Za-z]{2}',
        bad=['label->setText(QStringLiteral("Ready"));', 'button->setToolTip(u"Stop now"_s);'],
        good=['label->setText(tr("Ready"));', 'edit->setPlaceholderText(u"http://127.0.0.1"_s);', 'label->setText(u" · "_s);', "label->setText(name);"],
        folders=("ui",),
    ),
    Gate(
        "app has no words for people",
        "errors are values; ui/common/ErrorText words them",
        r"\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(\s*\"",
        bad=['QObject::tr("Not found")', 'tr("x")'],
        good=["xtr(1)"],
        folders=("app",),
    ),
    Gate(
        "connections are checked by the compiler",
        "a misspelt SIGNAL() is found by the person at the desk",
        r"\b(SIGNAL|SLOT)\s*\(",
        bad=["connect(a, SIGNAL(clicked()), b, SLOT(go()));"],
        good=["Q_SIGNALS:", "Q_SLOTS:"],
        folders=("app", "ui", "tests"),
        # Qt's D-Bus takes nothing else.
        allowed=("ui/common/DesktopTheme.cpp",),
    ),
    Gate(
        "the environment is read, never written",
        "what a child process is to see is given to that process alone",
        r"\bq?(put|set|unset)env\s*\(",
        bad=['qputenv("LANG", "C");', 'setenv("A", "b", 1);'],
        good=['qEnvironmentVariable("OLLAMA_HOST")', "environment.insert(a, b);"],
    ),
    Gate(
        "programs are started where it is their matter",
        "what runs beside the app is the engine, and nothing a model or a server names",
        r"\bQProcess\b(?!Environment)",
        bad=["QProcess process;"],
        good=["QProcessEnvironment environment;"],
        # Reading a log asks the journal and the containers; this program itself reads images.
        allowed=("app/server/*", "app/logs/LogReading.cpp", "ui/pictures/Pictures.*"),
    ),
    Gate(
        "nothing left behind from finding a fault",
        "what a person should know is shown, what a developer should know is a test",
        r"\bqDebug\s*\(|\bqCDebug\s*\(\s*\)|\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b",
        bad=["qDebug() << text;", 'auto x = u"TODO"_s;'],
        good=["qWarning() << text;"],
        folders=("app", "ui", "tests"),
    ),
    Gate(
        "tests wait for what happens",
        "a sleep is too long on a fast machine and too short on a slow one",
        r"\bqWait\s*\(|\bqSleep\s*\(|\b(m|u)?sleep\s*\(\s*\d|\bsleep_for\s*\(",
        bad=["QTest::qWait(100);", "QThread::msleep(5);", "std::this_thread::sleep_for(1s);"],
        good=["QTRY_COMPARE(a, b);", "QTest::qWaitFor(done);"],
        folders=("app", "ui", "tests"),
        # They poll a screen, let a window come to rest before its picture is taken, and count what is painted in
        # a frame: there, time is the matter itself.
        allowed=("tests/benchmarks/first_paint.cpp", "tests/benchmarks/key_latency.cpp",
                 "tests/pictures/around.cpp", "tests/pictures/library.cpp", "tests/pictures/shots.cpp",
                 "tests/ui/chat/tst_TranscriptStream.cpp"),
    ),
    Gate(
        "tests take a free port",
        "a port with a number belongs to someone else on some machine",
        r"\blisten\s*\(\s*[^,()]+(\([^()]*\))?\s*,\s*[1-9]\d*\s*\)",
        bad=["server.listen(QHostAddress::LocalHost, 8080);", "server.listen(QHostAddress(x), 8080);"],
        good=["server.listen(QHostAddress::LocalHost, 0);", "server.listen(QHostAddress::LocalHost);"],
        folders=("app", "ui", "tests"),
    ),
    Gate(
        "tests do not ask themselves",
        "what cannot fail proves nothing",
        r"\bQVERIFY\s*\(\s*(true|1)\s*\)|\bQCOMPARE\s*\(\s*true\s*,\s*true\s*\)|\bQSKIP\s*\(",
        bad=["QVERIFY(true);", 'QSKIP("no engine");'],
        good=["QVERIFY(done);"],
        folders=("tests",),
        # Only root can become somebody else.
        allowed=("tests/ui/common/tst_SingleInstance.cpp",),
    ),
    Gate(
        "no place of one machine",
        "a path below somebody's home works for somebody",
        # Where the engine's own container image keeps its models is the same everywhere.
        r"(?<![\w.}$/])/(?!root/\.ollama)(home|Users|root|work|mnt|srv)/[\w.]",
        bad=['u"/home/ann/models"_s', "cd /root/x"],
        good=["~/models", "$HOME/x", "build/root/x", "https://example.org/home/x", "-v ollama:/root/.ollama"],
        folders=("",),
        endings=TEXT,
        allowed=("tests/guards/gates.py",),
    ),
]


def check(root, gates=None):
    complaints = []
    for gate in gates or GATES:
        pattern = re.compile(gate.pattern)
        matches = {}
        for path in source.files(root, *gate.folders, endings=gate.endings):
            if any(fnmatch.fnmatch(path, allowed) for allowed in gate.allowed):
                continue
            text = source.read(root, path)
            if path.endswith(source.CODE):
                text = source.without_comments(text)
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                matches.setdefault(path, []).append(f"{path}:{line}: {match.group(0).strip()}")
        if len(matches) > gate.at_most:
            found = [f"  {line}" for lines in matches.values() for line in lines]
            complaints.append("\n".join([f"{gate.name}: {gate.why}", *found]))
    return complaints


def self_test():
    import pathlib
    import tempfile

    problems = []
    for gate in GATES:
        with tempfile.TemporaryDirectory() as folder:

            def noticed(*texts):
                places = []
                for number, text in enumerate(texts):
                    place = pathlib.Path(folder) / gate.folders[0] / f"fixture/File{number}.cpp"
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_text(text + "\n", encoding="utf-8")
                    places.append(place)
                found = check(folder, [gate])
                for place in places:
                    place.unlink()
                return found

            for text in gate.bad:
                if not noticed(*[text] * (gate.at_most + 1)):
                    problems.append(f"{gate.name}: does not notice {text!r}")
                if gate.at_most and noticed(*[text] * gate.at_most):
                    problems.append(f"{gate.name}: does not allow {gate.at_most} file with {text!r}")
            for text in gate.good:
                if noticed(text):
                    problems.append(f"{gate.name}: refuses {text!r}")
    return problems


if __name__ == "__main__":
    source.end(self_test() if sys.argv[1] == "--self-test" else check(sys.argv[1]))
