#include "library/MoveCopy.h"
#include "library/MoveRemoval.h"
#include "support/LesserRights.h"
#include "support/ModelsStore.h"
#include "support/TinyDisk.h"

#include <QDirIterator>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using base::Error;
using library::MoveCopy;
using library::MovedFiles;
using library::MoveFile;
using library::MoveProgress;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;

namespace {

constexpr int mb = 1'000'000;
constexpr qint64 diskSize = 64LL * mb;

// Everybody, as whom a test may go there.
constexpr QFileDevice::Permissions mayLook = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup |
                                             QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
constexpr QFileDevice::Permissions mayWrite = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;

const library::MoveWatch always = [](const MoveProgress &) { return true; };

struct stat factsOf(const QString &path)
{
    struct stat facts{};
    if (::lstat(QFile::encodeName(path).constData(), &facts) != 0)
        qFatal("no %s", qPrintable(path));
    return facts;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}

// Every file below it, by its path, with its time.
using Snapshot = QMap<QString, std::pair<QByteArray, QDateTime>>;
Snapshot snapshot(const QString &folder)
{
    Snapshot files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        files.insert(info.filePath().mid(folder.size()),
                     {QCryptographicHash::hash(bytesOf(info.filePath()), QCryptographicHash::Sha256),
                      info.lastModified()});
    }
    return files;
}

// Three models, a file that none uses and a download that has begun; and a disk of its own to go to.
struct Fixture
{
    ModelsStore store;
    QTemporaryDir other;
    support::TinyDisk disk{other.path(), diskSize};
    QString from = store.path();
    QString to = other.path();
    QList<MoveFile> files;
    MovedFiles known;

    Fixture()
    {
        const QString weights = store.blob('w', 3 * mb);
        (void)store.model(usualPlace + u"base/1b"_s, {store.blob('1', 100), weights});
        (void)store.model(usualPlace + u"tuned/1b"_s,
                          {store.blob('2', 100), weights, store.blob('t', 2 * mb)});
        (void)store.model(u"127.0.0.1:5000/library/alone/1b"_s, {store.blob('3', 2 * mb)});
        (void)store.blob('o', mb);
        store.partial(ModelsStore::digestOf("p"), 3LL * mb, 8192, 200);
        list();
    }
    void list() { files = library::filesToMove(from).value(); }
    base::Result<void> copy(const library::MoveWatch &watch = always)
    {
        return MoveCopy(from, to, watch).run(files, known);
    }
    // Of the new folder.
    void clear()
    {
        QDir(to + u"/blobs"_s).removeRecursively();
        QDir(to + u"/manifests"_s).removeRecursively();
        known.clear();
    }
    qint64 bytes() const
    {
        qint64 sum = 0;
        for (const MoveFile &file : files)
            sum += file.bytes;
        return sum;
    }
    // What has its name in the new folder is what the old one has.
    bool isTrue() const
    {
        for (const MoveFile &file : files) {
            const QString copy = to + u'/' + file.path;
            if (QFileInfo::exists(copy) && bytesOf(copy) != bytesOf(from + u'/' + file.path))
                return false;
        }
        return true;
    }
    bool isWhole() const
    {
        return isTrue() && std::ranges::all_of(files, [this](const MoveFile &file) {
                   return QFileInfo::exists(to + u'/' + file.path);
               });
    }
};

} // namespace

