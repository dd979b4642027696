#include "support/Canaries.h"

#include <QDirIterator>
#include <QFile>

namespace support {
namespace {

// Of what stands `offset` bytes into a text, without the characters that depend on its neighbours.
QByteArray base64At(const QByteArray &secret, qsizetype offset)
{
    const QByteArray whole = (QByteArray(offset, 'x') + secret).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype first = offset == 0 ? 0 : offset + 1;
    return whole.mid(first, (offset + secret.size()) / 3 * 4 - first);
}

QByteArray inPercents(const QByteArray &hex)
{
    QByteArray result;
    for (qsizetype i = 0; i < hex.size(); i += 2)
        result += '%' + hex.mid(i, 2);
    return result;
}

} // namespace

QList<std::pair<const char *, QByteArray>> writtenForms(const QByteArray &secret)
{
    const QString text = QString::fromLatin1(secret);
    const QByteArray hex = secret.toHex();
    return {{"plain", secret},
            {"UTF-16", QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)},
            {"hex", hex},
            {"HEX", hex.toUpper()},
            {"percents", inPercents(hex)},
            {"PERCENTS", inPercents(hex.toUpper())},
            {"base64", base64At(secret, 0)},
            {"base64 + 1", base64At(secret, 1)},
            {"base64 + 2", base64At(secret, 2)}};
}

QList<CanaryHit> canariesIn(const QByteArray &bytes, const QString &file)
{
    QList<CanaryHit> hits;
    for (const Canary *canary : {&canaryKey, &canaryHeader, &canaryPassword, &canaryQuestion}) {
        for (const auto &[encoding, form] : writtenForms(canary->secret)) {
            if (bytes.contains(form))
                hits.append({file, canary->name, encoding});
        }
    }
    return hits;
}

QList<CanaryHit> canariesIn(const QString &folder)
{
    QList<CanaryHit> hits;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(folder.size() + 1);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be searched", qPrintable(path));
        hits += canariesIn(file.readAll(), name);
        hits += canariesIn(name.toUtf8(), name);
    }
    return hits;
}

} // namespace support
