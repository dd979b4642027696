// What ConversationContext does where a conversation does not fit the model's window.
#include "chat/ConversationContext.h"
#include "chat/WindowGrowth.h"
#include "common/ErrorText.h"
#include "common/Format.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr qint64 summaryTokens = 512;

} // namespace

bool ConversationContext::isRefused() const
{
    if (!m_session || m_session->isRunning() || m_session->transcript().rowCount() == 0)
        return false;
    const std::optional<base::Error> &error = m_session->transcript().messages().constLast().error;
    return error && error->kind == base::Error::Kind::ContextFull;
}

// A quarter of the window stays for the answer and the next questions. What was refused was estimated too
// low.
int ConversationContext::firstKept(qint64 reserve)
{
    const qint64 total = m_state.use.total();
    const qint64 size = m_state.window.tokens;
    qint64 goal = total / 2;
    if (size > 0 && !m_state.window.isLimit)
        goal = std::max(size - std::max(m_state.reserve, size / 4) - reserve, size / 8);
    if (isRefused())
        goal = std::min(goal, total * 3 / 4);
    const chat::Conversation &conversation = m_session->conversation();
    return m_count.rowFor(goal, conversation, path(), conversation.model, m_draft);
}

QString ConversationContext::nothingToLeaveOut() const
{
    return tr("There is nothing before the last question that could be left out.");
}

QList<ContextOffer> ConversationContext::offers()
{
    if (!m_session || !m_state.isThere)
        return {};
    const chat::Conversation &conversation = m_session->conversation();
    const int row = firstKept(0);
    const int count = row - m_state.use.leftOut;
    const bool isBusy = m_session->isRunning();
    const QString later = tr("When the answer is there.");
    const bool isSumming = m_summaries.value(conversation.id) != nullptr;
    const WindowGrowth growth = windowGrowth(m_core, conversation, m_state);
    QList<ContextOffer> offers{
        {ContextWay::LeaveOut, row > 0,
         row > 0 ? tr("The oldest %n message(s) stay here and are not sent any more.", nullptr, count)
                 : nothingToLeaveOut()},
        {ContextWay::Enlarge, growth.isPossible() && !isBusy,
         isBusy && growth.isPossible() ? later : growthWords(growth, conversation.model)},
        {ContextWay::Summarise, row > 0 && !isBusy && !isSumming,
         row == 0    ? nothingToLeaveOut()
         : isSumming ? tr("It is being done.")
         : isBusy    ? later
                     : tr("%1 sums them up; the summary is sent in their place.").arg(conversation.model)}};
    if (m_state.use.leftOut > 0)
        offers.append({ContextWay::SendAll, true,
                       tr("The %n message(s) that are left out now.", nullptr, m_state.use.leftOut)});
    return offers;
}

void ConversationContext::take(ContextWay way)
{
    if (!m_session)
        return;
    refresh();
    switch (way) {
    case ContextWay::LeaveOut:
        return leaveOut();
    case ContextWay::Enlarge:
        return enlarge();
    case ContextWay::Summarise:
        return summarise();
    case ContextWay::SendAll:
        return sendAll();
    }
}

void ConversationContext::leaveOut()
{
    const int row = firstKept(0);
    if (row == 0)
        return tell({Banner::Tone::Warning, nothingToLeaveOut(), tr("Close"), {}});
    chat::Cut next = m_session->conversation().cut;
    next.after = path()[static_cast<size_t>(row) - 1].id;
    cut(next, tr("The oldest %n message(s) are left out from now on. They stay here.", nullptr, row));
    askAgain();
}

void ConversationContext::enlarge()
{
    const chat::Conversation &conversation = m_session->conversation();
    const WindowGrowth growth = windowGrowth(m_core, conversation, m_state);
    if (!growth.isPossible())
        return tell({Banner::Tone::Warning, growthWords(growth, conversation.model), tr("Close"), {}});
    const backend::GenerationOptions before = conversation.parameters;
    backend::GenerationOptions parameters = before;
    parameters.contextLength = static_cast<int>(growth.tokens);
    m_session->setParameters(parameters);
    tell({Banner::Tone::Note,
          tr("In this conversation the window is %1 from now on.").arg(tokens(growth.tokens)), tr("Undo"),
          [session = m_session, before] {
              if (session)
                  session->setParameters(before);
          }});
    askAgain();
}

