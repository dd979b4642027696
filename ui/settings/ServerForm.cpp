#include "settings/ServerForm.h"

#include "base/ServerUrl.h"
#include "common/ErrorText.h"
#include "common/ServerWords.h"

#include <QVBoxLayout>

namespace ui {

using server::AddressProbe;
using server::Connection;
using server::ServerProfile;
using Kind = base::Error::Kind;

ServerForm::ServerForm(server::Servers &servers, Connection &connection, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_connection(connection)
    , m_probe([&servers](const base::Access &access) { return servers.make(access); })
    , m_name(new QLineEdit)
    , m_address(new QLineEdit)
    , m_key(new SecretField)
    , m_nameRow(new SettingRow(m_name, SettingRow::Width::Text, this))
    , m_addressRow(new SettingRow(m_address, SettingRow::Width::Text, this))
    , m_keyRow(new SettingRow(m_key, SettingRow::Width::Text, this))
    , m_eye(makeButton(ButtonKind::Icon, QStringLiteral("eye"), this))
    , m_askKey(new AskBox(this))
    , m_status(new ServerStatus(this))
{
    layOut();
    connectAll();
}

void ServerForm::layOut()
{
    m_name->setObjectName(QStringLiteral("serverName"));
    m_address->setObjectName(QStringLiteral("baseUrl"));
    m_key->setObjectName(QStringLiteral("apiKey"));
    m_eye->setObjectName(QStringLiteral("showKey"));
    m_askKey->setObjectName(QStringLiteral("askAboutKey"));
    m_name->setMaxLength(80);
    m_eye->setCheckable(true);
    m_keyRow->addBeside(m_eye);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_nameRow);
    layout->addWidget(m_addressRow);
    layout->addWidget(m_keyRow);
    layout->addWidget(m_askKey);
    layout->addWidget(m_status);
}

void ServerForm::connectAll()
{
    connect(m_name, &QLineEdit::editingFinished, this, &ServerForm::keepName);
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        m_repairedFrom.clear();
        m_refusedAddress.clear();
        m_isKeyDetached = false;
        showAddress();
        probe();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &ServerForm::keepAddress);
    connect(m_addressRow, &SettingRow::backRequested, this, [this] {
        m_refusedAddress.clear();
        m_address->setModified(false);
        show();
        m_address->setFocus();
    });
    connect(m_key, &QLineEdit::editingFinished, this, &ServerForm::keepKey);
    connect(m_eye, &QAbstractButton::toggled, this, [this](bool shown) {
        m_key->setShown(shown);
        retranslate();
    });
    connect(m_askKey, &AskBox::answered, this, &ServerForm::answerAboutKey);
    connect(&m_probe, &AddressProbe::changed, this, &ServerForm::showStatus);
    connect(&m_connection, &Connection::stateChanged, this, &ServerForm::showStatus);
    connect(&m_servers.profiles(), &server::ServerProfiles::changed, this, &ServerForm::show);
    connect(&m_servers.profiles(), &server::ServerProfiles::currentChanged, this, &ServerForm::show);
    const auto ifShown = [this](auto act) {
        return [this, act](const QString &id) {
            if (id == m_id)
                act();
        };
    };
    connect(&m_servers, &server::Servers::boardChanged, this, ifShown([this] { showStatus(); }));
    connect(&m_servers, &server::Servers::keyChanged, this, ifShown([this] { showKey(); }));
    connect(&m_servers, &server::Servers::keyDetached, this, ifShown([this] {
        m_isKeyDetached = true;
        showKey();
    }));
}

void ServerForm::setServer(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    m_repairedFrom.clear();
    m_refusedAddress.clear();
    m_isKeyDetached = false;
    m_address->setModified(false);
    m_key->setModified(false);
    m_name->setModified(false);
    m_eye->setChecked(false);
    show();
}

void ServerForm::focusAddress()
{
    m_address->setFocus(Qt::OtherFocusReason);
    m_address->selectAll();
}

// As if it had been typed: tried at once, kept when the field is left.
void ServerForm::suggestAddress(const QUrl &url)
{
    focusAddress();
    if (url.isEmpty() || m_address->isReadOnly())
        return;
    m_address->setText(url.toString());
    m_address->setModified(true);
    probe();
}

void ServerForm::focusKey()
{
    m_key->setFocus(Qt::OtherFocusReason);
    m_key->selectAll();
}

