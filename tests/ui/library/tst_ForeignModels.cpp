// The Models page over a server whose models are managed elsewhere: what it cannot do is not offered.
#include "library/InstalledTable.h"
#include "library/ModelsPage.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using library::InstalledTable;
using ui::ModelsPage;

namespace {

struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    library::Downloads downloads{backend};
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    ModelsPage page{installed, downloads, catalogue, fitter, loader, backend};

    explicit Fixture(const QStringList &names)
    {
        backend.canDo = {};
        QList<backend::ModelInfo> models(names.size());
        for (qsizetype i = 0; i < names.size(); ++i)
            models[i].name = names[i];
        backend.installed = models;
        page.resize(1208, 840);
        page.show();
    }

    QAbstractButton *button(const QString &name) const { return page.findChild<QAbstractButton *>(name); }
    QTableView *table() const { return page.findChild<QTableView *>(u"installedModels"_s); }
    bool offers(const QString &word) const
    {
        return std::ranges::any_of(page.findChildren<QAbstractButton *>(), [&](QAbstractButton *candidate) {
            return candidate->isVisible() && candidate->text().startsWith(word);
        });
    }
    bool shows(const QString &text) const
    {
        return std::ranges::any_of(page.findChildren<QLabel *>(), [&](QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
};

} // namespace

class TestForeignModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersNeitherPullNorRemoval()
    {
        Fixture f({u"Qwen/Qwen3-8B"_s, u"sql-lora"_s});
        QTRY_COMPARE(f.table()->model()->rowCount(), 2);
        QTRY_VERIFY(f.offers(u"Chat"_s));
        for (const QString &word : {u"Get models"_s, u"Downloads"_s, u"Pull"_s, u"Remove"_s, u"Unload"_s})
            QVERIFY2(!f.offers(word), qPrintable(word));
        QVERIFY(f.shows(u"2 model(s)"_s));

        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_Delete);
        QVERIFY(!f.page.findChild<QWidget *>(u"removeQuestion"_s));
        Q_EMIT f.table()->customContextMenuRequested({5, 5});
        auto *menu = f.page.findChild<QMenu *>();
        QVERIFY(menu);
        for (const QAction *action : menu->actions())
            QVERIFY(!action->text().startsWith(u"Remove"));
        menu->close();
    }

    void leavesTheSizeOpenWhereItIsNotTold()
    {
        Fixture f({u"Qwen/Qwen3-8B"_s});
        QTRY_COMPARE(f.table()->model()->rowCount(), 1);
        QCOMPARE(f.table()->model()->index(0, InstalledTable::Size).data().toString(), QString());
        QVERIFY(!f.shows(u" on disk"_s));
        QVERIFY(!f.shows(u"Size on disk"_s));
    }

    void saysWhatToDoWhereThereIsNone()
    {
        Fixture f({});
        QTRY_VERIFY(f.shows(u"No models on this server"_s));
        const int before = f.backend.listings;
        QVERIFY(f.offers(u"Try again"_s));
        for (QAbstractButton *button : f.page.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == u"Try again")
                button->click();
        }
        QTRY_VERIFY(f.backend.listings > before);
    }

    void offersThemAgainAtAServerThatCan()
    {
        Fixture f({u"m"_s});
        QTRY_COMPARE(f.table()->model()->rowCount(), 1);
        QVERIFY(!f.offers(u"Get models"_s));
        f.backend.canDo = backend::Abilities(backend::Ability::Pull) | backend::Ability::Remove;
        f.installed.clear();
        f.installed.refresh();
        QTRY_VERIFY(f.offers(u"Get models"_s));
        f.page.showTab(ModelsPage::Tab::GetModels);
        QVERIFY(f.offers(u"Pull"_s));

        // The next server cannot: its page is not the catalogue.
        f.backend.canDo = {};
        f.installed.clear();
        f.installed.refresh();
        QTRY_COMPARE(f.page.tab(), ModelsPage::Tab::Installed);
    }
};

QTEST_MAIN(TestForeignModels)
#include "tst_ForeignModels.moc"
