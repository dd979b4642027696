#include "common/Language.h"
#include "library/InstalledTable.h"
#include "library/ModelsPage.h"
#include "library/PullField.h"
#include "library/SuggestionsView.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryFile>
#include <QTest>

using backend::Capability;
using base::Error;
using library::Downloads;
using library::InstalledTable;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 gb = 1'000'000'000;

backend::ModelInfo model(const QString &name, qint64 bytes, const QString &digest, int daysAgo)
{
    backend::ModelInfo info;
    info.name = name;
    info.sizeBytes = bytes;
    info.digest = digest;
    info.parameterSize = u"7.6B"_s;
    info.quantization = u"Q4_K_M"_s;
    info.modified = QDateTime::currentDateTime().addDays(-daysAgo);
    return info;
}

backend::ModelDetails details(const QString &weights)
{
    backend::ModelDetails result;
    result.modelfile = u"FROM /blobs/sha256-"_s + weights.repeated(64);
    result.contextLength = 40'960;
    result.capabilities = Capability::Completion | Capability::Tools;
    result.modelTemplate = u"{{ .Prompt }}"_s;
    result.licence = u"Apache License\nVersion 2.0"_s;
    return result;
}

backend::PullStep layer(qint64 total, qint64 completed)
{
    return {u"pulling"_s, u"sha256:a"_s, total, completed};
}

