#include "support/SpecExamples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

namespace {

const QString folder = QStringLiteral("/usr/share/gocode/src/github.com/yuin/goldmark/");

QByteArray contents(const QString &path)
{
    QFile file(folder + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addCommonMark(QList<SpecExample> &examples)
{
    const QJsonArray all = QJsonDocument::fromJson(contents(QStringLiteral("_test/spec.json"))).array();
    for (const QJsonValue &value : all) {
        const QString section = value[QStringLiteral("section")].toString();
        const int number = value[QStringLiteral("example")].toInt();
        examples.append({section.toUtf8() + ' ' + QByteArray::number(number),
                         value[QStringLiteral("markdown")].toString(),
                         value[QStringLiteral("html")].toString()});
    }
}

// number ///- -/// Markdown ///- -/// HTML ///= =///
void addExtension(QList<SpecExample> &examples, const QByteArray &name)
{
    static const QString rule = QStringLiteral("//- - - - - - - - -//\n");
    static const QString end = QStringLiteral("//= = = = = = = = = = = = = = = = = = = = = = = =//");
    const QString all =
        QString::fromUtf8(contents(QStringLiteral("extension/_test/%1.txt").arg(QLatin1StringView(name))));
    int number = 0;
    for (const QString &entry : all.split(end)) {
        const QStringList parts = entry.split(rule);
        if (parts.size() == 3)
            examples.append({name + ' ' + QByteArray::number(++number), parts[1], parts[2]});
    }
}

} // namespace

QList<SpecExample> specExamples()
{
    QList<SpecExample> examples;
    addCommonMark(examples);
    for (const char *name : {"table", "strikethrough", "tasklist", "linkify", "footnote"})
        addExtension(examples, name);
    return examples;
}

} // namespace support
