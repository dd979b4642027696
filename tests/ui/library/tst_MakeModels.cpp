// Models made, imported and pushed from the page of installed models.
#include "common/Language.h"
#include "library/ModelsPage.h"
#include "library/NamePopup.h"
#include "support/FakeMaker.h"

#include <QAbstractButton>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using base::Error;
using library::Workshop;
using namespace Qt::StringLiterals;

namespace {

backend::ModelInfo model(const QString &name)
{
    backend::ModelInfo info;
    info.name = name;
    info.digest = name;
    info.sizeBytes = 1'000'000'000;
    return info;
}

struct Fixture
{
    support::FakeBackend backend;
    support::FakeMaker maker;
    library::InstalledModels installed{backend};
    library::Downloads downloads{backend};
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    Workshop workshop{backend, maker, installed};
    QTemporaryDir folder;
    std::unique_ptr<ui::ModelsPage> page;

    explicit Fixture(const QString &name = u"qwen3:8b"_s)
    {
        backend.installed = QList{model(name)};
        downloads.setMaker(maker);
        page = std::make_unique<ui::ModelsPage>(installed, downloads, catalogue, fitter, loader, backend);
        page->setWorkshop(workshop);
        page->resize(1208, 840);
        page->show();
        (void)QTest::qWaitFor(
            [this] { return !get<QTableView>("installedModels")->currentIndex().data().isNull(); });
    }
    template <typename T>
    T *get(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
    bool shows(const char *name) const { return get<QWidget>(name) && get<QWidget>(name)->isVisible(); }
    void act(const QString &words) const
    {
        get<QAbstractButton>("moreOfModel")->click();
        auto *menu = get<QMenu>("modelActions");
        for (QAction *action : menu->actions()) {
            if (action->text() == words)
                action->trigger();
        }
        menu->close();
    }
    ui::NamePopup *popup() const { return page->findChild<ui::NamePopup *>(); }
    void takeName(const QString &name) const
    {
        popup()->findChild<QLineEdit *>(u"newModelName"_s)->setText(name);
        popup()->findChild<QAbstractButton *>(u"takeName"_s)->click();
    }
    QString file(const QByteArray &bytes = "GGUF" + QByteArray(3000, 'x')) const
    {
        QFile file(folder.filePath(u"Mine-Q4_0.gguf"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    // What the window system does while something is dragged over the page and let go.
    bool drop(const QList<QUrl> &urls) const
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(page.get(), &enter);
        QDropEvent drop(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        drop.ignore();
        QCoreApplication::sendEvent(page.get(), &drop);
        return enter.isAccepted() && drop.isAccepted();
    }
    QString title() const { return get<QLabel>("workshopTitle")->text(); }
};

} // namespace

class TestMakeModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void makesOneOfAnother()
    {
        Fixture f;
        f.act(u"Make one of your own…"_s);
        QVERIFY(f.shows("deriveView"));
        f.get<QLineEdit>("deriveName")->setText(u"brief"_s);
        f.get<QPlainTextEdit>("deriveSystem")->setPlainText(u"Be brief."_s);
        f.get<QAbstractButton>("makeModel")->click();
        QCOMPARE(f.maker.created.size(), 1);
        QCOMPARE(f.maker.created.first().first, u"brief:latest"_s);
        QCOMPARE(f.maker.created.first().second,
                 (backend::Recipe{.base = u"qwen3:8b"_s, .files = {}, .systemPrompt = u"Be brief."_s}));
        QVERIFY(f.shows("workshop"));
        QCOMPARE(f.title(), u"Making brief:latest"_s);
        QVERIFY(!f.get<QAbstractButton>("makeModel")->isEnabled());
        f.backend.installed->append(model(u"brief:latest"_s));
        f.maker.last()->finish();
        QVERIFY(!f.shows("deriveView"));
        QCOMPARE(f.title(), u"brief:latest is made."_s);
        QTRY_COMPARE(
            f.get<QTableView>("installedModels")->currentIndex().siblingAtColumn(0).data().toString(),
            u"brief:latest"_s);
        f.get<QAbstractButton>("workshopClose")->click();
        QVERIFY(!f.shows("workshop"));
    }
    void tellsWhatTheEngineRefused()
    {
        Fixture f;
        f.act(u"Make one of your own…"_s);
        f.get<QPlainTextEdit>("deriveTemplate")->setPlainText(u"{{ .Prompt"_s);
        f.get<QAbstractButton>("makeModel")->click();
        f.maker.last()->breakOff({Error::Kind::Server, u"template error: unclosed action"_s});
        QCOMPARE(f.title(), u"qwen3-copy:8b could not be made."_s);
        QVERIFY(f.shows("deriveView")); // what was typed is there to be corrected
        QCOMPARE(f.get<QPlainTextEdit>("deriveTemplate")->toPlainText(), u"{{ .Prompt"_s);
        QVERIFY(f.get<QAbstractButton>("makeModel")->isEnabled());
    }
    void asksBeforeItReplaces()
    {
        Fixture f;
        f.act(u"Make one of your own…"_s);
        f.get<QLineEdit>("deriveName")->setText(u"qwen3:8b"_s);
        Q_EMIT f.get<QLineEdit>("deriveName")->textEdited({});
        f.get<QAbstractButton>("makeModel")->click();
        QVERIFY(f.maker.created.isEmpty());
        f.page->findChild<QAbstractButton *>(u"replaceNamed"_s)->click();
        QCOMPARE(f.maker.created.size(), 1);
    }
    void goesBackAndKeepsWhatWasTyped()
    {
        Fixture f;
        f.act(u"Make one of your own…"_s);
        f.get<QPlainTextEdit>("deriveSystem")->setPlainText(u"a long text"_s);
        f.get<QAbstractButton>("leaveDerive")->click();
        QVERIFY(!f.shows("deriveView"));
        f.act(u"Make one of your own…"_s);
        QCOMPARE(f.get<QPlainTextEdit>("deriveSystem")->toPlainText(), u"a long text"_s);
    }
    void importsWhatIsDropped()
    {
        Fixture f;
        f.page->showTab(ui::ModelsPage::Tab::GetModels);
        QVERIFY(f.drop({QUrl::fromLocalFile(f.file())}));
        QTRY_VERIFY(f.popup());
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::Installed);
        QCOMPARE(f.popup()->findChild<QLineEdit *>()->text(), u"mine:q4_0"_s);
        QVERIFY(f.maker.uploads.isEmpty());
        f.takeName(u"mine"_s);
        QTRY_COMPARE(f.maker.uploads.size(), 1);
        f.maker.lastUpload()->progress(1500);
        QCOMPARE(f.get<QProgressBar>("workshopProgress")->value(), 499);
        QVERIFY(!f.get<QProgressBar>("workshopProgress")->accessibleName().isEmpty());
        f.maker.lastUpload()->finish();
        f.maker.last()->finish();
        QCOMPARE(f.title(), u"mine:latest is imported."_s);
    }
    void stopsAndGoesOn()
    {
        Fixture f;
        f.drop({QUrl::fromLocalFile(f.file())});
        QTRY_VERIFY(f.popup());
        f.takeName(u"mine"_s);
        QTRY_COMPARE(f.maker.uploads.size(), 1);
        f.get<QAbstractButton>("workshopStop")->click();
        QTRY_COMPARE(f.title(), u"Importing mine:latest was stopped."_s);
        f.get<QAbstractButton>("workshopAgain")->click();
        QTRY_COMPARE(f.maker.uploads.size(), 2);
    }
    void refusesWhatIsNoModel()
    {
        Fixture f;
        QVERIFY(f.drop({QUrl::fromLocalFile(f.file("%PDF-1.4" + QByteArray(100, 'x')))}));
        QTRY_VERIFY(f.get<QMessageBox>("importRefused"));
        auto *box = f.get<QMessageBox>("importRefused");
        QCOMPARE(box->text(), u"Mine-Q4_0.gguf cannot be imported."_s);
        QVERIFY(box->informativeText().contains(u"GGUF"_s));
        QVERIFY(!f.popup());
    }
    void takesNothingElse()
    {
        Fixture f;
        QVERIFY(!f.drop({QUrl(u"https://example.org/a.gguf"_s)}));
        QVERIFY(!f.drop({}));
        QVERIFY(!f.drop({QUrl::fromLocalFile(f.file()), QUrl::fromLocalFile(f.file())}));
        f.workshop.make(u"a:1"_s, {}); // busy
        QVERIFY(!f.drop({QUrl::fromLocalFile(f.file())}));
        QVERIFY(!f.get<QAbstractButton>("importFile")->isEnabled());
    }
    void choosesAFileByTheKeyboard()
    {
        Fixture f;
        QTest::keyClick(f.get<QAbstractButton>("importFile"), Qt::Key_Space);
        auto *dialog = f.page->findChild<QFileDialog *>(u"importDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(f.file());
        dialog->close();
        QVERIFY(f.popup());
    }
    void asksWhereToAndPushes()
    {
        Fixture f(u"127.0.0.1:5000/me/mine:1"_s);
        f.act(u"Push…"_s);
        auto *box = f.get<QMessageBox>("pushQuestion");
        QVERIFY(box);
        QVERIFY(box->text().contains(u"127.0.0.1:5000"_s));
        QVERIFY(f.maker.pushed.isEmpty());
        box->findChild<QAbstractButton *>(u"pushAgree"_s)->click();
        QCOMPARE(f.maker.pushed, QStringList{u"127.0.0.1:5000/me/mine:1"_s});
        QCOMPARE(f.page->tab(), ui::ModelsPage::Tab::Downloads); // where it is seen
        QCOMPARE(f.downloads.rowOf(u"127.0.0.1:5000/me/mine:1"_s, library::Direction::Push), 0);
    }
    void pushesNothingUnlessAgreed()
    {
        Fixture f(u"me/mine:1"_s);
        f.act(u"Push…"_s);
        QTest::keyClick(f.get<QMessageBox>("pushQuestion"), Qt::Key_Escape);
        QVERIFY(f.maker.pushed.isEmpty());
    }
    void givesANameThatCanBePushed()
    {
        Fixture f;
        f.act(u"Push…"_s);
        QVERIFY(!f.get<QMessageBox>("pushQuestion"));
        QVERIFY(f.popup());
        f.takeName(u"127.0.0.1:5000/me/mine:1"_s);
        QTRY_VERIFY(f.get<QMessageBox>("pushQuestion"));
        QCOMPARE(f.backend.copied.size(), 1);
        f.get<QAbstractButton>("pushAgree")->click();
        QCOMPARE(f.maker.pushed, QStringList{u"127.0.0.1:5000/me/mine:1"_s});
    }
    void speaksTheLanguageOfTheMoment()
    {
        Fixture f;
        f.workshop.make(u"me/a:1"_s, {});
        const QString english = f.title();
        m_language.apply(u"zh_CN"_s);
        QCoreApplication::processEvents();
        QVERIFY(f.title().contains(u"me/a:1"_s));
        QVERIFY(f.title() != english);
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestMakeModels)
#include "tst_MakeModels.moc"