class TestMoveCopy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesWhatTheEngineNeeds()
    {
        Fixture f;
        QVERIFY(f.disk.isMounted());
        f.store.write(u"notes.txt"_s, "mine");
        const Snapshot before = snapshot(f.from);
        MoveCopy copy(f.from, f.to, always);
        QVERIFY(copy.run(f.files, f.known));
        QVERIFY(f.isWhole());
        QCOMPARE(copy.copiedBytes(), f.bytes());
        QCOMPARE(copy.linkedBytes(), 0);
        QCOMPARE(f.known.size(), f.files.size());
        QVERIFY(!QFileInfo::exists(f.to + u"/notes.txt"_s));
        QVERIFY(!QFileInfo::exists(f.to + u'/' + QString::fromLatin1(library::movePartName)));
        QCOMPARE(snapshot(f.from), before);
        // With their times and their holes.
        const auto partial = std::ranges::find_if(
            f.files, [](const MoveFile &file) { return file.path.endsWith("-partial"_L1); });
        const struct stat copied = factsOf(f.to + u'/' + partial->path);
        QCOMPARE(copied.st_mtim.tv_sec, factsOf(f.from + u'/' + partial->path).st_mtim.tv_sec);
        QVERIFY(copied.st_blocks * 512 < mb);
    }
    void linksOnTheSameDisk()
    {
        Fixture f;
        const QTemporaryDir beside;
        f.to = beside.path();
        MoveCopy copy(f.from, f.to, always);
        QVERIFY(copy.run(f.files, f.known));
        QVERIFY(f.isWhole());
        QVERIFY(copy.linkedBytes() > 10LL * mb);
        QVERIFY(copy.copiedBytes() < 10'000);
        for (const MoveFile &file : std::as_const(f.files)) {
            const bool isSame =
                factsOf(f.to + u'/' + file.path).st_ino == factsOf(f.from + u'/' + file.path).st_ino;
            // The engine writes those anew in place.
            QCOMPARE(isSame, file.kind != MoveFile::Kind::Manifest);
        }
    }
    void tellsHowFarItIsWithoutEverGoingBack()
    {
        Fixture f;
        QList<qint64> told;
        QVERIFY(f.copy([&](const MoveProgress &progress) {
            told.append(progress.doneBytes);
            return progress.totalBytes == f.bytes();
        }));
        QVERIFY(told.size() > 15);
        QVERIFY(std::ranges::is_sorted(told));
        QCOMPARE(told.last(), f.bytes());
        // Half of a file's way is checking it.
        QVERIFY(told[4] < 3LL * mb);
    }
    void copiesWhatALinkLeadsTo()
    {
        Fixture f;
        const QTemporaryDir elsewhere;
        const QString digest = ModelsStore::digestOf(QByteArray(mb, 'l'));
        QFile real(elsewhere.filePath(u"weights"_s));
        QVERIFY(real.open(QIODevice::WriteOnly) && real.write(QByteArray(mb, 'l')) == mb);
        real.close();
        QVERIFY(QFile::link(real.fileName(), f.store.path(ModelsStore::blobName(digest))));
        f.list();
        QVERIFY(f.copy());
        QVERIFY(f.isWhole());
        QVERIFY(S_ISREG(factsOf(f.to + u'/' + ModelsStore::blobName(digest)).st_mode));
    }

    // A child that is killed after each part in turn; what it leaves is true, and the next one goes on.
    void losesNothingWhenItIsKilledAtAnyMoment()
    {
        Fixture f;
        const Snapshot before = snapshot(f.from);
        int kills = 0;
        for (bool isDone = false; !isDone; ++kills) {
            f.clear();
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                int left = kills;
                MovedFiles known;
                (void)MoveCopy(f.from, f.to, [&left](const MoveProgress &) {
                    if (left-- == 0)
                        ::raise(SIGKILL);
                    return true;
                }).run(f.files, known);
                ::_exit(0);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            isDone = WIFEXITED(status);
            QVERIFY(f.isTrue());
            qint64 there = 0;
            for (const MoveFile &file : std::as_const(f.files))
                there += QFileInfo::exists(f.to + u'/' + file.path) ? file.bytes : 0;
            MoveCopy again(f.from, f.to, always);
            QVERIFY(again.run(f.files, f.known));
            QVERIFY(f.isWhole());
            QCOMPARE(again.copiedBytes(), f.bytes() - there);
        }
        QVERIFY(kills > 15);
        QCOMPARE(snapshot(f.from), before);
    }
    void leavesOnlyWhatIsTrueWhenItIsStoppedAtAnyMoment()
    {
        Fixture f;
        int stops = 0;
        for (;; ++stops) {
            f.clear();
            int left = stops;
            const auto result = f.copy([&left](const MoveProgress &) { return left-- > 0; });
            QVERIFY(f.isTrue());
            QVERIFY(!QFileInfo::exists(f.to + u'/' + QString::fromLatin1(library::movePartName)));
            if (result)
                break;
            QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        }
        QVERIFY(stops > 15);
        QVERIFY(f.isWhole());
    }
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom()
    {
        Fixture f;
        const Snapshot before = snapshot(f.from);
        int failures = 0;
        for (qint64 room = 0; room < 10LL * mb; room += mb) {
            QVERIFY(f.disk.fill(room));
            const auto result = f.copy();
            QVERIFY(f.isTrue());
            QVERIFY(!QFileInfo::exists(f.to + u'/' + QString::fromLatin1(library::movePartName)));
            QVERIFY(f.disk.empty());
            if (!result) {
                QCOMPARE(result.error().kind, Error::Kind::NoSpace);
                ++failures;
            }
            f.clear();
        }
        QVERIFY(failures >= 5);
        QVERIFY(f.copy());
        QVERIFY(f.isWhole());
        QCOMPARE(snapshot(f.from), before);
    }
    void saysThatTheDiskCannotBeWritten()
    {
        Fixture f;
        QVERIFY(f.disk.setReadOnly(true));
        const auto result = f.copy();
        QVERIFY(f.disk.setReadOnly(false));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::ReadOnly);
        QVERIFY(result.error().detail.contains(f.to));
    }
    void saysThatAFileMayNotBeRead()
    {
        Fixture f;
        QVERIFY(QFile::setPermissions(f.from + u'/' + f.files[2].path, QFile::WriteOwner));
        QVERIFY(QFile::setPermissions(f.to, mayLook | mayWrite));
        const support::LesserRights rights;
        const auto result = f.copy();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Forbidden);
        QVERIFY2(result.error().detail.contains(f.files[2].path), qPrintable(result.error().detail));
        QVERIFY(f.isTrue());
    }
    void doesNotTakeOverWhatIsDamaged()
    {
        Fixture f;
        const QString digest = ModelsStore::digestOf(QByteArray(3 * mb, 'w'));
        QByteArray bytes(3 * mb, 'w');
        bytes[2 * mb] = 'x';
        f.store.write(ModelsStore::blobName(digest), bytes);
        const auto result = f.copy();
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error{Error::Kind::Damaged, ModelsStore::blobName(digest)}));
        QVERIFY(!QFileInfo::exists(f.to + u'/' + ModelsStore::blobName(digest)));
        QCOMPARE(bytesOf(f.store.path(ModelsStore::blobName(digest))), bytes);
    }
    void writesAnewWhatIsNotTheSame_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("shorter") << 100;
        QTest::newRow("as long, and wrong") << 3 * mb;
        QTest::newRow("empty") << 0;
    }
    void writesAnewWhatIsNotTheSame()
    {
        Fixture f;
        QFETCH(int, size);
        const QString name = ModelsStore::blobName(ModelsStore::digestOf(QByteArray(3 * mb, 'w')));
        QVERIFY(QDir(f.to).mkpath(u"blobs"_s));
        QFile wrong(f.to + u'/' + name);
        QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.write(QByteArray(size, 'v')) == size);
        wrong.close();
        QVERIFY(f.copy());
        QVERIFY(f.isWhole());
        // And one that was damaged after it had been found to be right.
        QVERIFY(wrong.open(QIODevice::ReadWrite) && wrong.write("x") == 1);
        wrong.close();
        QVERIFY(f.copy());
        QVERIFY(f.isWhole());
    }
    void writesOverNothingButFiles()
    {
        Fixture f;
        QVERIFY(QDir(f.to).mkpath(f.files[0].path + u"/mine"_s));
        const auto result = f.copy();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Storage);
        QVERIFY(QFileInfo(f.to + u'/' + f.files[0].path + u"/mine"_s).isDir());
    }
    void refusesItsOwnFolderUnderAnotherName()
    {
        Fixture f;
        const QTemporaryDir other;
        QVERIFY(QFile::link(f.from, other.filePath(u"same"_s)));
        const Snapshot before = snapshot(f.from);
        QVERIFY(!MoveCopy(f.from, other.filePath(u"same"_s), always).run(f.files, f.known));
        QCOMPARE(snapshot(f.from), before);
    }
    void passesOverWhatHasGone()
    {
        Fixture f;
        QVERIFY(QFile::remove(f.from + u'/' + f.files[1].path));
        QVERIFY(f.copy());
        QVERIFY(!QFileInfo::exists(f.to + u'/' + f.files[1].path));
        QCOMPARE(f.known.size(), f.files.size() - 1);
    }

    void removesWhatWasMoved_data()
    {
        QTest::addColumn<bool>("isSameDisk");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("copied") << false << true;
        QTest::newRow("copied, after a restart") << false << false;
        QTest::newRow("linked") << true << true;
        QTest::newRow("linked, after a restart") << true << false;
    }
    void removesWhatWasMoved()
    {
        Fixture f;
        const QTemporaryDir beside;
        QFETCH(bool, isSameDisk);
        QFETCH(bool, isKnown);
        if (isSameDisk)
            f.to = beside.path();
        QVERIFY(f.copy());
        const Snapshot copied = snapshot(f.to);
        const auto outcome = library::removeMoved(f.from, f.to, isKnown ? f.known : MovedFiles(), always);
        QVERIFY(outcome);
        QCOMPARE(outcome->removed, f.files.size());
        QCOMPARE(outcome->kept, 0);
        QCOMPARE(outcome->others, 0);
        QVERIFY(outcome->left.isEmpty() && !outcome->error);
        QVERIFY(!QFileInfo::exists(f.from));
        QCOMPARE(snapshot(f.to), copied);
        if (isSameDisk)
            QVERIFY(outcome->freedBytes < 100'000);
        else
            QVERIFY(outcome->freedBytes >= 8LL * mb);
    }
    void keepsWhatTheNewFolderDoesNotHave_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("at once") << true;
        QTest::newRow("after a restart") << false;
    }
    void keepsWhatTheNewFolderDoesNotHave()
    {
        Fixture f;
        QFETCH(bool, isKnown);
        QVERIFY(f.copy());
        f.store.write(u"notes.txt"_s, "mine");
        const QString late = f.store.blob('z', mb); // came after the copy
        const QString gone = f.files[0].path;       // lost by the new disk
        QVERIFY(QFile::remove(f.to + u'/' + gone));
        const QString wrong = f.files[1].path; // damaged there
        QFile damaged(f.to + u'/' + wrong);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.write("?") == 1);
        damaged.close();
        const auto outcome = library::removeMoved(f.from, f.to, isKnown ? f.known : MovedFiles(), always);
        QVERIFY(outcome);
        QCOMPARE(outcome->kept, 3);
        QCOMPARE(outcome->others, 1);
        QCOMPARE(outcome->removed, f.files.size() - 2);
        QVERIFY(f.store.hasBlob(late));
        for (const QString &stays : {gone, wrong, u"notes.txt"_s})
            QVERIFY2(QFileInfo::exists(f.from + u'/' + stays), qPrintable(stays));
    }
    void keepsWhatChangedInTheOldFolderSince()
    {
        Fixture f;
        QVERIFY(f.copy());
        const QString manifest = f.files.last().path;
        f.store.write(manifest, "another one", 0);
        const auto outcome = library::removeMoved(f.from, f.to, f.known, always);
        QVERIFY(outcome);
        QCOMPARE(outcome->kept, 1);
        QCOMPARE(bytesOf(f.from + u'/' + manifest), QByteArray("another one"));
    }
    void takesALinkAwayAndNotWhatItLeadsTo()
    {
        Fixture f;
        const QTemporaryDir elsewhere;
        const QString digest = ModelsStore::digestOf(QByteArray(mb, 'l'));
        QFile real(elsewhere.filePath(u"weights"_s));
        QVERIFY(real.open(QIODevice::WriteOnly) && real.write(QByteArray(mb, 'l')) == mb);
        real.close();
        QVERIFY(QFile::link(real.fileName(), f.store.path(ModelsStore::blobName(digest))));
        f.list();
        QVERIFY(f.copy());
        QVERIFY(library::removeMoved(f.from, f.to, f.known, always));
        QVERIFY(!QFileInfo::exists(f.from));
        QCOMPARE(bytesOf(real.fileName()), QByteArray(mb, 'l'));
    }
    void removesNothingOfTheSameFolder()
    {
        Fixture f;
        const QTemporaryDir other;
        QVERIFY(QFile::link(f.from, other.filePath(u"same"_s)));
        const Snapshot before = snapshot(f.from);
        QCOMPARE(library::removeMoved(f.from, other.filePath(u"same"_s), {}, always).error().kind,
                 Error::Kind::Invalid);
        QCOMPARE(library::removeMoved(f.from, f.from + u"/blobs"_s, {}, always).error().kind,
                 Error::Kind::Invalid);
        QCOMPARE(snapshot(f.from), before);
    }
    void removesNothingOnceTheNewDiskIsGone()
    {
        Fixture f;
        QVERIFY(f.copy());
        const MovedFiles known = f.known;
        f.clear();
        const Snapshot before = snapshot(f.from);
        const auto outcome = library::removeMoved(f.from, f.to, known, always);
        QVERIFY(outcome);
        QCOMPARE(outcome->kept, f.files.size());
        QCOMPARE(snapshot(f.from), before);
    }
    void tellsWhatItMayNotRemove()
    {
        Fixture f;
        QVERIFY(f.copy());
        for (const QString &folder : {f.to, f.store.path(u"blobs"_s)})
            QVERIFY(QFile::setPermissions(folder, mayLook));
        base::Result<library::MoveRemovalOutcome> outcome;
        {
            const support::LesserRights rights;
            outcome = library::removeMoved(f.from, f.to, f.known, always);
        }
        QVERIFY(QFile::setPermissions(f.store.path(u"blobs"_s), mayLook | mayWrite));
        QVERIFY(outcome);
        QCOMPARE(outcome->kept, 0);
        QVERIFY(outcome->error);
        QCOMPARE(outcome->error->kind, Error::Kind::Forbidden);
        QVERIFY(outcome->left.size() >= 8);
    }
};

int main(int argc, char **argv)
{
    if (!support::enterOwnMounts())
        return 1;
    QCoreApplication app(argc, argv);
    TestMoveCopy test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_MoveCopy.moc"
