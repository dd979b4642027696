#include "server/EngineSettings.h"

#include "base/AtomicFile.h"
#include "base/Text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace server {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

constexpr qint64 fileSizeLimit = 64 * 1024;
constexpr auto programName = "INKSTONE_ENGINE_PROGRAM"_L1; // no variable of the engine's

} // namespace

EngineSettings::EngineSettings(const QString &filePath, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
{
    load();
}

void EngineSettings::load()
{
    QFile file(m_filePath);
    if (!file.exists())
        return;
    if (!QFileInfo(m_filePath).isFile() || !file.open(QIODevice::ReadOnly)) {
        m_loadError = Error{Error::Kind::Storage, file.errorString()};
        return;
    }
    if (file.size() > fileSizeLimit) {
        m_loadError = Error{Error::Kind::Damaged, m_filePath};
        return;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines)
        take(line.trimmed());
}

void EngineSettings::take(const QString &line)
{
    if (line.isEmpty() || line.startsWith(u'#'))
        return;
    const QString name = line.section(u'=', 0, 0);
    if (name == programName && QDir::isAbsolutePath(line.section(u'=', 1))) {
        m_program = line.section(u'=', 1);
        return;
    }
    const auto rules = engineRules();
    const auto rule =
        std::ranges::find_if(rules, [&](const EngineRule &each) { return name == QLatin1String(each.name); });
    if (rule == rules.end() || !m_environment.set(rule->variable, line.section(u'=', 1)))
        m_ignoredLines.append(base::displayLine(line));
}

QString EngineSettings::modelsFolder() const
{
    const QString chosen = m_environment.value(EngineVariable::Models);
    if (!chosen.isEmpty())
        return chosen;
    const QString inherited = qEnvironmentVariable("OLLAMA_MODELS");
    return inherited.isEmpty() ? QDir::home().filePath(QStringLiteral(".ollama/models")) : inherited;
}

base::Result<void> EngineSettings::set(EngineVariable variable, QStringView typed)
{
    const QString before = m_environment.value(variable);
    if (const auto result = m_environment.set(variable, typed); !result)
        return result;
    if (m_environment.value(variable) == before)
        return {};
    const auto saved = save();
    Q_EMIT changed();
    return saved;
}

base::Result<void> EngineSettings::setProgram(const QString &path)
{
    const bool isPath = QDir::isAbsolutePath(path) && base::displayLine(path) == path;
    if (!path.isEmpty() && !isPath)
        return base::failure(Error::Kind::Invalid, base::displayLine(path));
    if (std::exchange(m_program, path) == path)
        return {};
    const auto saved = save();
    Q_EMIT changed();
    return saved;
}

base::Result<void> EngineSettings::save()
{
    if (!QDir().mkpath(QFileInfo(m_filePath).absolutePath()))
        return std::unexpected(base::fileError(m_filePath, m_filePath));
    // What was not understood may be someone's work.
    const QString bad = m_filePath + u".bad"_s;
    if ((!m_ignoredLines.isEmpty() || m_loadError) && QFile::exists(m_filePath) && !QFile::exists(bad) &&
        !QFile::copy(m_filePath, bad))
        return std::unexpected(base::fileError(bad, bad));
    QByteArray text = "# The environment of the engine that Inkstone starts.\n";
    if (!m_program.isEmpty())
        text += (programName + u'=' + m_program + u'\n').toUtf8();
    for (const auto &[name, value] : m_environment.assignments())
        text += (name + u'=' + value + u'\n').toUtf8();
    return base::writeAllAtomic(m_filePath, text);
}

} // namespace server
