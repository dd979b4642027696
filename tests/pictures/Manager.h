// The page of models over a server, a registry, a models folder and an engine of script, driven by the
// pictures of its states. Used by library.cpp.
#pragma once

#include "library/ModelsPage.h"
#include "library/Updater.h"
#include "settings/SettingsStore.h"
#include "support/FakeEngineFolder.h"
#include "support/FakeMaker.h"
#include "support/FakeRegistry.h"
#include "support/ModelsStore.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QMenu>

namespace pictures {

using namespace Qt::StringLiterals;

inline constexpr qint64 gb = 1'000'000'000;
inline constexpr int mb = 1'000'000;

inline backend::PullStep layer(char16_t digit, qint64 total, qint64 completed)
{
    return {u"pulling"_s, support::FakeRegistry::digest(digit), total, completed};
}

// The page and what is behind it. Four models, two of which share their weights.
struct Manager
{
    Manager()
    {
        QFile list(folder.filePath(u"downloads"_s));
        if (!list.open(QIODevice::WriteOnly) ||
            list.write("pull waiting http://127.0.0.1:11434 1900000000 4700000000 new qwen2.5:7b\n") <= 0)
            qFatal("library: the list of downloads could not be written");
        list.close();
        backend.installed = QList<backend::ModelInfo>();
        backend.loaded = QList<backend::LoadedModel>();
        fitter.setServer(u"http://127.0.0.1:11434"_s,
                         {base::Machine::Knowledge::Whole, 16 * gb, 12 * gb, 8 * gb, 100 * gb});
        const QString weights = store.blob('w', 5 * mb);
        add(u"qwen3:8b"_s, u"8.2B"_s, {store.blob('1', 600), weights});
        add(u"teacher:8b"_s, u"8.2B"_s, {store.blob('2', 600), weights, store.blob('t', 2 * mb)});
        add(u"gemma3:4b"_s, u"4.3B"_s, {store.blob('3', 3 * mb)});
        add(u"bge-m3:567m"_s, u"567M"_s, {store.blob('4', mb)});
        store.blob('o', 4 * mb);
        store.partial(support::FakeRegistry::digest(u'e'), 9 * mb, 3 * mb, 24 * 60);
        downloads = std::make_unique<library::Downloads>(backend, folder.filePath(u"downloads"_s));
        downloads->setPlanner(&planner);
        downloads->setMaker(maker);
        downloads->setAtOnce(3);
        updater = std::make_unique<library::Updater>(backend, installed, *downloads);
        storage = std::make_unique<library::Storage>(installed, *downloads, [this] { return places; });
        page = std::make_unique<ui::ModelsPage>(installed, *downloads, catalogue, fitter, loader, backend);
        page->setWorkshop(workshop);
        page->setUpdates(updates, *updater);
        page->setStorage(*storage, &move);
        page->setSpeeds(measure);
        page->setSettings(settings);
        page->resize(1208, 840);
        page->show();
    }

    void add(const QString &name, const QString &parameters, const QStringList &digests)
    {
        backend::ModelInfo model;
        model.name = name;
        model.digest = store.model(support::usualPlace + QString(name).replace(u':', u'/'), digests);
        model.sizeBytes = 5'200'000'000;
        model.family = u"qwen3"_s;
        model.parameterSize = parameters;
        model.quantization = u"Q4_K_M"_s;
        model.modified = QDateTime::currentDateTime().addDays(-3);
        backend.installed->append(model);
        backend::ModelDetails details;
        details.modelfile = u"FROM /blobs/sha256-"_s + QString(64, u'a');
        details.modelTemplate = u"{{ .System }}\n{{ .Prompt }}"_s;
        details.parameters = u"temperature                    0.6"_s;
        details.licence = u"Apache License, Version 2.0"_s;
        details.contextLength = 40960;
        details.tensorCount = 399;
        details.capabilities =
            name.startsWith(u"bge") ? backend::Capability::Embedding : backend::Capability::Completion;
        backend.detailsByName.insert(name, details);
    }

