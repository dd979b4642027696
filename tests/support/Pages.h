// Every page of the window, each brought up as by hand: for tests of what all of them have to do.
#pragma once

#include "library/ModelActions.h"
#include "library/ModelsPage.h"
#include "server/DoctorView.h"
#include "settings/SettingsPage.h"
#include "support/Desk.h"

#include <QAbstractButton>
#include <QTableView>

#include <functional>

namespace support {

struct PageOfWindow
{
    const char *name;
    std::function<void(Desk &)> show;
};

inline QList<PageOfWindow> pages()
{
    const auto models = [](ui::ModelsPage::Tab tab) {
        return [tab](Desk &desk) {
            desk.window->show(ui::Page::Models);
            desk.window->findChild<ui::ModelsPage *>()->showTab(tab);
            desk.window->findChild<QAbstractButton *>(QStringLiteral("leaveDerive"))->click();
            desk.window->findChild<QTableView *>(QStringLiteral("installedModels"))->selectRow(0);
            desk.window->findChild<QAbstractButton *>(QStringLiteral("showLoaded"))->setChecked(false);
        };
    };
    const auto settings = [](ui::SettingsPage::Page page) {
        return [page](Desk &desk) {
            desk.window->show(ui::Page::Settings);
            desk.window->findChild<ui::SettingsPage *>()->showPage(page);
        };
    };
    using Tab = ui::ModelsPage::Tab;
    using Page = ui::SettingsPage::Page;
    return {{"chats", [](Desk &desk) { desk.window->show(ui::Page::Chats); }},
            {"installed", models(Tab::Installed)},
            {"get models", models(Tab::GetModels)},
            {"downloads", models(Tab::Downloads)},
            {"storage", models(Tab::Storage)},
            {"a model of one's own",
             [models](Desk &desk) {
                 models(Tab::Installed)(desk);
                 Q_EMIT desk.window->findChild<ui::ModelActions *>()->deriveRequested(
                     desk.core->installed().models().first().name);
                 // What was entered stays there, also when it is shown again.
                 const QString message = QStringLiteral("messageText");
                 if (!desk.window->findChild<QWidget *>(message)) {
                     desk.window->findChild<QAbstractButton *>(QStringLiteral("addParameter"))->click();
                     desk.window->findChild<QAbstractButton *>(QStringLiteral("addMessage"))->click();
                 }
                 desk.window->findChild<QWidget *>(message)->setFocus();
             }},
            {"speed", models(Tab::Speed)},
            {"what is in memory",
             [models](Desk &desk) {
                 models(Tab::Installed)(desk);
                 desk.window->findChild<QAbstractButton *>(QStringLiteral("showLoaded"))->setChecked(true);
             }},
            {"servers",
             [settings](Desk &desk) {
                 settings(Page::Servers)(desk);
                 const auto *doctor = desk.window->findChild<ui::DoctorView *>();
                 (void)QTest::qWaitFor([doctor] { return !doctor->facts().isRunning; });
             }},
            {"local engine", settings(Page::Engine)},
            {"logs", settings(Page::Logs)},
            {"deployment", settings(Page::Deployment)},
            {"generation", settings(Page::Generation)},
            {"assistants", settings(Page::Assistants)},
            {"settings of downloads", settings(Page::Downloads)},
            {"appearance", settings(Page::Appearance)},
            {"shortcuts", settings(Page::Shortcuts)},
            {"privacy", settings(Page::Privacy)},
            {"data", settings(Page::Data)},
            {"about", settings(Page::About)}};
}

} // namespace support
