// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/keypair.h"

#include <QLibrary>
#include <QSslCertificate>

#include <openssl/err.h>
#include <openssl/pem.h>

#include <memory>

namespace framekey
{

namespace
{

// Looked up when it is needed: linked, it would be loaded at every start. Qt's TLS has it loaded by then.
template <typename Function>
Function *named(const char *name)
{
    return reinterpret_cast<Function *>(QLibrary::resolve(QStringLiteral("crypto"), 3, name));
}

struct Crypto {
    decltype(&BIO_new_mem_buf) open = named<decltype(BIO_new_mem_buf)>("BIO_new_mem_buf");
    decltype(&BIO_free) close = named<decltype(BIO_free)>("BIO_free");
    decltype(&PEM_read_bio_X509) readCertificate = named<decltype(PEM_read_bio_X509)>("PEM_read_bio_X509");
    decltype(&X509_free) freeCertificate = named<decltype(X509_free)>("X509_free");
    decltype(&PEM_read_bio_PrivateKey) readKey =
        named<decltype(PEM_read_bio_PrivateKey)>("PEM_read_bio_PrivateKey");
    decltype(&EVP_PKEY_free) freeKey = named<decltype(EVP_PKEY_free)>("EVP_PKEY_free");
    decltype(&X509_check_private_key) check =
        named<decltype(X509_check_private_key)>("X509_check_private_key");
    decltype(&ERR_clear_error) clearErrors = named<decltype(ERR_clear_error)>("ERR_clear_error");

    [[nodiscard]] bool isWhole() const
    {
        return open && close && readCertificate && freeCertificate && readKey && freeKey && check &&
               clearErrors;
    }
};

/// Never asked at a terminal: a key with a passphrase is no key to Framekey.
int noPassphrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*data*/)
{
    return -1;
}

} // namespace

bool isKeyPair(const QSslCertificate &certificate, const QByteArray &keyPem)
{
    const Crypto crypto;
    if (!crypto.isWhole())
        return true;
    const auto reader = [&crypto](const QByteArray &pem) {
        return std::unique_ptr<BIO, decltype(crypto.close)>(
            crypto.open(pem.constData(), static_cast<int>(pem.size())), crypto.close);
    };
    const QByteArray certificatePem = certificate.toPem();
    const std::unique_ptr<X509, decltype(crypto.freeCertificate)> own(
        crypto.readCertificate(reader(certificatePem).get(), nullptr, noPassphrase, nullptr),
        crypto.freeCertificate);
    const std::unique_ptr<EVP_PKEY, decltype(crypto.freeKey)> key(
        crypto.readKey(reader(keyPem).get(), nullptr, noPassphrase, nullptr), crypto.freeKey);
    const bool pair = !own || !key || crypto.check(own.get(), key.get()) == 1;
    // What is left in OpenSSL's queue would be taken for a failure of the next connection.
    crypto.clearErrors();
    return pair;
}

} // namespace framekey
