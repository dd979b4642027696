#include "exchange/Source.h"

#include "base/Text.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace exchange {

chat::Id idOf(Source source, const QString &conversation, const QString &message)
{
    // The numbers stand in ids of databases by now and may not change.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(static_cast<int>(source)) + '\0');
    hash.addData(conversation.toUtf8() + '\0');
    hash.addData(message.toUtf8());
    constexpr quint64 positive = (quint64(1) << 63) - 1;
    const auto id = static_cast<chat::Id>(qFromBigEndian<quint64>(hash.result().constData()) & positive);
    return id == 0 ? 1 : id;
}

void addName(QStringList &names, const QString &name)
{
    if (const QString shown = base::displayLine(name, longestTitle); !shown.isEmpty())
        names.append(shown);
}

QString titleOf(const QList<chat::Message> &messages)
{
    const auto question = std::ranges::find(messages, backend::Role::User, &chat::Message::role);
    if (question != messages.cend())
        return chat::titleFrom(question->text);
    return messages.isEmpty() ? QString() : chat::titleFrom(messages.constFirst().text);
}

QDateTime timeOf(double number)
{
    constexpr double earliest = 631'152'000; // 1990
    constexpr double latest = 7'258'118'400; // 2200
    double seconds = number;
    // In milliseconds no time of ours is below what the latest is in seconds, and so on.
    for (int unit = 0; unit < 3 && seconds > latest; ++unit)
        seconds /= 1000;
    if (!(seconds >= earliest && seconds <= latest))
        return {};
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC);
}

} // namespace exchange
