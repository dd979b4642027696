// The SHA-256 of bytes that come part by part. Qt 6.4's own takes five times as long, which is felt where
// files of models are read. Used by FileDigest and MoveCopy.
#pragma once

#include <QByteArray>

#include <memory>

struct evp_md_ctx_st; // of OpenSSL

namespace library {

class Sha256
{
public:
    Sha256();

    void add(QByteArrayView bytes);
    // 64 hex digits. Nothing can be added afterwards.
    QByteArray hex();

private:
    std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st *)> m_hash;
};

} // namespace library
