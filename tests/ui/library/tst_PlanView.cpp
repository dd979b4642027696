// What is told of a pull before it begins: below a typed name, beside the catalogue, and where there is no
// room.
#include "common/Language.h"
#include "library/ModelsPage.h"
#include "library/PlanView.h"
#include "support/FakeBackend.h"
#include "support/FakeRegistry.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using base::Error;
using library::Downloads;
using support::FakeRegistry;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mb = 1'000'000;
const QString a = FakeRegistry::digest(u'a');
const QString b = FakeRegistry::digest(u'b');
const QString c = FakeRegistry::digest(u'c');

struct Fixture
{
    support::FakeBackend backend;
    FakeRegistry registry;
    library::Planner planner{backend, registry.fetch(), registry.diskRoom()};
    library::InstalledModels installed{backend};
    Downloads downloads{backend};
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    std::unique_ptr<ui::ModelsPage> page;

    Fixture()
    {
        downloads.setPlanner(&planner);
        page = std::make_unique<ui::ModelsPage>(installed, downloads, catalogue, fitter, loader, backend);
        page->resize(1208, 840);
        page->show();
        page->showTab(ui::ModelsPage::Tab::GetModels);
    }

    QLineEdit *field() const { return page->findChild<QLineEdit *>(u"pullName"_s); }
    // Of the field; the other one is beside the catalogue.
    ui::PlanView *below() const { return field()->parentWidget()->findChild<ui::PlanView *>(); }
    ui::PlanView *beside() const
    {
        const QList<ui::PlanView *> views = page->findChildren<ui::PlanView *>();
        return views.first() == below() ? views.last() : views.first();
    }
    static QStringList shown(const QWidget *view)
    {
        QStringList texts;
        for (const QLabel *label : view->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    static bool hasAnswered(const QWidget *view)
    {
        const QStringList texts = shown(view);
        return !texts.isEmpty() && !texts.last().startsWith(u"Asking"_s);
    }
    QStringList answer(const QString &name)
    {
        field()->setText(name);
        below()->button()->click();
        return QTest::qWaitFor([this] { return hasAnswered(below()); }) ? shown(below()) : QStringList();
    }
};

} // namespace

class TestPlanView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void tellsWhatWouldBeDownloaded()
    {
        Fixture f;
        f.backend.blobs = {b};
        f.registry.add(u"far:1b"_s, {{a, 900 * mb}, {b, 100 * mb}, {c, 500}});
        QVERIFY(!f.below()->button()->isEnabled());
        const QStringList facts = f.answer(u" ollama pull far:1b"_s);
        QCOMPARE(facts.size(), 6);
        QCOMPARE(facts.at(0), u"The model"_s);
        QVERIFY2(facts.at(1).startsWith(u"1.0 GB in 3 layer"_s), qPrintable(facts.at(1)));
        QCOMPARE(facts.at(2), u"Already there"_s);
        QVERIFY2(facts.at(3).startsWith(u"100 MB in 1 layer"_s), qPrintable(facts.at(3)));
        QCOMPARE(facts.mid(4), (QStringList{u"To download"_s, u"900 MB"_s}));
        QVERIFY(f.backend.pulls.isEmpty());
        QCOMPARE(f.registry.asked.size(), 1);
        QCOMPARE(f.below()->button()->toolTip(), u"Asks registry.ollama.ai"_s);
    }
    void asksNobodyUnasked()
    {
        Fixture f;
        f.field()->setText(u"hf.co/owner/model"_s);
        QCOMPARE(f.below()->button()->toolTip(), u"Asks hf.co"_s);
        auto *list = f.page->findChild<QListView *>(u"catalogue"_s);
        for (int row = 0; row < 5; ++row)
            list->setCurrentIndex(list->model()->index(row, 0));
        QCoreApplication::processEvents();
        QVERIFY(f.registry.asked.isEmpty());
        QVERIFY(f.backend.blobsAsked.isEmpty());
        QVERIFY(!f.below()->isVisible() && !f.beside()->isVisible());
    }
    void tellsTheRoomOnTheDisk()
    {
        Fixture f;
        f.registry.add(u"far:1b"_s, {{a, 900 * mb}});
        f.registry.room = 1500 * mb;
        QCOMPARE(f.answer(u"far:1b"_s).mid(6), (QStringList{u"Free on disk"_s, u"1.5 GB, then 600 MB"_s}));
        f.registry.room = 500 * mb;
        QCOMPARE(f.answer(u"far:1b"_s).mid(6),
                 (QStringList{u"Free on disk"_s, u"500 MB"_s,
                              u"There is no room for it: 400 MB are missing on the disk."_s}));
    }
    void tellsTheTimeWhereASpeedWasMeasured()
    {
        Fixture f;
        f.registry.add(u"far:1b"_s, {{a, 900 * mb}});
        QVERIFY(f.downloads.pull(u"other:1b"_s));
        qint64 done = 0;
        const auto isMeasured = [&] {
            done = std::min<qint64>(done + 1000, 900'000);
            f.backend.lastPull()->progress({u"pulling"_s, a, 1'000'000, done});
            return f.downloads.measuredSpeed(u"far:1b"_s) > 0;
        };
        QVERIFY(QTest::qWaitFor(isMeasured, 20'000));
        QVERIFY(f.answer(u"far:1b"_s).value(5).contains(u"at the speed of the last download"_s));
    }
    void saysWhyItCannotBeTold_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("words");
        const QString still = u" It can still be pulled: the server asks for itself."_s;
        QTest::newRow("offline") << Error::Kind::HostNotFound
                                 << u"The address registry.ollama.ai was not found."_s + still;
        QTest::newRow("locked")
            << Error::Kind::Locked
            << u"Inkstone is locked to one server, so registry.ollama.ai was not asked."_s + still;
        QTest::newRow("private") << Error::Kind::Forbidden << QString();
        QTest::newRow("broken") << Error::Kind::Server
                                << u"registry.ollama.ai did not say what would be downloaded."_s + still;
        QTest::newRow("not there")
            << Error::Kind::NotFound
            << u"registry.ollama.ai does not know this model. Check the spelling of its name."_s;
    }
    void saysWhyItCannotBeTold()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(QString, words);
        Fixture f;
        f.registry.manifests[u"far:1b"_s] = base::failure(kind);
        const QStringList said = f.answer(u"far:1b"_s);
        QCOMPARE(said.size(), 1);
        QVERIFY2(words.isEmpty() || said.first() == words, qPrintable(said.first()));
        QVERIFY(kind == Error::Kind::NotFound || said.first().endsWith(u"the server asks for itself."_s));
        QTest::keyClick(f.field(), Qt::Key_Return); // and it is pulled
        QCOMPARE(f.backend.pulls, QStringList{u"far:1b"_s});
    }
    void saysThatTheServerDidNotTell()
    {
        Fixture f;
        f.backend.blobError = Error{Error::Kind::Forbidden, {}};
        f.registry.add(u"far:1b"_s, {{a, 900 * mb}});
        QCOMPARE(f.answer(u"far:1b"_s).value(3), u"not known; the server did not tell"_s);
    }
    void forgetsWhatHoldsNoMore()
    {
        Fixture f;
        f.registry.add(u"far:1b"_s, {{a, 900 * mb}});
        QVERIFY(!f.answer(u"far:1b"_s).isEmpty());
        f.field()->setText(u"far:1"_s);
        QVERIFY(!f.below()->isVisible());
        QVERIFY(!f.answer(u"far:1b"_s).isEmpty());
        Q_EMIT f.planner.outdated();
        QVERIFY(!f.below()->isVisible());
    }
    void tellsItBesideTheCatalogue()
    {
        Fixture f;
        f.registry.add(u"mistral:7b"_s, {{a, 900 * mb}});
        f.page->findChild<QLineEdit *>(u"modelFilter"_s)->setText(u"mistral:7b"_s);
        QVERIFY(f.beside()->button()->isVisible());
        f.beside()->button()->click();
        QTRY_VERIFY(Fixture::hasAnswered(f.beside()));
        QVERIFY(Fixture::shown(f.beside()).contains(u"900 MB"_s));
        // What is being pulled needs no plan any more.
        QVERIFY(f.downloads.pull(u"mistral:7b"_s));
        QTRY_VERIFY(!f.beside()->button()->isVisible());
        QVERIFY(!f.beside()->isVisible());
    }
    void saysThatThereIsNoRoomInPlaceOfADownload()
    {
        Fixture f;
        f.registry.add(u"far:1b"_s, {{a, 900 * mb}});
        f.registry.room = 500 * mb;
        f.field()->setText(u"far:1b"_s);
        QTest::keyClick(f.field(), Qt::Key_Return);
        auto *list = f.page->findChild<QListView *>(u"downloads"_s);
        const auto spoken = [&] {
            return list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        };
        QTRY_COMPARE(spoken(),
                     u"far:1b, failed. far:1b is a download of 900 MB, and 500 MB are free on the disk. "
                     "Nothing was downloaded. Free some space or choose a smaller model; Retry "
                     "downloads it all the same."_s);
        QVERIFY(f.backend.pulls.isEmpty());
    }
    void speaksTheLanguageOfTheMoment()
    {
        Fixture f;
        f.registry.add(u"far:1b"_s, {{a, 900 * mb}});
        const QStringList english = f.answer(u"far:1b"_s);
        m_language.apply(u"zh_CN"_s);
        const QStringList chinese = Fixture::shown(f.below());
        QCOMPARE(chinese.size(), english.size());
        QCOMPARE(chinese.last(), english.last()); // a size
        m_language.apply(u"en"_s);
        QCOMPARE(Fixture::shown(f.below()), english);
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestPlanView)
#include "tst_PlanView.moc"
