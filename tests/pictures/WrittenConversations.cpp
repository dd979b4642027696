#include "pictures/WrittenConversations.h"

#include "chat/Attaching.h"
#include "support/ChatFixtures.h"
#include "support/RandomTrees.h"

#include <QFile>
#include <QFileInfo>
#include <QLinearGradient>
#include <QPainter>

#include <cstdio>

using namespace Qt::StringLiterals;
using support::FakeOllama;
using support::Reply;

namespace {

const QString code = u"Let SQLite make the copy; a plain `cp` can catch half a transaction.\n\n"
                     "```python\nimport sqlite3\n\nwith sqlite3.connect(source) as src:\n"
                     "    src.backup(sqlite3.connect(target), pages=256)\n```\n\n"
                     "1. Readers and writers carry on while it runs.\n"
                     "2. Check the **copy**, not the original.\n"_s;
const QString chinese = u"备份之前先看三件事：剩余空间、正在进行的写入，以及上一份备份是否校验过。\n\n"
                        "| 方法 | 写入时是否安全 | 得到什么 |\n|---|---|---|\n"
                        "| `cp` | 否 | 可能打不开的文件 |\n| `backup()` | 是 | 逐页一致的副本 |\n\n"
                        "校验通过后再删掉昨天的那一份。\n"_s;
const QString longName = u"合同与公文润色助手：只改语病，不动原意，逐条说明修改理由"_s;
const QString longQuestion =
    u"请把下面这份关于“砚”桌面应用可用性评测的说明改得更通顺一些，保留全部数字和专有名词，不要增加原文没有的"
    u"结论，"
    "并在最后逐条列出你改了什么、为什么这样改：本次评测共邀请 24 位参与者，使用 Ollama 0.17.4 在本机运行模型……"_s;

} // namespace

const QString WrittenConversations::thinking = u"qwen3:8b"_s;
const QString WrittenConversations::seeing = u"gemma3:4b"_s;

QList<support::FakeModel> WrittenConversations::models()
{
    const QStringList talks{u"completion"_s};
    return {{.name = thinking,
             .sizeBytes = 5'200'000'000,
             .digest = u"500a1f067a9f782620b40bee6f7b0c89e17ae61f686b92c24933e4ca4b2b8b41"_s,
             .capabilities = talks + QStringList{u"tools"_s, u"thinking"_s},
             .contextLength = 40960,
             .isLoaded = true},
            {.name = seeing,
             .sizeBytes = 3'300'000'000,
             .digest = u"a2af6cc3eb7fa8be8504abaf9b04e88f17a119ec3f04a3addf55f92841195f5a"_s,
             .capabilities = talks + QStringList{u"vision"_s}}};
}

WrittenConversations::WrittenConversations(FakeOllama &server, support::Desk &desk)
    : m_server(server)
    , m_desk(desk)
{
}

void WrittenConversations::write()
{
    waitFor("the assistants", [this] { return m_desk.core->assistants().isLoaded(); });
    waitFor("what the models can", [this] {
        return m_desk.core->installed().details(thinking) && m_desk.core->installed().details(seeing);
    });
    writeFiles();
    writeList();
    writeAttached();
    writeFull();
    writeLong();
    writeVersions();
}

