#include "server/SelfSigned.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QSslCertificate>

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace server {
namespace {

template <auto release>
struct Release
{
    template <typename T>
    void operator()(T *pointer) const
    {
        release(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;

std::unexpected<base::Error> refused()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char *reason = ERR_reason_error_string(code);
    return base::failure(base::Error::Kind::Server, QString::fromLatin1(reason ? reason : "OpenSSL"));
}

// DNS:name or IP:address, and the name of the machine for itself.
QByteArray alternativeNames(const QString &serverName)
{
    const bool isAddress = !QHostAddress(serverName).isNull();
    return (isAddress ? "IP:" : "DNS:") + serverName.toLatin1() + ",DNS:localhost,IP:127.0.0.1";
}

bool setSerial(X509 *certificate)
{
    // 127 random bits: positive, and never the same twice.
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40);
    const std::unique_ptr<BIGNUM, Release<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setName(X509 *certificate, const QString &serverName)
{
    // A common name has 64 characters at most; what counts is the alternative name.
    const QByteArray common = serverName.toLatin1().left(64);
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto *text = reinterpret_cast<const unsigned char *>(common.constData());
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, int(common.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool setExtension(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool fill(X509 *certificate, EVP_PKEY *key, const QString &serverName, int days)
{
    constexpr long day = 24 * 60 * 60;
    constexpr long clockSkew = 60 * 60; // of a client whose clock is behind
    return X509_set_version(certificate, 2) == 1 && setSerial(certificate) &&
           setName(certificate, serverName) &&
           X509_gmtime_adj(X509_getm_notBefore(certificate), -clockSkew) &&
           X509_gmtime_adj(X509_getm_notAfter(certificate), days * day) &&
           X509_set_pubkey(certificate, key) == 1 &&
           setExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           setExtension(certificate, NID_key_usage, "critical,digitalSignature") &&
           setExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           setExtension(certificate, NID_subject_alt_name, alternativeNames(serverName)) &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

QByteArray textOf(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return size > 0 ? QByteArray(bytes, size) : QByteArray();
}

} // namespace

base::Result<SelfSigned> makeSelfSigned(const QString &serverName, int days)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate || !fill(certificate.get(), key.get(), serverName, days))
        return refused();
    const Memory certificateText(BIO_new(BIO_s_mem()));
    const Memory keyText(BIO_new(BIO_s_secmem()));
    if (!certificateText || !keyText || PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1 ||
        PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return refused();
    SelfSigned made{textOf(certificateText.get()), textOf(keyText.get()), {}, {}};
    const QSslCertificate parsed(made.certificate);
    made.fingerprint = parsed.digest(QCryptographicHash::Sha256);
    made.until = parsed.expiryDate();
    return made;
}

} // namespace server
