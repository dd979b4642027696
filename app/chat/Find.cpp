#include "chat/Find.h"

#include "chat/MarkdownWriter.h"

#include <algorithm>
#include <chrono>

namespace chat {

namespace {

using namespace std::chrono_literals;

constexpr auto workPerTurn = 4ms;
constexpr auto growthInterval = 200ms;
constexpr qint64 tellInterval = 50;
// What is read between two looks at the clock.
constexpr qsizetype slice = 16 * 1024;

size_t at(int row)
{
    return static_cast<size_t>(row);
}

} // namespace

Find::Find(QObject *parent)
    : QObject(parent)
    , m_matcher(QString(), Qt::CaseInsensitive)
{
    m_work.setInterval(0);
    m_grown.setInterval(growthInterval);
    m_grown.setSingleShot(true);
    connect(&m_work, &QTimer::timeout, this, &Find::work);
    connect(&m_grown, &QTimer::timeout, this, [this] {
        if (m_live)
            readAgain(m_live->row);
    });
}

void Find::setList(const TranscriptList *list)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_list = list;
    m_from = {};
    if (list) {
        m_connections = {
            connect(list, &TranscriptList::dataChanged, this,
                    [this](const QModelIndex &from, const QModelIndex &to) {
                        for (int row = from.row(); row <= to.row(); ++row)
                            readAnew(row);
                    }),
            connect(list, &TranscriptList::rowsInserted, this,
                    [this](const QModelIndex &, int first, int last) { insertRows(first, last); }),
            connect(list, &TranscriptList::rowsRemoved, this,
                    [this](const QModelIndex &, int first, int last) { removeRows(first, last); }),
            connect(list, &TranscriptList::modelReset, this, &Find::restart),
            connect(list, &QObject::destroyed, this, [this] { setList(nullptr); }),
        };
    }
    restart();
}

void Find::search(const QString &query, const HitPlace &from)
{
    m_query = query;
    m_query.replace(u'\n', u' ');
    m_matcher.setPattern(m_query);
    m_from = from;
    restart();
}

void Find::keepUp(int row)
{
    if (m_live && m_live->row == row && !m_grown.isActive())
        m_grown.start();
}

void Find::restart()
{
    const bool hadHits = m_count > 0;
    m_rows.clear();
    m_reading.reset();
    m_live.reset();
    m_count = 0;
    const int rows = isActive() ? m_list->rowCount() : 0;
    m_rows.resize(at(rows));
    m_pending = rows;
    m_cursor = std::clamp(m_from.row, 0, std::max(0, rows - 1));
    setCurrent({});
    if (hadHits)
        Q_EMIT rowChanged(-1);
    tell(true);
    if (m_pending > 0)
        m_work.start();
    else
        m_work.stop();
}

void Find::readAnew(int row)
{
    if (m_live && m_live->row == row)
        m_live.reset();
    readAgain(row);
}

void Find::readAgain(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    if (m_reading && m_reading->row == row)
        m_reading.reset();
    if (m_rows[at(row)].isRead) {
        m_rows[at(row)].isRead = false;
        ++m_pending;
    }
    if (!m_work.isActive())
        m_cursor = row;
    m_work.start();
}

void Find::insertRows(int first, int last)
{
    if (!isActive())
        return;
    const int count = last - first + 1;
    m_rows.insert(m_rows.begin() + first, at(count), Row());
    m_pending += count;
    m_reading.reset();
    m_live.reset();
    if (m_current && m_current->row >= first)
        m_current->row += count;
    m_cursor = first;
    m_work.start();
}

void Find::removeRows(int first, int last)
{
    if (!isActive())
        return;
    for (int row = first; row <= last; ++row) {
        m_count -= static_cast<int>(m_rows[at(row)].hits.size());
        m_pending -= m_rows[at(row)].isRead ? 0 : 1;
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    m_reading.reset();
    m_live.reset();
    m_cursor = 0;
    if (m_current && m_current->row > last)
        m_current->row -= last - first + 1;
    else if (m_current && m_current->row >= first)
        setCurrent({});
    tell(true);
}

void Find::work()
{
    const QDeadlineTimer deadline(workPerTurn);
    while (m_pending > 0 && !deadline.hasExpired()) {
        if (!m_reading) {
            while (m_rows[at(m_cursor % rowCount())].isRead)
                ++m_cursor;
            m_cursor %= rowCount();
            if (m_live && m_live->row == m_cursor) {
                m_reading = std::move(m_live);
            } else {
                m_reading =
                    std::make_unique<Reading>(m_cursor, readingOf(m_record, m_list->message(m_cursor).id));
            }
        }
        if (!read(*m_reading, deadline))
            break;
        const int row = m_reading->row;
        m_rows[at(row)].isRead = true;
        --m_pending;
        setHits(row, m_reading->hits);
        if (m_list->message(row).state == MessageState::Streaming)
            m_live = std::move(m_reading);
        m_reading.reset();
        chooseCurrent(row);
    }
    if (m_pending == 0) {
        m_work.stop();
        // All that was found lies before the starting place.
        if (!m_current && m_count > 0) {
            const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                          [](const Row &one) { return !one.hits.isEmpty(); });
            setCurrent(HitPlace{static_cast<int>(row - m_rows.begin()), row->hits.first()});
        }
    }
    tell(m_pending == 0);
}

