#include "chat/HistoryBanner.h"

#include "common/ErrorText.h"
#include "common/Format.h"

#include <QFileInfo>

namespace ui {

HistoryBanner::HistoryBanner(Core &core, QWidget *parent)
    : Banner(parent)
    , m_core(core)
{
    connect(&core.store(), &chat::ConversationStore::stateChanged, this, &HistoryBanner::refresh);
    connect(&core.engine(), &server::LocalEngine::started, this, &HistoryBanner::refresh);
    connect(&core.engine(), &server::LocalEngine::stopped, this, &HistoryBanner::refresh);
    connect(this, &Banner::actionTriggered, this, &HistoryBanner::accept);
}

void HistoryBanner::setReadError(const std::optional<base::Error> &error)
{
    m_readError = error;
    refresh();
}

void HistoryBanner::showError(const base::Error &error, Tone tone)
{
    const ErrorText words =
        errorText(error, Doing::KeepingHistory, QFileInfo(m_core.places().databaseFile).absolutePath(), {});
    const chat::ConversationStore &store = m_core.store();
    const bool isSaved = store.state() != chat::ConversationStore::State::NotSaved;
    QString what = words.what;
    if (!isSaved)
        what = tr("%1 Not saved since %2.").arg(what, timeOf(store.unsavedSince()));
    else if (error.kind == base::Error::Kind::Damaged)
        what = tr("%1 Saved of them: %2 with %3.")
                   .arg(what, tr("%n conversation(s)", nullptr, store.salvaged().conversations),
                        tr("%n message(s)", nullptr, store.salvaged().messages));
    show(tone, what, {},
         isSaved && !words.details.isEmpty() ? words.next + u'\n' + words.details : words.next);
}

void HistoryBanner::refresh()
{
    // While all is saved, the store's error is a damaged file that was moved aside.
    if (const std::optional<base::Error> error = m_core.store().error()) {
        showError(*error, Tone::Warning);
    } else if (m_readError) {
        showError(*m_readError, Tone::Failure);
    } else if (m_core.engine().isRunning() && !m_core.settings().values().keepEngineRunning &&
               !m_engineNoticeSeen) {
        show(Tone::Note, tr("Inkstone started Ollama and stops it when it quits."), tr("Keep running"));
    } else {
        clear();
    }
}

void HistoryBanner::accept()
{
    m_engineNoticeSeen = true;
    if (!m_core.settings().set(settings::Key::KeepEngineRunning, true))
        m_core.engine().setLeaveRunning(true);
    refresh();
}

} // namespace ui
