// Updates on the models page: asked for, told, made and taken back, with keys and in both languages.
#include "common/Language.h"
#include "library/InstalledProxy.h"
#include "library/InstalledTable.h"
#include "library/KeptName.h"
#include "library/ModelsPage.h"
#include "library/UpdateView.h"
#include "support/FakeBackend.h"
#include "support/FakeRegistry.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using base::Error;
using library::Layer;
using library::LayerKind;
using library::Updater;
using support::FakeRegistry;
using namespace Qt::StringLiterals;

namespace {

// For what must not happen.
void giveTime()
{
    for (int turns = 0; turns < 9; ++turns) // of the event loop
        QCoreApplication::sendPostedEvents();
}

constexpr qint64 mb = 1'000'000;
const QString a = FakeRegistry::digest(u'a');
const QString b = FakeRegistry::digest(u'b');
const QString c = FakeRegistry::digest(u'c');

// The page over a server with two models; the registry has m:1 with other weights and parameters, and n:1 as
// it is here.
struct Fixture
{
    support::FakeBackend backend;
    FakeRegistry registry;
    library::InstalledModels installed{backend};
    library::Downloads downloads{backend};
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    library::Updates updates{backend, installed, registry.fetch(), registry.layers()};
    Updater updater{backend, installed, downloads};
    std::unique_ptr<ui::ModelsPage> page;
    const QString kept = *library::keptName(u"m:1"_s, QDate::currentDate(), {});
    Layer newParameters = registry.text(LayerKind::Parameters, R"({"temperature":1})");

    Fixture()
    {
        backend.installed = QList<backend::ModelInfo>();
        backend.loaded = QList<backend::LoadedModel>();
        const QByteArray said = R"({"model_family":"f","model_type":"7B","file_type":"Q8_0"})";
        add(u"m:1"_s,
            {{b, 800 * mb, LayerKind::Model}, newParameters, registry.text(LayerKind::Configuration, said)},
            u"old"_s);
        const QList<Layer> same{{a, 900 * mb, LayerKind::Model}, {c, 60, LayerKind::Configuration}};
        add(u"n:1"_s, same, FakeRegistry::listed(same));
        installed.refresh();
        (void)QTest::qWaitFor([this] { return installed.isKnown(); });
        page = std::make_unique<ui::ModelsPage>(installed, downloads, catalogue, fitter, loader, backend);
        page->setUpdates(updates, updater);
        page->resize(1208, 840);
        page->show();
        select(u"m:1"_s);
    }
    void add(const QString &name, const QList<Layer> &layers, const QString &digest)
    {
        registry.add(name, layers);
        backend::ModelInfo info;
        info.name = name;
        info.digest = digest;
        info.sizeBytes = 900 * mb;
        info.quantization = u"Q4_K_M"_s;
        info.family = u"f"_s;
        info.parameterSize = u"7B"_s;
        info.modified = QDateTime::currentDateTime();
        backend.installed->append(info);
        backend::ModelDetails details;
        details.modelfile = u"FROM /blobs/sha256-"_s + a.sliced(7);
        details.modelTemplate = u"{{ .Prompt }}"_s;
        details.parameters = u"temperature                    0.6"_s;
        backend.detailsByName.insert(name, details);
    }
    template <typename T = QAbstractButton>
    T *get(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QTableView *table() const { return get<QTableView>(u"installedModels"_s); }
    QModelIndex row(const QString &name) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const QModelIndex index = table()->model()->index(row, 0);
            if (index.data(library::InstalledTable::NameRole) == name)
                return index;
        }
        return {};
    }
    void select(const QString &name) const
    {
        (void)QTest::qWaitFor([&] { return row(name).isValid(); });
        table()->selectRow(row(name).row());
    }
    QString words(const QString &label) const { return get<QLabel>(label)->text(); }
    // What is shown below the title "Updates".
    QStringList shown() const
    {
        QStringList texts;
        const QList<QLabel *> labels = page->findChild<ui::UpdateView *>()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    void checkAll() const
    {
        get(u"checkUpdates"_s)->click();
        (void)QTest::qWaitFor([this] { return !updates.isChecking(); });
    }
    // The server has replaced m:1 and says that it is done.
    void finishPull()
    {
        (void)QTest::qWaitFor([this] { return backend.lastPull() != nullptr; });
        backend.installed->first().digest = u"new"_s;
        backend.installed->first().quantization = u"Q8_0"_s;
        backend::ModelDetails details = *backend.detailsByName.value(u"m:1"_s);
        details.parameters = u"temperature                    1"_s;
        backend.detailsByName.insert(kept, backend.detailsByName.value(u"m:1"_s));
        backend.detailsByName.insert(u"m:1"_s, details);
        backend.lastPull()->finish();
        (void)QTest::qWaitFor([this] {
            const backend::ModelInfo *model = installed.find(u"m:1"_s);
            return !updater.underWay(u"m:1"_s) && model && model->digest == u"new"_s &&
                   installed.details(u"m:1"_s);
        });
    }
};

} // namespace