// The page over a server with three models, shown.
struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    Downloads downloads{backend};
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    std::unique_ptr<ui::ModelsPage> page;

    explicit Fixture(base::Result<QList<backend::ModelInfo>> models = threeModels())
    {
        backend.installed = std::move(models);
        backend.detailsByName.insert(u"qwen3:8b"_s, details(u"a"_s));
        backend.detailsByName.insert(u"gemma3:4b"_s, details(u"b"_s));
        backend.detailsByName.insert(u"minutes:latest"_s, details(u"a"_s));
        page = std::make_unique<ui::ModelsPage>(installed, downloads, catalogue, fitter, loader, backend);
        page->resize(1208, 840);
        page->show();
    }

    static QList<backend::ModelInfo> threeModels()
    {
        return {model(u"qwen3:8b"_s, 52 * gb / 10, u"d1"_s, 0),
                model(u"gemma3:4b"_s, 33 * gb / 10, u"d2"_s, 1),
                model(u"minutes:latest"_s, 52 * gb / 10, u"d3"_s, 400)};
    }

    QString cell(int row, int column) const { return this->column(column).value(row); }

    template <typename T>
    T *get(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QTableView *table() const { return get<QTableView>(u"installedModels"_s); }
    QStringList column(int column) const
    {
        QStringList cells;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            cells.append(table()->model()->index(row, column).data().toString());
        return cells;
    }
    bool showsText(const QString &text) const
    {
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    QMessageBox *question() const { return page->findChild<QMessageBox *>(u"removeQuestion"_s); }
};

// What assistive technology reads of a row. Taken from the model, because Qt keeps the cells it once made and
// corrects them only while such a technology runs, which the offscreen platform never sees.
QString spoken(QAbstractItemView *view, int row)
{
    return view->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

} // namespace

class TestModelsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void listsInstalledModels()
    {
        Fixture f;
        QTRY_COMPARE(f.column(InstalledTable::Name),
                     (QStringList{u"qwen3:8b"_s, u"gemma3:4b"_s, u"minutes:latest"_s}));
        QTRY_COMPARE(f.cell(0, InstalledTable::Context), u"40,960"_s);
        QCOMPARE(f.cell(0, InstalledTable::Size), u"5.2 GB"_s);
        QCOMPARE(f.cell(0, InstalledTable::Abilities), u"Tools"_s);
        QCOMPARE(f.cell(0, InstalledTable::Modified), u"Today"_s);
        // Shared weights are counted once.
        QTRY_VERIFY(f.get<QLabel>(u"installedTotal"_s)->text().contains(u"about 8.5 GB"_s));
        QVERIFY(f.get<QLabel>(u"installedTotal"_s)->text().startsWith(u"3 "_s));
        QCOMPARE(f.table()->accessibleName(), u"Installed models"_s);
    }
    void readsRowsAndCellsOut()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(f.table());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->text(QAccessible::Name), u"Installed models"_s);
        QCOMPARE(table->tableInterface()->rowCount(), 3);
        QCOMPARE(table->tableInterface()->cellAt(1, InstalledTable::Size)->text(QAccessible::Name),
                 u"3.3 GB"_s);
    }

    void sortsByTheHeader_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("first");
        QTest::newRow("name") << int(InstalledTable::Name) << u"gemma3:4b"_s;
        QTest::newRow("size") << int(InstalledTable::Size) << u"gemma3:4b"_s;
        QTest::newRow("modified") << int(InstalledTable::Modified) << u"minutes:latest"_s;
    }
    void sortsByTheHeader()
    {
        QFETCH(int, column);
        QFETCH(QString, first);
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QHeaderView *header = f.table()->horizontalHeader();
        const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, 10);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        const bool isUp = header->sortIndicatorOrder() == Qt::AscendingOrder;
        QCOMPARE(isUp ? f.column(0).first() : f.column(0).last(), first);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(isUp ? f.column(0).last() : f.column(0).first(), first);
    }
    void filters()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QTest::keyClicks(f.get<QLineEdit>(u"modelFilter"_s), u"GEM"_s);
        QCOMPARE(f.column(0), QStringList{u"gemma3:4b"_s});
        QTest::keyClicks(f.get<QLineEdit>(u"modelFilter"_s), u"nothing"_s);
        QVERIFY(!f.table()->isVisible());
        QVERIFY(f.showsText(u"Nothing matches “GEMnothing”"_s));
        f.get<QLineEdit>(u"modelFilter"_s)->clear();
        QCOMPARE(f.table()->model()->rowCount(), 3);
        QVERIFY(f.table()->isVisible());
    }
    void keepsTheChosenRowOverARefresh()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        f.table()->selectRow(2);
        f.backend.installed->prepend(model(u"new:latest"_s, 1, u"d9"_s, 0));
        f.installed.refresh();
        QTRY_COMPARE(f.table()->model()->rowCount(), 4);
        QCOMPARE(f.table()->currentIndex().data(InstalledTable::NameRole).toString(), u"minutes:latest"_s);
    }

    void turnsToATabThatWasToggled()
    {
        Fixture f;
        QTRY_VERIFY(f.table()->isVisible());
        f.get<QAbstractButton>(u"tabDownloads"_s)->toggle(); // as assistive technology does it: no click
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::Downloads);
        QVERIFY(!f.table()->isVisible());
        f.get<QAbstractButton>(u"tabInstalled"_s)->toggle();
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::Installed);
        QVERIFY(f.table()->isVisible());
    }

    void offersToGetModelsWhereThereAreNone()
    {
        Fixture f{QList<backend::ModelInfo>{}};
        QTRY_VERIFY(f.showsText(u"No models yet"_s));
        QVERIFY(!f.table()->isVisible());
        QVERIFY(f.get<QLabel>(u"installedTotal"_s)->text().startsWith(u"0 "_s));
        const QList<QAbstractButton *> buttons = f.page->findChildren<QAbstractButton *>();
        const auto get = std::ranges::find_if(buttons, [](QAbstractButton *button) {
            return button->isVisible() && button->text() == u"Get models"_s && !button->isCheckable();
        });
        QVERIFY(get != buttons.end());
        (*get)->click();
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::GetModels);
    }
    void saysWhyTheListIsMissing()
    {
        Fixture f{base::failure(Error::Kind::Unreachable, u"refused"_s)};
        QTRY_VERIFY(f.showsText(u"127.0.0.1:11434"_s));
        QVERIFY(!f.showsText(u"No models yet"_s));
        f.backend.installed = Fixture::threeModels();
        const QList<QAbstractButton *> buttons = f.page->findChildren<QAbstractButton *>();
        const auto again = std::ranges::find_if(buttons, [](QAbstractButton *button) {
            return button->isVisible() && button->text() == u"Try again"_s;
        });
        QVERIFY(again != buttons.end());
        (*again)->click();
        QTRY_VERIFY(f.table()->isVisible());
    }
    void keepsTheListBelowAnError()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        f.backend.installed = base::failure(Error::Kind::Unreachable, u"refused"_s);
        f.installed.refresh();
        QTRY_VERIFY(f.showsText(u"127.0.0.1:11434"_s));
        QVERIFY(f.table()->isVisible());
    }

    void removesAfterTheQuestion_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("question");
        QTest::newRow("own weights") << 1 << u"About 3.3 GB"_s;
        QTest::newRow("shared weights") << 0 << u"minutes:latest uses the same weights"_s;
    }
    void removesAfterTheQuestion()
    {
        QFETCH(int, row);
        QFETCH(QString, question);
        Fixture f;
        QTRY_COMPARE(f.column(InstalledTable::Context).count(u"40,960"_s), 3);
        f.table()->selectRow(row);
        const QString name = f.cell(row, 0);
        f.get<QAbstractButton>(u"removeModel"_s)->click();
        QTRY_VERIFY(f.question());
        QCOMPARE(f.question()->textFormat(), Qt::PlainText);
        QVERIFY(f.question()->text().contains(name));
        QVERIFY2(f.question()->informativeText().contains(question),
                 qPrintable(f.question()->informativeText()));
        QVERIFY(f.backend.removed.isEmpty());
        f.question()->findChild<QAbstractButton *>(u"confirmRemove"_s)->click();
        QTRY_COMPARE(f.table()->model()->rowCount(), 2);
        QCOMPARE(f.backend.removed, QStringList{name});
        QVERIFY(!f.column(0).contains(name));
        QVERIFY(f.table()->currentIndex().isValid()); // the next one took its place
    }
    void keepsTheModelWhereTheAnswerIsNo()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QTest::keyClick(f.table(), Qt::Key_Delete);
        QTRY_VERIFY(f.question());
        f.question()->findChild<QAbstractButton *>(u"keepModel"_s)->click();
        QTRY_VERIFY(!f.question());
        QVERIFY(f.backend.removed.isEmpty());
    }
    void tellsHowManyTensorsAModelHas()
    {
        Fixture f;
        f.backend.detailsByName[u"qwen3:8b"_s]->tensorCount = 1'339;
        QTRY_VERIFY(f.showsText(u"1,339"_s));
        QVERIFY(f.showsText(u"Tensors"_s));
        QTRY_COMPARE(f.column(InstalledTable::Context).count(u"40,960"_s), 3);
        f.table()->selectRow(1);
        QVERIFY(!f.showsText(u"Tensors"_s)); // its server does not tell
    }
    // Its own details come before those that tell of it.
    void saysWhatIsSharedOnceTheOthersAreRead()
    {
        Fixture f;
        QTRY_VERIFY(f.showsText(u"shared with minutes:latest"_s));
    }

    void unloadsBeforeItRemoves()
    {
        Fixture f;
        f.backend.loaded = QList{backend::LoadedModel{u"qwen3:8b"_s, 6 * gb, 0, 4096, {}}};
        f.installed.refreshLoaded();
        QTRY_COMPARE(f.cell(0, InstalledTable::Memory), u"6.0 GB"_s);
        f.get<QAbstractButton>(u"removeModel"_s)->click();
        QTRY_VERIFY(f.question());
        f.question()->findChild<QAbstractButton *>(u"confirmRemove"_s)->click();
        QVERIFY(!f.get<QAbstractButton>(u"removeModel"_s)->isEnabled());
        QTRY_COMPARE(f.backend.removed, QStringList{u"qwen3:8b"_s});
        QCOMPARE(f.backend.unloaded, QStringList{u"qwen3:8b"_s});
    }
    void showsAFailedRemovalInItsPlace()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        f.backend.removal = base::failure(Error::Kind::Server, u"disk on fire"_s);
        f.get<QAbstractButton>(u"removeModel"_s)->click();
        QTRY_VERIFY(f.question());
        f.question()->findChild<QAbstractButton *>(u"confirmRemove"_s)->click();
        QTRY_VERIFY(f.get<QLabel>(u"modelFailure"_s)->isVisible());
        QVERIFY(f.get<QLabel>(u"modelFailure"_s)->text().contains(u"qwen3:8b could not be removed"_s));
        QTRY_VERIFY(f.get<QAbstractButton>(u"removeModel"_s)->isEnabled());
        QCOMPARE(f.table()->model()->rowCount(), 3);
        f.table()->selectRow(1); // another model's panel does not show it
        QVERIFY(!f.get<QLabel>(u"modelFailure"_s)->isVisible());
    }
    void unloadsAModel()
    {
        Fixture f;
        f.backend.loaded = QList{backend::LoadedModel{u"qwen3:8b"_s, 6 * gb, 0, 4096, {}}};
        f.installed.refreshLoaded();
        QTRY_VERIFY(f.get<QAbstractButton>(u"unloadModel"_s)->isVisible());
        f.get<QAbstractButton>(u"unloadModel"_s)->click();
        QTRY_COMPARE(f.backend.unloaded, QStringList{u"qwen3:8b"_s});
        QTRY_VERIFY(!f.get<QAbstractButton>(u"unloadModel"_s)->isVisible());
        QTRY_COMPARE(f.cell(0, InstalledTable::Memory), QString());
    }
    void foldsOutWhatIsInMemory()
    {
        Fixture f;
        auto *show = f.get<QAbstractButton>(u"showLoaded"_s);
        auto *memory = f.get<QWidget>(u"loadedModels"_s);
        QTRY_COMPARE(show->text(), u"Nothing in memory"_s);
        f.backend.loaded = QList{backend::LoadedModel{u"qwen3:8b"_s, 6 * gb, 0, 4096, {}}};
        f.installed.refreshLoaded();
        QTRY_COMPARE(show->text(), u"1 loaded, 6.0 GB in memory"_s);
        QVERIFY(!memory->isVisible());
        show->setFocus();
        QTest::keyClick(show, Qt::Key_Space);
        QVERIFY(memory->isVisible());
        f.get<QAbstractButton>(u"unloadThis"_s)->click();
        QTRY_COMPARE(f.backend.unloaded, QStringList{u"qwen3:8b"_s});
        auto *close = f.get<QAbstractButton>(u"closeLoaded"_s);
        close->setFocus();
        close->click();
        QVERIFY(!memory->isVisible());
        QVERIFY(!show->isChecked());
        QCOMPARE(f.page->window()->focusWidget(), show);
        f.backend.canDo = {}; // of another kind
        f.backend.loaded->clear();
        f.installed.refreshLoaded();
        QTRY_VERIFY(!show->isVisible());
    }
    void loadsKeepsAndStops()
    {
        Fixture f;
        f.loader.setDefaults(8192, 0s);
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QVERIFY(f.showsText(u"It is not loaded."_s));
        f.get<QAbstractButton>(u"loadModel"_s)->click();
        QVERIFY(f.showsText(u"It is being loaded."_s));
        f.get<QAbstractButton>(u"stopLoading"_s)->click();
        QVERIFY(f.get<QAbstractButton>(u"loadModel"_s)->isVisible());
        f.backend.loaded->clear(); // the server dropped it
        f.get<QAbstractButton>(u"loadModel"_s)->click();
        QTRY_COMPARE(f.cell(0, InstalledTable::Memory), u"loaded"_s); // how large, it does not tell
        QVERIFY(!f.get<QAbstractButton>(u"loadModel"_s)->isVisible());
        QTRY_VERIFY(f.get<QAbstractButton>(u"keepLoaded"_s)->isVisible()); // it is listed before it is loaded
        f.get<QAbstractButton>(u"keepLoaded"_s)->click();
        auto *times = f.page->findChild<QMenu *>(u"keepTimes"_s);
        QVERIFY(times);
        times->actions().last()->trigger();
        times->close();
        QCOMPARE(f.backend.loads.size(), 3);
        QCOMPARE(f.backend.loads[0], (backend::LoadRequest{.model = u"qwen3:8b"_s, .contextLength = 8192}));
        QCOMPARE(f.backend.loads[2].keepAlive, -1s);
        QTRY_VERIFY(f.get<QAbstractButton>(u"keepLoaded"_s)->isEnabled());
    }
    void explainsASplitThatMakesItSlow()
    {
        Fixture f;
        f.backend.loaded = QList{backend::LoadedModel{u"qwen3:8b"_s, 6 * gb, 45 * gb / 10, 4096, {}}};
        f.installed.refreshLoaded();
        QTRY_VERIFY(f.showsText(u"6.0 GB, of it 4.5 GB on the GPU"_s));
        QVERIFY(f.showsText(u"25% of it did not fit on the GPU"_s));
        f.backend.loaded = QList{backend::LoadedModel{u"qwen3:8b"_s, 6 * gb, 6 * gb, 4096, {}}};
        f.installed.refreshLoaded();
        QTRY_VERIFY(f.showsText(u"6.0 GB, all on the GPU"_s));
        QVERIFY(!f.get<QLabel>(u"memoryNote"_s)->isVisible());
    }
    void saysWhyAModelWasNotLoaded()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        f.backend.loading = base::failure(Error::Kind::OutOfMemory, u"model requires more memory"_s);
        f.get<QAbstractButton>(u"loadModel"_s)->click();
        QTRY_VERIFY(f.get<QLabel>(u"modelFailure"_s)->isVisible());
        QVERIFY(f.get<QAbstractButton>(u"loadModel"_s)->isEnabled());
        f.table()->selectRow(1); // another model's panel does not show it
        QVERIFY(!f.get<QLabel>(u"modelFailure"_s)->isVisible());
        f.table()->selectRow(0);
        QVERIFY(f.get<QLabel>(u"modelFailure"_s)->isVisible());
        f.loader.clear(); // another server
        QVERIFY(!f.get<QLabel>(u"modelFailure"_s)->isVisible());
    }
    void offersNoLoadingWhereTheServerDoesNotLoad()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QVERIFY(f.get<QAbstractButton>(u"loadModel"_s)->isVisible());
        f.backend.canDo = {};
        f.installed.refresh();
        f.table()->selectRow(1);
        QVERIFY(!f.get<QAbstractButton>(u"loadModel"_s)->isVisible());
    }
    void chatsWithTheChosenModel()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QSignalSpy chat(f.page.get(), &ui::ModelsPage::chatRequested);
        f.get<QAbstractButton>(u"chatWithModel"_s)->click();
        f.table()->selectRow(1);
        QTest::keyClick(f.table(), Qt::Key_Return);
        QCOMPARE(chat.size(), 2);
        QCOMPARE(chat[0].first().toString(), u"qwen3:8b"_s);
        QCOMPARE(chat[1].first().toString(), u"gemma3:4b"_s);
    }

    void pullsWhatIsTyped()
    {
        Fixture f;
        QSignalSpy pulled(f.page.get(), &ui::ModelsPage::pulled);
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        auto *field = f.get<QLineEdit>(u"pullName"_s);
        auto *button = f.get<QAbstractButton>(u"pullButton"_s);
        QCOMPARE(field->accessibleName(), u"Model name"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(field, u" ollama pull mistral:7b "_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(f.backend.pulls, QStringList{u"mistral:7b"_s});
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::Downloads);
        QVERIFY(field->text().isEmpty());

        auto *list = f.get<QListView>(u"downloads"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->accessibleName(), u"Downloads"_s);
        f.backend.lastPull()->progress(layer(43 * gb / 10, 22 * gb / 10));
        QTRY_VERIFY(spoken(list, 0).contains(u"50%"_s)); // of the catalogue's 4.4 GB
        QVERIFY(spoken(list, 0).startsWith(u"mistral:7b"_s));
        QVERIFY(spoken(list, 0).contains(u"2.2 GB of 4.4 GB"_s));

        f.backend.installed->append(model(u"mistral:7b"_s, 43 * gb / 10, u"d8"_s, 0));
        f.backend.lastPull()->finish();
        QCOMPARE(pulled.size(), 1);
        QCOMPARE(pulled.first().first().toString(), u"mistral:7b"_s);
        QTRY_VERIFY(f.column(0).contains(u"mistral:7b"_s));
        QVERIFY(spoken(list, 0).contains(u"done"_s));
    }
    void refusesAMalformedNameBesideTheField()
    {
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        auto *field = f.get<QLineEdit>(u"pullName"_s);
        QTest::keyClicks(field, u"a b"_s);
        QVERIFY(f.showsText(u"“a b” is not the name of a model."_s)); // as it is typed
        QVERIFY(!f.get<QAbstractButton>(u"pullButton"_s)->isEnabled());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(f.backend.pulls.isEmpty());
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::GetModels);
        QVERIFY(f.showsText(u"“a b” is not the name of a model."_s));
        QCOMPARE(field->text(), u"a b"_s);
        QTest::keyClick(field, Qt::Key_Backspace);
        QVERIFY(!f.showsText(u"is not the name of a model."_s));
    }
    void namesARegistryThatIsNotTheUsualOne_data()
    {
        QTest::addColumn<QString>("button"); // empty = cannot be pulled, without a word about it
        QTest::newRow("qwen3:8b") << u"Pull"_s;
        QTest::newRow("user/model:tag") << u"Pull"_s;
        QTest::newRow("hf.co/owner/model:Q4_K_M") << u"Pull from hf.co"_s;
        QTest::newRow("modelscope.cn/owner/model") << u"Pull from modelscope.cn"_s;
        QTest::newRow("192.168.1.5:5000/ns/model:tag") << u"Pull from 192.168.1.5:5000"_s;
        QTest::newRow("hf.co/") << QString();
        QTest::newRow("hf.co/owner") << QString();
        QTest::newRow("hf.co/owner/") << QString();
        QTest::newRow("192.168.1.5:5000/") << QString();
        QTest::newRow("qwen3:") << QString();
    }
    void namesARegistryThatIsNotTheUsualOne()
    {
        QFETCH(QString, button);
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        QTest::keyClicks(f.get<QLineEdit>(u"pullName"_s), QLatin1String(QTest::currentDataTag()));
        auto *pull = f.get<QAbstractButton>(u"pullButton"_s);
        QCOMPARE(pull->isEnabled(), !button.isEmpty());
        QCOMPARE(pull->text(), button.isEmpty() ? u"Pull"_s : button);
        QVERIFY(!f.showsText(u"is not the name of a model."_s));
    }
    void asksBeforeAnotherRegistryIsPulledFrom()
    {
        Fixture f;
        f.downloads.setAtOnce(3);
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        auto *field = f.get<QLineEdit>(u"pullName"_s);
        const auto typeAndEnter = [&](const QString &name) {
            field->setText(name);
            QTest::keyClick(field, Qt::Key_Return);
        };
        typeAndEnter(u"hf.co/owner/model:Q4_K_M"_s);
        QVERIFY(f.backend.pulls.isEmpty());
        auto *question = f.get<QMessageBox>(u"registryQuestion"_s);
        QVERIFY(question && question->isVisible());
        QVERIFY(question->text().contains(u"hf.co/owner/model:Q4_K_M from hf.co"_s));
        QCOMPARE(question->defaultButton()->objectName(), u"registryRefuse"_s);
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!f.get<QMessageBox>(u"registryQuestion"_s));
        QVERIFY(f.backend.pulls.isEmpty());
        QCOMPARE(field->text(), u"hf.co/owner/model:Q4_K_M"_s); // to be mended
        QTest::keyClick(field, Qt::Key_Return);
        f.get<QAbstractButton>(u"registryAgree"_s)->click();
        QCOMPARE(f.backend.pulls, QStringList{u"hf.co/owner/model:Q4_K_M"_s});
        QVERIFY(field->text().isEmpty());
        typeAndEnter(u"HF.co/owner/other"_s); // that host again
        QCOMPARE(f.backend.pulls.size(), 2);
        typeAndEnter(u"modelscope.cn/owner/other"_s);
        QCOMPARE(f.backend.pulls.size(), 2);
        QTRY_VERIFY(f.get<QMessageBox>(u"registryQuestion"_s));
        f.get<QAbstractButton>(u"registryRefuse"_s)->click();
        typeAndEnter(u"127.0.0.1:5000/owner/other"_s); // the server's own machine
        QCOMPARE(f.backend.pulls.size(), 3);
    }
    void filtersThePageThatIsSeen()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        auto *filter = f.get<QLineEdit>(u"modelFilter"_s);
        auto *list = f.get<QListView>(u"catalogue"_s);
        const QSignalSpy hidden(list->model(), &QAbstractItemModel::rowsRemoved);
        QTest::keyClicks(filter, u"gemma3:4b"_s);
        QCOMPARE(f.table()->model()->rowCount(), 1);
        QCOMPARE(hidden.size(), 0);
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < 175);
        filter->clear();
        QCOMPARE(list->model()->rowCount(), 175);
        QCOMPARE(f.table()->model()->rowCount(), 1);
        f.page->showTab(ui::ModelsPage::Tab::Installed);
        QCOMPARE(f.table()->model()->rowCount(), 3);
    }
    void stopsFetchingACatalogue()
    {
        struct Waiting : library::FetchOperation
        {
            using FetchOperation::FetchOperation;
            void stop() override {}
        };
        Fixture f;
        library::CatalogueStore store({}, [](const QUrl &, QObject *parent) { return new Waiting(parent); });
        ui::ModelsPage page(f.installed, f.downloads, store, f.fitter, f.loader, f.backend);
        page.resize(1208, 840);
        page.show();
        page.showTab(ui::ModelsPage::Tab::GetModels);
        page.findChild<QAbstractButton *>(u"changeCatalogue"_s)->click();
        auto *address = page.findChild<QLineEdit *>(u"catalogueAddress"_s);
        auto *button = page.findChild<QAbstractButton *>(u"catalogueFetch"_s);
        address->setText(u"https://example.org/catalogue.json"_s);
        button->click();
        QVERIFY(store.isFetching());
        QCOMPARE(button->text(), u"Cancel"_s);
        QVERIFY(button->isEnabled());
        button->click();
        QTRY_VERIFY(!store.isFetching());
        QCOMPARE(button->text(), u"Fetch"_s);
        QVERIFY(button->isEnabled());
        QCOMPARE(store.catalogue().entries().size(), 175);
        QVERIFY(!address->isReadOnly());
    }
    void narrowsTheCatalogue()
    {
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        auto *list = f.get<QListView>(u"catalogue"_s);
        auto *kind = f.get<QComboBox>(u"catalogueKind"_s);
        QCOMPARE(list->model()->rowCount(), 175);
        kind->setCurrentText(u"In the guides"_s);
        QCOMPARE(list->model()->rowCount(), 6);
        kind->setCurrentText(u"Embedding"_s);
        f.get<QCheckBox>(u"catalogueChinese"_s)->setChecked(true);
        const int chinese = list->model()->rowCount();
        QVERIFY(chinese > 3 && chinese < 30);
        f.get<QComboBox>(u"catalogueSize"_s)->setCurrentIndex(5); // more than 20 GB
        QVERIFY(!list->isVisible());
        QVERIFY(f.showsText(u"The catalogue has nothing of this kind"_s));
        m_language.apply(u"zh_CN"_s); // what is chosen stays chosen
        QTRY_COMPARE(kind->currentText(), u"嵌入"_s);
        QVERIFY(!list->isVisible());
    }
    // Their size, speed and use side by side, and each with its detail and Pull beside the table.
    void comparesTheModelsOfTheGuides()
    {
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        f.get<QComboBox>(u"catalogueKind"_s)->setCurrentText(u"In the guides"_s);
        auto *table = f.get<QTableView>(u"guideModels"_s);
        QVERIFY(table->isVisible());
        const auto row = [table](int at) {
            QStringList cells;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                cells.append(table->model()->index(at, column).data().toString());
            return cells;
        };
        QCOMPARE(table->model()->rowCount(), 6);
        QCOMPARE(row(0).first(4), (QStringList{u"qwen2.5:3b"_s, u"1.9 GB"_s, u"1.9 GB"_s, u"quick"_s}));
        QVERIFY(row(0).last().startsWith(u"quick questions"_s));
        table->sortByColumn(2, Qt::DescendingOrder);
        QCOMPARE(row(0).first(), u"deepseek-r1:8b"_s);
        table->setFocus();
        table->selectRow(5);
        QCOMPARE(row(5).first(), u"qwen2.5:3b"_s);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(f.backend.pulls, QStringList{u"qwen2.5:3b"_s});
        f.get<QComboBox>(u"catalogueKind"_s)->setCurrentIndex(0);
        QVERIFY(f.get<QListView>(u"catalogue"_s)->isVisible());
    }
    void takesAnotherCatalogue()
    {
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        auto *list = f.get<QListView>(u"catalogue"_s);
        QVERIFY(f.showsText(u"Catalogue of 21 Aug 2026, built in."_s));
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(R"({"catalogue_date":"2026-10-02","models":[{"name":"mine:1b","download_bytes":9}]})");
        file.close();
        f.get<QAbstractButton>(u"changeCatalogue"_s)->click();
        f.get<QAbstractButton>(u"catalogueFile"_s)->click();
        auto *dialog = f.page->findChild<QFileDialog *>(u"catalogueFileDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file.fileName());
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(f.showsText(u"Catalogue of 2 Oct 2026, from "_s + QFileInfo(file).fileName()));
        Q_EMIT dialog->fileSelected(u"/no/such/file"_s);
        QVERIFY(f.showsText(u"/no/such/file could not be read or kept."_s));
        QCOMPARE(list->model()->rowCount(), 1);
        f.get<QAbstractButton>(u"catalogueBuiltIn"_s)->click();
        QCOMPARE(list->model()->rowCount(), 175);
        QVERIFY(f.showsText(u"Catalogue of 21 Aug 2026, built in."_s));
    }

    void understandsWhatPeoplePaste_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("qwen3:8b") << u"qwen3:8b"_s;
        QTest::newRow("  qwen3:8b\n") << u"qwen3:8b"_s;
        QTest::newRow("ollama pull qwen3:8b") << u"qwen3:8b"_s;
        QTest::newRow("ollama  run qwen3:8b ") << u"qwen3:8b"_s;
        QTest::newRow("ollama/thing") << u"ollama/thing"_s;
        QTest::newRow("") << u""_s;
    }
    void understandsWhatPeoplePaste()
    {
        QTEST(ui::pastedModelName(QLatin1String(QTest::currentDataTag())), "name");
    }

    void pressesTheButtonsOfADownload()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"mistral:7b"_s));
        f.page->showTab(ui::ModelsPage::Tab::Downloads);
        auto *list = f.get<QListView>(u"downloads"_s);
        f.backend.lastPull()->progress(layer(1000, 600));
        const auto state = [&] {
            return f.downloads.index(0).data(Downloads::StateRole).value<Downloads::State>();
        };
        // What takes it away stands at the right end of a row.
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {row.right() - 40, row.center().y()});
        QTRY_COMPARE(state(), Downloads::State::Cancelled);
        QVERIFY(spoken(list, 0).contains(u"Cancelled. 600 B of it stay on the server."_s));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(state(), Downloads::State::Running);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(state(), Downloads::State::Cancelled);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(f.downloads.rowCount(), 0);
        QVERIFY(f.showsText(u"No downloads yet"_s));
    }
    void doesNothingWhereThePressMissesTheButtons()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"mistral:7b"_s));
        f.page->showTab(ui::ModelsPage::Tab::Downloads);
        auto *list = f.get<QListView>(u"downloads"_s);
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {row.left() + 40, row.center().y()});
        QTest::mousePress(list->viewport(), Qt::LeftButton, {}, {row.right() - 40, row.center().y()});
        QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, {row.left() + 40, row.center().y()});
        QVERIFY(!f.backend.lastPull()->isDone());
    }
    void saysWhyADownloadFailed()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"nobody/nothing"_s));
        f.page->showTab(ui::ModelsPage::Tab::Downloads);
        f.backend.lastPull()->breakOff({Error::Kind::ModelNotFound, u"file does not exist"_s});
        auto *list = f.get<QListView>(u"downloads"_s);
        QVERIFY(spoken(list, 0).contains(u"No model named nobody/nothing:latest was found."_s));
        QVERIFY(spoken(list, 0).contains(u"Check the spelling"_s));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(f.backend.pulls.size(), 2);
    }
    void putsFinishedDownloadsLast()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"a"_s));
        f.backend.lastPull()->finish();
        QVERIFY(f.downloads.pull(u"b"_s));
        f.page->showTab(ui::ModelsPage::Tab::Downloads);
        auto *list = f.get<QListView>(u"downloads"_s);
        QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"b:latest"_s);
        QCOMPARE(list->model()->index(1, 0).data().toString(), u"a:latest"_s);
    }

    void pullsFromTheCatalogue()
    {
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        auto *list = f.get<QListView>(u"catalogue"_s);
        auto *filter = f.get<QLineEdit>(u"modelFilter"_s);
        QTest::keyClicks(filter, u"qwen3:8b"_s);
        QTRY_VERIFY(spoken(list, 0).contains(u"qwen3:8b, 5.2 GB, installed"_s));
        filter->clear();
        QTest::keyClicks(filter, u"mistral:7b"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {row.right() - 50, row.center().y()});
        QCOMPARE(f.backend.pulls, QStringList{u"mistral:7b"_s});
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::GetModels);
        f.backend.lastPull()->progress(layer(4372824384, 4372824384 / 4));
        QTRY_VERIFY(spoken(list, 0).contains(u"25% pulled"_s));
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_VERIFY(!spoken(list, 0).contains(u"pulled"_s));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(f.backend.pulls.size(), 2);
    }

    void tellsBeforeADownloadWhetherAModelFits()
    {
        Fixture f;
        using Knowledge = base::Machine::Knowledge;
        auto *fits = f.get<QCheckBox>(u"catalogueFits"_s);
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        QVERIFY(!fits->isVisible()); // nothing is known of the machine
        auto *list = f.get<QListView>(u"catalogue"_s);
        const int all = list->model()->rowCount();
        f.get<QLineEdit>(u"modelFilter"_s)->setText(u"qwen3:8b"_s);
        QVERIFY(f.showsText(u"Not known"_s));

        f.fitter.setServer(u"here"_s, {Knowledge::Whole, 16 * gb, 14 * gb, 0, 100 * gb});
        QVERIFY(fits->isVisible());
        QVERIFY(f.showsText(u"Fits the memory"_s));
        QVERIFY(f.showsText(u"weights 5.2 GB, context 604 MB"_s));
        QVERIFY(spoken(list, 0).contains(u"and fits the memory"_s));
        QCOMPARE(list->model()->index(0, 0).data(Qt::ToolTipRole).toString(),
                 u"qwen3:8b takes 5.9 GB and fits the memory."_s);
        auto *context = f.get<QComboBox>(u"catalogueContext"_s);
        context->setCurrentIndex(context->findData(32'768));
        QVERIFY(f.showsText(u"context 4.8 GB"_s));

        f.get<QLineEdit>(u"modelFilter"_s)->clear();
        QCOMPARE(list->model()->rowCount(), all);
        fits->click();
        QVERIFY(list->model()->rowCount() < all && list->model()->rowCount() > 0);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            QVERIFY(!spoken(list, row).contains(u"more than this computer has"_s));
        f.fitter.setServer(u"elsewhere"_s, {}); // another server
        QVERIFY(!fits->isVisible());
        QCOMPARE(list->model()->rowCount(), all);
    }

    void reckonsWithTheContextThatIsSet()
    {
        Fixture f;
        auto *context = f.get<QComboBox>(u"catalogueContext"_s);
        QCOMPARE(context->currentData().toInt(), 4096);
        f.fitter.setSettings({.context = 10'000});
        QCOMPARE(context->currentData().toInt(), 10'000);
        context->setCurrentIndex(context->findData(8192));
        Q_EMIT context->activated(context->currentIndex());
        f.fitter.setSettings({.context = 12'000}); // the person chose another
        QCOMPARE(context->currentData().toInt(), 8192);
    }

    void saysWhenMeasurementsCannotBeKept()
    {
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        QVERIFY(!f.showsText(u"could not be kept"_s));
        library::Fitter nowhere(u"/nowhere/at/all/measured"_s);
        ui::ModelsPage page(f.installed, f.downloads, f.catalogue, nowhere, f.loader, f.backend);
        f.backend.loaded = QList<backend::LoadedModel>{{u"qwen3:8b"_s, 6 * gb, 0, 4096, {}}};
        f.installed.refresh();
        QTRY_COMPARE(f.installed.loaded().size(), 1);
        nowhere.setServer(u"here"_s, {});
        nowhere.learn(f.installed);
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"could not be kept"_s); }));
    }

    void suggestsAFirstModel()
    {
        support::FakeBackend backend;
        backend.setAccess(QUrl(u"http://models.example:11434"_s)); // its memory is not known
        Downloads downloads(backend);
        const library::Catalogue catalogue = library::Catalogue::builtIn();
        library::Fitter fitter;
        ui::SuggestionsView view(downloads, catalogue, fitter, backend);
        view.resize(760, 500);
        view.show();
        auto *row = view.findChild<QWidget *>(u"suggestion-qwen3:4b-instruct"_s);
        QVERIFY(row);
        const auto button = [&](const QString &text) -> QAbstractButton * {
            const QList<QAbstractButton *> buttons = row->findChildren<QAbstractButton *>();
            const auto found = std::ranges::find_if(
                buttons, [&](QAbstractButton *one) { return one->isVisible() && one->text() == text; });
            return found == buttons.end() ? nullptr : *found;
        };
        QVERIFY(button(u"Pull"_s));
        QVERIFY(qobject_cast<QPushButton *>(button(u"Pull"_s))->isDefault());
        button(u"Pull"_s)->click();
        QCOMPARE(backend.pulls, QStringList{u"qwen3:4b-instruct"_s});
        backend.lastPull()->progress(layer(2497293803, 2497293803 / 2));
        auto *bar = row->findChild<QProgressBar *>();
        QTRY_VERIFY(bar->value() >= 499);
        QVERIFY(bar->isVisible());
        QVERIFY(!button(u"Pull"_s));
        button(u"Cancel"_s)->click();
        QTRY_VERIFY(button(u"Resume"_s));
        QSignalSpy all(&view, &ui::SuggestionsView::seeAllRequested);
        const QList<QAbstractButton *> buttons = view.findChildren<QAbstractButton *>();
        for (QAbstractButton *one : buttons) {
            if (one->text() == u"See all models"_s)
                one->click();
        }
        QCOMPARE(all.size(), 1);
    }

    void showsHowFarATypedFirstModelIs()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        const library::Catalogue catalogue = library::Catalogue::builtIn();
        library::Fitter fitter;
        ui::SuggestionsView view(downloads, catalogue, fitter, backend);
        view.show();
        auto *progress = view.findChild<QLabel *>(u"suggestionProgress"_s);
        QVERIFY(!progress->isVisible());
        auto *field = view.findChild<QLineEdit *>(u"suggestionName"_s);
        QTest::keyClicks(field, u"my/model"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(backend.pulls, QStringList{u"my/model:latest"_s});
        QVERIFY(progress->isVisible());
        backend.lastPull()->progress(layer(1000, 250));
        QTRY_VERIFY(progress->text().contains(u"my/model:latest, 25%"_s));
        backend.lastPull()->breakOff({Error::Kind::ModelNotFound, {}});
        QTRY_VERIFY(progress->text().contains(u"No model named my/model:latest was found."_s));
    }

    void changesItsLanguageAtOnce()
    {
        Fixture f;
        QTRY_COMPARE(f.column(InstalledTable::Context).count(u"40,960"_s), 3);
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        auto *list = f.get<QListView>(u"catalogue"_s);
        const QString english = spoken(list, 0);
        const QString goodFor = f.catalogue.catalogue().entries().first().goodFor.zh;
        QVERIFY(english.contains(f.catalogue.catalogue().entries().first().goodFor.en));
        m_language.apply(u"zh_CN"_s);
        QTRY_VERIFY(spoken(list, 0).contains(goodFor));
        QTRY_VERIFY(f.showsText(goodFor)); // in the panel too
        m_language.apply(u"en"_s);
        QTRY_COMPARE(spoken(list, 0), english);
    }
    void fitsANarrowWindow()
    {
        Fixture f;
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        f.page->resize(728, 600);
        QCOMPARE(f.page->width(), 728);
        QVERIFY(f.table()->isColumnHidden(InstalledTable::Quantization));
        QVERIFY(!f.table()->isColumnHidden(InstalledTable::Size));
        QVERIFY(f.table()->horizontalHeader()->length() <= f.table()->viewport()->width());
        f.page->resize(1208, 840);
        QVERIFY(!f.table()->isColumnHidden(InstalledTable::Quantization));
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestModelsPage)
#include "tst_ModelsPage.moc"