template <typename Condition>
void WrittenConversations::waitFor(const char *what, Condition condition)
{
    if (QTest::qWaitFor(condition, 20'000))
        return;
    std::fprintf(stderr, "around: waited in vain for %s\n", what);
    m_failed = true;
}

chat::Id WrittenConversations::here() const
{
    return m_desk.core->sessions().current()->conversation().id;
}

void WrittenConversations::begin(const QString &model)
{
    m_desk.chats()->newChat();
    m_desk.chats()->useModel(model);
}

void WrittenConversations::answerWith(const QString &text, int tokens, const QString &thought)
{
    QList<QByteArray> lines;
    if (!thought.isEmpty())
        lines.append(FakeOllama::chatLine(thinking, {}, thought));
    lines.append(FakeOllama::chatLine(thinking, text));
    lines.append(FakeOllama::lastChatLine(thinking).replace(
        "\"prompt_eval_count\":31", "\"prompt_eval_count\":" + QByteArray::number(tokens)));
    m_server.once("POST", "/api/chat", Reply::lines(lines));
}

void WrittenConversations::ask(const QString &question)
{
    const int before = m_desk.transcript().rowCount();
    m_desk.ask(question);
    waitFor("an answer", [this, before] {
        return m_desk.transcript().rowCount() > before && !m_desk.core->sessions().current()->isRunning();
    });
}

void WrittenConversations::again()
{
    const chat::Id before = m_desk.last().id;
    m_desk.chats()->regenerate();
    waitFor("another answer", [this, before] {
        return m_desk.last().id != before && !m_desk.core->sessions().current()->isRunning();
    });
}

chat::Id WrittenConversations::keep(const QString &title, int daysAgo, const chat::Filing &filing)
{
    chat::ConversationTree tree = support::shortTree(title);
    tree.conversation.created = tree.conversation.updated = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    tree.conversation.model = seeing;
    tree.conversation.filing = filing;
    support::keep(m_desk.core->store(), tree);
    return tree.conversation.id;
}

void WrittenConversations::writeList()
{
    const chat::Folder work{chat::newId(), u"Work"_s};
    const chat::Folder letters{chat::newId(), u"Letters"_s, work.id};
    const chat::Folder thesis{chat::newId(), u"论文：本地大模型桌面应用的可用性研究与评测方法"_s, 0, true};
    for (const chat::Folder &one : {work, letters, thesis})
        m_desk.core->store().save(one);
    folder = work.id;
    keep(u"Weekly report template"_s, 3, {.isPinned = true});
    keep(u"Letter to the school board"_s, 12, {.folder = letters.id});
    keep(u"Unit tests for the CSV parser"_s, 2, {.folder = work.id});
    keep(u"第三章 数据收集与访谈提纲"_s, 5, {.folder = thesis.id});
    keep(u"Regex for ISO 8601 dates"_s, 30, {.isArchived = true});
    keep(u"端午节活动安排"_s, 40, {.isArchived = true});
    const chat::Id begun = keep(u"Reply to the landlord about the heating"_s, 0);
    keep(u"杭州三日行程"_s, 1);
    keep(u"Tomatoes on a north balcony"_s, 4);
    bare = keep(u"Notes on The Soul of a New Machine"_s, 60);
    waitFor("the list", [this] {
        return m_desk.core->conversations().archivedCount() == 2 &&
               m_desk.core->conversations().conversation(bare);
    });
    if (auto unsent = m_desk.core->conversations().conversation(begun)) {
        unsent->draft = u"Dear Ms Keller,"_s;
        m_desk.core->store().save(*unsent);
    }
}

void WrittenConversations::writeVersions()
{
    begin(thinking);
    answerWith(u"Because a live file changes while it is copied."_s);
    ask(u"Why does a copy of my database not open?"_s);
    versions = here();
    m_desk.chats()->editLastQuestion();
    answerWith(u"Because `cp` copies a live file page by page, and the pages it has read may change."_s);
    const chat::Id before = m_desk.last().id;
    m_desk.ask(
        u"My nightly backup is a plain cp of a live SQLite file, and last week the copy would not open. "
        "Why?"_s);
    waitFor("the answer to the edited question", [this, before] {
        return m_desk.last().id != before && !m_desk.core->sessions().current()->isRunning();
    });
    answerWith(chinese, 530, u"The person asks about a backup. I answer in Chinese."_s);
    ask(u"What is the right way, and how do I check the copy?"_s);
    answerWith(u"Use `VACUUM INTO`, which writes a smaller, defragmented copy."_s);
    again();
    m_desk.chats()->useModel(seeing);
    answerWith(code, 560);
    again();
}

void WrittenConversations::writeAttached()
{
    begin(seeing);
    m_desk.chats()->findChild<ui::Attaching *>()->takeFiles(files());
    waitFor("what is attached", [this] {
        return m_desk.core->sessions().current()->draftAttachments().size() == files().size();
    });
    answerWith(u"A slate ink stone, seen from above. 图中是一方石砚，墨池在右侧。"_s, 1240);
    ask(u"What is in the picture, and does it agree with the minutes?"_s);
    attached = here();
    // A blind model is told of it no more.
    m_desk.chats()->useModel(thinking);
}

void WrittenConversations::writeLong()
{
    backend::GenerationOptions parameters;
    parameters.temperature = 0.3;
    parameters.contextLength = 16384;
    m_desk.core->assistants().add({{.name = longName,
                                    .icon = u"languages"_s,
                                    .systemPrompt = u"你是一位资深编辑。只改语病，不动原意。"_s.repeated(12),
                                    .model = u"qwen3:235b-a22b-thinking-2507-q4_K_M"_s,
                                    .parameters = parameters,
                                    .suggestions = {longQuestion, u"改通顺一些："_s}}});
    begin(thinking);
    answerWith(chinese, 900, u"先通读一遍，再逐句修改。"_s);
    ask(longQuestion);
    chat::ChatSession *session = m_desk.core->sessions().current();
    session->setAssistant(m_desk.core->assistants().all().last().id);
    session->setSystemPrompt(u"请用正式的书面语回答，每段不超过三句。"_s);
    parameters.temperature = 0.2;
    parameters.seed = 42;
    session->setParameters(parameters);
    session->rename(
        u"“砚”桌面应用可用性评测说明的修改意见：保留全部数字和专有名词，逐条列出理由（第二稿）"_s);
    longTitle = here();
}

void WrittenConversations::writeFull()
{
    const auto turns = [this](int tokens) {
        begin(thinking);
        for (const QString &question :
             {u"周末去杭州，怎么安排三天的行程？"_s, u"And how do I get there?"_s, u"下雨怎么办？"_s}) {
            answerWith(question.size() < 15 ? chinese : code, tokens);
            ask(question);
        }
        return here();
    };
    nearlyFull = turns(3480);
    summarised = turns(1600);
    m_desk.core->sessions().current()->setCut(
        {m_desk.transcript().message(1).id,
         u"Three days in Hangzhou were planned: the lake, the tea hills, the river. 已经定了三天的行程：西湖、龙井、钱塘江。"_s});
    refused = turns(3900);
    m_server.once("POST", "/api/chat",
                  Reply::whole(400, R"({"error":"the input length exceeds the context length"})"));
    ask(u"把以上全部内容整理成一份表格，并为每一天各写一段说明。"_s);
}

QString WrittenConversations::write(const QString &name, const QByteArray &content)
{
    QFile file(m_files.path(name));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        m_failed = true;
    return file.fileName();
}

void WrittenConversations::writeFiles()
{
    QImage image(1600, 900, QImage::Format_RGB32);
    QLinearGradient slate(0, 0, 1600, 900);
    slate.setColorAt(0, QColor(70, 78, 90));
    slate.setColorAt(1, QColor(200, 205, 212));
    QPainter painter(&image);
    painter.fillRect(image.rect(), slate);
    painter.setBrush(QColor(20, 22, 26));
    painter.drawEllipse(QPoint(1100, 450), 300, 300);
    painter.end();
    m_failed = !image.save(files().at(0)) || m_failed;
    write(QFileInfo(files().at(1)).fileName(),
          u"# 会议纪要\n\n一方石砚，墨池在右。\n"_s.toUtf8().repeated(40));
    write(QFileInfo(files().at(2)).fileName(), "stone\nbrush\n");
    write(u"inkstone.bin"_s, QByteArray("\x7f"
                                        "ELF\0\1\2",
                                        7));
    write(u"conversations.json"_s, '[' + support::chatGptConversation() + ']');
    chat::ConversationStore old(backup());
    support::keep(old, support::shortTree(u"砚台要怎么保养？"_s));
}

QStringList WrittenConversations::files() const
{
    return {m_files.path(u"ink-stone.png"_s),
            m_files.path(u"会议纪要：第三次评审（修改稿，含全部附件与签字页）.md"_s),
            m_files.path(u"notes.txt"_s)};
}

QString WrittenConversations::program() const
{
    return m_files.path(u"inkstone.bin"_s);
}

QString WrittenConversations::backup() const
{
    return m_files.path(u"backup-2026-11-22.db"_s);
}

QString WrittenConversations::foreign() const
{
    return m_files.path(u"conversations.json"_s);
}
