#include "chat/NewChatTexts.h"

#include "base/ServerUrl.h"
#include "common/ErrorText.h"
#include "common/ServerWords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::NewChatTexts)
};

QString standIns()
{
    return Words::tr("Where it does not answer, a server you chose to step in does.");
}

QString onThisComputer(bool hasStandIn)
{
    return hasStandIn ? Words::tr("It runs on this computer. %1").arg(standIns())
                      : Words::tr("It runs on this computer; nothing you write leaves it. Type below.");
}

NewChatTexts readyTexts(Core &core, const QString &model)
{
    if (model.isEmpty() && !core.connection().info().tellsModels)
        return {
            Words::tr("No model chosen"),
            Words::tr("This server does not tell which models it has. Type the name of one as its default "
                      "model, in Settings, Servers, More."),
            Words::tr("Open Servers")};
    if (model.isEmpty())
        return {
            Words::tr("No model chosen"), Words::tr("Choose one above, or get one on the Models page."), {}};
    const QString server = core.serverName();
    const QString ready = Words::tr("%1 is ready").arg(model);
    const bool hasStandIn = core.servers().hasStandIn({});
    if (base::isLoopback(core.connection().serverUrl()))
        return {ready, onThisComputer(hasStandIn), {}};
    if (hasStandIn)
        return {ready, Words::tr("It runs on %1. %2").arg(server, standIns()), {}};
    return {ready, Words::tr("It runs on %1; what you write goes there and nowhere else.").arg(server), {}};
}

} // namespace

NewChatTexts newChatTexts(Core &core, const chat::Conversation &conversation, const QString &model)
{
    if (core.profiles().find(conversation.server)) {
        const server::ServerProfile &chosen = core.servers().profileFor(conversation.server);
        return {
            Words::tr("%1 on %2").arg(model, serverTitle(chosen.name, chosen.url)),
            Words::tr("What you write in this conversation goes to %1.").arg(base::hostAndPort(chosen.url)),
            {}};
    }
    const QString server = core.serverName();
    switch (core.connection().state()) {
    case server::Connection::State::Connecting:
        return {Words::tr("Connecting to %1").arg(server), Words::tr("You can write already."), {}};
    case server::Connection::State::Offline: {
        const ErrorText words =
            errorText(core.connection().error().value_or(base::Error{}), Doing::Connecting, server, server);
        return {words.what, words.next, Words::tr("Check the connection")};
    }
    case server::Connection::State::Ready:
        break;
    }
    return readyTexts(core, model);
}

} // namespace ui
