#include "library/FileDigest.h"

#include "base/Text.h"

#include <algorithm>

namespace library {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 partSize = 1024 * 1024;
constexpr qint64 tellEvery = 100; // ms

} // namespace

FileDigest::FileDigest(const std::shared_ptr<QFile> &file, QObject *parent)
    : Operation(parent)
    , m_file(file)
    , m_size(file->size())
    , m_part(partSize, Qt::Uninitialized)
{
    // A timer without a delay comes after what a person does and what is to be painted; a queued call would
    // come before.
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &FileDigest::readPart);
    m_next.start();
    m_told.start();
}

void FileDigest::readPart()
{
    if (m_read == 0 && !m_file->seek(0))
        return fail({base::Error::Kind::Storage, base::displayLine(m_file->errorString())});
    const qint64 size = m_file->read(m_part.data(), std::min(partSize, m_size - m_read));
    if (size <= 0)
        return fail({base::Error::Kind::Storage, base::displayLine(m_file->errorString())});
    m_hash.add(QByteArrayView(m_part).first(size));
    m_read += size;
    if (m_read < m_size) {
        if (m_told.elapsed() >= tellEvery) {
            m_told.start();
            Q_EMIT progressed(m_read);
        }
        return;
    }
    finish();
}

void FileDigest::finish()
{
    m_next.stop();
    const QString digest = u"sha256:"_s + QString::fromLatin1(m_hash.hex());
    succeed([&] { Q_EMIT finished(digest); });
}

} // namespace library
