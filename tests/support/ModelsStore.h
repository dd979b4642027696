// A models folder as an engine keeps it, made by hand: for tests of what reads it and takes away from it.
#pragma once

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <utime.h>

namespace support {

class ModelsStore
{
public:
    // Readable by everybody, so that a test can be somebody else.
    ModelsStore()
    {
        const QFileDevice::Permissions all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                             QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther |
                                             QFile::ExeOther;
        QFile::setPermissions(m_folder.path(), all);
        QDir(path()).mkpath(QStringLiteral("manifests"));
        QDir(path()).mkpath(QStringLiteral("blobs"));
    }

    QString path() const { return QFileInfo(m_folder.path()).canonicalFilePath(); }
    QString path(const QString &below) const { return path() + u'/' + below; }

    // Any file; its age in minutes.
    QString write(const QString &below, const QByteArray &bytes, int age = 24 * 60) const
    {
        const QString file = path(below);
        if (!QDir().mkpath(QFileInfo(file).path()))
            qFatal("no folder for %s", qPrintable(file));
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("%s was not written", qPrintable(file));
        out.close();
        setAge(below, age);
        return file;
    }
    void setAge(const QString &below, int minutes) const
    {
        const auto time = static_cast<time_t>(QDateTime::currentSecsSinceEpoch() - minutes * 60);
        const utimbuf times{time, time};
        if (::utime(QFile::encodeName(path(below)).constData(), &times) != 0)
            qFatal("%s has no age", qPrintable(below));
    }

    static QString digestOf(const QByteArray &bytes)
    {
        return QStringLiteral("sha256:") +
               QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    static QString blobName(const QString &digest)
    {
        return QStringLiteral("blobs/") + QString(digest).replace(u':', u'-');
    }
    // So many bytes of one letter; returns its digest.
    QString blob(char letter, int size, int age = 24 * 60) const
    {
        const QByteArray bytes(size, letter);
        write(blobName(digestOf(bytes)), bytes, age);
        return digestOf(bytes);
    }
    bool hasBlob(const QString &digest) const { return QFileInfo::exists(path(blobName(digest))); }

    // The first of the digests is the configuration. Returns the manifest's own, as a server lists it.
    QString model(const QString &place, const QStringList &digests) const
    {
        const QByteArray json = manifest(digests);
        write(QStringLiteral("manifests/") + place, json);
        return digestOf(json).section(u':', 1);
    }
    QByteArray manifest(const QStringList &digests) const
    {
        const auto layer = [this](const QString &digest) {
            return QStringLiteral(R"({"digest":"%1","size":%2})")
                .arg(digest)
                .arg(QFileInfo(path(blobName(digest))).size());
        };
        QStringList layers;
        for (const QString &digest : digests.sliced(1))
            layers.append(layer(digest));
        return QStringLiteral(R"({"schemaVersion":2,"config":%1,"layers":[%2]})")
            .arg(layer(digests.first()), layers.join(u','))
            .toUtf8();
    }
    // A download of which so much is there, with its notes.
    void partial(const QString &digest, qint64 whole, int there, int age) const
    {
        const QString name = blobName(digest) + QStringLiteral("-partial");
        write(name, QByteArray(there, 'p'));
        QFile file(path(name));
        if (!file.resize(whole))
            qFatal("%s has no holes", qPrintable(name));
        setAge(name, age);
        for (int part = 0; part < 2; ++part)
            write(name + u'-' + QString::number(part), R"({"N":0,"Offset":0,"Size":1,"Completed":1})", age);
    }

private:
    QTemporaryDir m_folder;
};

inline const QString usualPlace = QStringLiteral("registry.ollama.ai/library/");

} // namespace support
