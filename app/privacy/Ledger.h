// Which hosts were contacted, when, why, how often and how many bytes of content went each way; and the lock
// "only this server". net/Http asks it before it makes a request and tells it what was sent and received.
// Made by the composition roots of the window and of the terminal form; ui/settings/PrivacyForm shows it.
// Kept in a small file of its own, so that it survives a restart; both programs may write it at the same
// time, and the window shows what a command noted as soon as it is written. What the server itself contacts
// (a registry, for a pull) is not seen from here.
#pragma once

#include "base/Error.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QFileSystemWatcher>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace privacy {

enum class Purpose {
    Check = 1 << 0,       // is the server there, which one is it
    Models = 1 << 1,      // which models it has, what they are
    Chat = 1 << 2,        // a question
    Pull = 1 << 3,        // a model to fetch
    Manage = 1 << 4,      // remove, copy, load or unload a model
    Certificate = 1 << 5, // its encryption and its certificate, without a request
    Proxy = 1 << 6,       // it stands on the way to a server
    Catalogue = 1 << 7,   // a list of models the person wanted read from there
    Registry = 1 << 8,    // what a model consists of that the person may want pulled
};
Q_DECLARE_FLAGS(Purposes, Purpose)
Q_DECLARE_OPERATORS_FOR_FLAGS(Purposes)

struct Contact
{
    QString origin; // base::origin(); of a proxy "host:port"
    Purposes purposes;
    QDateTime first; // UTC
    QDateTime last;
    qint64 requests = 0;
    qint64 sent = 0; // bytes of content, without what the protocols add
    qint64 received = 0;

    bool operator==(const Contact &) const = default;
};

// One row a host, the first contacted first; raw values.
class Ledger : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        HostColumn,
        PurposesColumn, // a number of Purposes
        FirstColumn,
        LastColumn,
        RequestsColumn,
        SentColumn,
        ReceivedColumn,
        Columns
    };

    // The window sets the lock, a command obeys it and leaves it in the file as it stands there.
    enum class Program { Window, Command };

    // An empty `path` keeps nothing on disk.
    explicit Ledger(const QString &path = {}, Program program = Program::Window, QObject *parent = nullptr);
    ~Ledger() override;

    // Why nothing may be sent there (Locked); absent where it may.
    std::optional<base::Error> refusal(const QUrl &url) const;
    // A request begins. `proxy`: host:port where it goes through one.
    void note(const QUrl &url, Purpose purpose, const QString &proxy = {});
    void add(const QUrl &url, qint64 sent, qint64 received);

    // The origin that alone may be contacted; empty = no lock.
    QString lock() const { return m_lock; }
    void setLock(const QUrl &url);
    void removeLock();

    const QList<Contact> &contacts() const { return m_contacts; }
    void clear(); // the list; not the lock
    // The file could not be read at the start.
    std::optional<base::Error> loadError() const { return m_loadError; }
    QString path() const { return m_path; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void lockChanged();
    void notSaved(const base::Error &error); // from the writer's thread; connect to an object

private:
    Contact &contact(const QString &origin);
    void adopt(const QList<Contact> &others);
    void watch();
    void reread();
    void tell(const Contact &contact);
    void touched(const Contact &contact);
    void load();
    // Forget: what only the file holds goes too.
    enum class Others { Keep, Forget };
    void save(Others others);

    QString m_path;
    Program m_program;
    QString m_lock;
    QList<Contact> m_contacts;
    std::optional<base::Error> m_loadError;
    bool m_isDirty = false;
    int m_clearings = 0; // what was read before one of them is not to come back
    QFileSystemWatcher m_watcher;
    QTimer m_saveTimer;
    QThreadPool m_writer; // of one thread: a slow disk holds nobody up, and the last state wins
};

} // namespace privacy