bool Find::read(Reading &reading, QDeadlineTimer deadline)
{
    const Message &message = m_list->message(reading.row);
    const CrashRecord::Work work(m_record, message.id);
    for (const MessagePart part : {MessagePart::Thinking, MessagePart::Text}) {
        MarkdownStream &stream = reading.streams[static_cast<size_t>(part)];
        qsizetype &taken = reading.taken[static_cast<size_t>(part)];
        const QString &source = textOf(message, part);
        while (taken < source.size()) {
            const qsizetype same = stream.append(QStringView(source).mid(taken, slice));
            taken = std::min(taken + slice, source.size());
            searchBlocks(reading, part, same);
            if (taken < source.size() && deadline.hasExpired())
                return false;
        }
        // An answer that is being written is shown with its marks closed for the time being.
        while (message.state != MessageState::Streaming && !stream.isFinished()) {
            searchBlocks(reading, part, stream.finish(slice));
            if (!stream.isFinished() && deadline.hasExpired())
                return false;
        }
    }
    return true;
}

void Find::searchBlocks(Reading &reading, MessagePart part, qsizetype from) const
{
    const MarkdownStream &stream = reading.streams[static_cast<size_t>(part)];
    QList<Hit> &hits = reading.hits;
    hits.removeIf([=](const Hit &hit) { return hit.part == part && hit.block >= from; });
    const qsizetype length = m_query.size();
    for (qsizetype block = from; block < stream.blocks().size(); ++block) {
        QString text = ownText(stream.blocks()[block]);
        text.replace(QChar(QChar::LineSeparator), u' ');
        for (qsizetype found = m_matcher.indexIn(text); found >= 0;
             found = m_matcher.indexIn(text, found + length)) {
            // Half of what is one character to the reader is no hit.
            const qsizetype end = found + length;
            if (end == text.size() || !text[end].isMark())
                hits.append(Hit{part, static_cast<int>(block), static_cast<int>(found)});
        }
    }
    std::sort(hits.begin(), hits.end());
}

void Find::setHits(int row, const QList<Hit> &hits)
{
    QList<Hit> &known = m_rows[at(row)].hits;
    if (hits == known)
        return;
    m_count += static_cast<int>(hits.size() - known.size());
    known = hits;
    if (m_current && m_current->row == row && !hits.contains(m_current->hit)) {
        const auto next = std::lower_bound(hits.begin(), hits.end(), m_current->hit);
        if (next != hits.end())
            m_current->hit = *next;
        else
            m_current.reset();
    }
    Q_EMIT rowChanged(row);
}

void Find::chooseCurrent(int row)
{
    const QList<Hit> &found = hits(row);
    if (m_current || found.isEmpty())
        return;
    const auto first =
        row == m_from.row ? std::lower_bound(found.begin(), found.end(), m_from.hit) : found.begin();
    if (first != found.end() && row >= m_from.row)
        setCurrent(HitPlace{row, *first});
}

void Find::setCurrent(const std::optional<HitPlace> &place)
{
    if (place == m_current)
        return;
    m_current = place;
    Q_EMIT currentChanged();
}

void Find::step(int by)
{
    if (m_count == 0)
        return;
    HitPlace place = m_current.value_or(m_from);
    const auto &here = hits(std::clamp(place.row, 0, rowCount() - 1));
    auto index = std::lower_bound(here.begin(), here.end(), place.hit) - here.begin();
    if (m_current)
        index += by;
    else if (by < 0)
        --index;
    int row = std::clamp(place.row, 0, rowCount() - 1);
    while (index < 0 || index >= hits(row).size()) {
        row = (row + by + rowCount()) % rowCount();
        index = by > 0 ? 0 : hits(row).size() - 1;
    }
    setCurrent(HitPlace{row, hits(row)[index]});
    tell(true);
}

int Find::number() const
{
    if (!m_current)
        return 0;
    int before = 0;
    for (int row = 0; row < m_current->row; ++row)
        before += static_cast<int>(hits(row).size());
    const QList<Hit> &here = hits(m_current->row);
    return before +
           static_cast<int>(std::lower_bound(here.begin(), here.end(), m_current->hit) - here.begin()) + 1;
}

std::optional<HitPlace> Find::current() const
{
    return m_current;
}

void Find::tell(bool isUrgent)
{
    if (!isUrgent && m_sinceTold.isValid() && m_sinceTold.elapsed() < tellInterval)
        return;
    m_sinceTold.start();
    Q_EMIT changed();
}

} // namespace chat
