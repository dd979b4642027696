#include "common/Language.h"
#include "library/LoadedRow.h"
#include "library/LoadedView.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using backend::LoadedModel;
using base::Error;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 gb = 1'000'000'000;

LoadedModel loaded(const QString &name, qint64 memory, qint64 gpu = 0, qint64 seconds = 0)
{
    return {name, memory, gpu, 8192,
            seconds > 0 ? QDateTime::currentDateTime().addSecs(seconds) : QDateTime()};
}

struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    library::Loader loader{backend, installed};
    ui::LoadedView view{installed, backend, loader};

    explicit Fixture(const QList<LoadedModel> &models = {})
    {
        backend.installed = QList<backend::ModelInfo>();
        backend.loaded = models;
        view.resize(900, 300);
        view.show();
        (void)QTest::qWaitFor([&] { return installed.loaded().size() == models.size(); });
    }
    // In the order in which they stand.
    QList<ui::LoadedRow *> rows() const
    {
        QList<ui::LoadedRow *> shown;
        for (ui::LoadedRow *row : view.findChildren<ui::LoadedRow *>()) {
            if (row->isVisible())
                shown.append(row);
        }
        QCoreApplication::sendPostedEvents();
        std::ranges::sort(shown, {}, &QWidget::y);
        return shown;
    }
    QStringList names() const
    {
        QStringList names;
        for (const ui::LoadedRow *row : rows())
            names.append(row->model());
        return names;
    }
    QString words(const char *name, const QWidget *within) const
    {
        const auto *label = within->findChild<QLabel *>(QLatin1StringView(name));
        return label->isVisible() ? label->text() : QString();
    }
    QString words(const char *name) const { return words(name, &view); }
    QAbstractButton *button(const char *name, const QWidget *within = nullptr) const
    {
        return (within ? within : &view)->findChild<QAbstractButton *>(QLatin1StringView(name));
    }
};

} // namespace

class TestLoadedView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }

    void tellsWhatEachTakesAndTheSum()
    {
        Fixture f({loaded(u"small:1b"_s, gb, gb, 250), loaded(u"large:8b"_s, 6 * gb, 45 * gb / 10)});
        QTRY_COMPARE(f.names(), (QStringList{u"large:8b"_s, u"small:1b"_s})); // what takes most first
        QCOMPARE(f.words("loadedSum"), u"2 loaded, 7.0 GB in memory"_s);
        const QList<ui::LoadedRow *> rows = f.rows();
        QCOMPARE(f.words("loadedFacts", rows[0]),
                 u"6.0 GB, of it 4.5 GB on the GPU · context 8,192 tokens"_s);
        QVERIFY(f.words("loadedNote", rows[0]).startsWith(u"25% of it did not fit on the GPU."_s));
        const QString facts = f.words("loadedFacts", rows[1]);
        QVERIFY2(facts.startsWith(u"1.0 GB, all on the GPU · context 8,192 tokens · unloads: 4 min"_s),
                 qPrintable(facts));
        QCOMPARE(f.words("loadedNote", rows[1]), QString());
        QCOMPARE(f.button("unloadThis", rows[0])->accessibleName(), u"Unload large:8b"_s);
        QCOMPARE(f.button("keepThis", rows[0])->accessibleName(), u"Keep large:8b for…"_s);
    }
    void unloadsOne()
    {
        Fixture f({loaded(u"a"_s, 2 * gb), loaded(u"b"_s, gb)});
        QTRY_COMPARE(f.names(), (QStringList{u"a"_s, u"b"_s}));
        ui::LoadedRow *other = f.rows().last();
        QAbstractButton *unload = f.button("unloadThis", f.rows().first());
        unload->setFocus();
        QTest::keyClick(unload, Qt::Key_Space);
        QVERIFY(!unload->isEnabled());
        QVERIFY(!f.button("unloadThis", other)->hasFocus()); // the next press would unload that
        QTRY_COMPARE(f.names(), QStringList{u"b"_s});
        QCOMPARE(f.backend.unloaded, QStringList{u"a"_s});
        QCOMPARE(f.rows().first(), other);            // the same widget: nothing jumps under the pointer
        QVERIFY(!f.button("unloadAll")->isVisible()); // there is one only
        QCOMPARE(f.words("loadedSum"), u"1 loaded, 1.0 GB in memory"_s);
    }
    void unloadsAll()
    {
        Fixture f({loaded(u"a"_s, 2 * gb), loaded(u"b"_s, gb), loaded(u"c"_s, gb)});
        QTRY_COMPARE(f.rows().size(), 3);
        QTest::mouseClick(f.button("unloadAll"), Qt::LeftButton);
        QVERIFY(!f.button("unloadAll")->isEnabled());
        QTRY_COMPARE(f.rows().size(), 0);
        QCOMPARE(f.backend.unloaded.size(), 3);
        QCOMPARE(f.words("loadedSum"), u"Nothing in memory"_s);
        QVERIFY(f.words("loadedMore").startsWith(u"The next question loads its model"_s));
    }
    void keepsOneForLonger()
    {
        Fixture f({loaded(u"a"_s, gb, 0, 60)});
        QTRY_COMPARE(f.rows().size(), 1);
        f.button("keepThis", f.rows().first())->click();
        auto *times = f.view.findChild<QMenu *>(u"keepTimes"_s);
        QVERIFY(times);
        times->actions().at(2)->trigger();
        times->close();
        QCOMPARE(f.backend.loads.size(), 1);
        QCOMPARE(f.backend.loads.first().keepAlive, 1h);
        QCOMPARE(f.backend.loads.first().contextLength, 8192); // it is not loaded anew
    }
    void saysWhyOneWasNotUnloaded()
    {
        Fixture f({loaded(u"a"_s, gb)});
        QTRY_COMPARE(f.rows().size(), 1);
        f.backend.unloading = base::failure(Error::Kind::Unreachable, {});
        f.button("unloadThis", f.rows().first())->click();
        QTRY_VERIFY(!f.words("loadedNote", f.rows().first()).isEmpty());
        QVERIFY(f.button("unloadThis", f.rows().first())->isEnabled());
    }
    void tellsTheRestAsANumber()
    {
        QList<LoadedModel> many;
        for (int i = 0; i < 200; ++i)
            many.append(loaded(u"model-%1"_s.arg(i, 3, 10, QChar(u'0')), gb));
        Fixture f(many);
        QTRY_COMPARE(f.rows().size(), 6);
        QCOMPARE(f.words("loadedMore"), u"And 194 more."_s);
        QCOMPARE(f.words("loadedSum"), u"200 loaded, 200.0 GB in memory"_s);
    }
    void countsDownOnlyWhileItIsSeen()
    {
        Fixture f({loaded(u"a"_s, gb, 0, 300)});
        QVERIFY(f.view.findChild<QTimer *>()->isActive());
        f.view.hide();
        QVERIFY(!f.view.findChild<QTimer *>()->isActive());
    }
    void closesByKey()
    {
        Fixture f;
        QSignalSpy closed(&f.view, &ui::LoadedView::closed);
        QTest::keyClick(f.button("closeLoaded"), Qt::Key_Escape);
        f.button("closeLoaded")->click();
        QCOMPARE(closed.size(), 2);
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestLoadedView)
#include "tst_LoadedView.moc"
