#include "common/Language.h"
#include "library/ModelsPage.h"
#include "library/StoragePage.h"
#include "library/StorageTable.h"
#include "library/StorageTreemap.h"
#include "support/FakeBackend.h"
#include "support/LesserRights.h"
#include "support/ModelsStore.h"
#include "support/PseudoLanguage.h"
#include "support/Words.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using base::Error;
using library::StorageTable;
using library::StorageTile;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mb = 1'000'000;

// The page over a folder with three models, two of which share their weights; not shown yet.
struct Fixture
{
    ModelsStore store;
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    library::Downloads downloads{backend};
    QStringList places{store.path()};
    library::Storage storage{installed, downloads, [this] { return places; }};
    ui::StoragePage page{storage, installed, backend};

    Fixture()
    {
        backend.installed = QList<backend::ModelInfo>();
        const QString weights = store.blob('w', 5 * mb);
        add(u"base:1b"_s, u"base/1b"_s, {store.blob('1', 100), weights});
        add(u"tuned:1b"_s, u"tuned/1b"_s, {store.blob('2', 100), weights, store.blob('t', 2 * mb)});
        add(u"alone:1b"_s, u"alone/1b"_s, {store.blob('3', 3 * mb)});
        page.resize(1100, 760);
    }
    void add(const QString &name, const QString &place, const QStringList &digests)
    {
        backend::ModelInfo model;
        model.name = name;
        model.digest = store.model(usualPlace + place, digests);
        model.sizeBytes = 5 * mb;
        model.modified = QDateTime::currentDateTime();
        backend.installed->append(model);
    }
    bool show()
    {
        installed.refresh();
        page.show();
        return QTest::qWaitFor([this] { return installed.isKnown() && table()->model()->rowCount() > 0; });
    }

