// The downloads tab of the models page: its rows, buttons, keys and words.
#include "common/Language.h"
#include "library/DownloadActions.h"
#include "library/DownloadWords.h"
#include "library/DownloadsDelegate.h"
#include "library/DownloadsPage.h"
#include "library/DownloadsProxy.h"
#include "library/ModelsPage.h"
#include "settings/SettingsStore.h"
#include "support/FakeMaker.h"
#include "support/FakeRegistry.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

using base::Error;
using library::Downloads;
using ui::DownloadAction;
using State = Downloads::State;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 gb = 1'000'000'000;

backend::PullStep layer(const char *digest, qint64 total, qint64 completed)
{
    return {u"pulling"_s, QLatin1String(digest), total, completed};
}

// The page over a server, at its downloads, shown.
struct Fixture
{
    QTemporaryDir folder;
    settings::SettingsStore store{folder.filePath(u"settings.ini"_s)};
    support::FakeBackend backend;
    support::FakeMaker maker;
    support::FakeRegistry registry;
    library::Planner planner{backend, registry.fetch(), registry.diskRoom()};
    library::InstalledModels installed{backend};
    Downloads downloads;
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    std::unique_ptr<ui::ModelsPage> page;

    explicit Fixture(const QString &list = {})
        : downloads(backend, list)
    {
        downloads.setPlanner(&planner);
        downloads.setMaker(maker);
        page = std::make_unique<ui::ModelsPage>(installed, downloads, catalogue, fitter, loader, backend);
        page->setSettings(store);
        page->resize(1208, 840);
        page->show();
        page->showTab(ui::ModelsPage::Tab::Downloads);
    }

    template <typename T>
    T *get(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QListView *list() const { return get<QListView>(u"downloads"_s); }
    QModelIndex at(int row) const { return list()->model()->index(row, 0); }
    // What assistive technology reads of a row.
    QString spoken(int row) const { return at(row).data(Qt::AccessibleTextRole).toString(); }
    State state(int row) const { return at(row).data(Downloads::StateRole).value<State>(); }
    QString words(const QString &name) const { return get<QLabel>(name)->text(); }
    support::FakePull *request(const QString &name) const
    {
        const auto pulls = downloads.findChildren<backend::PullOperation *>();
        for (backend::PullOperation *pull : pulls) {
            auto *fake = dynamic_cast<support::FakePull *>(pull);
            if (fake && !fake->isDone() && fake->model.startsWith(name))
                return fake;
        }
        return nullptr;
    }
    // The painted button of a row.
    void press(int row, DownloadAction action) const
    {
        auto *delegate = qobject_cast<ui::DownloadsDelegate *>(list()->itemDelegate());
        const QRect place = list()->visualRect(at(row));
        const ui::RowButtons buttons = delegate->buttons(place, at(row));
        for (int x = place.right(); x > place.left(); --x) {
            const QPoint point(x, place.center().y() + 1);
            if (const auto button = buttons.at(point); button && button->action == static_cast<int>(action))
                return QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, point);
        }
        QFAIL("the row has no such button");
    }
    void key(int row, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        list()->setCurrentIndex(at(row));
        QTest::keyClick(list(), key, modifiers);
    }
};

} // namespace

class TestDownloadsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void saysWhatEachWaitsFor()
    {
        Fixture f;
        f.downloads.setAtOnce(1);
        QVERIFY(f.downloads.pull(u"a"_s, 9 * gb));
        QVERIFY(f.downloads.pull(u"b"_s, 4 * gb));
        QVERIFY(f.downloads.pull(u"c"_s));
        QCOMPARE(f.spoken(1), u"b:latest, 0%, 4.0 GB · queued, 1 before it"_s);
        QCOMPARE(f.spoken(2), u"c:latest, 0%, queued, 2 before it"_s);
        f.request(u"a"_s)->progress(layer("x", 9 * gb, 3 * gb));
        f.press(0, DownloadAction::Pause);
        QTRY_COMPARE(f.spoken(0), u"a:latest, 33%, 3.0 GB of 9.0 GB · paused, what is here is kept"_s);
        QCOMPARE(f.state(1), State::Running);
        f.downloads.setRetryPolicy({.waits = {12s, 1h}});
        f.request(u"b"_s)->breakOff({Error::Kind::Registry, u"dial tcp: i/o timeout"_s});
        QCOMPARE(f.spoken(1).left(f.spoken(1).indexOf(u" The server")),
                 u"b:latest, 0%. The registry of b:latest did not answer. Trying again in 12 s (1 of 2)."_s);
        f.downloads.setServerThere(false);
        QVERIFY(f.spoken(1).contains(u"is gone. The download goes on when it answers again."_s));
        f.downloads.setServerThere(true);
        f.request(u"c"_s)->breakOff({Error::Kind::NoSpace, {}});
        QVERIFY(f.spoken(2).startsWith(u"c:latest, failed. There is no space left for c:latest"_s));
        f.backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        f.downloads.resume(0);
        QVERIFY(f.spoken(0).endsWith(
            u"waits until 127.0.0.1:11434, which it was asked of, is the server in use"_s));
    }
    void saysHowOftenItWasTried()
    {
        Fixture f;
        f.downloads.setRetryPolicy({.waits = {1ms}});
        QVERIFY(f.downloads.pull(u"a"_s));
        f.request(u"a"_s)->breakOff({Error::Kind::Interrupted, {}});
        QTRY_VERIFY(f.request(u"a"_s));
        f.request(u"a"_s)->breakOff({Error::Kind::Interrupted, {}});
        QVERIFY(f.spoken(0).contains(u"The download of a:latest broke off. It was tried again 1 time"_s));
    }
    void saysThatAPartWasDamaged()
    {
        Fixture f;
        f.downloads.setRetryPolicy({.waits = {1h}, .mostDamaged = 1});
        const Error damaged{Error::Kind::Registry, u"digest mismatch, file must be downloaded again"_s};
        QVERIFY(f.downloads.pull(u"a"_s));
        f.request(u"a"_s)->breakOff(damaged);
        QVERIFY(f.spoken(0).contains(u"A part of a:latest arrived damaged. Trying again in 1 h"_s));
        QVERIFY(f.spoken(0).contains(u"It was removed and is fetched again."_s));
        f.downloads.setRetryPolicy({.waits = {}});
        f.press(0, DownloadAction::Retry);
        f.request(u"a"_s)->breakOff(damaged);
        QVERIFY(f.spoken(0).contains(u"A proxy, an antivirus program or the disk"_s));
    }
    void waitsForTheHoursAndStartsAllTheSame()
    {
        Fixture f;
        f.downloads.setClock([] { return QDateTime(QDate(2026, 11, 23), QTime(12, 0)); });
        f.downloads.setHours({QTime(1, 0), QTime(7, 0)});
        QVERIFY(f.downloads.pull(u"a"_s));
        QVERIFY(f.spoken(0).contains(u"waits until "_s));
        QVERIFY(f.backend.pulls.isEmpty());
        f.press(0, DownloadAction::StartNow);
        QCOMPARE(f.state(0), State::Running);
    }
    void movesOneUp()
    {
        Fixture f;
        f.downloads.setAtOnce(1);
        for (const char *name : {"a", "b", "c", "d"})
            QVERIFY(f.downloads.pull(QLatin1String(name)));
        const auto order = [&] {
            QString names;
            for (int row = 0; row < f.list()->model()->rowCount(); ++row)
                names += f.at(row).data().toString().front();
            return names;
        };
        f.press(3, DownloadAction::Next);
        QCOMPARE(order(), u"adbc"_s);
        f.key(3, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(order(), u"adcb"_s);
        QCOMPARE(f.list()->currentIndex().row(), 2); // goes along
        f.key(1, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order(), u"acdb"_s);
        f.request(u"a"_s)->finish();
        QCOMPARE(order(), u"cdba"_s); // done, below the others
        f.key(2, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order(), u"cdba"_s);
    }
    void pausesAndResumesByKeys()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"a"_s));
        f.key(0, Qt::Key_Space);
        QTRY_COMPARE(f.state(0), State::Paused);
        f.key(0, Qt::Key_Space);
        QCOMPARE(f.state(0), State::Running);
        f.key(0, Qt::Key_Return);
        QTRY_COMPARE(f.state(0), State::Paused);
        f.key(0, Qt::Key_Return);
        QCOMPARE(f.state(0), State::Running);
        f.request(u"a"_s)->progress(layer("x", 1000, 600));
        f.key(0, Qt::Key_Delete);
        QTRY_COMPARE(f.state(0), State::Cancelled);
        QVERIFY(f.spoken(0).contains(u"Cancelled. 600 B of it stay on the server."_s));
        f.key(0, Qt::Key_Delete);
        QCOMPARE(f.downloads.rowCount(), 0);
    }
    void saysNothingOfWhatNothingHasArrivedOf()
    {
        Fixture f;
        f.downloads.setAtOnce(1);
        QVERIFY(f.downloads.pull(u"a"_s));
        QVERIFY(f.downloads.pull(u"b"_s));
        f.press(1, DownloadAction::Cancel);
        QCOMPARE(f.downloads.rowCount(), 1);
    }
    void pausesAndResumesAll()
    {
        Fixture f;
        auto *all = f.get<QAbstractButton>(u"pauseOrResumeAll"_s);
        QVERIFY(!all->isVisible());
        for (const char *name : {"a", "b", "c"})
            QVERIFY(f.downloads.pull(QLatin1String(name)));
        QVERIFY(all->isVisible());
        QCOMPARE(all->text(), u"Pause all"_s);
        all->click();
        QTRY_COMPARE(all->text(), u"Resume all"_s);
        QTRY_COMPARE(f.state(0), State::Paused);
        QCOMPARE(f.state(2), State::Paused);
        all->click();
        QCOMPARE(all->text(), u"Pause all"_s);
        QCOMPARE(f.downloads.runningCount(), 2);
        f.page->showTab(ui::ModelsPage::Tab::Installed);
        QVERIFY(!all->isVisible());
    }
    void addsUp()
    {
        Fixture f;
        f.registry.room = 20 * gb;
        QVERIFY(f.downloads.pull(u"a"_s, 9 * gb));
        QVERIFY(f.downloads.pull(u"b"_s, 4 * gb));
        QTRY_COMPARE(f.words(u"downloadsRoom"_s),
                     u"20.0 GB free on the disk, 7.0 GB when all downloads are there"_s);
        f.registry.room = 10 * gb;
        f.downloads.pause(1);
        QTRY_COMPARE(f.words(u"downloadsRoom"_s),
                     u"10.0 GB free on the disk, 3.0 GB too little for all downloads"_s);
        f.registry.room = -1;
        QTRY_COMPARE(f.words(u"downloadsRoom"_s), u"13.0 GB still to come"_s);
    }
    void tellsTheTimeForAll()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"a"_s, 1'000'000));
        qint64 done = 0;
        const bool isTold = QTest::qWaitFor(
            [&] {
                f.request(u"a"_s)->progress(layer("x", 1'000'000, done += 1000));
                return f.words(u"downloadsSummary"_s).contains(u"together, about"_s);
            },
            10'000);
        QVERIFY2(isTold, qPrintable(f.words(u"downloadsSummary"_s)));
        QVERIFY(f.words(u"downloadsSummary"_s).startsWith(u"1 running, "_s));
        QVERIFY(f.words(u"downloadsSummary"_s).endsWith(u" for all"_s));
    }

    void foldsOutTheLayers()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"a"_s));
        auto *detail = f.get<QWidget>(u"downloadDetail"_s);
        QVERIFY(!detail->isVisible());
        f.key(0, Qt::Key_Return, Qt::AltModifier);
        QVERIFY(detail->isVisible());
        QVERIFY(f.words(u"downloadDetailNote"_s).startsWith(u"Its layers are known"_s));
        f.request(u"a"_s)->progress(layer("sha256:a5fd3b62230ab2c3", 253 * gb, 47 * gb));
        const auto shows = [&](const QString &text) {
            const QList<QLabel *> labels = detail->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        QTRY_VERIFY(shows(u"a5fd3b62230a"_s));
        QVERIFY(shows(u"47.0 GB of 253.0 GB"_s) || shows(u"47 GB of 253 GB"_s));
        QVERIFY(shows(u"when all layers are there"_s));
        QCOMPARE(detail->accessibleName(), u"Layers of a:latest"_s);
        f.request(u"a"_s)->progress({u"verifying sha256 digest"_s, {}, 0, 0});
        QTRY_VERIFY(shows(u"253.0 GB, there"_s) || shows(u"253 GB, there"_s));
        QVERIFY(!shows(u"when all layers are there"_s));
        QVERIFY(f.spoken(0).contains(u"checking and storing it"_s));
        QTest::keyClick(f.list(), Qt::Key_Escape);
        QVERIFY(!detail->isVisible());
        f.press(0, DownloadAction::Details);
        QVERIFY(detail->isVisible());
        f.get<QAbstractButton>(u"closeDownloadDetail"_s)->click();
        QVERIFY(!detail->isVisible());
    }
    void hasTheSameActionsInItsMenu()
    {
        Fixture f;
        f.downloads.setAtOnce(1);
        for (const char *name : {"a", "b", "c"})
            QVERIFY(f.downloads.pull(QLatin1String(name)));
        const auto menu = [&](int row) {
            f.list()->setCurrentIndex(f.at(row));
            Q_EMIT f.list()->customContextMenuRequested(QPoint(10, 10));
            QStringList words;
            auto *opened = f.page->findChild<ui::DownloadsPage *>()->findChild<QMenu *>();
            for (const QAction *action : opened->actions()) {
                if (!action->isSeparator())
                    words.append(action->text());
            }
            delete opened;
            return words.join(u", "_s);
        };
        QCOMPARE(menu(0), u"Pause, Details, Cancel, Move up, Move down"_s);
        QCOMPARE(menu(1), u"Pause, Details, Cancel, Move up, Move down"_s);
        QCOMPARE(menu(2), u"Up next, Pause, Details, Cancel, Move up, Move down"_s);
    }

    void choosesHowManyAndWhen()
    {
        Fixture f;
        auto *hours = f.get<QAbstractButton>(u"downloadHours"_s);
        QCOMPARE(hours->text(), u"Download hours: off"_s);
        hours->click();
        auto *rules = f.get<QWidget>(u"downloadRules"_s);
        QVERIFY(rules && rules->isVisible());
        auto *isLimited = rules->findChild<QCheckBox *>(u"downloadHoursOn"_s);
        auto *from = rules->findChild<QTimeEdit *>(u"downloadHoursFrom"_s);
        auto *to = rules->findChild<QTimeEdit *>(u"downloadHoursTo"_s);
        auto *atOnce = rules->findChild<QSpinBox *>(u"downloadsAtOnce"_s);
        QVERIFY(isLimited->hasFocus());
        QVERIFY(!from->isEnabled());
        QTest::keyClick(isLimited, Qt::Key_Space);
        QVERIFY(from->isEnabled());
        QCOMPARE(f.store.values().downloadHours, u"01:00-07:00"_s); // what is proposed
        from->setTime(QTime(22, 30));
        QCOMPARE(f.store.values().downloadHours, u"22:30-07:00"_s);
        QVERIFY(hours->text().startsWith(u"Download hours: "_s) && hours->text() != u"Download hours: off"_s);
        to->setTime(QTime(22, 30));
        QCOMPARE(rules->findChild<QLabel *>(u"downloadRulesNote"_s)->text(),
                 u"Both are the same time, so downloads run at any time."_s);
        QCOMPARE(atOnce->value(), 2);
        atOnce->setValue(3);
        QCOMPARE(f.store.values().downloadsAtOnce, 3);
        for (const QWidget *widget :
             {static_cast<QWidget *>(atOnce), static_cast<QWidget *>(from), static_cast<QWidget *>(to)})
            QVERIFY(!widget->accessibleName().isEmpty());
        QTest::keyClick(rules, Qt::Key_Escape);
        QVERIFY(!rules->isVisible());
        QCOMPARE(f.page->window()->focusWidget(), hours);
    }

    void showsWhatWasInterrupted()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        {
            Fixture f(path);
            QVERIFY(f.downloads.pull(u"a"_s));
            f.request(u"a"_s)->progress(layer("x", 1000, 430));
        }
        Fixture f(path);
        QCOMPARE(f.spoken(0), u"a:latest, 43%, 430 B of 1 kB · was interrupted, what is here is kept"_s);
        QCOMPARE(f.get<QAbstractButton>(u"pauseOrResumeAll"_s)->text(), u"Resume all"_s);
        f.press(0, DownloadAction::Resume);
        QCOMPARE(f.state(0), State::Running);
    }
    void saysWhyItHadFailedInTheLanguageOfNow()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        {
            Fixture f(path);
            QVERIFY(f.downloads.pull(u"a"_s));
            f.request(u"a"_s)->breakOff({Error::Kind::NoSpace, u"no space left on device"_s});
            QVERIFY(f.spoken(0).startsWith(u"a:latest, failed. There is no space left for a:latest"_s));
        }
        m_language.apply(u"zh_CN"_s);
        Fixture f(path);
        QVERIFY(f.spoken(0).contains(u"空间"_s));
        m_language.apply(u"en"_s);
        QVERIFY(f.spoken(0).startsWith(u"a:latest, failed. There is no space left for a:latest"_s));
        QVERIFY(
            f.at(0).data(ui::DownloadsProxy::DetailsRole).toString().contains(u"no space left on device"_s));
        f.press(0, DownloadAction::Retry);
        QCOMPARE(f.state(0), State::Running);
    }
    void saysThatNothingComes()
    {
        QStandardItemModel model(1, 1);
        const QModelIndex row = model.index(0, 0);
        const auto set = [&](int role, const QVariant &value) { QVERIFY(model.setData(row, value, role)); };
        set(Downloads::NameRole, u"a:1"_s);
        set(Downloads::StateRole, QVariant::fromValue(State::Running));
        set(Downloads::TotalRole, 100 * gb);
        set(Downloads::CompletedRole, 99 * gb);
        set(Downloads::SilenceRole, 59);
        QCOMPARE(ui::downloadText(row, {}).what, u"99.0 GB of 100.0 GB"_s);
        set(Downloads::SilenceRole, 60);
        QCOMPARE(ui::downloadText(row, {}).what,
                 u"99.0 GB of 100.0 GB · no data for 1 min; pausing and resuming asks anew"_s);
    }
    void saysWhereAPushGoes()
    {
        Fixture f;
        QVERIFY(f.downloads.push(u"127.0.0.1:5000/me/a:1"_s));
        QCOMPARE(f.spoken(0), u"127.0.0.1:5000/me/a:1, 0%, push to 127.0.0.1:5000 · Asking the registry"_s);
        support::FakePull *push = f.request(u"127.0.0.1:5000/me/a"_s);
        push->progress(layer("sha256:a5fd3b62230ab2c3", gb, gb / 2));
        f.press(0, DownloadAction::Pause);
        QTRY_VERIFY(f.spoken(0).endsWith(
            u"push to 127.0.0.1:5000 · 500 MB of 1.0 GB · paused, layers that arrived whole are kept"_s));
        f.press(0, DownloadAction::Resume);
        push = f.request(u"127.0.0.1:5000/me/a"_s);
        push->progress(layer("sha256:a5fd3b62230ab2c3", gb, gb));
        push->progress({u"pushing manifest"_s, {}, 0, 0});
        QVERIFY(f.spoken(0).endsWith(u"the registry is storing it"_s));
        push->finish();
        QVERIFY(f.spoken(0).startsWith(u"127.0.0.1:5000/me/a:1, done, push to 127.0.0.1:5000"_s));
        QVERIFY(!ui::mainActionOf(f.at(0))); // it was there before: nothing new to ask
        f.key(0, Qt::Key_Delete);
        QCOMPARE(f.downloads.rowCount(), 0);
    }
    void saysWhyAPushFailed()
    {
        Fixture f;
        f.downloads.setRetryPolicy({.waits = {}});
        QVERIFY(f.downloads.push(u"me/a:1"_s));
        f.request(u"me/a"_s)->breakOff({Error::Kind::Registry, u"digest mismatch"_s});
        QVERIFY(
            f.spoken(0).startsWith(u"me/a:1, failed. me/a:1 could not be pushed. The registry was not"_s));
        f.press(0, DownloadAction::Retry);
        f.request(u"me/a"_s)->progress(layer("x", 1000, 600));
        f.press(0, DownloadAction::Cancel);
        QTRY_VERIFY(f.spoken(0).contains(u"Layers that arrived whole stay in the registry."_s));
    }
    void saysThatTheListIsNotKept()
    {
        Fixture f(u"/nonexistent/downloads"_s);
        QVERIFY(f.downloads.pull(u"a"_s));
        const QList<QLabel *> labels = f.page->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"it is forgotten when Inkstone is closed"_s);
        }));
    }
    void rebuildsNoRowForAFrame()
    {
        Fixture f;
        QVERIFY(f.downloads.pull(u"a"_s));
        f.request(u"a"_s)->progress(layer("x", 1'000'000, 1));
        const QSignalSpy built(f.list()->model(), &QAbstractItemModel::layoutChanged);
        const QSignalSpy sized(f.list()->itemDelegate(), &QAbstractItemDelegate::sizeHintChanged);
        for (int frame = 2; frame < 1000; ++frame)
            f.request(u"a"_s)->progress(layer("x", 1'000'000, frame));
        QTRY_VERIFY(f.spoken(0).contains(u"999 B"_s));
        QCOMPARE(built.size(), 0);
        QCOMPARE(sized.size(), 0);
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestDownloadsPage)
#include "tst_DownloadsPage.moc"
