#include "privacy/Ledger.h"

#include "base/Access.h"
#include "base/AtomicFile.h"
#include "base/Text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace privacy {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

// The file: this line, then records of fields between tabs: "lock ORIGIN", "host ORIGIN PURPOSES FIRST LAST
// REQUESTS SENT RECEIVED". A line that is none of these is left out, so that damage costs a line.
constexpr QLatin1StringView heading("inkstone contacts 1");
constexpr qsizetype maximumContacts = 1000;
constexpr qint64 maximumFile = 1024 * 1024;
constexpr std::chrono::seconds saveDelay{5};

QString recordOf(const Contact &contact)
{
    return QStringList{u"host"_s,
                       contact.origin,
                       QString::number(contact.purposes.toInt()),
                       contact.first.toString(Qt::ISODate),
                       contact.last.toString(Qt::ISODate),
                       QString::number(contact.requests),
                       QString::number(contact.sent),
                       QString::number(contact.received)}
        .join(u'\t');
}

std::optional<Contact> contactIn(const QStringList &fields)
{
    constexpr qsizetype fieldCount = 8;
    if (fields.size() != fieldCount || fields.first() != "host"_L1)
        return std::nullopt;
    Contact contact{.origin = base::displayLine(fields.at(1)),
                    .purposes = Purposes::fromInt(fields.at(2).toInt()),
                    .first = QDateTime::fromString(fields.at(3), Qt::ISODate),
                    .last = QDateTime::fromString(fields.at(4), Qt::ISODate),
                    .requests = fields.at(5).toLongLong(),
                    .sent = fields.at(6).toLongLong(),
                    .received = fields.at(7).toLongLong()};
    const bool isWhole = !contact.origin.isEmpty() && contact.first.isValid() && contact.last.isValid() &&
                         contact.requests > 0 && contact.sent >= 0 && contact.received >= 0;
    return isWhole ? std::optional(contact) : std::nullopt;
}

// What the file holds.
struct Kept
{
    QString lock;
    QList<Contact> contacts;
    bool isDamaged = false;
};

base::Result<Kept> keptIn(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Kept();
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(base::fileError(path, file.errorString()));
    Kept kept;
    const QStringList lines = QString::fromUtf8(file.read(maximumFile)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 2 && fields.first() == "lock"_L1)
            kept.lock = base::displayLine(fields.last());
        else if (const auto contact = contactIn(fields); contact && kept.contacts.size() < maximumContacts)
            kept.contacts.append(*contact);
    }
    kept.isDamaged = lines.isEmpty() || lines.first() != heading;
    return kept;
}

// Both programs began with the same file, so each has counted on from there: the larger number is the truth
// but for what the other one did at the same time.
Contact merged(Contact contact, const Contact &other)
{
    contact.purposes |= other.purposes;
    contact.first = std::min(contact.first, other.first);
    contact.last = std::max(contact.last, other.last);
    contact.requests = std::max(contact.requests, other.requests);
    contact.sent = std::max(contact.sent, other.sent);
    contact.received = std::max(contact.received, other.received);
    return contact;
}

void merge(QList<Contact> &contacts, const QList<Contact> &others)
{
    for (const Contact &other : others) {
        const auto known = std::ranges::find(contacts, other.origin, &Contact::origin);
        if (known != contacts.end())
            *known = merged(*known, other);
        else if (contacts.size() < maximumContacts)
            contacts.append(other);
    }
}

QByteArray bytesOf(const Kept &kept)
{
    QStringList lines{heading};
    if (!kept.lock.isEmpty())
        lines.append("lock\t"_L1 + kept.lock);
    for (const Contact &contact : kept.contacts)
        lines.append(recordOf(contact));
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace

Ledger::Ledger(const QString &path, Program program, QObject *parent)
    : QAbstractTableModel(parent)
    , m_path(path)
    , m_program(program)
{
    m_writer.setMaxThreadCount(1);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { save(Others::Keep); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Ledger::reread);
    if (m_path.isEmpty())
        return;
    load();
    watch();
}

Ledger::~Ledger()
{
    if (m_isDirty)
        save(Others::Keep); // the pool's end waits for it
}

std::optional<Error> Ledger::refusal(const QUrl &url) const
{
    if (m_lock.isEmpty() || base::origin(url) == m_lock)
        return std::nullopt;
    return Error{Error::Kind::Locked, base::origin(url)};
}

void Ledger::note(const QUrl &url, Purpose purpose, const QString &proxy)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto noteOne = [&](const QString &origin, Purpose why) {
        Contact &known = contact(origin);
        known.purposes |= why;
        known.last = now;
        ++known.requests;
        touched(known);
    };
    noteOne(base::origin(url), purpose);
    if (!proxy.isEmpty())
        noteOne(proxy, Purpose::Proxy);
}

