// A model copied and renamed from the page of installed models.
#include "common/Language.h"
#include "library/InstalledTable.h"
#include "library/ModelsPage.h"
#include "library/NamePopup.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QTableView>
#include <QTest>

using base::Error;
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
    library::InstalledModels installed{backend};
    library::Downloads downloads{backend};
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    std::unique_ptr<ui::ModelsPage> page;

    Fixture()
    {
        backend.installed = QList{model(u"qwen3:8b"_s), model(u"gemma3:4b"_s)};
        page = std::make_unique<ui::ModelsPage>(installed, downloads, catalogue, fitter, loader, backend);
        page->resize(1208, 840);
        page->show();
        page->activateWindow();
        (void)QTest::qWaitFor([this] { return table()->model()->rowCount() == 2; });
        table()->setFocus();
        choose(u"qwen3:8b"_s);
    }

    template <typename T>
    T *get(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QTableView *table() const { return get<QTableView>(u"installedModels"_s); }
    QString current() const
    {
        return table()->currentIndex().siblingAtColumn(0).data(library::InstalledTable::NameRole).toString();
    }
    void choose(const QString &name) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data(library::InstalledTable::NameRole) == name)
                table()->selectRow(row);
        }
    }
    // Through the menu of the details.
    void act(const QString &words) const
    {
        get<QAbstractButton>(u"moreOfModel"_s)->click();
        auto *menu = get<QMenu>(u"modelActions"_s);
        for (QAction *action : menu->actions()) {
            if (action->text() == words)
                action->trigger();
        }
        menu->close();
    }
    ui::NamePopup *popup() const { return page->findChild<ui::NamePopup *>(); }
    QLineEdit *field() const { return popup()->findChild<QLineEdit *>(u"newModelName"_s); }
    QAbstractButton *take() const { return popup()->findChild<QAbstractButton *>(u"takeName"_s); }
    QMessageBox *question() const { return get<QMessageBox>(u"replaceQuestion"_s); }
    QString shownError() const { return popup()->findChild<QLineEdit *>()->accessibleDescription(); }
    bool isGone(const QWidget *widget) const
    {
        QPointer<const QWidget> left(widget);
        return QTest::qWaitFor([&] { return !left; });
    }
};

} // namespace

class TestModelActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void copiesUnderASuggestedName()
    {
        Fixture f;
        f.act(u"Copy…"_s);
        QVERIFY(f.popup());
        QCOMPARE(f.field()->text(), u"qwen3-copy:8b"_s);
        QVERIFY(f.field()->hasSelectedText());
        QVERIFY(f.take()->isEnabled());
        QTest::keyClick(f.field(), Qt::Key_Return);
        QCOMPARE(f.backend.copied.size(), 1);
        QCOMPARE(f.backend.copied.first().second, u"qwen3-copy:8b"_s);
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QTRY_COMPARE(f.current(), u"qwen3-copy:8b"_s);
        QVERIFY(f.backend.removed.isEmpty());
    }
    void renamesByTheKeyboardAlone()
    {
        Fixture f;
        QTest::keyClick(f.table(), Qt::Key_F2);
        QVERIFY(f.popup());
        QCOMPARE(f.field()->text(), u"qwen3:8b"_s);
        QVERIFY(!f.take()->isEnabled()); // its own name
        QTest::keyClicks(f.field(), u"mine:1"_s);
        QTest::keyClick(f.field(), Qt::Key_Return);
        QTRY_COMPARE(f.backend.removed, QStringList{u"qwen3:8b"_s});
        QTRY_COMPARE(f.current(), u"mine:1"_s);
        QCOMPARE(f.table()->model()->rowCount(), 2);
    }
    void refusesWhatIsNoName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("unfinished") << u"mine:"_s << false;
        QTest::newRow("a blank") << u"my model"_s << true;
        QTest::newRow("a path") << u"../model"_s << true;
        QTest::newRow("Chinese") << u"模型"_s << true;
        QTest::newRow("its own, in capitals") << u"QWEN3:8B"_s << false;
    }
    void refusesWhatIsNoName()
    {
        QFETCH(QString, typed);
        Fixture f;
        f.act(u"Rename…"_s);
        f.field()->setText(typed);
        QVERIFY(!f.take()->isEnabled());
        QTEST(!f.shownError().isEmpty(), "isTold");
        QTest::keyClick(f.field(), Qt::Key_Return);
        QVERIFY(f.popup());
        QVERIFY(f.backend.copied.isEmpty());
    }
    void asksBeforeItReplaces()
    {
        Fixture f;
        f.act(u"Copy…"_s);
        f.field()->setText(u"Gemma3:4b"_s);
        auto *warning = f.popup()->findChild<QLabel *>(u"nameTaken"_s);
        QVERIFY(warning->isVisible());
        QVERIFY(warning->text().contains(u"Gemma3:4b"_s));
        f.take()->click();
        QVERIFY(f.question());
        QVERIFY(f.backend.copied.isEmpty());
        QTest::keyClick(f.question(), Qt::Key_Escape);
        QVERIFY(f.isGone(f.question()));
        QVERIFY(f.backend.copied.isEmpty());

        f.act(u"Copy…"_s);
        f.field()->setText(u"gemma3:4b"_s);
        f.take()->click();
        f.question()->findChild<QAbstractButton *>(u"replaceNamed"_s)->click();
        QCOMPARE(f.backend.copied.size(), 1);
    }
    void tellsWhatFailedBesideTheModel()
    {
        Fixture f;
        f.backend.copying = base::failure(Error::Kind::Server, u"disk on fire"_s);
        f.act(u"Rename…"_s);
        f.field()->setText(u"mine"_s);
        f.take()->click();
        auto *failure = f.get<QLabel>(u"modelFailure"_s);
        QTRY_VERIFY(failure->isVisible());
        QCOMPARE(failure->text(), u"qwen3:8b could not be renamed."_s);
        QVERIFY(f.backend.removed.isEmpty());
    }
    void offersNothingThatTheServerCannotDo()
    {
        Fixture f;
        f.backend.canDo = {};
        Q_EMIT f.installed.changed();
        QVERIFY(!f.get<QAbstractButton>(u"moreOfModel"_s)->isVisible());
        QTest::keyClick(f.table(), Qt::Key_F2);
        QVERIFY(!f.popup());
    }
    void speaksBothLanguages()
    {
        Fixture f;
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            m_language.apply(language);
            QTest::keyClick(f.table(), Qt::Key_F2);
            QVERIFY(f.popup());
            QVERIFY(f.popup()->accessibleName().contains(u"qwen3:8b"_s));
            QVERIFY(!f.field()->accessibleName().isEmpty());
            const QPointer<ui::NamePopup> popup = f.popup();
            QTest::keyClick(f.field(), Qt::Key_Escape);
            QTRY_VERIFY(!popup);
        }
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestModelActions)
#include "tst_ModelActions.moc"
