#include "settings/ServerMore.h"

#include "base/Certificate.h"
#include "common/ComboBox.h"
#include "common/Format.h"
#include "common/SecretField.h"
#include "common/ToolTip.h"
#include "settings/NumberField.h"
#include "settings/ServerModelRow.h"

#include <QCheckBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

using server::ServerProfile;
using Use = base::Proxy::Use;

namespace {

constexpr int longestWait = 3600; // s
constexpr qint64 largestFile = 1024 * 1024;

bool isOwn(const base::Proxy &proxy)
{
    return proxy.use == Use::Http || proxy.use == Use::Socks5;
}

SettingRow *rowOf(QWidget *control, SettingRow::Width width, const char *name, QWidget *parent)
{
    control->setObjectName(QLatin1String(name));
    return new SettingRow(control, width, parent);
}

} // namespace

ServerMore::ServerMore(server::Servers &servers, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_headers(new QPlainTextEdit)
    , m_headersRow(rowOf(m_headers, SettingRow::Width::Text, "extraHeaders", this))
    , m_proxy(new ComboBox)
    , m_proxyRow(rowOf(m_proxy, SettingRow::Width::Choice, "proxy", this))
    , m_proxyAddress(new QLineEdit)
    , m_proxyAddressRow(rowOf(m_proxyAddress, SettingRow::Width::Text, "proxyAddress", this))
    , m_proxyUser(new QLineEdit)
    , m_proxyUserRow(rowOf(m_proxyUser, SettingRow::Width::Text, "proxyUser", this))
    , m_proxyPassword(new SecretField)
    , m_proxyPasswordRow(rowOf(m_proxyPassword, SettingRow::Width::Text, "proxyPassword", this))
    , m_trust(new QLineEdit)
    , m_trustRow(rowOf(m_trust, SettingRow::Width::Text, "trust", this))
    , m_chooseFile(makeButton(ButtonKind::Flat, {}, this))
    , m_forget(makeButton(ButtonKind::Flat, {}, this))
    , m_model(new ServerModelRow(servers, this))
    , m_stepsIn(new QCheckBox(this))
    , m_stepsInHelp(new Label(Type::Small, TextRole::Text3, this))
{
    addWaits();
    layOut();
    connectAll();
}

void ServerMore::addWaits()
{
    const auto wait = [this](std::chrono::seconds ServerProfile::*member, int least, const char *name) {
        auto *field = new NumberField(0);
        field->setSingleStep(least == 0 ? 5 : 10);
        m_waits.append({member, least, field, rowOf(field, SettingRow::Width::Number, name, this)});
    };
    wait(&ServerProfile::connectTimeout, 1, "connectTimeout");
    wait(&ServerProfile::firstByteTimeout, 1, "requestTimeout");
    wait(&ServerProfile::idleTimeout, 0, "idleTimeout");
}

void ServerMore::layOut()
{
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(56);
    m_headers->installEventFilter(this);
    m_trust->setReadOnly(true);
    m_chooseFile->setObjectName(QStringLiteral("chooseAuthorities"));
    m_forget->setObjectName(QStringLiteral("forgetTrust"));
    m_stepsIn->setObjectName(QStringLiteral("stepsIn"));
    m_stepsInHelp->setWordWrap(true);
    m_proxy->setFocusPolicy(Qt::StrongFocus);
    m_proxy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_trustRow->addBeside(m_chooseFile);
    m_trustRow->addBeside(m_forget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (QWidget *row : QList<QWidget *>{m_model, m_waits[0].row, m_waits[1].row, m_waits[2].row, m_trustRow,
                                         m_proxyRow, m_proxyAddressRow, m_proxyUserRow, m_proxyPasswordRow,
                                         m_headersRow, m_stepsIn, m_stepsInHelp})
        layout->addWidget(row);
}

void ServerMore::connectAll()
{
    for (const Wait &wait : std::as_const(m_waits)) {
        connect(wait.field, &QDoubleSpinBox::valueChanged, this, [this, wait] { keepWait(wait); });
        connect(wait.row, &SettingRow::backRequested, this, [this, wait] {
            showWaits();
            wait.field->setFocus();
        });
    }
    connect(m_proxy, &QComboBox::activated, this, [this] {
        showProxyRows();
        keepProxy();
    });
    for (QLineEdit *field : {m_proxyAddress, m_proxyUser, m_proxyPassword})
        connect(field, &QLineEdit::editingFinished, this, &ServerMore::keepProxy);
    connect(m_chooseFile, &QAbstractButton::clicked, this, &ServerMore::chooseAuthorities);
    connect(m_forget, &QAbstractButton::clicked, this,
            [this] { keep([](ServerProfile &profile) { profile.trust = {}; }); });
    connect(m_model, &ServerModelRow::chosen, this, [this](const QString &model) {
        keep([&model](ServerProfile &profile) { profile.defaultModel = model; });
    });
    connect(m_stepsIn, &QCheckBox::toggled, this,
            [this](bool on) { keep([on](ServerProfile &profile) { profile.stepsIn = on; }); });
    connect(&m_servers.profiles(), &server::ServerProfiles::changed, this, &ServerMore::show);
    connect(&m_servers, &server::Servers::boardChanged, this, [this](const QString &id) {
        if (id == m_id)
            m_model->showServer(id);
    });
}

void ServerMore::setServer(const QString &id)
{
    m_id = id;
    m_headers->document()->setModified(false);
    m_headersRow->setRefusal({});
    m_proxyAddressRow->setRefusal({});
    m_proxy->setProperty("chosen", {});
    show();
}

template <typename Change>
bool ServerMore::keep(Change change)
{
    ServerProfile changed = m_servers.profiles().keeperOf(profile());
    change(changed);
    const auto saved = m_servers.profiles().save(changed);
    if (!saved && saved.error().kind != base::Error::Kind::Invalid)
        Q_EMIT notSaved(saved.error());
    return saved || saved.error().kind != base::Error::Kind::Invalid;
}

bool ServerMore::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_headers && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide))
        keepHeaders();
    return QWidget::eventFilter(watched, event);
}

