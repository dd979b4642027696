#include "wire/Json.h"

#include "base/Text.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace wire {
namespace {

using namespace Qt::StringLiterals;

// No reply of a server of models comes near. Within so many bytes brackets cost little; in a longer, hostile
// reply they would fill the memory, at a hundred bytes for each.
constexpr int maximumDepth = 100;
constexpr qsizetype harmlessSize = 64 * 1024;

bool isTooDeep(QByteArrayView bytes)
{
    int depth = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < bytes.size() && depth <= maximumDepth; ++i) {
        const char c = bytes[i];
        if (c == '"')
            isInText = !isInText;
        else if (isInText)
            i += c == '\\' ? 1 : 0;
        else if (c == '[' || c == '{')
            ++depth;
        else if (c == ']' || c == '}')
            --depth;
    }
    return depth > maximumDepth;
}

} // namespace

Json parseJson(QByteArrayView bytes)
{
    if (bytes.size() > harmlessSize && isTooDeep(bytes))
        return Json(Json::value_t::discarded);
    return Json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

QByteArray toBytes(const Json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

const Json &member(const Json &object, const char *key)
{
    static const Json none;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : none;
}

QString rawText(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

QString text(const Json &object, const char *key)
{
    return base::displayText(rawText(member(object, key)));
}

QString answerText(const Json &object, const char *key)
{
    return rawText(member(object, key)).remove(QChar(0));
}

qint64 count(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    if (value.is_number_unsigned()) {
        constexpr quint64 maximum = std::numeric_limits<qint64>::max();
        return static_cast<qint64>(std::min<quint64>(value.get<quint64>(), maximum));
    }
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return number > 0 && number < 9e18 ? static_cast<qint64>(number) : 0;
    }
    return value.is_number_integer() ? std::max<qint64>(value.get<qint64>(), 0) : 0;
}

double number(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_number() ? value.get<double>() : 0;
}

QDateTime time(const Json &object, const char *key)
{
    // Qt reads three digits of a second.
    static const QRegularExpression beyondMilliseconds(u"(\\.\\d{3})\\d+"_s);
    QString written = rawText(member(object, key));
    const auto result =
        QDateTime::fromString(written.replace(beyondMilliseconds, u"\\1"_s), Qt::ISODateWithMs);
    return result.date().year() > 1 ? result : QDateTime();
}

base::Error notUnderstood(QByteArrayView bytes)
{
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 300));
    return {base::Error::Kind::Protocol, base::displayLine(QString::fromUtf8(start))};
}

} // namespace wire
