// The real window with its core on a scripted server, in a home that lives as long as they do: for tests of
// the whole program. restart() is another run of the program with the same home.
#pragma once

#include "MainWindow.h"
#include "chat/ChatPage.h"
#include "chat/ModelPicker.h"
#include "support/FakeRegistry.h"
#include "support/TempHome.h"

#include <QDir>
#include <QPlainTextEdit>
#include <QTest>

#include <memory>
#include <optional>

namespace support {

struct Desk
{
    // `folder`: the program's data in place of a temporary home.
    explicit Desk(const QUrl &server, const QString &folder = {})
        : url(server)
    {
        const QDir at(folder.isEmpty() ? home.emplace().path(QStringLiteral("data")) : folder);
        places = {at.filePath(QStringLiteral("settings.ini")),
                  at.filePath(QStringLiteral("conversations.db")), at.filePath(QStringLiteral("window.ini"))};
        start();
    }

    void start()
    {
        core = std::make_unique<ui::Core>(places);
        planner = std::make_unique<library::Planner>(core->backend(), registry.fetch(), registry.diskRoom());
        core->downloads().setPlanner(planner.get());
        // Where the disk does not take it, it holds for this run.
        useServer(url);
        window = std::make_unique<ui::MainWindow>(*core);
        window->QWidget::show();
        core->start();
    }
    void useServer(const QUrl &address) const
    {
        server::ServerProfile profile = core->profiles().current();
        profile.url = address;
        static_cast<void>(core->profiles().save(profile));
    }
    void stop()
    {
        window->close();
        window.reset();
        core.reset();
    }
    void restart()
    {
        stop();
        start();
    }

    ui::ChatPage *chats() const { return window->findChild<ui::ChatPage *>(); }
    template <typename T>
    T *find(const char *objectName) const // on the chats page
    {
        return chats()->findChild<T *>(QLatin1String(objectName));
    }
    QPlainTextEdit *composer() const { return find<QPlainTextEdit>("composer"); }
    chat::TranscriptList &transcript() const { return core->sessions().current()->transcript(); }
    QString modelName() const { return find<ui::ModelPicker>("modelPicker")->model(); }
    void ask(const QString &question) const
    {
        composer()->setPlainText(question);
        QTest::keyClick(composer(), Qt::Key_Return);
    }
    chat::Message last() const
    {
        return transcript().rowCount() == 0 ? chat::Message{} : transcript().messages().last();
    }

    std::optional<TempHome> home;
    QUrl url;
    ui::Places places;
    FakeRegistry registry; // a test asks no other
    std::unique_ptr<library::Planner> planner;
    std::unique_ptr<ui::Core> core;
    std::unique_ptr<ui::MainWindow> window;
};

// No engine of this machine may be found and started. `home` outlives the test.
inline void hideEngines(const TempHome &home)
{
    qputenv("PATH", "/nonexistent");
    qputenv("HOME", home.path(QStringLiteral("home")).toUtf8());
    qputenv("XDG_CACHE_HOME", home.path(QStringLiteral("cache")).toUtf8());
}

} // namespace support
