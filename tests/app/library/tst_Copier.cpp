#include "library/Copier.h"
#include "support/FakeBackend.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using library::Copier;
using namespace Qt::StringLiterals;

namespace {

backend::ModelInfo model(const QString &name)
{
    backend::ModelInfo info;
    info.name = name;
    info.digest = name;
    return info;
}

// A server whose copies do not come to be what they should.
class ForgetfulBackend : public support::FakeBackend
{
public:
    backend::DoneOperation *copy(const QString &from, const QString &to, QObject *parent) override
    {
        auto *operation = FakeBackend::copy(from, to, parent);
        if (spoil)
            spoil(*installed);
        return operation;
    }
    std::function<void(QList<backend::ModelInfo> &)> spoil;
};

struct Fixture
{
    ForgetfulBackend backend;
    library::InstalledModels installed{backend};
    Copier copier{backend, installed};

    Fixture()
    {
        backend.installed = QList{model(u"a:1"_s), model(u"b:1"_s)};
        installed.refresh();
        (void)QTest::qWaitFor([this] { return installed.isKnown(); });
    }
    QStringList names() const
    {
        QStringList names;
        for (const backend::ModelInfo &info : installed.models())
            names.append(info.name);
        return names;
    }
    bool ends(const QString &model)
    {
        return QTest::qWaitFor([&] { return !copier.underWay(model); });
    }
};

} // namespace

class TestCopier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesUnderASecondName()
    {
        Fixture f;
        QSignalSpy copied(&f.copier, &Copier::copied);
        f.copier.copy(u"a:1"_s, u" mine "_s);
        QCOMPARE(f.copier.underWay(u"a:1"_s), Copier::Step::Copy);
        f.copier.copy(u"a:1"_s, u"other"_s); // under way already
        QVERIFY(f.ends(u"a:1"_s));
        QCOMPARE(f.backend.copied.size(), 1);
        QCOMPARE(f.backend.copied.first().second, u"mine:latest"_s);
        QCOMPARE(copied.size(), 1);
        QVERIFY(f.backend.removed.isEmpty());
        QTRY_COMPARE(f.names(), (QStringList{u"a:1"_s, u"b:1"_s, u"mine:latest"_s}));
    }
    void renamesByACopyAndARemoval()
    {
        Fixture f;
        QSignalSpy renamed(&f.copier, &Copier::renamed);
        f.copier.rename(u"a:1"_s, u"c:2"_s);
        QCOMPARE(f.copier.underWay(u"a:1"_s), Copier::Step::Rename);
        QVERIFY(f.ends(u"a:1"_s));
        QCOMPARE(f.backend.removed, QStringList{u"a:1"_s});
        QCOMPARE(renamed.size(), 1);
        QVERIFY(!f.copier.failure(u"a:1"_s));
        QTRY_COMPARE(f.names(), (QStringList{u"b:1"_s, u"c:2"_s}));
    }
    // What is in memory may be answering.
    void leavesARunningModelInMemory()
    {
        Fixture f;
        f.backend.loaded = QList{backend::LoadedModel{u"a:1"_s, 1, 0, 2048, {}}};
        f.installed.refreshLoaded();
        QTRY_VERIFY(f.installed.findLoaded(u"a:1"_s));
        f.copier.rename(u"a:1"_s, u"c:2"_s);
        QVERIFY(f.ends(u"a:1"_s));
        QCOMPARE(f.backend.removed.size(), 1);
        QVERIFY(f.backend.unloaded.isEmpty());
    }
    void keepsTheOldNameWhereTheCopyIsNotThere_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("not listed") << u"gone"_s;
        QTest::newRow("something else") << u"other"_s;
    }
    void keepsTheOldNameWhereTheCopyIsNotThere()
    {
        QFETCH(QString, what);
        Fixture f;
        f.backend.spoil = [&](QList<backend::ModelInfo> &models) {
            if (what == "gone"_L1)
                models.removeLast();
            else
                models.last().digest = u"else"_s;
        };
        f.copier.rename(u"a:1"_s, u"c:2"_s);
        QVERIFY(f.ends(u"a:1"_s));
        QVERIFY(f.backend.removed.isEmpty());
        QCOMPARE(f.copier.failure(u"a:1"_s),
                 (Copier::Failure{Copier::Step::Rename, {Error::Kind::Protocol, u"c:2"_s}}));
    }
    void tellsWhatFailed()
    {
        Fixture f;
        f.backend.copying = base::failure(Error::Kind::Server, u"no"_s);
        f.copier.rename(u"a:1"_s, u"c:2"_s);
        QVERIFY(f.ends(u"a:1"_s));
        QVERIFY(f.backend.removed.isEmpty());
        QCOMPARE(f.copier.failure(u"a:1"_s),
                 (Copier::Failure{Copier::Step::Rename, {Error::Kind::Server, u"no"_s}}));
        f.backend.copying = {};
        f.backend.removal = base::failure(Error::Kind::Unreachable);
        f.copier.rename(u"a:1"_s, u"c:2"_s);
        QVERIFY(!f.copier.failure(u"a:1"_s));
        QVERIFY(f.ends(u"a:1"_s));
        QCOMPARE(f.copier.failure(u"a:1"_s)->error.kind, Error::Kind::Unreachable); // both names are there
    }
    void refusesWhatIsNoOtherName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Copier::Fault>("fault");
        QTest::newRow("empty") << u""_s << Copier::Fault::NoName;
        QTest::newRow("a blank") << u"a b"_s << Copier::Fault::NoName;
        QTest::newRow("a path") << u"../a"_s << Copier::Fault::NoName;
        QTest::newRow("the same") << u"a:1"_s << Copier::Fault::SameName;
        QTest::newRow("in capitals") << u"A:1"_s << Copier::Fault::SameName;
        QTest::newRow("in full") << u"registry.ollama.ai/library/a:1"_s << Copier::Fault::SameName;
    }
    // To the server these are one model: removing the old name would remove both.
    void refusesWhatIsNoOtherName()
    {
        QFETCH(QString, name);
        Fixture f;
        QTEST(Copier::faultOf(u"a:1"_s, name).value(), "fault");
        f.copier.rename(u"a:1"_s, name);
        QVERIFY(!f.copier.underWay(u"a:1"_s));
        QVERIFY(f.backend.copied.isEmpty());
        QVERIFY(f.backend.removed.isEmpty());
    }
    void findsANameForACopy()
    {
        Fixture f;
        QCOMPARE(library::nameForCopy(u"a:1"_s, f.installed), u"a-copy:1"_s);
        f.backend.installed->append(model(u"a-copy:1"_s));
        f.installed.refresh();
        QTRY_COMPARE(f.installed.models().size(), 3);
        QCOMPARE(library::nameForCopy(u"a:1"_s, f.installed), u"a-copy-2:1"_s);
        QCOMPARE(library::nameForCopy(u"h:5000/n/a"_s, f.installed), u"h:5000/n/a-copy:latest"_s);
    }
};

QTEST_GUILESS_MAIN(TestCopier)
#include "tst_Copier.moc"