class TestUpdateView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void asksNobodyBeforeItIsTold()
    {
        Fixture f;
        QVERIFY(f.get(u"checkUpdates"_s)->isVisible());
        QVERIFY(f.get(u"checkUpdates"_s)->isEnabled());
        QVERIFY2(f.get(u"checkUpdates"_s)->toolTip().contains(u"registry.ollama.ai"_s),
                 qPrintable(f.get(u"checkUpdates"_s)->toolTip()));
        QVERIFY(!f.get(u"updateAll"_s)->isVisible());
        QVERIFY(!f.get(u"updateModel"_s)->isVisible());
        QCOMPARE(f.words(u"updatesStatus"_s), QString());
        QVERIFY(f.registry.asked.isEmpty());
    }
    void offersNothingWhereNothingCanBePulled()
    {
        Fixture f;
        f.backend.canDo = {};
        f.installed.clear();
        f.installed.refresh();
        QTRY_VERIFY(f.row(u"m:1"_s).isValid());
        f.select(u"m:1"_s);
        QTRY_VERIFY(!f.get(u"checkUpdates"_s)->isVisible());
        QVERIFY(!f.get(u"checkModel"_s)->isVisible());
    }
    void marksWhatDiffersAndTellsWhatChanges()
    {
        Fixture f;
        f.checkAll();
        QVERIFY2(f.words(u"updatesStatus"_s).startsWith(u"1 update"_s),
                 qPrintable(f.words(u"updatesStatus"_s)));
        QCOMPARE(f.row(u"m:1"_s).data(ui::InstalledProxy::BadgeRole).toString(), u"Update"_s);
        QCOMPARE(f.row(u"m:1"_s).data(Qt::AccessibleTextRole).toString(), u"m:1, there is an update"_s);
        QCOMPARE(f.row(u"n:1"_s).data(ui::InstalledProxy::BadgeRole).toString(), QString());
        QCOMPARE(f.words(u"updateWords"_s), u"registry.ollama.ai has it in another state."_s);
        const QStringList shown = f.shown();
        const auto fact = [&](const QString &name) { return shown.value(shown.indexOf(name) + 1); };
        QCOMPARE(fact(u"Changes"_s), u"weights, parameters"_s);
        QCOMPARE(fact(u"Quantization"_s), u"Q4_K_M → Q8_0"_s);
        QCOMPARE(fact(u"Size"_s), u"900 MB → 800 MB"_s);
        QCOMPARE(fact(u"To download"_s), u"800 MB"_s);
        QVERIFY(!shown.contains(u"Family"_s)); // it stays
        auto *text = f.get<QWidget>(u"updateParameters"_s)->findChild<QPlainTextEdit *>();
        QCOMPARE(text->toPlainText(), u"- temperature 0.6\n+ temperature 1"_s);
        QCOMPARE(text->accessibleName(), u"What changes in the parameters"_s);
        QVERIFY(!f.get<QWidget>(u"updateTemplate"_s)->isVisible());
        QCOMPARE(f.get(u"updateAll"_s)->text(), u"Update all (1, 800 MB)"_s);
        f.select(u"n:1"_s);
        QVERIFY2(f.words(u"updateWords"_s).startsWith(u"It is as registry.ollama.ai has it."_s),
                 qPrintable(f.words(u"updateWords"_s)));
        QVERIFY(!f.get(u"updateModel"_s)->isVisible());
    }
    void asksForOne()
    {
        Fixture f;
        f.get(u"checkModel"_s)->click();
        QCOMPARE(f.words(u"updateWords"_s), u"Asking registry.ollama.ai…"_s);
        QVERIFY(!f.get(u"checkModel"_s)->isEnabled());
        QTRY_VERIFY(f.get(u"updateModel"_s)->isVisible());
        QVERIFY(!f.updates.finding(u"n:1"_s));
    }
    void stops()
    {
        Fixture f;
        f.get(u"checkUpdates"_s)->click();
        QCOMPARE(f.get(u"checkUpdates"_s)->text(), u"Stop"_s);
        QCOMPARE(f.words(u"updatesStatus"_s), u"Asking: 0 of 2 answered"_s);
        f.get(u"checkUpdates"_s)->click();
        QCOMPARE(f.get(u"checkUpdates"_s)->text(), u"Check for updates"_s);
        giveTime();
        QVERIFY(!f.updates.finding(u"m:1"_s));
    }
    void saysWhatToDoWhereTheRegistryIsNotReached()
    {
        Fixture f;
        f.registry.manifests[u"m:1"_s] = base::failure(Error::Kind::HostNotFound);
        f.registry.manifests[u"n:1"_s] = base::failure(Error::Kind::HostNotFound);
        f.checkAll();
        const QString status = f.words(u"updatesStatus"_s);
        QVERIFY2(status.startsWith(u"No updates. 2 could not be checked"_s), qPrintable(status));
        QVERIFY2(status.contains(u"The address registry.ollama.ai was not found."_s), qPrintable(status));
        QVERIFY(f.words(u"updateWords"_s).contains(u"this computer is on the network"_s));
        QVERIFY(!f.row(u"m:1"_s).data(ui::InstalledProxy::BadgeRole).toBool());
    }
    void saysThatAModelIsNotInTheRegistry()
    {
        Fixture f;
        f.registry.manifests.remove(u"m:1"_s);
        f.get(u"checkModel"_s)->click();
        QTRY_VERIFY(f.words(u"updateWords"_s).startsWith(u"registry.ollama.ai has no model of this name"_s));
        QVERIFY(!f.get(u"updateModel"_s)->isVisible());
    }
    void namesAnotherRegistryAndAsksItOnlyAlone()
    {
        Fixture f;
        const QString name = u"hf.co/o/r:Q4"_s;
        f.add(name, {{b, mb, LayerKind::Model}}, u"x"_s);
        f.installed.refresh();
        f.select(name);
        QCOMPARE(f.get(u"checkModel"_s)->text(), u"Check at hf.co"_s);
        QVERIFY(!f.get(u"checkUpdates"_s)->toolTip().contains(u"hf.co"_s));
        f.checkAll();
        QVERIFY(!f.updates.finding(name));
        f.get(u"checkModel"_s)->click();
        QTRY_VERIFY(f.get(u"updateModel"_s)->isVisible());
    }
    void saysWhereTheTextsAre()
    {
        Fixture f;
        f.registry.texts[f.newParameters.digest] = base::failure(Error::Kind::Moved, u"https://elsewhere"_s);
        f.checkAll();
        QVERIFY2(f.words(u"updateNote"_s).startsWith(u"The new texts lie at another host"_s),
                 qPrintable(f.words(u"updateNote"_s)));
        QVERIFY(!f.get<QWidget>(u"updateParameters"_s)->isVisible());
        QVERIFY(f.get(u"updateModel"_s)->isVisible());
    }

    void updatesAndGoesBackWithTheKeyboard()
    {
        Fixture f;
        f.checkAll();
        f.get(u"updateModel"_s)->setFocus();
        QTest::keyClick(f.get(u"updateModel"_s), Qt::Key_Space);
        QVERIFY(!f.get(u"updateModel"_s)->isEnabled());
        QTRY_VERIFY(f.words(u"updateWords"_s).startsWith(u"It is being downloaded"_s));
        f.finishPull();
        QTRY_VERIFY(f.row(f.kept).isValid());
        QTRY_VERIFY(f.row(u"m:1"_s).data(ui::InstalledProxy::BadgeRole).toString().isEmpty());
        QVERIFY(!f.get(u"updateModel"_s)->isVisible());

        f.select(f.kept);
        QVERIFY2(f.words(u"updateWords"_s).startsWith(u"This is m:1 as it was before"_s),
                 qPrintable(f.words(u"updateWords"_s)));
        QTRY_VERIFY(f.shown().contains(u"Q4_K_M → Q8_0"_s));
        QVERIFY(f.shown().contains(u"parameters"_s));
        QVERIFY(!f.get(u"checkModel"_s)->isVisible());
        auto *back = f.get(u"goBackToModel"_s);
        QVERIFY(back->isVisible());
        QVERIFY(!back->accessibleDescription().isEmpty());
        back->setFocus();
        QTest::keyClick(back, Qt::Key_Space);
        QTRY_VERIFY(!f.row(f.kept).isValid());
        QCOMPARE(f.backend.installed->last().name, u"m:1"_s);
        QCOMPARE(f.backend.installed->last().digest, u"old"_s);
    }
    void letsTheOldStateGoAfterAQuestion()
    {
        Fixture f;
        f.checkAll();
        f.get(u"updateModel"_s)->click();
        f.finishPull();
        f.select(f.kept);
        f.get(u"letModelGo"_s)->click();
        auto *question = f.get<QMessageBox>(u"removeQuestion"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(f.kept));
        QVERIFY2(question->informativeText().contains(u"m:1 uses the same weights"_s),
                 qPrintable(question->informativeText()));
        QVERIFY(!question->informativeText().contains(u"pulled again"_s));
        question->findChild<QAbstractButton *>(u"confirmRemove"_s)->click();
        QTRY_COMPARE(f.backend.removed, QStringList{f.kept});
    }
    void updatesAll()
    {
        Fixture f;
        f.registry.add(u"n:1"_s, {{b, 800 * mb, LayerKind::Model}});
        f.checkAll();
        QVERIFY2(f.get(u"updateAll"_s)->text().startsWith(u"Update all (2, 800 MB"_s),
                 qPrintable(f.get(u"updateAll"_s)->text()));
        f.get(u"updateAll"_s)->click();
        QTRY_COMPARE(f.downloads.rowCount(), 2);
        QTRY_COMPARE(f.backend.copied.size(), 2);
        QVERIFY(!f.get(u"updateAll"_s)->isVisible()); // each is under way
    }
    void saysThatTheModelIsAsItWasWhereTheUpdateFails()
    {
        Fixture f;
        f.checkAll();
        f.get(u"updateModel"_s)->click();
        QTRY_VERIFY(f.backend.lastPull());
        f.downloads.setRetryPolicy({.waits = {}});
        f.backend.lastPull()->breakOff({Error::Kind::Registry, u"EOF"_s});
        QTRY_COMPARE(f.backend.removed, QStringList{f.kept});
        QTRY_VERIFY(f.words(u"updateWords"_s).startsWith(u"The registry of m:1 did not answer."_s));
        QTRY_VERIFY(f.get(u"updateModel"_s)->isVisible() && f.get(u"updateModel"_s)->isEnabled());
    }

    void isReachedWithTheTabKeyWhereItIsSeen()
    {
        Fixture f;
        f.checkAll();
        QStringList order;
        const QWidget *first = f.get(u"checkUpdates"_s);
        for (const QWidget *at = first;;) {
            if (at->focusPolicy() & Qt::TabFocus && at->isVisible() && at->isEnabled())
                order.append(at->objectName());
            at = at->nextInFocusChain();
            if (at == first)
                break;
        }
        const QStringList wanted{u"checkUpdates"_s, u"updateAll"_s,  u"installedModels"_s, u"chatWithModel"_s,
                                 u"updateModel"_s,  u"checkModel"_s, u"removeModel"_s};
        qsizetype last = -1;
        for (const QString &name : wanted) {
            QVERIFY2(order.indexOf(name) > last, qPrintable(name + u" in "_s + order.join(u' ')));
            last = order.indexOf(name);
        }
    }
    void hasANameForEverything()
    {
        Fixture f;
        f.checkAll();
        const QList<QAbstractButton *> buttons = f.page->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible())
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                         qPrintable(button->objectName()));
        }
    }
    void speaksTheLanguageOfTheMoment()
    {
        Fixture f;
        f.checkAll();
        const QStringList english = f.shown();
        const QString status = f.words(u"updatesStatus"_s);
        m_language.apply(u"zh_CN"_s);
        QTRY_COMPARE(f.shown().size(), english.size());
        QVERIFY(f.shown().contains(u"800 MB"_s));
        m_language.apply(u"en"_s);
        QTRY_COMPARE(f.shown(), english);
        QCOMPARE(f.words(u"updatesStatus"_s), status);
    }
    void fitsANarrowWindow()
    {
        Fixture f;
        f.checkAll();
        f.page->resize(728, 600);
        QCOMPARE(f.page->width(), 728);
        const QWidget *all = f.get(u"updateAll"_s);
        QVERIFY(f.page->rect().contains(QRect(all->mapTo(f.page.get(), QPoint()), all->size())));
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestUpdateView)
#include "tst_UpdateView.moc"
