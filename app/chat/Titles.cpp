#include "chat/Titles.h"

#include <QLoggingCategory>

#include <utility>

namespace chat {

namespace {

Q_LOGGING_CATEGORY(log, "inkstone.titles")

constexpr int longestTitle = 40; // tokens
constexpr std::chrono::seconds patience{60};

// Said to the model, not to the person.
const QString instruction =
    QStringLiteral("Write a title for this conversation: at most six words, in the language of my question, "
                   "without quotation marks. Answer with the title alone.");

bool hasFirstTitle(const Conversation &conversation, const QList<Message> &messages)
{
    return messages.size() == 2 && messages.constFirst().role == backend::Role::User &&
           conversation.title == titleOf(messages.constFirst());
}

} // namespace

Titles::Titles(backend::Backend &backend, Sessions &sessions, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_sessions(sessions)
{
    connect(&sessions, &Sessions::asked, this, [this](Id answer, const Receipt &receipt) {
        if (m_isWanted)
            m_receipts.insert(answer, receipt);
    });
    connect(&sessions, &Sessions::runningChanged, this, &Titles::follow);
}

void Titles::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    if (isWanted)
        return;
    m_receipts.clear();
    giveUp();
}

void Titles::follow(Id conversation, bool isRunning)
{
    if (isRunning)
        return giveUp();
    ChatSession *session = m_sessions.find(conversation);
    if (!session || session->transcript().rowCount() == 0)
        return;
    const Message answer = session->transcript().messages().constLast();
    const auto receipt = m_receipts.constFind(answer.id);
    if (receipt == m_receipts.cend())
        return;
    const Receipt asked = *receipt;
    m_receipts.erase(receipt);
    const bool isFree = m_sessions.runningCount() == 0 && !(m_isBusy && m_isBusy());
    if (m_isWanted && isFree && answer.state == MessageState::Complete && !answer.text.isEmpty() &&
        hasFirstTitle(session->conversation(), session->transcript().messages()))
        ask(*session, asked);
}

void Titles::ask(ChatSession &session, const Receipt &receipt)
{
    giveUp();
    // Its title comes when it may long have been left.
    m_titled = session.conversation().id;
    m_sessions.keep(m_titled);
    m_operation = m_backend.chat(titleRequest(receipt, session.transcript().messages()), this);
    connect(m_operation, &backend::ChatOperation::received, this,
            [this](const backend::ChatDelta &delta) { m_said += delta.text; });
    connect(m_operation, &backend::ChatOperation::finished, this,
            [this] { take(m_titled, std::exchange(m_said, {})); });
    connect(m_operation, &base::Operation::failed, this, [this](const base::Error &error) {
        qCInfo(log).noquote() << "no title:" << static_cast<int>(error.kind) << error.detail;
        end();
    });
}

// The person may have named it meanwhile, or gone on.
void Titles::take(Id conversation, const QString &said)
{
    ChatSession *session = m_sessions.find(conversation);
    const QString title = titleSaid(said);
    if (title.isEmpty())
        qCInfo(log) << "no title in what the model said";
    else if (session && hasFirstTitle(session->conversation(), session->transcript().messages()))
        session->rename(title);
    end();
}

void Titles::end()
{
    m_sessions.release(std::exchange(m_titled, 0));
}

void Titles::giveUp()
{
    end();
    m_said.clear();
    if (!m_operation)
        return;
    m_operation->disconnect(this);
    m_operation->cancel();
    m_operation = nullptr;
}

// The same context and the same time in memory: else the server loads the model anew.
backend::ChatRequest titleRequest(const Receipt &receipt, const QList<Message> &messages)
{
    Receipt whole = receipt;
    whole.messages = static_cast<int>(messages.size());
    backend::ChatRequest request = requestOf(whole, messages);
    request.messages.append({backend::Role::User, instruction});
    request.options.maxTokens = longestTitle;
    if (request.options.think)
        request.options.think = false;
    request.firstByteTimeout = patience;
    return request;
}

QString titleSaid(const QString &text)
{
    static const QString marks = QStringLiteral("\"'`“”‘’„«»「」『』《》〈〉*_# ");
    QString title = titleFrom(text);
    const auto isMark = [](QChar one) { return marks.contains(one); };
    while (!title.isEmpty() && isMark(title.front()))
        title.remove(0, 1);
    while (!title.isEmpty() && (isMark(title.back()) || title.back() == u'.' || title.back() == u'。'))
        title.chop(1);
    return title;
}

} // namespace chat
