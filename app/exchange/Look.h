// Looks through a file of conversations before it is imported: what is in it, and how much of it is here
// already. Changes nothing.
#pragma once

#include "base/Operation.h"
#include "chat/Trees.h"
#include "exchange/ImportFile.h"
#include "exchange/Reading.h"

namespace exchange {

// What an import of this file does.
struct Preview
{
    QString path = {};
    qint64 size = 0;         // of the file, and
    QDateTime modified = {}; // when: it is the same one when it is imported
    Source source = Source::Inkstone;
    qsizetype conversations = 0; // that are new here
    qsizetype messages = 0;      // in them
    qsizetype there = 0;         // conversations that are here already, or in the trash
    qsizetype incomplete = 0;    // of them, those that get messages they lack
    qsizetype restMessages = 0;  // which are so many; nothing else of what is here changes
    QDateTime from = {}; // of the new conversations' beginnings and ends; invalid where there are none
    QDateTime to = {};
    LeftOuts leftOut = {};         // of the whole file
    QStringList files = {};        // names of attachments left out, the first mostFiles
    chat::MessageIds lacking = {}; // of those that are here

    static constexpr qsizetype mostFiles = 20;

    bool isEmpty() const { return conversations == 0 && restMessages == 0; }

    bool operator==(const Preview &) const = default;
};

class Look : public base::Operation
{
    Q_OBJECT
public:
    Look(chat::ConversationStore &store, const QString &path, QObject *parent);

Q_SIGNALS:
    void progressed(double fraction); // some ten times a second
    void finished(const exchange::Preview &preview);

protected:
    void stop() override { m_reading.cancel(); }

private:
    // What is remembered of a conversation.
    struct Seen
    {
        chat::Id id;
        QList<chat::Id> messages;
        QDateTime from;
        QDateTime to;
    };

    base::Result<void> read(const std::atomic<bool> &isCancelled);
    void take(const base::Result<void> &read);
    void compare();
    void tell();

    chat::Trees m_trees;
    QString m_folder; // of the store
    Preview m_preview;
    QList<Seen> m_seen;
    qsizetype m_compared = 0; // of them, from the first on
    Reading m_reading;        // last: ends before what it uses
};

} // namespace exchange
