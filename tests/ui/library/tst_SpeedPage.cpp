#include "common/Language.h"
#include "common/Theme.h"
#include "library/SpeedChart.h"
#include "library/SpeedPage.h"
#include "library/SpeedView.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using base::Error;
using library::SpeedMeasurement;
using library::SpeedTable;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

backend::ModelInfo model(const QString &name, char digest)
{
    backend::ModelInfo info;
    info.name = name;
    info.digest = QString(64, QLatin1Char(digest));
    info.sizeBytes = 5'200'000'000;
    return info;
}

struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    library::SpeedRecord record;
    library::SpeedMeasure measure{backend, installed, record};
    ui::SpeedPage page{installed, measure, backend};

    Fixture()
    {
        backend.installed =
            QList{model(u"qwen3:8b"_s, 'a'), model(u"gemma3:4b"_s, 'b'), model(u"embeds"_s, 'c')};
        backend.loaded = QList<backend::LoadedModel>();
        backend::ModelDetails embedding;
        embedding.capabilities = backend::Capability::Embedding;
        backend.detailsByName.insert(u"embeds"_s, embedding);
        installed.refresh();
        record.setServer(u"http://127.0.0.1:11434"_s, u"0.17.4"_s);
        page.resize(1100, 700);
        page.show();
        (void)QTest::qWaitFor([this] { return get<QComboBox>(u"speedModel"_s)->count() == 2; });
    }
    template <typename T>
    T *get(const QString &name) const
    {
        return page.findChild<T *>(name);
    }
    QAbstractButton *button(const QString &name) const { return get<QAbstractButton>(name); }
    void add(char digest, const QString &name, double writing, qint64 prompt = 100)
    {
        SpeedMeasurement one;
        one.digest = QString(64, QLatin1Char(digest));
        one.model = name;
        one.promptTokens = prompt;
        one.writing = writing;
        one.load = 812ms;
        one.firstToken = 95ms;
        one.reading = 512.4;
        one.gpuShare = 0.54;
        record.add(one);
    }
    QStringList row(int row) const
    {
        const QAbstractItemModel *words = get<QTableView>(u"speeds"_s)->model();
        QStringList cells;
        for (int column = 0; column < words->columnCount(); ++column)
            cells.append(words->index(row, column).data().toString());
        return cells;
    }
    bool showsText(const QString &text) const
    {
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    QString state() const { return get<QLabel>(u"speedState"_s)->text(); }
};

} // namespace

class TestSpeedPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void saysHowToGetSpeedsWhereThereAreNone()
    {
        const Fixture f;
        QVERIFY(f.showsText(u"No speeds yet"_s));
        QVERIFY(!f.get<QTableView>(u"speeds"_s)->isVisible());
        QVERIFY(f.button(u"measureSpeed"_s)->isEnabled());
    }

    void listsWhatIsKnown()
    {
        Fixture f;
        f.add('a', u"qwen3:8b"_s, 46.3);
        f.add('a', u"qwen3:8b"_s, 30, 1000);
        QVERIFY(f.get<QTableView>(u"speeds"_s)->isVisible());
        QStringList cells = f.row(0);
        QVERIFY(cells.takeLast().startsWith(u"1 answer"_s));
        QCOMPARE(cells, (QStringList{u"qwen3:8b"_s, u"5.2 GB"_s, u"up to 512"_s, u"0.8 s"_s, u"0.1 s"_s,
                                     u"512.4 tokens/s"_s, u"46.3 tokens/s"_s, u"54%"_s, u"Today"_s}));
        QCOMPARE(f.row(1)[SpeedTable::Prompts], u"up to 2,048"_s);
        const auto *header = f.get<QTableView>(u"speeds"_s)->horizontalHeader();
        QCOMPARE(f.get<QTableView>(u"speeds"_s)->model()->headerData(SpeedTable::GpuShare, Qt::Horizontal),
                 u"On the GPU"_s);
        QVERIFY(!header->isSectionHidden(SpeedTable::Size));
        f.page.resize(640, 500);
        QVERIFY(header->isSectionHidden(SpeedTable::Size)); // the least needed gives way
        QVERIFY(!header->isSectionHidden(SpeedTable::Writing));
        m_language.apply(u"zh_CN"_s);
        QVERIFY(f.row(0)[SpeedTable::Writing] != u"46.3 tokens/s"_s);
    }

    void drawsAndTellsTheFastestFirst()
    {
        Fixture f;
        f.add('b', u"gemma3:4b"_s, 20);
        f.add('a', u"qwen3:8b"_s, 80);
        auto *chart = f.get<ui::SpeedChart>(u"speedChart"_s);
        QCOMPARE(chart->barCount(), 2);
        QCOMPARE(chart->accessibleName(), u"Writing speed by model"_s);
        QTRY_COMPARE(chart->height(), 2 * 28);
        QCOMPARE(chart->visualRect(chart->model()->index(1, 0)).top(), 28); // and they are laid out now
        const QImage image = chart->grab().toImage();
        const auto filled = [&](int y) {
            int count = 0;
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == ui::Theme::of(chart).accentText.rgb() ? 1 : 0;
            return count;
        };
        const int longer = filled(image.height() / 4);
        const int shorter = filled(image.height() * 3 / 4);
        QVERIFY(shorter > 20);
        QVERIFY2(qAbs(longer - 4 * shorter) < 16, qPrintable(u"%1 and %2"_s.arg(longer).arg(shorter)));
    }

    // What the bars show is read out and gone through like any list.
    void readsTheBarsOut()
    {
        Fixture f;
        f.add('b', u"gemma3:4b"_s, 20);
        f.add('a', u"qwen3:8b"_s, 80);
        f.add('d', u"silent"_s, 0); // no speed, no bar
        auto *chart = f.get<ui::SpeedChart>(u"speedChart"_s);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(chart);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Writing speed by model"_s);
        QCOMPARE(list->childCount(), 2);
        QCOMPARE(list->child(0)->text(QAccessible::Name), u"qwen3:8b: 80.0 tokens/s"_s);
        QCOMPARE(list->child(1)->text(QAccessible::Name), u"gemma3:4b: 20.0 tokens/s"_s);
        f.button(u"measureSpeed"_s)->setFocus();
        QTest::keyClick(f.button(u"measureSpeed"_s), Qt::Key_Tab);
        for (int tabs = 0; tabs < 4 && !chart->hasFocus(); ++tabs)
            QTest::keyClick(f.page.focusWidget(), Qt::Key_Tab);
        QVERIFY(chart->hasFocus());
        QCOMPARE(chart->currentIndex().row(), 0);
        QTest::keyClick(chart, Qt::Key_Down);
        QCOMPARE(chart->currentIndex().data().toString(), u"gemma3:4b: 20.0 tokens/s"_s);
        f.add('b', u"gemma3:4b"_s, 200); // the median of both is faster now
        QCOMPARE(chart->model()->index(0, 0).data().toString(), u"gemma3:4b: 110.0 tokens/s"_s);
        m_language.apply(u"zh_CN"_s);
        QTRY_VERIFY(chart->model()->index(0, 0).data().toString() != u"gemma3:4b: 110.0 tokens/s"_s);
        QVERIFY(chart->model()->index(0, 0).data().toString().contains(u"110.0"_s));
    }

    void sortsByAColumn()
    {
        Fixture f;
        f.add('a', u"b:1b"_s, 5);
        f.add('a', u"b:1b"_s, 30, 1000);
        f.add('b', u"a:4b"_s, 200);
        f.add('c', u"c:4b"_s, 0);
        auto *table = f.get<QTableView>(u"speeds"_s);
        const auto names = [&] {
            QStringList words;
            for (int row = 0; row < 4; ++row)
                words.append(f.row(row)[SpeedTable::Model].left(1) + f.row(row)[SpeedTable::Writing].left(3));
            return words.join(u' ');
        };
        QCOMPARE(names(), u"a200 b5.0 b30. c"_s);
        const auto click = [table](int column) {
            QHeaderView *header = table->horizontalHeader();
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              {header->sectionViewportPosition(column) + 20, header->height() / 2});
        };
        click(SpeedTable::Writing);
        const bool isAscending = table->horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
        QCOMPARE(names(), isAscending ? u"c b5.0 b30. a200"_s : u"a200 b30. b5.0 c"_s); // numbers, not texts
        click(SpeedTable::Writing);
        QCOMPARE(names(), isAscending ? u"a200 b30. b5.0 c"_s : u"c b5.0 b30. a200"_s);
        f.add('d', u"d:1b"_s, 100); // comes where it belongs
        QCOMPARE(table->model()->rowCount(), 5);
        QCOMPARE(f.row(isAscending ? 1 : 3)[SpeedTable::Model], u"d:1b"_s);
    }

    void sortsByTheMenuToo()
    {
        Fixture f;
        f.add('a', u"b:1b"_s, 5);
        f.add('b', u"a:4b"_s, 200);
        auto *table = f.get<QTableView>(u"speeds"_s);
        const auto choose = [&](const QString &column) {
            Q_EMIT table->customContextMenuRequested({});
            auto *menu = f.page.findChild<QMenu *>(u"speedActions"_s);
            const QList<QAction *> sorting = menu->findChildren<QAction *>();
            const auto found = std::ranges::find(sorting, column, &QAction::text);
            const bool wasChecked = (*found)->isChecked();
            (*found)->trigger();
            delete menu;
            return wasChecked;
        };
        QVERIFY(choose(u"Model"_s)); // sorted by it, so in the other direction now
        QCOMPARE(f.row(0)[SpeedTable::Model], u"b:1b"_s);
        QVERIFY(!choose(u"Writing"_s));
        QCOMPARE(f.row(0)[SpeedTable::Writing], u"5.0 tokens/s"_s);
    }

    void clearsAfterTheQuestion_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("left");
        QTest::newRow("no") << u"keepSpeeds"_s << u"gemma3:4b qwen3:8b elsewhere"_s;
        QTest::newRow("this model") << u"clearOne"_s << u"gemma3:4b elsewhere"_s;
        QTest::newRow("all") << u"clearAll"_s << QString();
    }
    void clearsAfterTheQuestion()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, left);
        Fixture f;
        f.add('b', u"gemma3:4b"_s, 20);
        f.add('a', u"qwen3:8b"_s, 80);
        const QString here = f.record.server();
        f.record.setServer(u"http://box:11434"_s, {});
        f.add('c', u"elsewhere"_s, 10);
        f.record.setServer(here, {});
        auto *table = f.get<QTableView>(u"speeds"_s);
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Delete);
        auto *question = f.page.findChild<QMessageBox *>(u"clearQuestion"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(u"qwen3:8b"_s));
        QCOMPARE(question->defaultButton()->objectName(), u"keepSpeeds"_s);
        QCOMPARE(f.record.measurements().size(), 3);
        question->findChild<QAbstractButton *>(answer)->click();
        QStringList models;
        for (const SpeedMeasurement &one : f.record.measurements())
            models.append(one.model);
        QCOMPARE(models.join(u' '), left);
        QCOMPARE(table->isVisible(), !left.isEmpty());
        QCOMPARE(f.showsText(u"No speeds yet"_s), left.isEmpty());
        QTRY_VERIFY(!f.page.findChild<QMessageBox *>(u"clearQuestion"_s));
        QCOMPARE(f.page.focusWidget()->objectName(), left.isEmpty() ? u"speedModel"_s : u"speeds"_s);
    }

    void saysHowToClearOneModelWhereNoneIsChosen()
    {
        Fixture f;
        f.add('b', u"gemma3:4b"_s, 20);
        f.button(u"clearSpeeds"_s)->click();
        auto *question = f.page.findChild<QMessageBox *>(u"clearQuestion"_s);
        QVERIFY(question);
        QVERIFY(!question->findChild<QAbstractButton *>(u"clearOne"_s));
        QVERIFY(question->informativeText().contains(u"choose a row"_s));
        question->findChild<QAbstractButton *>(u"clearAll"_s)->click();
        QVERIFY(f.record.measurements().isEmpty());
    }

    void measuresAndStopsByKeyboard()
    {
        Fixture f;
        auto *choice = f.get<QComboBox>(u"speedModel"_s);
        QCOMPARE(choice->currentText(), u"qwen3:8b"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentText(), u"gemma3:4b"_s); // what only embeds is not offered
        QTest::keyClick(choice, Qt::Key_Tab);
        QVERIFY(f.button(u"measureSpeed"_s)->hasFocus());
        QTest::keyClick(f.button(u"measureSpeed"_s), Qt::Key_Space);
        QVERIFY(f.measure.progress());
        QVERIFY(f.state().contains(u"gemma3:4b is being unloaded"_s));
        QVERIFY(!f.button(u"measureSpeed"_s)->isVisible());
        QVERIFY(!choice->isEnabled());
        QTRY_VERIFY(f.backend.lastChat());
        QVERIFY(f.state().contains(u"reads a prompt of about 128 tokens"_s));
        QCOMPARE(f.page.findChild<QProgressBar *>()->value(), 2);
        auto *stop = f.button(u"stopMeasuring"_s);
        QVERIFY(stop->hasFocus()); // it took the place
        QTest::keyClick(stop, Qt::Key_Space);
        QVERIFY(!f.measure.progress());
        QVERIFY(f.button(u"measureSpeed"_s)->hasFocus());
        QVERIFY(f.state().startsWith(u"Stopped."_s));
        QVERIFY(!f.page.findChild<QProgressBar *>()->isVisible());
    }

    void asksBeforeItMeasuresBesideAnAnswer()
    {
        Fixture f;
        f.measure.setBusy([] { return true; });
        f.button(u"measureSpeed"_s)->click();
        auto *question = f.page.findChild<QMessageBox *>(u"measureQuestion"_s);
        QVERIFY(question && !f.measure.progress());
        QPointer<QMessageBox> closed = question;
        question->findChild<QAbstractButton *>(u"measureLater"_s)->click();
        QTRY_VERIFY(!closed);
        QVERIFY(!f.measure.progress());
        f.button(u"measureSpeed"_s)->click();
        question = f.page.findChild<QMessageBox *>(u"measureQuestion"_s);
        question->findChild<QAbstractButton *>(u"measureNow"_s)->click();
        QVERIFY(f.measure.progress());
    }

    void saysWhatFailed()
    {
        Fixture f;
        f.backend.loading = base::failure(Error::Kind::OutOfMemory, u"model requires more memory"_s);
        f.button(u"measureSpeed"_s)->click();
        QTRY_VERIFY(f.measure.outcome());
        QVERIFY2(f.state().startsWith(u"qwen3:8b could not be loaded into memory."_s), qPrintable(f.state()));
    }

    void warnsOfADropAfterAnUpdate()
    {
        Fixture f;
        for (int i = 0; i < 5; ++i)
            f.add('a', u"qwen3:8b"_s, 80);
        QVERIFY(!f.showsText(u"slower"_s));
        f.record.setServer(f.record.server(), u"0.18.0"_s);
        for (int i = 0; i < 5; ++i)
            f.add('a', u"qwen3:8b"_s, 40);
        QVERIFY(f.showsText(u"qwen3:8b writes slower since the engine was updated from 0.17.4 to 0.18.0: "
                            "40.0 tokens/s, before 80.0 tokens/s."_s));
        f.record.setServer(u"http://box:11434"_s, {}); // another machine
        QVERIFY(!f.showsText(u"slower"_s));
    }

    void offersNoMeasuringWhereTheServerDoesNotLoad()
    {
        Fixture f;
        QVERIFY(ui::SpeedPage::isOfUse(f.record, f.backend));
        f.backend.canDo = {};
        Q_EMIT f.installed.changed();
        QVERIFY(!f.button(u"measureSpeed"_s)->isVisible());
        QVERIFY(!ui::SpeedPage::isOfUse(f.record, f.backend));
        f.add('a', u"qwen3:8b"_s, 80);
        QVERIFY(ui::SpeedPage::isOfUse(f.record, f.backend));
    }

    void tellsOfOneModelBesideIt()
    {
        Fixture f;
        ui::SpeedView view(f.installed, f.record);
        view.show();
        const auto texts = [&view] {
            QStringList result;
            for (const QLabel *label : view.findChildren<QLabel *>())
                if (label->isVisible())
                    result.append(label->text());
            return result.join(u'|');
        };
        view.setModel(u"qwen3:8b"_s);
        QVERIFY(texts().contains(u"Not measured yet"_s));
        f.add('a', u"qwen3:8b"_s, 46.3);
        f.add('a', u"qwen3:8b"_s, 46.3);
        const QString told = u"Speed here|Writing|46.3 tokens/s|Reading|512.4 tokens/s|First token|0.1 s|"
                             "Loading|0.8 s|From|2 answer"_s;
        QCOMPARE(texts().left(told.size()), told);
        view.setModel(u"gemma3:4b"_s);
        QVERIFY(texts().contains(u"Not measured yet"_s));
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestSpeedPage)
#include "tst_SpeedPage.moc"
