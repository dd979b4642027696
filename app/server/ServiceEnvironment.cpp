#include "server/ServiceEnvironment.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <array>

namespace server {
namespace {

using namespace Qt::StringLiterals;

// Where units lie; what stands first counts.
const std::array unitFolders{u"etc/systemd/system"_s, u"run/systemd/system"_s,
                             u"usr/local/lib/systemd/system"_s, u"usr/lib/systemd/system"_s,
                             u"lib/systemd/system"_s};

QStringList linesOf(const QString &path)
{
    constexpr qint64 most = 256 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.read(most));
    text.replace(u"\\\n"_s, u" "_s); // a line that goes on
    return text.split(u'\n');
}

QString unitFile(const QString &root)
{
    for (const QString &folder : unitFolders) {
        const QString path = QDir(root).filePath(folder + u"/ollama.service"_s);
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

// By name, whichever folder they are in; of two with one name the one in the first folder counts.
QStringList dropIns(const QString &root)
{
    QMap<QString, QString> byName;
    for (const QString &folder : unitFolders) {
        const QDir place(QDir(root).filePath(folder + u"/ollama.service.d"_s));
        for (const QString &name : place.entryList({u"*.conf"_s}, QDir::Files)) {
            if (!byName.contains(name))
                byName.insert(name, place.filePath(name));
        }
    }
    return byName.values();
}

void readInto(EngineEnvironment &environment, const QString &path)
{
    QString section;
    for (const QString &line : linesOf(path)) {
        const QString text = line.trimmed();
        if (text.startsWith(u'['))
            section = text;
        if (section != "[Service]"_L1 || !text.startsWith("Environment="_L1))
            continue;
        const QStringList words = systemdWords(text.section(u'=', 1));
        if (words.isEmpty())
            environment = {}; // an empty line takes back what stood before
        for (const QString &word : words) {
            const auto rules = engineRules();
            const QString name = word.section(u'=', 0, 0);
            const auto rule = std::ranges::find_if(
                rules, [&name](const EngineRule &each) { return name == QLatin1String(each.name); });
            // What the engine would not understand is not set.
            if (rule != rules.end() && !environment.set(rule->variable, word.section(u'=', 1)))
                static_cast<void>(environment.set(rule->variable, u""));
        }
    }
}

} // namespace

EngineEnvironment serviceEnvironment(const QString &root)
{
    EngineEnvironment environment;
    const QString unit = unitFile(root);
    if (unit.isEmpty())
        return environment;
    readInto(environment, unit);
    for (const QString &path : dropIns(root))
        readInto(environment, path);
    return environment;
}

QStringList systemdWords(const QString &line)
{
    QStringList words;
    QString word;
    QChar quote;
    bool isWord = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'\\' && quote != u'\'' && i + 1 < line.size()) {
            word += line.at(++i);
            isWord = true;
        } else if (!quote.isNull() ? c == quote : (c == u'"' || c == u'\'')) {
            quote = quote.isNull() ? c : QChar();
            isWord = true;
        } else if (quote.isNull() && c.isSpace()) {
            if (isWord)
                words.append(word.replace(u"%%"_s, u"%"_s));
            word.clear();
            isWord = false;
        } else {
            word += c;
            isWord = true;
        }
    }
    if (isWord)
        words.append(word.replace(u"%%"_s, u"%"_s));
    return words;
}

bool hasEngineService(const QString &root)
{
    return !unitFile(root).isEmpty();
}

} // namespace server
