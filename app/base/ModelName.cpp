#include "base/ModelName.h"

#include "base/ServerUrl.h"
#include "base/Text.h"

#include <QUrl>

#include <algorithm>

namespace base {
namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView defaultHost = "registry.ollama.ai"_L1;
constexpr QLatin1StringView defaultSpace = "library"_L1;
constexpr QLatin1StringView defaultTag = "latest"_L1;

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

// `others`: what may follow the first character besides word characters.
bool isPart(QStringView part, QLatin1StringView others, qsizetype maximum)
{
    return !part.isEmpty() && part.size() <= maximum && isWordCharacter(part.front()) &&
           std::ranges::all_of(part.sliced(1), [others](QChar c) {
               return isWordCharacter(c) || (c.unicode() < 0x80 && others.contains(c));
           });
}

bool same(const QString &a, QLatin1StringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QString ModelName::display() const
{
    const QString nameAndTag = model + u':' + tag;
    if (!same(host, defaultHost))
        return host + u'/' + space + u'/' + nameAndTag;
    return same(space, defaultSpace) ? nameAndTag : space + u'/' + nameAndTag;
}

bool ModelName::isFromUsualRegistry() const
{
    return same(host, defaultHost);
}

bool ModelName::isOnLoopback() const
{
    return isLoopback(QUrl("http://"_L1 + host));
}

Result<ModelName> parseModelName(QStringView typed)
{
    QStringView rest = typed.trimmed();
    if (const qsizetype scheme = rest.indexOf("://"_L1); scheme >= 0)
        rest = rest.sliced(scheme + 3);

    ModelName name{.host = defaultHost, .space = defaultSpace, .model = {}, .tag = defaultTag};
    // A colon before the last slash belongs to the host's port.
    if (const qsizetype colon = rest.lastIndexOf(u':'); colon > rest.lastIndexOf(u'/')) {
        name.tag = rest.sliced(colon + 1).toString();
        rest = rest.first(colon);
    }
    const QList<QStringView> parts = rest.split(u'/');
    name.model = parts.back().toString();
    if (parts.size() >= 2)
        name.space = parts[parts.size() - 2].toString();
    if (parts.size() == 3)
        name.host = parts.front().toString();

    if (parts.size() > 3 || !isPart(name.host, "-.:"_L1, 350) || !isPart(name.space, "-"_L1, 80) ||
        !isPart(name.model, "-."_L1, 80) || !isPart(name.tag, "-."_L1, 80))
        return failure(Error::Kind::Invalid, displayLine(typed));
    return name;
}

QString modelKey(QStringView name)
{
    const auto parsed = parseModelName(name);
    return parsed ? parsed->display().toLower() : name.toString();
}

bool sameModel(QStringView a, QStringView b)
{
    return modelKey(a) == modelKey(b);
}

} // namespace base