void ServerMore::keepHeaders()
{
    if (!m_headers->document()->isModified())
        return;
    const auto headers = server::headersFrom(m_headers->toPlainText());
    if (!headers) {
        m_headersRow->setRefusal(tr("“%1” is not a header that can be added, and nothing was saved. One "
                                    "looks like “X-Team: blue”.")
                                     .arg(headers.error().detail));
        return;
    }
    m_headers->document()->setModified(false);
    m_headersRow->setRefusal({});
    keep([&headers](ServerProfile &profile) { profile.headers = *headers; });
}

void ServerMore::keepProxy()
{
    base::Proxy proxy;
    proxy.use = static_cast<Use>(m_proxy->currentData().toInt());
    m_proxyAddressRow->setRefusal({});
    if (isOwn(proxy)) {
        const QString typed = m_proxyAddress->text().trimmed();
        if (typed.isEmpty())
            return; // it is being set up
        const QUrl url(QStringLiteral("proxy://") + typed);
        proxy.host = url.host();
        proxy.port = static_cast<quint16>(std::max(url.port(), 0));
        proxy.user = m_proxyUser->text();
        proxy.password = m_proxyPassword->text();
        if (!url.isValid() || proxy.host.isEmpty() || proxy.port == 0) {
            m_proxyAddressRow->setRefusal(
                tr("“%1” is not the address of a proxy and was not saved. One looks like proxy.lab:3128.")
                    .arg(typed));
            return;
        }
    }
    keep([&proxy](ServerProfile &profile) { profile.proxy = proxy; });
}

void ServerMore::keepWait(const Wait &wait)
{
    const double typed = wait.field->value();
    if (typed == std::floor(typed) && typed >= wait.least && typed <= longestWait) {
        wait.row->setRefusal({});
        keep([&](ServerProfile &profile) {
            profile.*wait.member = std::chrono::seconds(qRound(typed));
            if (wait.member == &ServerProfile::firstByteTimeout)
                profile.timeoutFile.clear();
        });
        return;
    }
    const QString used = number((profile().*wait.member).count());
    wait.row->setRefusal(tr("%1 goes from %2 to %3. %4 was not saved; %5 is still in use.")
                             .arg(wait.field->accessibleName(), number(wait.least), number(longestWait),
                                  wait.field->textFromValue(typed), used),
                         tr("Back to %1").arg(used));
}

