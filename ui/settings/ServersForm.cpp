#include "settings/ServersForm.h"

#include "common/ServerWords.h"
#include "settings/ServerForm.h"
#include "settings/ServerList.h"
#include "settings/ServerMore.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

using server::Connection;
using server::ServerProfile;
using settings::Key;

ServersForm::ServersForm(settings::SettingsStore &store, server::Servers &servers, Connection &connection,
                         QWidget *parent)
    : SettingsForm(parent)
    , m_store(store)
    , m_servers(servers)
    , m_add(makeButton(ButtonKind::Plain, QStringLiteral("plus"), column()))
    , m_list(new ServerList(servers, column()))
    , m_removedBanner(new Banner(column()))
    , m_form(new ServerForm(servers, connection, column()))
    , m_moreButton(makeButton(ButtonKind::Flat, QStringLiteral("chevron-right"), column()))
    , m_more(new ServerMore(servers, column()))
    , m_doctorPlace(new QWidget(column()))
{
    layOut();
    connectAll();
    retranslate();
    showSelected();
}

void ServersForm::layOut()
{
    m_add->setObjectName(QStringLiteral("addServer"));
    m_moreButton->setObjectName(QStringLiteral("serverMore"));
    m_moreButton->setCheckable(true);
    m_more->hide();
    m_doctorPlace->hide();
    (new QVBoxLayout(m_doctorPlace))->setContentsMargins(0, 0, 0, 0);
    addBesideHeading(m_add);
    add(m_list);
    add(makeActions());
    add(m_removedBanner);
    add(m_form);
    add(m_moreButton);
    add(m_more);
    add(m_doctorPlace);
    m_engineSection = addSection();
    add(makeKeepEngine());
}

QWidget *ServersForm::makeActions()
{
    auto *actions = new QWidget(column());
    m_use = makeButton(ButtonKind::Plain, {}, actions);
    m_up = makeButton(ButtonKind::Icon, QStringLiteral("arrow-up"), actions);
    m_down = makeButton(ButtonKind::Icon, QStringLiteral("arrow-down"), actions);
    m_remove = makeButton(ButtonKind::Flat, QStringLiteral("trash-2"), actions);
    m_use->setObjectName(QStringLiteral("useThisServer"));
    m_up->setObjectName(QStringLiteral("serverUp"));
    m_down->setObjectName(QStringLiteral("serverDown"));
    m_remove->setObjectName(QStringLiteral("removeServer"));
    auto *layout = new QHBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_use);
    layout->addWidget(m_up);
    layout->addWidget(m_down);
    layout->addStretch(1);
    layout->addWidget(m_remove);
    return actions;
}

QWidget *ServersForm::makeKeepEngine()
{
    auto *group = new QWidget(column());
    m_keepEngine = new QCheckBox(group);
    m_keepEngine->setObjectName(QStringLiteral("keepEngineRunning"));
    m_keepEngineHelp = new Label(Type::Small, TextRole::Text3, group);
    m_keepEngineHelp->setWordWrap(true);
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_keepEngine);
    layout->addWidget(m_keepEngineHelp);
    connect(m_keepEngine, &QCheckBox::toggled, this,
            [this](bool keep) { told(m_store.set(Key::KeepEngineRunning, keep)); });
    return group;
}

