#include "base/Certificate.h"

#include "base/Text.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <algorithm>

namespace base {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype fingerprintSize = 32;
constexpr qsizetype maximumNames = 20;

QString nameOf(const QStringList &common, const QStringList &organization, const QString &all)
{
    for (const QStringList &names : {common, organization}) {
        if (!names.isEmpty() && !names.first().isEmpty())
            return displayLine(names.first());
    }
    return displayLine(all);
}

QStringList hostNamesOf(const QSslCertificate &certificate)
{
    QStringList names;
    const auto alternatives = certificate.subjectAlternativeNames();
    for (const QSsl::AlternativeNameEntryType type : {QSsl::DnsEntry, QSsl::IpAddressEntry})
        names += alternatives.values(type);
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.removeDuplicates();
    names.sort();
    names.resize(std::min(names.size(), maximumNames));
    std::ranges::transform(names, names.begin(), [](const QString &name) { return displayLine(name); });
    return names;
}

} // namespace

Certificate certificateOf(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    return {.subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                              certificate.subjectInfo(QSslCertificate::Organization),
                              certificate.subjectDisplayName()),
            .issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                             certificate.issuerInfo(QSslCertificate::Organization),
                             certificate.issuerDisplayName()),
            .hostNames = hostNamesOf(certificate),
            .validFrom = certificate.effectiveDate().toUTC(),
            .validUntil = certificate.expiryDate().toUTC(),
            .fingerprint = certificate.digest(QCryptographicHash::Sha256),
            .isSelfSigned = certificate.isSelfSigned()};
}

Result<QList<Certificate>> certificatesIn(const QByteArray &pem)
{
    QList<Certificate> result;
    for (const QSslCertificate &certificate : QSslCertificate::fromData(pem, QSsl::Pem))
        result.append(certificateOf(certificate));
    if (result.isEmpty())
        return failure(Error::Kind::Invalid);
    return result;
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

Result<QByteArray> fingerprintOf(QStringView text)
{
    QByteArray digits;
    for (const QChar c : text) {
        const bool isDigit = (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
        if (isDigit)
            digits += c.toLatin1();
        else if (c != u':' && !c.isSpace())
            return failure(Error::Kind::Invalid, displayLine(text));
    }
    if (digits.size() != 2 * fingerprintSize)
        return failure(Error::Kind::Invalid, displayLine(text));
    return QByteArray::fromHex(digits);
}

} // namespace base