// The key goes along only to the address it was given for.
void ServerForm::probe()
{
    m_probe.setAddress(m_address->text(), profile().access(m_servers.key(m_id)));
    showStatus();
}

template <typename Change>
base::Result<void> ServerForm::keep(Change change)
{
    ServerProfile changed = m_servers.profiles().keeperOf(profile());
    change(changed);
    const auto saved = m_servers.profiles().save(changed);
    if (!saved && saved.error().kind != Kind::Invalid)
        Q_EMIT notSaved(saved.error());
    return saved;
}

void ServerForm::keepName()
{
    if (!m_name->isModified())
        return;
    m_name->setModified(false);
    static_cast<void>(keep([this](ServerProfile &profile) { profile.name = m_name->text(); }));
    show();
}

void ServerForm::keepAddress()
{
    if (m_address->isReadOnly() || !m_address->isModified())
        return;
    const QString typed = m_address->text();
    const auto url = base::serverUrl(typed);
    m_address->setModified(false);
    if (!url) {
        m_refusedAddress = typed;
        showAddress();
        return;
    }
    // What was trusted at the old address says nothing about the new one.
    const bool isElsewhere = base::origin(*url) != base::origin(profile().url);
    static_cast<void>(keep([&](ServerProfile &profile) {
        profile.url = *url;
        profile.urlFile.clear();
        if (isElsewhere) {
            profile.trust.fingerprint.clear();
            profile.isClearKeyAllowed = false;
            profile.hasKey = false;
        }
    }));
    if (url->toString() != typed.trimmed())
        m_repairedFrom = typed.trimmed();
    show();
}

void ServerForm::keepKey()
{
    if (!m_key->isModified())
        return;
    m_key->setModified(false);
    m_isKeyDetached = false;
    give(m_key->text().trimmed().toUtf8());
    show();
}

void ServerForm::give(const QByteArray &key)
{
    if (const auto kept = m_servers.giveKey(m_id, key); !kept)
        Q_EMIT notSaved(kept.error());
}

void ServerForm::check()
{
    keepAddress();
    keepKey();
    if (m_servers.keyError(m_id) && m_servers.key(m_id).isEmpty())
        m_servers.wantKey(m_id); // the keyring may be unlocked by now
    if (m_id == m_servers.profiles().current().id)
        m_connection.check();
    else if (server::ServerWatch *watch = m_servers.watch(m_id))
        watch->check();
}

void ServerForm::show()
{
    if (!m_name->isModified())
        m_name->setText(profile().name);
    m_name->setPlaceholderText(serverTitle({}, profile().url));
    m_name->setReadOnly(profile().isFromEnvironment());
    showAddress();
    showKey();
    showStatus();
}

void ServerForm::showAddress()
{
    const QString used = profile().url.toString();
    m_address->setReadOnly(profile().isFromEnvironment());
    m_addressRow->setRefusal(
        m_refusedAddress.isEmpty()
            ? QString()
            : tr("“%1” is not the address of a server and was not saved; %2 is still in use.")
                  .arg(m_refusedAddress, used),
        tr("Back to %1").arg(used));
    if (m_refusedAddress.isEmpty() && !m_address->isModified() && m_address->text() != used)
        m_address->setText(used);
    QString help = tr("For example http://127.0.0.1:11434. An OpenAI-compatible server (vLLM, llama-server, "
                      "LM Studio) is recognized by itself.");
    if (!m_repairedFrom.isEmpty())
        help = tr("“%1” was understood as this address.").arg(m_repairedFrom);
    const bool isFixed = profile().isFromEnvironment();
    m_addressRow->setHelp(isFixed ? QString() : help);
    m_addressRow->setOrigin(isFixed ? environmentWords(m_servers.profiles().environment().urlName)
                                    : originWords(profile().urlFile));
}

