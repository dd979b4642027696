#include "chat/Assistants.h"

#include "chat/Folder.h"

#include <algorithm>
#include <utility>

namespace chat {

namespace {

// "Code", "Code 2", "Code 3"
QString freeName(const QString &name, const QList<Assistant> &all)
{
    QString free = name;
    for (int number = 2; std::ranges::find(all, free, &Assistant::name) != all.cend(); ++number) {
        const QString ending = QStringLiteral(" %1").arg(number);
        free = name.left(longestFolderName - ending.size()) + ending;
    }
    return free;
}

} // namespace

Assistants::Assistants(ConversationStore &store, Starting starting, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_starting(std::move(starting))
{
    m_store.assistants(this, [this](const base::Result<AssistantSet> &kept) { take(kept); });
}

void Assistants::take(const base::Result<AssistantSet> &kept)
{
    if (!kept) {
        m_loadError = kept.error();
        Q_EMIT changed();
        return;
    }
    m_kept = *kept;
    m_isLoaded = true;
    m_asTheyCame = m_starting();
    for (Assistant &one : m_kept.all) {
        if (const Assistant *came = asItCame(one.id); came && one.name.isEmpty())
            one = *came;
    }
    m_kept.all.removeIf([](const Assistant &one) { return one.name.isEmpty(); });
    if (!std::exchange(m_kept.isMade, true)) {
        // What is there is of a damaged file that lost the mark.
        for (const Assistant &one : std::as_const(m_asTheyCame)) {
            if (indexOf(one.id) < 0)
                m_kept.all.append(one);
        }
        m_store.saveFirst(stored());
    }
    Q_EMIT loaded();
    Q_EMIT changed();
}

const Assistant *Assistants::find(Id id) const
{
    const qsizetype place = indexOf(id);
    return place < 0 ? nullptr : &m_kept.all.at(place);
}

qsizetype Assistants::indexOf(Id id) const
{
    const auto found = std::ranges::find(m_kept.all, id, &Assistant::id);
    return found == m_kept.all.cend() ? -1 : found - m_kept.all.cbegin();
}

void Assistants::save(const Assistant &assistant)
{
    const qsizetype place = indexOf(assistant.id);
    Assistant kept = assistant;
    kept.name = folderName(assistant.name);
    if (place < 0 || kept.name.isEmpty() || kept == m_kept.all.at(place))
        return;
    m_kept.all[place] = kept;
    keep();
}

void Assistants::insert(qsizetype place, const Assistant &assistant)
{
    if (!m_isLoaded || indexOf(assistant.id) >= 0 || !hasRoomFor(1))
        return;
    m_kept.all.insert(std::clamp<qsizetype>(place, 0, m_kept.all.size()), assistant);
    keep();
}

void Assistants::remove(Id id)
{
    const qsizetype place = indexOf(id);
    if (place < 0)
        return;
    m_kept.all.removeAt(place);
    if (m_kept.forNewChats == id)
        m_kept.forNewChats = 0;
    keep();
}

void Assistants::move(Id id, int steps)
{
    const qsizetype place = indexOf(id);
    const qsizetype wanted = std::clamp<qsizetype>(place + steps, 0, m_kept.all.size() - 1);
    if (place < 0 || wanted == place)
        return;
    m_kept.all.move(place, wanted);
    keep();
}

void Assistants::setForNewChats(Id id)
{
    if (id == m_kept.forNewChats || (id != 0 && indexOf(id) < 0))
        return;
    m_kept.forNewChats = id;
    keep();
}

bool Assistants::add(const QList<Assistant> &fresh)
{
    if (!m_isLoaded || !hasRoomFor(fresh.size()))
        return false;
    for (Assistant one : fresh) {
        one.id = newId();
        one.name = freeName(one.name, m_kept.all);
        m_kept.all.append(one);
    }
    keep();
    return true;
}

QList<Assistant> Assistants::changedStarting() const
{
    QList<Assistant> changed;
    const QList<Assistant> starting = m_starting();
    for (const Assistant &one : starting) {
        const Assistant *kept = find(one.id);
        if (kept && *kept != one)
            changed.append(*kept);
    }
    return changed;
}

void Assistants::reset()
{
    if (!m_isLoaded)
        return;
    const QList<Assistant> starting = m_starting();
    for (const Assistant &one : starting) {
        const qsizetype place = indexOf(one.id);
        if (place < 0)
            m_kept.all.append(one);
        else
            m_kept.all[place] = one;
    }
    keep();
}

const Assistant *Assistants::asItCame(Id id) const
{
    const auto found = std::ranges::find(m_asTheyCame, id, &Assistant::id);
    return found == m_asTheyCame.cend() ? nullptr : &*found;
}

// Of those that are as they came, the id alone: their words are those of the language at the time.
AssistantSet Assistants::stored() const
{
    AssistantSet set = m_kept;
    for (Assistant &one : set.all) {
        if (const Assistant *came = asItCame(one.id); came && one == *came)
            one = {.id = one.id};
    }
    return set;
}

void Assistants::followLanguage()
{
    if (!m_isLoaded)
        return;
    AssistantSet set = stored();
    m_asTheyCame = m_starting();
    for (qsizetype place = 0; place < set.all.size(); ++place) {
        if (set.all.at(place).name.isEmpty())
            m_kept.all[place] = *asItCame(set.all.at(place).id);
    }
    Q_EMIT changed();
}

void Assistants::keep()
{
    m_store.save(stored());
    Q_EMIT changed();
}

} // namespace chat