void ServersForm::connectAll()
{
    connect(m_add, &QAbstractButton::clicked, this, &ServersForm::addServer);
    connect(m_list, &ServerList::selectedChanged, this, &ServersForm::showSelected);
    const auto use = [this] { told(m_servers.profiles().setCurrent(selected())); };
    connect(m_list, &ServerList::useRequested, this, use);
    connect(m_use, &QAbstractButton::clicked, this, use);
    connect(m_up, &QAbstractButton::clicked, this,
            [this] { told(m_servers.profiles().move(selected(), -1)); });
    connect(m_down, &QAbstractButton::clicked, this,
            [this] { told(m_servers.profiles().move(selected(), 1)); });
    connect(m_remove, &QAbstractButton::clicked, this, &ServersForm::removeServer);
    connect(m_removedBanner, &Banner::actionTriggered, this, &ServersForm::bringBack);
    connect(m_moreButton, &QAbstractButton::toggled, this, [this](bool open) {
        m_moreButton->setIcon(icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
        m_more->setVisible(open);
    });
    connect(m_form, &ServerForm::notSaved, this, &SettingsForm::notSaved);
    connect(m_more, &ServerMore::notSaved, this, &SettingsForm::notSaved);
    connect(&m_servers.profiles(), &server::ServerProfiles::changed, this, &ServersForm::reword);
    connect(&m_servers.profiles(), &server::ServerProfiles::currentChanged, this, &ServersForm::reword);
    connect(&m_store, &settings::SettingsStore::changed, this, [this](Key key) {
        if (key == Key::KeepEngineRunning)
            m_keepEngine->setChecked(m_store.values().keepEngineRunning);
    });
}

QString ServersForm::selected() const
{
    return m_list->selected();
}

void ServersForm::select(const QString &id)
{
    m_list->select(id);
}

void ServersForm::focusKey()
{
    m_form->focusKey();
}

void ServersForm::check()
{
    m_form->check();
}

void ServersForm::setDoctor(QWidget *doctor)
{
    m_doctorPlace->layout()->addWidget(doctor);
    m_doctorPlace->show();
}

void ServersForm::trust(const QByteArray &fingerprint)
{
    ServerProfile profile = m_servers.profiles().keeperOf(m_servers.profileFor(selected()));
    profile.trust = {{}, fingerprint};
    told(m_servers.profiles().save(profile));
}

void ServersForm::chooseAuthorities()
{
    m_more->chooseAuthorities();
}

void ServersForm::focusModel()
{
    m_moreButton->setChecked(true);
    m_more->focusModel();
}

void ServersForm::suggestAddress(const QUrl &url)
{
    m_form->suggestAddress(url);
}

void ServersForm::told(const base::Result<void> &result)
{
    if (!result)
        Q_EMIT notSaved(result.error());
}

void ServersForm::showSelected()
{
    m_form->setServer(selected());
    m_more->setServer(selected());
    reword();
    Q_EMIT selectedChanged();
}

void ServersForm::addServer()
{
    const ServerProfile fresh = ServerProfile::make(QUrl(QStringLiteral("http://127.0.0.1:11434")));
    told(m_servers.profiles().save(fresh));
    m_list->select(fresh.id);
    m_form->focusAddress();
}

void ServersForm::removeServer()
{
    const QString id = selected();
    const QList<ServerProfile> &all = m_servers.profiles().all();
    const auto found = std::ranges::find(all, id, &ServerProfile::id);
    if (found == all.cend())
        return;
    Removed removed{*found, m_servers.key(id), found - all.cbegin(), id == m_servers.profiles().current().id};
    told(m_servers.giveKey(id, {})); // nobody keeps the key of a server that is gone
    const auto result = m_servers.profiles().remove(id);
    m_removed = std::move(removed);
    reword();
    told(result);
}

void ServersForm::bringBack()
{
    const auto removed = std::exchange(m_removed, std::nullopt);
    if (!removed)
        return;
    told(m_servers.profiles().insert(removed->place, removed->profile));
    if (!removed->key.isEmpty())
        told(m_servers.giveKey(removed->profile.id, removed->key));
    if (removed->wasCurrent)
        told(m_servers.profiles().setCurrent(removed->profile.id));
    m_list->select(removed->profile.id);
    reword();
}

void ServersForm::reword()
{
    const QList<ServerProfile> &all = m_servers.profiles().all();
    const auto found = std::ranges::find(all, selected(), &ServerProfile::id);
    if (found == all.cend())
        return;
    const auto place = found - all.cbegin();
    const qsizetype first = all.constFirst().isFromEnvironment() ? 1 : 0;
    m_use->setEnabled(found->id != m_servers.profiles().current().id);
    m_up->setEnabled(place > first);
    m_down->setEnabled(place >= first && place + 1 < all.size());
    m_remove->setEnabled(!found->isFromEnvironment() && all.size() > 1);
    if (m_removed)
        m_removedBanner->show(
            Banner::Tone::Note,
            tr("%1 was removed.").arg(serverTitle(m_removed->profile.name, m_removed->profile.url)),
            tr("Undo"));
    else
        m_removedBanner->clear();
}

void ServersForm::retranslate()
{
    setHeading(tr("Servers"),
               tr("A server runs the models: the engine on this computer, or one on another machine."));
    m_add->setText(tr("Add server"));
    m_list->retranslate();
    m_use->setText(tr("Use this server"));
    m_up->setAccessibleName(tr("Move up"));
    m_down->setAccessibleName(tr("Move down"));
    for (QAbstractButton *button : {m_up, m_down})
        button->setToolTip(tr("%1: servers further up are asked first").arg(button->accessibleName()));
    m_remove->setText(tr("Remove"));
    m_moreButton->setText(tr("More: certificate, proxy, timeouts, headers"));
    m_form->retranslate();
    m_more->retranslate();
    m_engineSection->setText(tr("Engine on this computer"));
    m_keepEngine->setText(tr("Keep the engine running when Inkstone quits"));
    m_keepEngine->setChecked(m_store.values().keepEngineRunning);
    m_keepEngineHelp->setText(
        tr("Holds for an engine that Inkstone started. One that was already running is never stopped."));
    reword();
}

} // namespace ui
