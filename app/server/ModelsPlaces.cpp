#include "server/ModelsPlaces.h"

#include "server/ServiceEnvironment.h"

#include <QDir>
#include <QFile>

namespace server {
namespace {

using namespace Qt::StringLiterals;

// Of the user the service runs as; its installers and the distributions choose different ones.
QString homeOfService(const QString &root)
{
    constexpr qint64 most = 1024 * 1024;
    QFile file(QDir(root).filePath(u"etc/passwd"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(file.read(most)).split(u'\n');
    for (const QString &line : lines) {
        const QStringList fields = line.split(u':');
        if (fields.first() == "ollama"_L1 && fields.size() > 5 && fields[5].startsWith(u'/'))
            return fields[5];
    }
    return {};
}

} // namespace

QStringList modelsPlaces(const QStringList &first, const QString &root)
{
    const QString usual = u".ollama/models"_s;
    QStringList places = first;
    places.append(qEnvironmentVariable("OLLAMA_MODELS"));
    places.append(QDir::home().filePath(usual));
    places.append(serviceEnvironment(root).value(EngineVariable::Models));
    if (const QString home = homeOfService(root); !home.isEmpty())
        places.append(QDir(home).filePath(usual));
    places.append(QDir(u"/usr/share/ollama"_s).filePath(usual));
    for (QString &place : places)
        place = place.isEmpty() ? QString() : QDir::cleanPath(place);
    places.removeAll(QString());
    places.removeDuplicates();
    return places;
}

} // namespace server