    template <typename T>
    T *get(const QString &name) const
    {
        return page.findChild<T *>(name);
    }
    QTableView *table() const { return get<QTableView>(u"storageTable"_s); }
    ui::StorageTreemap *map() const { return page.findChild<ui::StorageTreemap *>(); }
    QString text(const QString &label) const { return get<QLabel>(label)->text(); }
    int rowOf(const QString &model) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data(StorageTable::NameRole).toString() == model)
                return row;
        }
        return -1;
    }
    QString cell(const QString &model, int column) const
    {
        return table()->model()->index(rowOf(model), column).data().toString();
    }
    void choose(const QStringList &models) const
    {
        table()->clearSelection();
        for (const QString &model : models)
            table()->selectionModel()->select(table()->model()->index(rowOf(model), 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QStringList chosen() const
    {
        QStringList names;
        for (const QModelIndex &row : table()->selectionModel()->selectedRows())
            names.append(row.data(StorageTable::NameRole).toString());
        names.sort();
        return names;
    }
    int tileOf(StorageTile::Kind kind, qsizetype models = -1) const
    {
        for (int tile = 0; tile < map()->tiles().size(); ++tile) {
            const StorageTile &each = map()->tiles()[tile];
            if (each.kind == kind && (models < 0 || each.models.size() == models))
                return tile;
        }
        return -1;
    }
    void click(int tile, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(map(), Qt::LeftButton, modifiers, map()->rectOf(tile).center().toPoint());
    }
    template <typename Box = QMessageBox>
    Box *question(const QString &name) const
    {
        return page.findChild<Box *>(name);
    }
    bool says(const QString &words) const
    {
        return support::wordsOf(const_cast<ui::StoragePage *>(&page)).contains(words);
    }
};

} // namespace

class TestStoragePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void saysOfEachModelWhatIsItsOwn()
    {
        Fixture f;
        QVERIFY(f.show());
        QTRY_COMPARE(f.cell(u"base:1b"_s, StorageTable::Size), u"5.0 MB"_s);
        QCOMPARE(f.table()->model()->rowCount(), 3);
        QCOMPARE(f.cell(u"base:1b"_s, StorageTable::Own), u"8 kB"_s); // its manifest, its configuration
        QCOMPARE(f.cell(u"base:1b"_s, StorageTable::Shared), u"5.0 MB"_s);
        QCOMPARE(f.cell(u"base:1b"_s, StorageTable::SharedWith), u"tuned:1b"_s);
        QCOMPARE(f.cell(u"tuned:1b"_s, StorageTable::Own), u"2.0 MB"_s);
        QCOMPARE(f.cell(u"alone:1b"_s, StorageTable::SharedWith), QString());
        QCOMPARE(f.cell(u"alone:1b"_s, StorageTable::Changed), u"Yesterday"_s);
        // The largest first.
        QCOMPARE(f.rowOf(u"tuned:1b"_s), 0);
        QCOMPARE(f.rowOf(u"alone:1b"_s), 2);
        QVERIFY(f.text(u"storageTotal"_s).contains(u"10 MB on disk"_s));
        QCOMPARE(f.text(u"storageFolder"_s), f.store.path());
        QVERIFY(!f.get<QWidget>(u"storageNote"_s)->isVisible());
    }
    void theMapSaysTheSame()
    {
        Fixture f;
        QVERIFY(f.show());
        QTRY_COMPARE(f.map()->tiles().size(), 4); // three of their own and one shared
        const StorageTile shared = f.map()->tiles()[f.tileOf(StorageTile::Kind::Shared)];
        QCOMPARE(shared.models.size(), 2);
        QVERIFY(shared.bytes >= 5 * mb);
        qreal area = 0;
        qreal sharedArea = 0;
        for (int tile = 0; tile < f.map()->tiles().size(); ++tile) {
            const QRectF rect = f.map()->rectOf(tile);
            QVERIFY(QRectF(f.map()->rect()).contains(rect));
            area += rect.width() * rect.height();
            if (tile == f.tileOf(StorageTile::Kind::Shared))
                sharedArea = rect.width() * rect.height();
        }
        const double part = double(shared.bytes) / double(f.storage.map().totalBytes);
        QVERIFY(qAbs(sharedArea / area - part) < 1e-6);
    }

    void saysWhatRemovingTheChosenFrees_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QStringList() << u"Choose models to see what removing them frees."_s;
        QTest::newRow("its own") << QStringList{u"alone:1b"_s} << u"frees 3.0 MB"_s;
        QTest::newRow("shared") << QStringList{u"base:1b"_s} << u"frees 8 kB"_s;
        QTest::newRow("both") << QStringList{u"base:1b"_s, u"tuned:1b"_s} << u"frees 7.0 MB"_s;
    }
    void saysWhatRemovingTheChosenFrees()
    {
        QFETCH(QStringList, models);
        Fixture f;
        QVERIFY(f.show());
        QTRY_COMPARE(f.storage.map().source, library::StorageMap::Source::Folder);
        f.choose(models);
        QFETCH(QString, words);
        QVERIFY2(f.text(u"storageChoice"_s).endsWith(words), qPrintable(f.text(u"storageChoice"_s)));
        QCOMPARE(f.get<QAbstractButton>(u"storageRemove"_s)->isEnabled(), !models.isEmpty());
    }
    void removesTheChosenAfterTheQuestion()
    {
        Fixture f;
        QVERIFY(f.show());
        QTRY_COMPARE(f.storage.map().source, library::StorageMap::Source::Folder);
        f.choose({u"base:1b"_s, u"tuned:1b"_s});
        QTest::keyClick(f.table(), Qt::Key_Delete);
        QMessageBox *box = f.question(u"removeQuestion"_s);
        QVERIFY(box);
        QVERIFY(box->text().startsWith(u"Remove 2 "_s));
        QVERIFY(box->informativeText().contains(u"base:1b\ntuned:1b"_s));
        QVERIFY(box->informativeText().contains(u"7.0 MB on the server’s disk become free"_s));
        QVERIFY(f.backend.removed.isEmpty());
        QCOMPARE(box->defaultButton()->objectName(), u"keepModel"_s);
        box->findChild<QAbstractButton *>(u"confirmRemove"_s)->click();
        QVERIFY(!f.get<QAbstractButton>(u"storageRemove"_s)->isEnabled());
        QTRY_COMPARE(f.backend.removed, (QStringList{u"base:1b"_s, u"tuned:1b"_s}));
    }
    void saysWhichCouldNotBeRemoved()
    {
        Fixture f;
        QVERIFY(f.show());
        f.backend.removal = base::failure(Error::Kind::Server, u"disk on fire"_s);
        f.choose({u"alone:1b"_s});
        f.get<QAbstractButton>(u"storageRemove"_s)->click();
        f.page.findChild<QAbstractButton *>(u"confirmRemove"_s)->click();
        QTRY_VERIFY(f.get<QWidget>(u"storageFailure"_s)->isVisible());
        QVERIFY(f.says(u"alone:1b could not be removed"_s));
        QTRY_VERIFY(f.get<QAbstractButton>(u"storageRemove"_s)->isEnabled());
    }

    void choosesOnTheMap()
    {
        Fixture f;
        QVERIFY(f.show());
        QTRY_COMPARE(f.map()->tiles().size(), 4);
        const int shared = f.tileOf(StorageTile::Kind::Shared);
        f.click(shared);
        QCOMPARE(f.chosen(), (QStringList{u"base:1b"_s, u"tuned:1b"_s}));
        QVERIFY(f.text(u"storageChoice"_s).endsWith(u"frees 7.0 MB"_s));
        int alone = -1;
        for (int tile = 0; tile < 4; ++tile) {
            if (f.map()->tiles()[tile].bytes > 3 * mb && tile != shared)
                alone = tile;
        }
        f.click(alone, Qt::ControlModifier);
        QCOMPARE(f.chosen().size(), 3);
        f.click(alone);
        QCOMPARE(f.chosen(), QStringList{u"alone:1b"_s});
        f.click(alone, Qt::ControlModifier);
        QVERIFY(f.chosen().isEmpty());
    }
    void walksOverTheMapWithTheKeys()
    {
        Fixture f;
        QVERIFY(f.show());
        QTRY_COMPARE(f.map()->tiles().size(), 4);
        f.map()->setFocus();
        QCOMPARE(f.map()->accessibleName(), u"Storage map"_s);
        QVERIFY(f.map()->accessibleDescription().contains(u"10 MB together"_s));
        QTest::keyClick(f.map(), Qt::Key_Home);
        QCOMPARE(f.map()->current(), 0);
        QTest::keyClick(f.map(), Qt::Key_End);
        const int shared = f.tileOf(StorageTile::Kind::Shared);
        QCOMPARE(f.map()->current(), shared); // the last
        QCOMPARE(f.map()->accessibleName(), u"Storage map: Shared by base:1b and tuned:1b, 5.0 MB"_s);
        // The largest is at the left; whatever is on its right is reached, and the way back leads there.
        QTest::keyClick(f.map(), Qt::Key_Left);
        QCOMPARE(f.map()->current(), shared);
        QTest::keyClick(f.map(), Qt::Key_Right);
        QVERIFY(f.map()->current() != shared);
        QVERIFY(f.map()->rectOf(f.map()->current()).left() >= f.map()->rectOf(shared).right() - 1);
        QTest::keyClick(f.map(), Qt::Key_Left);
        QCOMPARE(f.map()->current(), shared);
        QTest::keyClick(f.map(), Qt::Key_Space);
        QCOMPARE(f.chosen().size(), 2);
        QTest::keyClick(f.map(), Qt::Key_Delete);
        QVERIFY(f.question(u"removeQuestion"_s));
    }
    void tintsWhatWouldGo()
    {
        Fixture f;
        QVERIFY(f.show());
        QTRY_COMPARE(f.map()->tiles().size(), 4);
        const int shared = f.tileOf(StorageTile::Kind::Shared);
        const auto colour = [&] {
            const QRectF rect = f.map()->rectOf(shared);
            return f.map()->grab().toImage().pixelColor(rect.bottomRight().toPoint() - QPoint(5, 5));
        };
        const QColor before = colour();
        f.choose({u"base:1b"_s}); // the other still uses it
        QCOMPARE(colour(), before);
        f.choose({u"base:1b"_s, u"tuned:1b"_s});
        QVERIFY(colour() != before);
    }

    void removesWhatNoModelUses()
    {
        Fixture f;
        const QString orphan = f.store.blob('o', 4 * mb);
        QVERIFY(f.show());
        auto *remove = f.get<QAbstractButton>(u"removeUnused"_s);
        QTRY_VERIFY(remove->isVisible());
        QVERIFY(f.text(u"unusedFacts"_s).endsWith(u", 4.0 MB"_s));
        QCOMPARE(remove->accessibleName(), u"Remove what no model uses…"_s);
        QVERIFY(!f.get<QAbstractButton>(u"removeUnfinished"_s)->isVisible());
        remove->click();
        QMessageBox *box = f.question(u"leftoverQuestion"_s);
        QVERIFY(box);
        QVERIFY(box->text().startsWith(u"Remove 1 file"_s));
        QVERIFY(box->informativeText().contains(u"4.0 MB"_s));
        QVERIFY(f.store.hasBlob(orphan));
        box->findChild<QAbstractButton *>(u"confirmLeftovers"_s)->click();
        QTRY_VERIFY(!remove->isVisible());
        QVERIFY(!f.store.hasBlob(orphan));
        QVERIFY(f.text(u"storageTotal"_s).contains(u"10 MB on disk"_s));
        QVERIFY(!f.get<QWidget>(u"storageFailure"_s)->isVisible());
    }
    void keepsWhatTheAnswerIsNoFor()
    {
        Fixture f;
        const QString orphan = f.store.blob('o', 4 * mb);
        QVERIFY(f.show());
        QTRY_VERIFY(f.get<QAbstractButton>(u"removeUnused"_s)->isVisible());
        f.get<QAbstractButton>(u"removeUnused"_s)->click();
        QTest::keyClick(f.question(u"leftoverQuestion"_s), Qt::Key_Escape);
        QTRY_VERIFY(!f.question(u"leftoverQuestion"_s));
        QVERIFY(f.store.hasBlob(orphan));
    }
    void removesOnlyTheChosenFiles()
    {
        Fixture f;
        const QString first = f.store.blob('o', 4 * mb);
        const QString second = f.store.blob('p', 2 * mb);
        QVERIFY(f.show());
        QTRY_VERIFY(f.text(u"unusedFacts"_s).endsWith(u", 6.0 MB"_s));
        auto *files = f.get<QTableView>(u"unusedFiles"_s);
        QVERIFY(!files->isVisible());
        f.get<QAbstractButton>(u"showUnused"_s)->click();
        QVERIFY(files->isVisible());
        QCOMPARE(files->model()->index(0, 0).data().toString(), first.section(u':', 1).first(12));
        files->selectRow(1);
        QTest::keyClick(files, Qt::Key_Delete);
        QVERIFY(f.question(u"leftoverQuestion"_s)->text().startsWith(u"Remove 1 file"_s));
        f.page.findChild<QAbstractButton *>(u"confirmLeftovers"_s)->click();
        QTRY_COMPARE(files->model()->rowCount(), 1);
        QVERIFY(f.store.hasBlob(first));
        QVERIFY(!f.store.hasBlob(second));
    }
    void saysWhyAnUnfinishedDownloadStays()
    {
        Fixture f;
        const QString old = ModelsStore::digestOf("x");
        const QString fresh = ModelsStore::digestOf("y");
        f.store.partial(old, 900 * mb, 3 * mb, 180);
        f.store.partial(fresh, 900 * mb, 1 * mb, 20);
        QVERIFY(f.show());
        QTRY_VERIFY(f.text(u"unfinishedFacts"_s).endsWith(u", 4.0 MB; 1 of them may be in use"_s));
        f.get<QAbstractButton>(u"showUnfinished"_s)->click();
        auto *files = f.get<QTableView>(u"unfinishedFiles"_s);
        QCOMPARE(files->model()->index(0, 3).data().toString(), QString());
        QCOMPARE(files->model()->index(1, 3).data().toString(), u"changed in the last hour: stays for now"_s);
        f.get<QAbstractButton>(u"removeUnfinished"_s)->click();
        QVERIFY(f.question(u"leftoverQuestion"_s)->text().startsWith(u"Remove 1 unfinished"_s));
        f.page.findChild<QAbstractButton *>(u"confirmLeftovers"_s)->click();
        QTRY_COMPARE(files->model()->rowCount(), 1);
        QVERIFY(!f.get<QAbstractButton>(u"removeUnfinished"_s)->isEnabled());
    }
    void offersNothingWhereAManifestCannotBeRead()
    {
        Fixture f;
        f.store.blob('o', 4 * mb);
        f.store.write(u"manifests/"_s + usualPlace + u"bad/latest"_s, "{");
        QVERIFY(f.show());
        QTRY_VERIFY(f.get<QWidget>(u"storageNote"_s)->isVisible());
        QVERIFY(f.says(u"cannot be understood"_s));
        QVERIFY(!f.get<QAbstractButton>(u"removeUnused"_s)->isVisible());
        QVERIFY(f.says(u"manifests/registry.ollama.ai/library/bad/latest"_s) ||
                f.get<QWidget>(u"storageNote"_s)->findChild<QAbstractButton *>());
    }
    void givesTheCommandWhereItMayNot()
    {
        Fixture f;
        const QString orphan = f.store.blob('o', 4 * mb);
        QVERIFY(f.show());
        auto *remove = f.get<QAbstractButton>(u"removeUnused"_s);
        QTRY_VERIFY(remove->isVisible());
        const QString folder = f.store.path(u"blobs"_s);
        const auto closed = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(folder, closed));
        remove->click();
        auto *failure = f.get<QWidget>(u"storageFailure"_s);
        {
            const support::LesserRights rights;
            f.page.findChild<QAbstractButton *>(u"confirmLeftovers"_s)->click();
            (void)QTest::qWaitFor([&] { return failure->isVisible(); });
        }
        QVERIFY(QFile::setPermissions(folder, closed | QFile::WriteOwner));
        QVERIFY(failure->isVisible());
        QVERIFY(f.says(u"so this account may not remove"_s));
        const QList<QAbstractButton *> buttons = failure->findChildren<QAbstractButton *>();
        const auto copy = std::ranges::find(buttons, u"Copy the command"_s, &QAbstractButton::text);
        QVERIFY(copy != buttons.end());
        (*copy)->click();
        const QString owner = QFileInfo(folder).owner();
        const QString as = owner == u"root"_s ? u"sudo "_s : u"sudo -u "_s + owner + u' ';
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 as + u"rm -- "_s + f.store.path(ModelsStore::blobName(orphan)));
        QVERIFY(f.store.hasBlob(orphan));
        QTRY_VERIFY(remove->isEnabled());
    }

    void showsTotalsOfAServerElsewhere()
    {
        Fixture f;
        f.places.clear();
        QVERIFY(f.show());
        QVERIFY(f.says(u"The server runs on another machine"_s));
        QVERIFY(f.table()->isColumnHidden(StorageTable::Own));
        QVERIFY(f.table()->isColumnHidden(StorageTable::Shared));
        QCOMPARE(f.cell(u"alone:1b"_s, StorageTable::Size), u"5.0 MB"_s);
        QVERIFY(f.text(u"storageTotal"_s).contains(u", about "_s));
        QVERIFY(f.text(u"storageFolder"_s).isEmpty());
        f.choose({u"alone:1b"_s});
        QVERIFY(f.text(u"storageChoice"_s).endsWith(u"frees about 5.0 MB"_s));
        QVERIFY(!f.get<QAbstractButton>(u"removeUnused"_s)->isVisible());
    }
    void saysThatNoFolderHoldsThem()
    {
        Fixture f;
        f.places = {f.store.path(u"absent"_s)};
        QVERIFY(f.show());
        QVERIFY(f.says(u"No folder on this machine holds the models"_s));
    }
    void saysWhatIsMissing()
    {
        Fixture f;
        QVERIFY(QFile::remove(
            f.store.path(ModelsStore::blobName(ModelsStore::digestOf(QByteArray(2 * mb, 't'))))));
        QVERIFY(f.show());
        QTRY_VERIFY(f.cell(u"tuned:1b"_s, StorageTable::SharedWith).endsWith(u" missing: pull it again"_s));
    }
    void saysWhatItIsForWhereThereAreNoModels()
    {
        Fixture f;
        f.backend.installed->clear();
        f.installed.refresh();
        f.page.show();
        QTRY_VERIFY(f.says(u"No models yet"_s));
        const QSignalSpy get(&f.page, &ui::StoragePage::getModelsRequested);
        const QList<QAbstractButton *> buttons = f.page.findChildren<QAbstractButton *>();
        (*std::ranges::find(buttons, u"Get models"_s, &QAbstractButton::text))->click();
        QCOMPARE(get.size(), 1);
    }
    void saysWhyTheServerDoesNotAnswer()
    {
        Fixture f;
        f.backend.installed = base::failure(Error::Kind::Unreachable, u"refused"_s);
        f.installed.refresh();
        f.page.show();
        QTRY_VERIFY(f.says(u"127.0.0.1:11434"_s));
        QVERIFY(!f.says(u"No models yet"_s));
    }
    void looksAgain()
    {
        Fixture f;
        QVERIFY(f.show());
        QTRY_VERIFY(f.text(u"storageTotal"_s).contains(u"10 MB on disk"_s));
        f.store.blob('o', 4 * mb);
        f.get<QAbstractButton>(u"storageAgain"_s)->click();
        QTRY_VERIFY(f.text(u"storageTotal"_s).contains(u"14 MB on disk"_s));
    }

    void everyWordIsOurs()
    {
        Fixture f;
        f.store.blob('o', 4 * mb);
        f.store.partial(ModelsStore::digestOf("y"), 900 * mb, 1 * mb, 20);
        QVERIFY(f.show());
        QTRY_VERIFY(f.get<QAbstractButton>(u"removeUnused"_s)->isVisible());
        for (const QString &name : {u"showUnused"_s, u"showUnfinished"_s})
            f.get<QAbstractButton>(name)->click();
        f.choose({u"base:1b"_s});
        QStringList nameless;
        for (const support::Part &part : support::partsOf(&f.page)) {
            if (part.takesFocus && part.name.isEmpty())
                nameless.append(part.where);
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        const support::PseudoLanguage pseudo;
        QCoreApplication::processEvents(); // LanguageChange is posted
        static const QRegularExpression ours(u"«.*»"_s, QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression same(u"(base|tuned|alone):1b|[0-9a-f]{12}|[\\d.]+ (kB|MB|B)|"_s +
                                             QRegularExpression::escape(f.store.path()));
        static const QRegularExpression word(u"\\p{L}{2,}"_s);
        for (QString said : support::wordsOf(&f.page).split(u'\n')) {
            const QString whole = said;
            said.remove(ours).remove(same);
            QVERIFY2(!said.contains(word), qPrintable(whole));
        }
    }
    void givesColumnsUpWhereThereIsLittleRoom()
    {
        Fixture f;
        f.page.resize(620, 560);
        QVERIFY(f.show());
        QTRY_COMPARE(f.storage.map().source, library::StorageMap::Source::Folder);
        QVERIFY(f.table()->isColumnHidden(StorageTable::SharedWith));
        QVERIFY(!f.table()->isColumnHidden(StorageTable::Own));
        QVERIFY(f.table()->horizontalHeader()->length() <= f.table()->viewport()->width());
        f.page.resize(1200, 760);
        QTRY_VERIFY(!f.table()->isColumnHidden(StorageTable::SharedWith));
    }
    // All with the same licence, as they come: opened, one chosen, all chosen, without the window standing
    // still.
    void staysAtHandWithAThousandModels()
    {
        Fixture f;
        const QString licence = f.store.blob('l', 9000);
        for (int i = 0; i < 1000; ++i) {
            const QByteArray own = QByteArray::number(i).repeated(100 + i);
            f.store.write(ModelsStore::blobName(ModelsStore::digestOf(own)), own);
            f.add(u"m%1:1b"_s.arg(i), u"m%1/1b"_s.arg(i), {licence, ModelsStore::digestOf(own)});
        }
        qint64 longest = 0;
        qint64 last = 0;
        QElapsedTimer clock;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] {
            longest = std::max(longest, clock.elapsed() - last);
            last = clock.elapsed();
        });
        clock.start();
        beat.start(0);
        QVERIFY(f.show());
        QTRY_COMPARE(f.storage.map().source, library::StorageMap::Source::Folder);
        QTRY_COMPARE(f.table()->model()->rowCount(), 1003);
        const qint64 opened = clock.elapsed();
        f.table()->selectRow(5);
        QVERIFY(f.get<QAbstractButton>(u"storageRemove"_s)->isEnabled());
        const qint64 before = longest;
        QElapsedTimer choosing;
        choosing.start();
        f.table()->selectAll();
        QVERIFY(f.text(u"storageChoice"_s).contains(u"1003"_s) ||
                f.text(u"storageChoice"_s).contains(u"1,003"_s));
        qInfo("1,003 models: opened in %lld ms, at most %lld ms at once; all chosen in %lld ms", opened,
              before, choosing.elapsed());
        // Slow machines and sanitizers included; a release build needs a tenth.
        QVERIFY2(before < 1000, qPrintable(QString::number(before)));
        QVERIFY2(choosing.elapsed() < 500, qPrintable(QString::number(choosing.elapsed())));
    }
    void isATabOfTheModels()
    {
        Fixture f;
        library::CatalogueStore catalogue;
        library::Fitter fitter;
        library::Loader loader{f.backend, f.installed};
        ui::ModelsPage page(f.installed, f.downloads, catalogue, fitter, loader, f.backend);
        auto *tab = page.findChild<QAbstractButton *>(u"tabStorage"_s);
        page.show();
        QVERIFY(!tab->isVisible());
        page.setStorage(f.storage);
        QVERIFY(tab->isVisible());
        tab->click();
        QCOMPARE(page.tab(), ui::ModelsPage::Tab::Storage);
        auto *table = page.findChild<QTableView *>(u"storageTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QVERIFY(!page.findChild<QWidget *>(u"pullName"_s)->isVisible());
        f.backend.canDo = {}; // another server
        f.installed.clear();
        QCOMPARE(page.tab(), ui::ModelsPage::Tab::Installed);
        QVERIFY(!tab->isVisible());
    }

    // The head is for the pointer alone.
    void sortsByTheKeysToo()
    {
        Fixture f;
        QVERIFY(f.show());
        const auto choose = [&f](int column) {
            QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(5, 5),
                                  f.page.mapToGlobal(QPoint(5, 5)));
            QCoreApplication::sendEvent(f.table()->viewport(), &key);
            auto *menu = f.get<QMenu>(u"tableOrder"_s);
            menu->actions().constFirst()->menu()->actions().at(column)->trigger();
            delete menu;
        };
        choose(StorageTable::Size); // sorted by it already
        QCOMPARE(f.rowOf(u"alone:1b"_s), 0);
        choose(StorageTable::Name);
        QCOMPARE(f.rowOf(u"tuned:1b"_s), 2);
        choose(StorageTable::Name);
        QCOMPARE(f.rowOf(u"tuned:1b"_s), 0);
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestStoragePage)
#include "tst_StoragePage.moc"
