// Takes the new conversations of a file over, all or none of them: they are added unseen, a part at a time
// while the next one is read, and shown when the last is on the disk. Cancelled or failed, nothing of them
// stays. A conversation that is here already gets the messages it lacks, and is else left as it is.
#pragma once

#include "base/Operation.h"
#include "exchange/Look.h"

#include <QSemaphore>

namespace exchange {

class Import : public base::Operation
{
    Q_OBJECT
public:
    // Fails with Interrupted where the file is not the one that `preview` is of.
    Import(chat::ConversationStore &store, const Preview &preview, QObject *parent);
    ~Import() override;

Q_SIGNALS:
    void progressed(double fraction, qsizetype messages);
    void finished(); // with all that the preview says

protected:
    void stop() override;

private:
    struct Part
    {
        QList<chat::ConversationTree> trees;
        QHash<chat::Id, QByteArray> contents; // of trees in parts before
    };

    base::Result<void> read(const std::atomic<bool> &isCancelled);
    void add(const Part &part, double fraction);
    void endReading(const base::Result<void> &read);
    void showIfDone();
    void endThread();

    chat::Trees m_trees;
    QString m_folder; // of the store
    Preview m_preview;
    QSemaphore m_room; // for parts that were read and are not added yet
    int m_adding = 0;
    bool m_isRead = false;
    qsizetype m_conversations = 0;
    qsizetype m_messages = 0;
    Reading m_reading; // last: ends before what it uses
};

} // namespace exchange
