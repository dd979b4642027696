#include "library/KeptName.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace library {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTag = 80; // ollama-api.md section 6.1
constexpr int mostOfADay = 99;
constexpr qsizetype longestOwn = longestTag - qsizetype("-before-2026-11-23-99"_L1.size());

struct KeptTag
{
    QString own; // the first `longestOwn` of the tag it was made of
    QDate day;
    int number = 1;
};

std::optional<KeptTag> keptTag(const QString &tag)
{
    static const QRegularExpression pattern(u"^(.+)-before-(\\d{4}-\\d{2}-\\d{2})(?:-([1-9]\\d?))?\\z"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(tag);
    const QDate day = QDate::fromString(match.captured(2), Qt::ISODate);
    if (!match.hasMatch() || !day.isValid())
        return std::nullopt;
    return KeptTag{match.captured(1), day, std::max(match.captured(3).toInt(), 1)};
}

} // namespace

base::Result<QString> keptName(const QString &model, QDate day, const QStringList &taken)
{
    base::Result<base::ModelName> name = base::parseModelName(model);
    if (!name)
        return std::unexpected(name.error());
    QSet<QString> keys;
    for (const QString &one : taken)
        keys.insert(base::modelKey(one));
    const QString tag = name->tag.left(longestOwn) + u"-before-"_s + day.toString(Qt::ISODate);
    for (int number = 1; number <= mostOfADay; ++number) {
        name->tag = number == 1 ? tag : tag + u'-' + QString::number(number);
        if (!keys.contains(base::modelKey(name->display())))
            return name->display();
    }
    return base::failure(base::Error::Kind::Invalid, model);
}

std::optional<KeptModel> keptModel(const QString &name)
{
    base::Result<base::ModelName> parsed = base::parseModelName(name);
    const std::optional<KeptTag> tag = parsed ? keptTag(parsed->tag) : std::nullopt;
    if (!tag)
        return std::nullopt;
    parsed->tag = tag->own;
    return KeptModel{tag->own.size() < longestOwn ? parsed->display() : QString(), tag->day, tag->number};
}

bool isKeptOf(const QString &kept, const QString &model)
{
    base::Result<base::ModelName> old = base::parseModelName(kept);
    base::Result<base::ModelName> original = base::parseModelName(model);
    const std::optional<KeptTag> tag = old ? keptTag(old->tag) : std::nullopt;
    if (!tag || !original)
        return false;
    old->tag = tag->own;
    original->tag = original->tag.left(longestOwn);
    return base::sameModel(old->display(), original->display());
}

} // namespace library