void ServerForm::showKey()
{
    if (!m_key->isModified())
        m_key->setText(QString::fromUtf8(m_servers.key(m_id)));
    QString help;
    switch (m_servers.keyPlace(m_id)) {
    case server::Servers::KeyPlace::None:
        help = m_isKeyDetached
                   ? tr("The key before was for another address and is not sent to this one. Enter it again.")
                   : tr("Leave it empty where the server asks for none; any value will do where a program "
                        "insists on one.");
        break;
    case server::Servers::KeyPlace::Reading:
        help = tr("Asking the system keyring.");
        break;
    case server::Servers::KeyPlace::ThisRun:
        help = tr("Kept until Inkstone quits, and in no file.");
        break;
    case server::Servers::KeyPlace::Environment:
        break;
    case server::Servers::KeyPlace::Keyring:
        help = tr("Kept in the system keyring, and in no file.");
        break;
    }
    if (const auto error = m_servers.keyError(m_id)) {
        const ErrorText words = errorText(*error, Doing::KeepingSettings, {}, {});
        help = tr("%1 %2").arg(words.what, m_servers.key(m_id).isEmpty() ? words.next : help);
    }
    const bool isReadable = !m_servers.key(m_id).isEmpty() && base::isReadOnTheWay(profile().url);
    if (isReadable && profile().isClearKeyAllowed)
        help = tr("Not encrypted: whoever is on the way to %1 can read the key. An https address keeps it "
                  "secret.")
                   .arg(base::hostAndPort(profile().url));
    m_keyRow->setHelp(help);
    m_key->setReadOnly(isKeyFixed());
    m_keyRow->setOrigin(isKeyFixed() ? environmentWords(m_servers.profiles().environment().keyName)
                                     : QString());
    askAboutKey();
}

bool ServerForm::isKeyFixed() const
{
    return m_servers.keyPlace(m_id) == server::Servers::KeyPlace::Environment;
}

void ServerForm::askAboutKey()
{
    const bool isAsked =
        !m_servers.key(m_id).isEmpty() && base::isReadOnTheWay(profile().url) && !profile().isClearKeyAllowed;
    if (!isAsked) {
        m_askKey->clear();
        return;
    }
    QStringList answers{tr("Send the key unencrypted"), tr("Forget the key")};
    if (isKeyFixed())
        answers.removeLast();
    m_askKey->ask(AskBox::Tone::Warning,
                  tr("The connection to %1 is not encrypted: whoever is on the way can read the key, and use "
                     "it. Nothing is sent there until you decide.")
                      .arg(base::hostAndPort(profile().url)),
                  answers);
}

void ServerForm::answerAboutKey(int answer)
{
    if (answer == 0)
        static_cast<void>(keep([](ServerProfile &profile) { profile.isClearKeyAllowed = true; }));
    else
        give({});
    show();
    m_key->setFocus(Qt::OtherFocusReason);
}

ServerSeen ServerForm::seen() const
{
    ServerSeen seen;
    if (const server::ServerWatch *watch = m_servers.watch(m_id))
        seen = {watch->state(), watch->error(), watch->info(), watch->models(), watch->roundTrip()};
    if (m_id == m_servers.profiles().current().id) {
        seen.state = m_connection.state();
        seen.error = m_connection.error();
        seen.info = m_connection.info();
    }
    return seen;
}

void ServerForm::showStatus()
{
    if (m_id.isEmpty())
        return;
    if (isTyping())
        showProbe();
    else
        m_status->tell(seen(), base::hostAndPort(profile().url));
}

void ServerForm::showProbe()
{
    const QString address = base::hostAndPort(m_probe.url());
    switch (m_probe.state()) {
    case AddressProbe::State::Empty:
        m_status->tell(QStringLiteral("circle-dashed"), IconColor::Text3,
                       tr("Type the address of a server."));
        break;
    case AddressProbe::State::Invalid:
        m_status->tell(QStringLiteral("circle-alert"), IconColor::Bad,
                       tr("This is not the address of a server. One looks like http://192.168.1.20:11434."));
        break;
    case AddressProbe::State::Checking:
        m_status->tell(QStringLiteral("circle-dashed"), IconColor::Warn, tr("Asking %1").arg(address));
        break;
    case AddressProbe::State::Answered:
        m_status->tell({Connection::State::Ready, std::nullopt, m_probe.info(), m_probe.models(),
                        m_probe.responseTime()},
                       address);
        break;
    case AddressProbe::State::Failed:
        m_status->tell({Connection::State::Offline, m_probe.error()}, address);
        break;
    }
}

void ServerForm::retranslate()
{
    m_nameRow->setWords(tr("Name"));
    m_addressRow->setWords(tr("Base URL"));
    m_keyRow->setWords(tr("API key"));
    m_eye->setAccessibleName(m_eye->isChecked() ? tr("Hide the key") : tr("Show the key"));
    m_eye->setToolTip(m_eye->accessibleName());
    show();
}

} // namespace ui
