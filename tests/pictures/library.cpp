// Pictures of the page of models in its states, over a server, a registry, a models folder and an engine of
// script: what a real one shows only for a moment, or only when something goes wrong. The scale is the
// process's (QT_SCALE_FACTOR). Usage: library FOLDER SCALE, through ./tests/shots --library.
#include "common/Appearance.h"
#include "common/Language.h"
#include "pictures/Manager.h"
#include "pictures/WindowPicture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using backend::ModelInfo;
using base::Error;
using library::FolderMove;
using library::LayerKind;
using pictures::gb;
using pictures::layer;
using pictures::Manager;
using pictures::mb;
using support::FakeRegistry;
using support::usualPlace;
using Tab = ui::ModelsPage::Tab;

namespace {

class Pictures
{
public:
    Pictures(const QString &folder, const QString &scale)
        : m_folder(folder)
        , m_scale(scale)
    {
        QDir().mkpath(folder);
    }

    int run()
    {
        for (const auto &[language, theme, look] :
             {std::tuple{u"en"_s, settings::Theme::Light, u"en-light"_s},
              std::tuple{u"en"_s, settings::Theme::Dark, u"en-dark"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Light, u"zh-light"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Dark, u"zh-dark"_s}}) {
            m_language.apply(language);
            settings::Settings values;
            values.theme = theme;
            m_appearance.apply(values);
            m_look = look;
            missing();
            memory();
            names();
            making();
            updates();
            catalogue();
            downloads();
            storage();
            moving();
            speeds();
        }
        return m_failed ? 1 : 0;
    }

private:
    template <typename Condition>
    void waitFor(const char *what, Condition condition)
    {
        if (QTest::qWaitFor(condition, 20'000))
            return;
        std::fprintf(stderr, "library: waited in vain for %s\n", what);
        m_failed = true;
    }

    void save(const Manager &manager, const QString &name)
    {
        QTest::qWait(150);
        pictures::settle();
        const QString file = u"%1/manager-%2-%3-%4.png"_s.arg(m_folder, name, m_look, m_scale);
        m_failed = !pictures::saveWindow(*manager.page, file) || m_failed;
    }
    void saveAndClose(const Manager &manager, const QString &name)
    {
        save(manager, name);
        while (QWidget *open = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                                 : QApplication::activeModalWidget()) {
            open->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    // The server has answered; the first model is chosen.
    void await(Manager &manager)
    {
        manager.installed.refresh();
        auto *table = manager.find<QTableView>("installedModels");
        waitFor("the models", [&] { return table->model()->rowCount() >= 4 && manager.installed.isKnown(); });
        table->selectRow(3);
        waitFor("the details", [&] { return manager.installed.details(u"qwen3:8b"_s); });
    }

    void missing()
    {
        Manager m;
        m.backend.installed = base::failure(Error::Kind::Unreachable, u"Connection refused"_s);
        m.installed.clear();
        m.installed.refresh();
        save(m, u"unreachable"_s);
        m.backend.installed = QList<ModelInfo>();
        m.installed.refresh();
        waitFor("the empty list", [&] { return m.installed.isKnown(); });
        save(m, u"none"_s);
        m.page->showTab(Tab::Speed);
        save(m, u"speed-none"_s);
    }

    void memory()
    {
        Manager m;
        await(m);
        m.openMenu("installedModels");
        saveAndClose(m, u"menu"_s);
        m.backend.loading =
            base::failure(Error::Kind::OutOfMemory, u"model requires more system memory "
                                                    "(5.5 GiB) than is available (3.4 GiB)"_s);
        m.click("loadModel");
        save(m, u"loading"_s);
        waitFor("the failure", [&] { return m.loader.failure(u"qwen3:8b"_s).has_value(); });
        save(m, u"load-failed"_s);
        m.backend.loaded = QList<backend::LoadedModel>{
            {u"qwen3:8b"_s, 6'200'000'000, 4'500'000'000, 4096, QDateTime::currentDateTime().addSecs(290)},
            {u"gemma3:4b"_s, 3'900'000'000, 3'900'000'000, 8192, QDateTime::currentDateTime().addYears(400)}};
        m.installed.refreshLoaded();
        waitFor("what is loaded", [&] { return m.installed.loaded().size() == 2; });
        m.click("keepLoaded");
        saveAndClose(m, u"keep"_s);
        m.click("showLoaded");
        save(m, u"loaded"_s);
    }

    void names()
    {
        Manager m;
        await(m);
        m.act(0);
        saveAndClose(m, u"copy"_s);
        m.act(1);
        m.find<QLineEdit>("newModelName")->setText(u"gemma3:4b"_s);
        save(m, u"rename-taken"_s);
        m.click("takeName");
        saveAndClose(m, u"replace"_s);
        m.act(3);
        saveAndClose(m, u"push-name"_s);
        m.click("removeModel");
        saveAndClose(m, u"remove"_s);
    }

    void making()
    {
        Manager m;
        await(m);
        m.act(2);
        m.find<QLineEdit>("deriveName")->setText(u"brief:8b"_s);
        m.find<QPlainTextEdit>("deriveSystem")->setPlainText(u"Be brief."_s);
        save(m, u"make"_s);
        m.click("makeModel");
        waitFor("the making", [&] { return m.maker.last() != nullptr; });
        m.maker.last()->progress({u"creating model layer"_s, {}, 0, 0});
        save(m, u"making"_s);
        m.maker.last()->breakOff({Error::Kind::Server, u"template: :1: unclosed action"_s});
        save(m, u"make-failed"_s);
    }

    // The registry has other weights, other parameters and another prompt.
    void updates()
    {
        Manager m;
        m.registry.add(u"qwen3:8b"_s,
                       {{FakeRegistry::digest(u'b'), 5 * gb, LayerKind::Model},
                        m.registry.text(LayerKind::Parameters, R"({"temperature":1,"top_k":20})"),
                        m.registry.text(LayerKind::System, "Be exact."),
                        m.registry.text(LayerKind::Configuration,
                                        R"({"model_family":"qwen3","model_type":"8B","file_type":"Q8_0"})")});
        await(m);
        m.click("checkUpdates");
        save(m, u"updates-asking"_s);
        waitFor("the answers", [&] { return !m.updates.isChecking(); });
        save(m, u"updates"_s);
        m.click("updateModel");
        waitFor("the download of the update", [&] { return m.backend.lastPull() != nullptr; });
        m.backend.lastPull()->progress(layer(u'b', 5 * gb, 2 * gb));
        save(m, u"updating"_s);
        m.backend.installed->first().digest = QString(64, u'd');
        m.backend.lastPull()->finish();
        waitFor("the update", [&] { return !m.updater->underWay(u"qwen3:8b"_s); });
        m.find<QTableView>("installedModels")->selectRow(3);
        save(m, u"updated"_s);
    }

    void catalogue()
    {
        Manager m;
        await(m);
        m.page->showTab(Tab::GetModels);
        auto *kind = m.find<QComboBox>("catalogueKind");
        kind->setCurrentIndex(2);
        save(m, u"guides"_s);
        kind->setCurrentIndex(0);
        m.find<QLineEdit>("modelFilter")->setText(u"no such model"_s);
        save(m, u"nothing-found"_s);
        m.find<QLineEdit>("modelFilter")->clear();
        m.openMenu("catalogue");
        saveAndClose(m, u"get-menu"_s);
        m.registry.add(u"mine:1b"_s, {{FakeRegistry::digest(u'a'), 900 * mb, LayerKind::Model},
                                      {FakeRegistry::digest(u'c'), 60, LayerKind::Configuration}});
        m.registry.room = 40 * gb;
        auto *name = m.find<QLineEdit>("pullName");
        const auto ask = [&](const QString &typed) {
            name->setText(typed);
            for (auto *button : name->parentWidget()->findChildren<QAbstractButton *>()) {
                if (button->objectName() != u"pullButton" && button->isVisible())
                    button->click();
            }
        };
        ask(u"mine:1b"_s);
        save(m, u"plan"_s);
        ask(u"unknown:1b"_s);
        save(m, u"plan-unknown"_s);
        name->setText(u"no name at all"_s);
        m.click("pullButton");
        save(m, u"name-wrong"_s);
        name->setText(u"registry.example:5000/team/model:7b"_s);
        m.click("pullButton");
        saveAndClose(m, u"other-registry"_s);
    }

    void downloads()
    {
        Manager m;
        await(m);
        m.page->showTab(Tab::Downloads);
        save(m, u"download-interrupted"_s);
        m.downloads->remove(0);
        m_failed = !m.pullAll() || m_failed;
        QTest::qWait(1100); // a speed is told after a second
        m.request(u"qwen3:14b"_s)->progress(layer(u'1', 9 * gb, gb + 90 * mb));
        auto *list = m.find<QListView>("downloads");
        list->setCurrentIndex(list->model()->index(5, 0));
        save(m, u"downloads"_s);
        QTest::keyClick(list, Qt::Key_Return, Qt::AltModifier);
        save(m, u"download-layers"_s);
        m.openMenu("downloads");
        saveAndClose(m, u"download-menu"_s);
        m.click("downloadHours");
        saveAndClose(m, u"download-rules"_s);
    }

    void storage()
    {
        Manager m;
        await(m);
        m.page->showTab(Tab::Storage);
        auto *table = m.find<QTableView>("storageTable");
        waitFor("the map", [&] {
            return m.storage->place() == library::Storage::Place::Found && table->model()->rowCount() == 4;
        });
        table->selectRow(0);
        save(m, u"storage"_s);
        for (const char *list : {"showUnused", "showUnfinished"})
            m.click(list);
        save(m, u"leftovers"_s);
        m.click("removeUnused");
        saveAndClose(m, u"leftovers-question"_s);
        m.store.write(u"manifests/"_s + usualPlace + u"bad/latest"_s, "{");
        m.click("storageAgain");
        waitFor("the doubt", [&] { return m.find<QWidget>("storageNote")->isVisible(); });
        save(m, u"storage-doubt"_s);
        m.places.clear();
        m.click("storageAgain");
        waitFor("no folder", [&] { return m.storage->place() != library::Storage::Place::Found; });
        save(m, u"storage-elsewhere"_s);
    }

    void moving()
    {
        using Stage = FolderMove::Stage;
        Manager m;
        await(m);
        m.page->showTab(Tab::Storage);
        waitFor("the map", [&] { return m.storage->place() == library::Storage::Place::Found; });
        const QTemporaryDir other;
        const auto reaches = [&](Stage stage) {
            waitFor("the move", [&] { return m.move.stage() == stage; });
        };
        m.move.look(m.store.path(), m.store.path());
        reaches(Stage::Planned);
        save(m, u"move-same"_s);
        m.move.look(m.store.path(), other.path());
        reaches(Stage::Planned);
        save(m, u"move"_s);
        m.engine.setWork(library::EngineFolder::Busy::Downloads);
        m.move.begin();
        reaches(Stage::Waiting);
        save(m, u"move-waits"_s);
        m.engine.startError = Error{Error::Kind::Server, u"listen tcp 127.0.0.1:11434: address in use"_s};
        m.engine.setWork(library::EngineFolder::Busy::Nothing);
        reaches(Stage::Failed);
        save(m, u"move-failed"_s);
        m.engine.startError.reset();
        m.move.look(m.store.path(), other.path());
        reaches(Stage::Planned);
        m.move.begin();
        reaches(Stage::Moved);
        save(m, u"moved"_s);
        m.move.removeOld();
        reaches(Stage::Done);
        save(m, u"move-done"_s);
    }

    void speeds()
    {
        Manager m;
        await(m);
        m.record.setServer(u"http://127.0.0.1:11434"_s, u"0.17.4"_s);
        const auto add = [&](const QString &model, double writing, qint64 prompt) {
            library::SpeedMeasurement one;
            one.digest = m.installed.find(model)->digest;
            one.model = model;
            one.promptTokens = prompt;
            one.writing = writing;
            one.load = 2812ms;
            one.firstToken = std::chrono::milliseconds(prompt);
            one.reading = 512.4;
            one.gpuShare = 0.54;
            m.record.add(one);
        };
        for (const qint64 prompt : {128, 1024, 4096}) {
            add(u"gemma3:4b"_s, 46.3, prompt);
            add(u"teacher:8b"_s, 21.5, prompt);
        }
        for (int i = 0; i < 5; ++i)
            add(u"qwen3:8b"_s, 24, 128);
        m.page->showTab(Tab::Speed);
        save(m, u"speed"_s);
        m.record.setServer(m.record.server(), u"0.18.0"_s);
        for (int i = 0; i < 5; ++i)
            add(u"qwen3:8b"_s, 12, 128);
        m.find<QTableView>("speeds")->selectRow(0);
        save(m, u"speed-slower"_s);
        m.click("measureSpeed");
        waitFor("the measuring", [&] { return m.backend.lastChat() != nullptr; });
        save(m, u"speed-measuring"_s);
        m.click("stopMeasuring");
        m.openMenu("speeds");
        saveAndClose(m, u"speed-menu"_s);
    }

    QString m_folder;
    QString m_scale;
    QString m_look;
    ui::Language m_language;
    ui::Appearance m_appearance;
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        std::fprintf(stderr, "Usage: library FOLDER SCALE, through ./tests/shots --library\n");
        return 2;
    }
    return Pictures(arguments.at(1), arguments.at(2)).run();
}
