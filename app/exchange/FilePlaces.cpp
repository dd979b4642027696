#include "exchange/FilePlaces.h"

#include "base/AtomicFile.h"
#include "exchange/FileName.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace exchange {

namespace {

// Two names that are the same to any file system are the same here.
QString comparable(const QString &path)
{
    return path.normalized(QString::NormalizationForm_KD).toCaseFolded();
}

QString numbered(const QString &name, int number)
{
    return number == 1 ? name : u"%1 (%2)"_s.arg(name, QString::number(number));
}

} // namespace

FilePlaces::FilePlaces(const QString &directory, const QList<chat::Folder> &folders, chat::Id root,
                       const QString &ending, const QString &untitled)
    : m_directory(directory)
    , m_ending(u'.' + ending)
    , m_untitled(untitled)
    , m_directories({{root, directory}})
{
    // Each stands after the one that it is in.
    for (const chat::Folder &folder : folders) {
        const auto outer = m_directories.constFind(folder.parent);
        if (folder.id != root && outer != m_directories.cend())
            m_directories.insert(folder.id, give(*outer, fileNameFrom(folder.name, u"_"_s), {}));
    }
}

QString FilePlaces::next(const chat::Conversation &conversation)
{
    return give(m_directories.value(conversation.filing.folder, m_directory),
                fileNameFrom(conversation.title, m_untitled), m_ending);
}

QString FilePlaces::give(const QString &directory, const QString &name, const QString &ending)
{
    const QString start = directory + u'/';
    int &number = m_numbers[comparable(start + name + ending)];
    for (;;) {
        const QString place = start + numbered(name, ++number) + ending;
        const QString compared = comparable(place);
        if (!m_given.contains(compared)) {
            m_given.insert(compared);
            return place;
        }
    }
}

QString freePlace(const QString &path)
{
    int number = 1;
    while (QFileInfo::exists(numbered(path, number)))
        ++number;
    return numbered(path, number);
}

base::Result<void> makeFolderOf(const QString &path)
{
    QString folder = QFileInfo(path).absolutePath();
    if (QDir().mkpath(folder))
        return {};
    const QString words = qt_error_string();
    while (!QFileInfo::exists(folder))
        folder = QFileInfo(folder).path();
    return std::unexpected(base::fileError(QDir(folder).filePath(u"new"_s), words));
}

} // namespace exchange
