#include "chat/HistoryBanner.h"

#include "common/ErrorText.h"
#include "common/Format.h"

#include <QFileInfo>
#include <QMenu>

#include <algorithm>

namespace ui {

HistoryBanner::HistoryBanner(Core &core, QWidget *parent)
    : Banner(parent)
    , m_core(core)
{
    setObjectName(QStringLiteral("historyBanner"));
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
    const QList<Way> ways = this->ways();
    const QString action = ways.size() > 1 ? tr("What can be done…") : QString();
    show(tone, what, ways.size() == 1 ? wordsOf(ways.constFirst()) : action,
         isSaved && !words.details.isEmpty() ? words.next + u'\n' + words.details : words.next);
}

QList<HistoryBanner::Way> HistoryBanner::ways() const
{
    const chat::ConversationStore &store = m_core.store();
    const std::optional<base::Error> error = store.error();
    if (!error)
        return {};
    if (store.state() == chat::ConversationStore::State::Saved) {
        const auto isBackup = [](const auto &copy) { return copy.kind != storage::Copy::Kind::SetAside; };
        return std::ranges::any_of(store.copies(), isBackup) ? QList{Way::Backup} : QList<Way>();
    }
    QList<Way> ways;
    if (error->kind == base::Error::Kind::NoSpace)
        ways.append(Way::FreeSpace);
    ways.append(Way::SaveElsewhere);
    chat::ChatSession *shown = m_core.sessions().current();
    if (shown && shown->transcript().rowCount() > 0)
        ways.append(Way::Copy);
    if (error->kind == base::Error::Kind::NewerData)
        ways.append(Way::Quit);
    return ways;
}

QString HistoryBanner::wordsOf(Way way)
{
    switch (way) {
    case Way::FreeSpace:
        return tr("Free space: what models take…");
    case Way::SaveElsewhere:
        return tr("Save what is here elsewhere…");
    case Way::Copy:
        return tr("Copy this conversation");
    case Way::Backup:
        return tr("From a backup…");
    case Way::Quit:
        return tr("Quit");
    }
    return {};
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
    const QList<Way> ways = this->ways();
    if (ways.isEmpty())
        return keepEngine();
    if (ways.size() == 1) {
        Q_EMIT wayChosen(ways.constFirst());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("historyWays"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Way way : ways)
        menu->addAction(wordsOf(way), this, [this, way] { Q_EMIT wayChosen(way); });
    menu->popup(mapToGlobal(QPoint(width() - menu->sizeHint().width(), height())));
}

void HistoryBanner::keepEngine()
{
    m_engineNoticeSeen = true;
    if (!m_core.settings().set(settings::Key::KeepEngineRunning, true))
        m_core.engine().setLeaveRunning(true);
    refresh();
}

} // namespace ui
