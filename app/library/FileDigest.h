// The SHA-256 of an open file, a part at a time between what else there is to do. Used by Workshop.
#pragma once

#include "base/Operation.h"
#include "library/Sha256.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <memory>

namespace library {

class FileDigest : public base::Operation
{
    Q_OBJECT
public:
    // From its beginning to the size it has now; fails with Storage where it cannot be read to there.
    FileDigest(const std::shared_ptr<QFile> &file, QObject *parent);

Q_SIGNALS:
    void progressed(qint64 bytes);        // some ten times a second
    void finished(const QString &digest); // "sha256:" and 64 hex

protected:
    void stop() override { m_next.stop(); }

private:
    void readPart();
    void finish();

    std::shared_ptr<QFile> m_file;
    qint64 m_size;
    qint64 m_read = 0;
    QByteArray m_part;
    Sha256 m_hash;
    QTimer m_next;
    QElapsedTimer m_told;
};

} // namespace library