void ServerMore::chooseAuthorities()
{
    auto *dialog = new QFileDialog(this, tr("Choose CA file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ServerMore::takeAuthorities);
    dialog->open();
}

void ServerMore::takeAuthorities(const QString &path)
{
    QFile file(path);
    const bool isRead = file.open(QIODevice::ReadOnly) && file.size() <= largestFile;
    const QByteArray pem = isRead ? file.readAll() : QByteArray();
    if (!base::certificatesIn(pem)) {
        m_trustRow->setRefusal(tr("There is no certificate in %1; a file in PEM form is needed.")
                                   .arg(QFileInfo(path).fileName()));
        return;
    }
    m_trustRow->setRefusal({});
    keep([&pem](ServerProfile &profile) { profile.trust = {pem, {}}; });
}

void ServerMore::show()
{
    if (m_id.isEmpty())
        return;
    showHeaders();
    showProxy();
    showTrust();
    showWaits();
    m_model->showServer(m_id);
    {
        const QSignalBlocker blocker(m_stepsIn);
        m_stepsIn->setChecked(profile().stepsIn);
    }
    m_stepsIn->setEnabled(!profile().isFromEnvironment());
}

void ServerMore::showHeaders()
{
    const QString lines = server::linesOf(profile().headers);
    if (m_headers->document()->isModified() || m_headers->toPlainText() == lines)
        return;
    m_headers->setPlainText(lines);
    m_headers->document()->setModified(false);
}

void ServerMore::showProxy()
{
    // What is being chosen stands until it can be kept.
    const bool isChoosing = m_proxy->hasFocus() || m_proxyAddress->hasFocus();
    const base::Proxy &kept = profile().proxy;
    if (!isChoosing) {
        m_proxy->setCurrentIndex(m_proxy->findData(static_cast<int>(kept.use)));
        m_proxyAddress->setText(kept.host.isEmpty() ? QString()
                                                    : QStringLiteral("%1:%2").arg(kept.host).arg(kept.port));
        m_proxyUser->setText(kept.user);
        m_proxyPassword->setText(kept.password);
    }
    showProxyRows();
}

void ServerMore::showProxyRows()
{
    const auto use = static_cast<Use>(m_proxy->currentData().toInt());
    const bool isShown = use == Use::Http || use == Use::Socks5;
    for (SettingRow *row : {m_proxyAddressRow, m_proxyUserRow, m_proxyPasswordRow})
        row->setVisible(isShown);
}

void ServerMore::showTrust()
{
    const base::Trust &trust = profile().trust;
    QString words = tr("The certificates this system trusts");
    if (!trust.fingerprint.isEmpty()) {
        words = tr("Only %1").arg(base::fingerprintText(trust.fingerprint));
    } else if (!trust.authorities.isEmpty()) {
        const auto issuers = base::certificatesIn(trust.authorities);
        words = tr("Those signed by %1").arg(issuers ? issuers->constFirst().subject : QString());
    }
    m_trust->setText(words);
    m_trust->setCursorPosition(0);
    m_trust->setToolTip(plainToolTip(words));
    m_forget->setVisible(trust != base::Trust());
}

void ServerMore::showWaits()
{
    for (const Wait &wait : std::as_const(m_waits)) {
        const QSignalBlocker blocker(wait.field);
        wait.field->setLocale(QLocale());
        wait.field->setValue(double((profile().*wait.member).count()));
        wait.row->setRefusal({});
    }
    const server::ServerEnvironment &environment = m_servers.profiles().environment();
    m_waits[1].row->setOrigin(environment.timeout ? environmentWords(environment.timeoutName)
                                                  : originWords(profile().timeoutFile));
    if (!environment.timeout)
        return;
    const QSignalBlocker blocker(m_waits[1].field);
    m_waits[1].field->setValue(double(environment.timeout->count()));
    m_waits[1].row->lock();
}

void ServerMore::focusModel()
{
    m_model->focusChoice();
}

void ServerMore::retranslate()
{
    m_headersRow->setWords(tr("Extra headers"),
                           tr("“Name: value”, one a line; sent with every request to this server. They are "
                              "kept in a file: a key belongs in its own field above."));
    m_proxyRow->setWords(tr("Proxy"));
    m_proxyAddressRow->setWords(tr("Proxy address"));
    m_proxyAddress->setPlaceholderText(tr("For example %1").arg(QStringLiteral("proxy.lab:3128")));
    m_proxyUserRow->setWords(tr("Proxy user"));
    m_proxyPasswordRow->setWords(tr("Proxy password"), tr("Kept until Inkstone quits, and in no file."));
    m_trustRow->setWords(tr("Certificate"));
    m_chooseFile->setText(tr("Choose CA file…"));
    m_forget->setText(tr("Forget"));
    m_waits[0].row->setWords(tr("Connect timeout"),
                             tr("Seconds until a server that does not answer counts as "
                                "not there."));
    m_waits[1].row->setWords(tr("Request timeout"),
                             tr("Seconds without a sign of life before a request is given up. A large model "
                                "can take minutes to load."));
    m_waits[2].row->setWords(tr("Idle timeout"),
                             tr("Seconds of silence within an answer. 0 waits as long as it takes."));
    m_model->retranslate();
    m_stepsIn->setText(tr("Answer in place of a server that cannot be reached"));
    m_stepsInHelp->setText(
        tr("Only where this server has the same model, and only before anything was sent to the other. The "
           "answer then says who gave it. What you write goes to this server in that case."));
    const QSignalBlocker blocker(m_proxy);
    const int chosen = m_proxy->currentIndex();
    m_proxy->clear();
    m_proxy->addItem(tr("The system’s"), static_cast<int>(Use::System));
    m_proxy->addItem(tr("None"), static_cast<int>(Use::None));
    m_proxy->addItem(tr("HTTP"), static_cast<int>(Use::Http));
    m_proxy->addItem(tr("SOCKS 5"), static_cast<int>(Use::Socks5));
    m_proxy->setCurrentIndex(std::max(chosen, 0));
    show();
}

} // namespace ui