    template <typename Widget = QAbstractButton>
    Widget *find(const char *name) const
    {
        auto *widget = page->findChild<Widget *>(QLatin1StringView(name));
        if (!widget)
            qFatal("library: there is no %s", name);
        return widget;
    }
    void click(const char *name) const { find(name)->click(); }
    void openMenu(const char *list) const
    {
        auto *view = find<QAbstractItemView>(list);
        const QPoint at = view->visualRect(view->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, at, view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(view->viewport(), &event);
    }
    // Of the menu of the chosen model.
    void act(int entry) const
    {
        click("moreOfModel");
        auto *menu = find<QMenu>("modelActions");
        menu->actions().at(entry)->trigger();
        menu->close();
    }
    support::FakePull *request(const QString &model) const
    {
        for (backend::PullOperation *pull : downloads->findChildren<backend::PullOperation *>()) {
            auto *fake = dynamic_cast<support::FakePull *>(pull);
            if (fake && !fake->isDone() && fake->model == model)
                return fake;
        }
        qFatal("library: nobody pulls %s", qPrintable(model));
    }

    // One that there is no room for, is done, damaged, waits for the server, is cancelled, runs, is checked,
    // begins and waits for its turn. False where one of them is not so.
    bool pullAll()
    {
        using State = library::Downloads::State;
        const auto pull = [this](const QString &name, qint64 bytes) {
            return downloads->pull(name, bytes).has_value();
        };
        registry.room = 20 * gb;
        registry.add(u"huge:70b"_s,
                     {{support::FakeRegistry::digest(u'f'), 43 * gb, library::LayerKind::Model}});
        const auto isIdle = [this] { return downloads->runningCount() == 0; };
        if (!pull(u"huge:70b"_s, 43 * gb) || !QTest::qWaitFor(isIdle))
            return false;
        registry.room = -1;
        bool isGood = true;
        for (const char *name : {"done:1b", "damaged:3b", "gone:7b", "stopped:1b"})
            isGood = pull(QLatin1StringView(name), 2 * gb) && isGood;
        request(u"done:1b"_s)->progress(layer(u'a', gb, gb));
        request(u"done:1b"_s)->finish();
        request(u"damaged:3b"_s)->progress(layer(u'b', 2 * gb, gb));
        request(u"damaged:3b"_s)
            ->breakOff({base::Error::Kind::Registry, u"digest mismatch, file must be downloaded again"_s});
        request(u"gone:7b"_s)->breakOff({base::Error::Kind::Unreachable, u"Connection refused"_s});
        request(u"stopped:1b"_s)->progress(layer(u'c', 2 * gb, gb / 2));
        const int stopped = downloads->rowOf(u"stopped:1b"_s);
        downloads->cancel(stopped);
        isGood = QTest::qWaitFor(isIdle) && isGood;
        for (const char *name : {"qwen3:14b", "gemma3:12b", "phi4:14b", "mistral:7b"})
            isGood = pull(QLatin1StringView(name), 9 * gb) && isGood;
        request(u"qwen3:14b"_s)->progress(layer(u'1', 9 * gb, gb));
        request(u"gemma3:12b"_s)->progress(layer(u'2', 8 * gb, 8 * gb));
        request(u"gemma3:12b"_s)->progress({u"verifying sha256 digest"_s, {}, 0, 0});
        return isGood && downloads->runningCount() == 3 &&
               downloads->index(stopped).data(library::Downloads::StateRole).value<State>() ==
                   State::Cancelled;
    }

    QTemporaryDir folder;
    settings::SettingsStore settings{folder.filePath(u"settings.ini"_s)};
    support::ModelsStore store;
    support::FakeBackend backend;
    support::FakeMaker maker;
    support::FakeRegistry registry;
    support::FakeEngineFolder engine;
    library::Planner planner{backend, registry.fetch(), registry.diskRoom()};
    library::InstalledModels installed{backend};
    std::unique_ptr<library::Downloads> downloads;
    library::CatalogueStore catalogue;
    library::Fitter fitter;
    library::Loader loader{backend, installed};
    library::Workshop workshop{backend, maker, installed};
    library::Updates updates{backend, installed, registry.fetch(), registry.layers()};
    std::unique_ptr<library::Updater> updater;
    QStringList places{store.path()};
    std::unique_ptr<library::Storage> storage;
    library::FolderMove move{engine, backend};
    library::SpeedRecord record;
    library::SpeedMeasure measure{backend, installed, record};
    std::unique_ptr<ui::ModelsPage> page;
};

} // namespace pictures
