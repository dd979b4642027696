#include "common/Language.h"
#include "common/Theme.h"
#include "library/SpeedChart.h"
#include "library/SpeedPage.h"
#include "library/SpeedView.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QTest>
#include <QTreeView>

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
        const QAbstractItemModel *words = get<QTreeView>(u"speeds"_s)->model();
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
        QVERIFY(!f.get<QTreeView>(u"speeds"_s)->isVisible());
        QVERIFY(f.button(u"measureSpeed"_s)->isEnabled());
    }

    void listsWhatIsKnown()
    {
        Fixture f;
        f.add('a', u"qwen3:8b"_s, 46.3);
        f.add('a', u"qwen3:8b"_s, 30, 1000);
        QVERIFY(f.get<QTreeView>(u"speeds"_s)->isVisible());
        QStringList cells = f.row(0);
        QVERIFY(cells.takeLast().startsWith(u"1 answer"_s));
        QCOMPARE(cells, (QStringList{u"qwen3:8b"_s, u"5.2 GB"_s, u"up to 512"_s, u"0.8 s"_s, u"0.1 s"_s,
                                     u"512.4 tokens/s"_s, u"46.3 tokens/s"_s, u"54%"_s, u"Today"_s}));
        QCOMPARE(f.row(1)[SpeedTable::Prompts], u"up to 2,048"_s);
        const auto *header = f.get<QTreeView>(u"speeds"_s)->header();
        QCOMPARE(f.get<QTreeView>(u"speeds"_s)->model()->headerData(SpeedTable::GpuShare, Qt::Horizontal),
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
        QCOMPARE(chart->accessibleDescription(), u"qwen3:8b: 80.0 tokens/s; gemma3:4b: 20.0 tokens/s"_s);
        QTRY_COMPARE(chart->height(), 2 * 28);
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