void Ledger::add(const QUrl &url, qint64 sent, qint64 received)
{
    if (sent == 0 && received == 0)
        return;
    const auto known = std::ranges::find(m_contacts, base::origin(url), &Contact::origin);
    if (known == m_contacts.end()) // cleared meanwhile
        return;
    known->sent += sent;
    known->received += received;
    known->last = QDateTime::currentDateTimeUtc();
    touched(*known);
}

void Ledger::setLock(const QUrl &url)
{
    if (m_lock == base::origin(url))
        return;
    m_lock = base::origin(url);
    m_isDirty = true;
    save(Others::Keep);
    Q_EMIT lockChanged();
}

void Ledger::removeLock()
{
    if (m_lock.isEmpty())
        return;
    m_lock.clear();
    m_isDirty = true;
    save(Others::Keep);
    Q_EMIT lockChanged();
}

void Ledger::clear()
{
    if (m_contacts.isEmpty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_contacts.size()) - 1);
    m_contacts.clear();
    endRemoveRows();
    m_isDirty = true;
    ++m_clearings;
    save(Others::Forget);
}

// The known one, or a new one at the end; the oldest makes room.
Contact &Ledger::contact(const QString &origin)
{
    const auto known = std::ranges::find(m_contacts, origin, &Contact::origin);
    if (known != m_contacts.end())
        return *known;
    if (m_contacts.size() >= maximumContacts) {
        const auto oldest = std::ranges::min_element(m_contacts, {}, &Contact::last);
        const auto row = static_cast<int>(oldest - m_contacts.begin());
        beginRemoveRows({}, row, row);
        m_contacts.removeAt(row);
        endRemoveRows();
    }
    const auto row = static_cast<int>(m_contacts.size());
    beginInsertRows({}, row, row);
    Contact added;
    added.origin = origin;
    added.first = added.last = QDateTime::currentDateTimeUtc();
    m_contacts.append(added);
    endInsertRows();
    return m_contacts.last();
}

// The file is put in place of the old one each time, so its folder is watched, not itself.
void Ledger::watch()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (m_program == Program::Window && m_watcher.directories().isEmpty() && QFileInfo::exists(folder))
        m_watcher.addPath(folder);
}

// After what is still to be written.
void Ledger::reread()
{
    m_writer.start([this, path = m_path, clearings = m_clearings] {
        const auto theirs = keptIn(path);
        if (!theirs || theirs->contacts.isEmpty())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, contacts = theirs->contacts, clearings] {
                if (clearings == m_clearings)
                    adopt(contacts);
            },
            Qt::QueuedConnection);
    });
}

// What they have is on disk already.
void Ledger::adopt(const QList<Contact> &others)
{
    for (const Contact &other : others) {
        const auto known = std::ranges::find(m_contacts, other.origin, &Contact::origin);
        if (known == m_contacts.end() && m_contacts.size() >= maximumContacts)
            continue;
        Contact &ours = known == m_contacts.end() ? contact(other.origin) : *known;
        const Contact both = known == m_contacts.end() ? other : merged(ours, other);
        if (both == ours)
            continue;
        ours = both;
        tell(ours);
    }
}

void Ledger::tell(const Contact &contact)
{
    const auto row = static_cast<int>(&contact - m_contacts.constData());
    Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

void Ledger::touched(const Contact &contact)
{
    tell(contact);
    m_isDirty = true;
    if (!m_path.isEmpty() && !m_saveTimer.isActive())
        m_saveTimer.start();
}

void Ledger::load()
{
    const auto kept = keptIn(m_path);
    if (!kept) {
        m_loadError = kept.error();
        return;
    }
    m_lock = kept->lock;
    m_contacts = kept->contacts;
    if (kept->isDamaged)
        m_loadError = Error{Error::Kind::Damaged, {}};
}

void Ledger::save(Others others)
{
    m_saveTimer.stop();
    m_isDirty = false;
    if (m_path.isEmpty())
        return;
    m_writer.start(
        [this, others, path = m_path, program = m_program, ours = Kept{m_lock, m_contacts}]() mutable {
            const auto theirs = keptIn(path);
            if (theirs && others == Others::Keep)
                merge(ours.contacts, theirs->contacts);
            if (theirs && program == Program::Command)
                ours.lock = theirs->lock;
            QDir().mkpath(QFileInfo(path).absolutePath());
            QMetaObject::invokeMethod(this, &Ledger::watch, Qt::QueuedConnection); // it may be new
            if (const auto written = base::writeAllAtomic(path, bytesOf(ours)); !written)
                Q_EMIT notSaved(written.error());
        });
}

int Ledger::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contacts.size());
}

int Ledger::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant Ledger::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Contact &contact = m_contacts.at(index.row());
    switch (index.column()) {
    case HostColumn:
        return contact.origin;
    case PurposesColumn:
        return contact.purposes.toInt();
    case FirstColumn:
        return contact.first;
    case LastColumn:
        return contact.last;
    case RequestsColumn:
        return contact.requests;
    case SentColumn:
        return contact.sent;
    case ReceivedColumn:
        return contact.received;
    default:
        return {};
    }
}

} // namespace privacy
