#include "common/Language.h"
#include "library/MemoryView.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    library::Loader loader{backend, installed};
    ui::MemoryView view{installed, loader};

    Fixture()
    {
        backend::ModelInfo model;
        model.name = u"a"_s;
        backend.installed = QList{model};
        backend.loaded = QList<backend::LoadedModel>();
        installed.refresh();
        view.setModel(u"a"_s);
    }
    bool isCounting() const { return view.findChild<QTimer *>()->isActive(); }
};

} // namespace

class TestMemoryView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }

    void countsDownOnlyWhileItIsSeen()
    {
        Fixture f;
        f.backend.loaded =
            QList{backend::LoadedModel{u"a"_s, 1, 0, 4096, QDateTime::currentDateTime().addSecs(300)}};
        f.installed.refreshLoaded();
        QTRY_VERIFY(f.installed.findLoaded(u"a"_s));
        QVERIFY(!f.isCounting()); // not shown yet
        f.view.show();
        QVERIFY(f.isCounting());
        f.view.hide();
        QVERIFY(!f.isCounting());
        Q_EMIT f.installed.loadedChanged();
        QVERIFY(!f.isCounting());
        f.view.show();
        QVERIFY(f.isCounting());
        f.backend.loaded = QList<backend::LoadedModel>();
        f.installed.refreshLoaded();
        QTRY_VERIFY(!f.isCounting());
    }

    void showsWhatHappensToItsModelAlone()
    {
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.view.show();
        auto *stop = f.view.findChild<QAbstractButton *>(u"stopLoading"_s);
        f.loader.load(u"b"_s);
        QVERIFY(!stop->isVisible());
        f.loader.load(u"a"_s);
        QVERIFY(stop->isVisible());
        QTRY_VERIFY(!stop->isVisible());
        QVERIFY(f.view.findChild<QAbstractButton *>(u"unloadModel"_s)->isVisible());
    }

    // The key that loaded it is not to remove it the next time.
    void keepsTheFocusOfTheKeyboard()
    {
        QWidget window;
        Fixture f;
        QTRY_VERIFY(f.installed.isKnown());
        f.view.setParent(&window);
        QPushButton other(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto button = [&f](const char *name) {
            return f.view.findChild<QAbstractButton *>(QLatin1StringView(name));
        };
        button("loadModel")->setFocus();
        QTest::keyClick(button("loadModel"), Qt::Key_Space);
        QVERIFY(button("stopLoading")->hasFocus());
        QTRY_VERIFY(button("unloadModel")->hasFocus());
        QTest::keyClick(button("unloadModel"), Qt::Key_Space);
        QVERIFY(f.view.hasFocus()); // nothing can be pressed now
        QTRY_VERIFY(button("loadModel")->hasFocus());
        other.setFocus();
        f.loader.load(u"a"_s);
        QTRY_VERIFY(button("unloadModel")->isEnabled() && button("unloadModel")->isVisible());
        QVERIFY(other.hasFocus());
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestMemoryView)
#include "tst_MemoryView.moc"
