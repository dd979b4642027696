#include "base/Access.h"

#include "base/ServerUrl.h"

#include <algorithm>
#include <array>

namespace base {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype maximumHeader = 8 * 1024;
constexpr qsizetype leastSecret = 16;
constexpr qsizetype leastRefusedSecret = 8;

// RFC 9110: tchar.
bool isNameCharacter(char c)
{
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || (c >= '0' && c <= '9') || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

// Visible ASCII and, inside, blanks. A line break would begin another header.
bool isValue(QByteArrayView value)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const bool isBare = value.isEmpty() || (!isBlank(value.front()) && !isBlank(value.back()));
    return isBare && value.size() <= maximumHeader &&
           std::ranges::all_of(value, [&](char c) { return isBlank(c) || (c > 0x20 && c < 0x7f); });
}

bool isKey(QByteArrayView key)
{
    return isValue(key) && !key.contains(' ') && !key.contains('\t');
}

bool isProxyNamed(const Proxy &proxy)
{
    const bool isOwn = proxy.use == Proxy::Use::Http || proxy.use == Proxy::Use::Socks5;
    return !isOwn || (!proxy.host.isEmpty() && proxy.port != 0);
}

// How many bytes `text` begins with are `digits` that mean `character`; 0 = others.
qsizetype sizeOfNumber(QByteArrayView text, qsizetype digits, int base, char character)
{
    if (digits <= 0 || digits > text.size() || text.front() == '-' || text.front() == '+')
        return 0;
    bool isNumber = false;
    const uint number = text.first(digits).toUInt(&isNumber, base);
    return isNumber && number == static_cast<uchar>(character) ? digits : 0;
}

// "&#43;" and "&#x2b;"
qsizetype sizeOfEntity(QByteArrayView text, char character)
{
    constexpr qsizetype longest = 8;
    const qsizetype end = text.first(std::min(text.size(), longest)).indexOf(';');
    if (end < 0 || !text.startsWith("&#"))
        return 0;
    const bool isHex = text.sliced(2).startsWith('x') || text.sliced(2).startsWith('X');
    const qsizetype start = isHex ? 3 : 2;
    return sizeOfNumber(text.sliced(start), end - start, isHex ? 16 : 10, character) > 0 ? end + 1 : 0;
}

// "\/", "\u002f", and both with more backslashes, as JSON within JSON has them; a hostile text of nothing
// else is not to be read again from each of them.
qsizetype sizeOfEscape(QByteArrayView text, char character)
{
    constexpr qsizetype mostSlashes = 15;
    const QByteArrayView start = text.first(std::min(text.size(), mostSlashes));
    const auto other = std::ranges::find_if(start, [](char c) { return c != '\\'; });
    const qsizetype slashes = other - start.begin();
    const QByteArrayView rest = text.sliced(slashes);
    if (slashes > 0 && rest.startsWith('u') && sizeOfNumber(rest.sliced(1), 4, 16, character) > 0)
        return slashes + 5;
    return slashes > 0 && rest.startsWith(character) ? slashes + 1 : 0;
}

// How many bytes `text` begins with stand for `character`; 0 = something else.
qsizetype sizeOf(char character, QByteArrayView text)
{
    if (const qsizetype size = sizeOfEscape(text, character); size > 0)
        return size;
    if (text.front() == character)
        return 1;
    if (text.front() == '%')
        return sizeOfNumber(text.sliced(1), 2, 16, character) > 0 ? 3 : 0;
    return text.front() == '&' ? sizeOfEntity(text, character) : 0;
}

// How many bytes `text` begins with stand for `secret`; 0 = something else.
qsizetype sizeOf(QByteArrayView secret, QByteArrayView text)
{
    qsizetype at = 0;
    for (const char character : secret) {
        const qsizetype size = at < text.size() ? sizeOf(character, text.sliced(at)) : 0;
        if (size == 0)
            return 0;
        at += size;
    }
    return at;
}

QByteArray without(const QByteArray &text, QByteArrayView secret)
{
    QByteArray result;
    qsizetype kept = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = sizeOf(secret, QByteArrayView(text).sliced(at));
        if (size > 0) {
            result += QByteArrayView(text).sliced(kept, at - kept);
            result += "***";
            kept = at + size;
        }
        at += std::max<qsizetype>(size, 1);
    }
    return kept == 0 ? text : result + text.sliced(kept);
}

} // namespace

QString origin(const QUrl &url)
{
    return url.scheme() + "://"_L1 + hostAndPort(url);
}

// A name below .localhost should mean this machine, but not every resolver knows.
bool isReadOnTheWay(const QUrl &url)
{
    return url.scheme() != "https"_L1 &&
           (!isLoopback(url) || url.host().contains(".localhost"_L1, Qt::CaseInsensitive));
}

bool isHeaderAllowed(const Header &header)
{
    static constexpr std::array ours{
        "accept",  "accept-encoding", "connection", "content-length",    "content-type",
        "cookie",  "expect",          "host",       "keep-alive",        "te",
        "trailer", "upgrade",         "user-agent", "transfer-encoding", "http2-settings",
    };
    const QByteArray name = header.name.toLower();
    return !name.isEmpty() && name.size() <= maximumHeader && std::ranges::all_of(name, isNameCharacter) &&
           !name.startsWith("proxy-") && std::ranges::find(ours, name) == ours.end() && isValue(header.value);
}

std::optional<Error> refusal(const Access &access, const QUrl &url)
{
    const bool isSecretive = !access.key.isEmpty() || !access.headers.isEmpty();
    if ((isSecretive || !access.url.isEmpty()) && origin(url) != origin(access.url))
        return Error{Error::Kind::Invalid, origin(url)};
    if (!isKey(access.key))
        return Error{Error::Kind::Invalid, {}};
    for (const Header &header : access.headers) {
        const bool isSecondKey =
            !access.key.isEmpty() && header.name.compare("authorization", Qt::CaseInsensitive) == 0;
        if (isSecondKey || !isHeaderAllowed(header))
            return Error{Error::Kind::Invalid, QString::fromLatin1(header.name)};
    }
    if (!isProxyNamed(access.proxy))
        return Error{Error::Kind::Invalid, access.proxy.host};
    if (isSecretive && !access.isClearKeyAllowed && isReadOnTheWay(url))
        return Error{Error::Kind::KeyInClear, origin(url)};
    return std::nullopt;
}

QByteArrayList secretsOf(const Access &access, SaidIn saidIn)
{
    const qsizetype least = saidIn == SaidIn::Answers ? leastSecret : leastRefusedSecret;
    const QByteArray password = access.proxy.password.toUtf8();
    QByteArrayList secrets{access.key, password, (access.proxy.user.toUtf8() + ':' + password).toBase64()};
    for (const Header &header : access.headers)
        secrets.append(header.value);
    secrets.removeIf([least](const QByteArray &secret) { return secret.size() < least; });
    // One may be the beginning of another.
    std::ranges::sort(secrets, std::ranges::greater(), &QByteArray::size);
    return secrets;
}

QByteArray withoutSecrets(const QByteArray &text, const QByteArrayList &secrets)
{
    QByteArray result = text;
    for (const QByteArray &secret : secrets)
        result = without(result, secret);
    return result;
}

} // namespace base
