#include "library/Sha256.h"

#include <array>
#include <openssl/evp.h>

namespace library {

Sha256::Sha256()
    : m_hash(EVP_MD_CTX_new(), EVP_MD_CTX_free)
{
    EVP_DigestInit_ex(m_hash.get(), EVP_sha256(), nullptr);
}

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_hash.get(), bytes.data(), static_cast<size_t>(bytes.size()));
}

QByteArray Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int count = 0;
    EVP_DigestFinal_ex(m_hash.get(), bytes.data(), &count);
    return QByteArrayView(bytes.data(), static_cast<qsizetype>(count)).toByteArray().toHex();
}

} // namespace library