void ConversationContext::summarise()
{
    const chat::Conversation &conversation = m_session->conversation();
    const int row = firstKept(summaryTokens);
    if (row == 0)
        return tell({Banner::Tone::Warning, nothingToLeaveOut(), tr("Close"), {}});
    if (m_session->isRunning() || m_summaries.value(conversation.id))
        return;
    const chat::Path all = path();
    const auto first = static_cast<size_t>(m_state.use.leftOut);
    const auto end = static_cast<size_t>(row);
    const chat::TurnOptions options = m_choices.optionsFor(conversation);
    const chat::SummaryTask task{
        .request = {options.model, {}, options.generation, options.firstByteTimeout, conversation.server},
        .before = first > 0 ? conversation.cut.summary : QString(),
        .text = chat::spokenText(all.subspan(first, end - first)),
        .window = m_state.window.isLimit ? 0 : m_state.window.tokens};
    auto *summary = new chat::Summariser(m_core.backend(), task, this);
    m_summaries.insert(conversation.id, summary);
    connect(summary, &chat::Summariser::progressed, this, [this, id = conversation.id](int part, int parts) {
        if (m_session && m_session->conversation().id == id)
            tellSummary(part, parts);
    });
    connect(summary, &chat::Summariser::finished, this,
            [this, id = conversation.id, after = all[end - 1].id](const QString &text) {
                takeSummary(id, {after, text});
            });
    connect(summary, &base::Operation::failed, this,
            [this, id = conversation.id, model = conversation.model](const base::Error &error) {
                m_summaries.remove(id);
                if (!m_session || m_session->conversation().id != id)
                    return;
                if (error.kind == base::Error::Kind::Cancelled)
                    return m_bar.clear();
                const ErrorText words = errorText(error, Doing::Answering, model, m_core.serverName());
                tell({Banner::Tone::Failure,
                      tr("There is no summary. %1 %2").arg(words.what, words.next),
                      tr("Close"),
                      {}});
            });
    tellSummary(1, 1);
    Q_EMIT changed();
}

void ConversationContext::tellSummary(int part, int parts)
{
    const QString text = parts > 1 ? tr("The oldest part is being summarised: %1 of %2").arg(part).arg(parts)
                                   : tr("The oldest part is being summarised");
    const auto running = m_summaries.value(m_session->conversation().id);
    tell({Banner::Tone::Note, text, tr("Stop"), [running] {
              if (running)
                  running->cancel();
          }});
}

// It may have been left for another conversation meanwhile.
void ConversationContext::takeSummary(chat::Id id, const chat::Cut &next)
{
    m_summaries.remove(id);
    if (m_session && m_session->conversation().id == id) {
        cut(next,
            tr("The oldest part is left out from now on, and its summary is sent in its place. It stays "
               "here."));
        return askAgain();
    }
    if (chat::ChatSession *session = m_core.sessions().find(id))
        return session->setCut(next);
    auto conversation = m_core.conversations().conversation(id);
    if (!conversation)
        return; // deleted
    conversation->cut = next;
    conversation->countedSince = QDateTime::currentDateTimeUtc();
    m_core.store().save(*conversation);
}

void ConversationContext::sendAll()
{
    cut({}, tr("Everything is sent again."));
}

void ConversationContext::cut(const chat::Cut &next, const QString &done)
{
    const chat::Cut before = m_session->conversation().cut;
    m_session->setCut(next);
    tell({Banner::Tone::Note, done, tr("Undo"), [session = m_session, before] {
              if (session)
                  session->setCut(before);
          }});
    refresh();
}

void ConversationContext::askAgain()
{
    if (isRefused())
        Q_EMIT askAgainRequested();
}

void ConversationContext::tellCutOff()
{
    if (!m_state.cutOff)
        return;
    const chat::Id answer = m_session->transcript().messages().constLast().id;
    if (std::exchange(m_cutOffTold, answer) != answer)
        tell({Banner::Tone::Warning, cutOffSentence(*m_state.cutOff), tr("What can be done"),
              [this] { Q_EMIT waysRequested(); }});
}

void ConversationContext::tell(const Notice &notice)
{
    m_barAction = notice.act;
    m_bar.show(notice.tone, notice.text, notice.action);
}

} // namespace ui
