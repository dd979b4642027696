#include "settings/DeploymentResult.h"

#include "common/ComboBox.h"
#include "common/ErrorText.h"
#include "common/SecretField.h"
#include "server/SelfSigned.h"
#include "settings/PasteText.h"
#include "settings/SettingRow.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

using server::Deployment;
using server::DeploymentFile;

namespace {

constexpr int certificateDays = 730;

} // namespace

DeploymentResult::DeploymentResult(QWidget *parent)
    : QWidget(parent)
    , m_files(new ComboBox)
    , m_filesRow(new SettingRow(m_files, SettingRow::Width::Choice, this))
    , m_text(new PasteText(QStringLiteral("deployText"), this))
    , m_missing(new Label(Type::Body, TextRole::Text2, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    addTitle(m_filesTitle);
    m_files->setObjectName(QStringLiteral("deployFiles"));
    m_files->setFocusPolicy(Qt::StrongFocus);
    m_missing->setWordWrap(true);
    m_missing->setObjectName(QStringLiteral("deployMissing"));
    for (QWidget *part : {static_cast<QWidget *>(m_missing), static_cast<QWidget *>(m_filesRow),
                          static_cast<QWidget *>(m_text)})
        layout->addWidget(part);
    addSave();
    m_clientsLine = addTitle(m_clientsTitle);
    for (const From from : {From::ThisMachine, From::SameNetwork, From::ContainerOnDesktop,
                            From::ContainerOnLinux, From::Anywhere})
        m_addresses[from] =
            addCopied(QStringLiteral("deployAddress%1").arg(int(from)), new QLineEdit,
                      [](const QString &address) { QGuiApplication::clipboard()->setText(address); });
    addKey();
    connect(m_files, &QComboBox::currentIndexChanged, this, &DeploymentResult::showFile);
}

QWidget *DeploymentResult::addTitle(Label *&label)
{
    label = new Label(Type::BodyBold, TextRole::Text, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addSpacing(12);
    column->addWidget(label);
    column->addSpacing(-8);
    auto *line = new Line(Qt::Horizontal, this);
    column->addWidget(line);
    return line;
}

void DeploymentResult::addSave()
{
    m_save = makeButton(ButtonKind::Default, QStringLiteral("folder"), this);
    m_save->setObjectName(QStringLiteral("deploySave"));
    m_saved = new Label(Type::Body, TextRole::Text, this);
    m_saved->setObjectName(QStringLiteral("deploySaved"));
    m_saved->setWordWrap(true);
    m_saved->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_saved->hide();
    layout()->addWidget(m_save);
    layout()->setAlignment(m_save, Qt::AlignLeft);
    layout()->addWidget(m_saved);
    connect(m_save, &QAbstractButton::clicked, this, &DeploymentResult::chooseFolder);
}

DeploymentResult::Copied DeploymentResult::addCopied(const QString &objectName, QLineEdit *field,
                                                     void (*copy)(const QString &))
{
    Copied copied;
    copied.field = field;
    copied.field->setObjectName(objectName);
    copied.field->setReadOnly(true);
    copied.row = new SettingRow(copied.field, SettingRow::Width::Text, this);
    copied.copy = makeButton(ButtonKind::Plain, QStringLiteral("copy"), copied.row);
    copied.copy->setObjectName(objectName + QStringLiteral("Copy"));
    copied.row->addBeside(copied.copy);
    layout()->addWidget(copied.row);
    connect(copied.copy, &QAbstractButton::clicked, field, [field, copy] { copy(field->text()); });
    return copied;
}

void DeploymentResult::addKey()
{
    m_keyRow =
        addCopied(QStringLiteral("deployKey"), new SecretField, [](const QString &key) { copySecret(key); });
    m_anotherKey = makeButton(ButtonKind::Flat, QStringLiteral("refresh-cw"), m_keyRow.row);
    m_anotherKey->setObjectName(QStringLiteral("deployAnotherKey"));
    m_keyRow.row->addBeside(m_anotherKey);
    connect(m_anotherKey, &QAbstractButton::clicked, this, &DeploymentResult::newKey);
    newKey();
}

void DeploymentResult::newKey()
{
    m_key = server::newDeploymentKey();
    m_keyRow.field->setText(QString::fromLatin1(m_key));
    m_saved->hide(); // what was saved has another
}

void DeploymentResult::setDeployment(const Deployment &deployment)
{
    m_deployment = deployment;
    m_saved->hide();
    showFiles();
    showAddresses();
}

void DeploymentResult::retranslate()
{
    m_filesTitle->setText(tr("Files"));
    m_filesRow->setWords(tr("File"));
    m_text->setName(tr("Content of the file"));
    m_missing->setText(tr("What is marked above, or the name of the server, is still to be filled in."));
    m_save->setText(tr("Save all to a folder…"));
    m_clientsTitle->setText(tr("What to type into clients"));
    m_anotherKey->setText(tr("Make another"));
    rewordAddresses();
}

void DeploymentResult::rewordAddresses()
{
    m_addresses[From::ThisMachine].row->setWords(tr("On this machine"));
    m_addresses[From::SameNetwork].row->setWords(
        tr("Containers beside it"),
        tr("Base URL for a container that has joined the network inkstone-engine."));
    m_addresses[From::ContainerOnDesktop].row->setWords(
        tr("Containers, Docker Desktop"), tr("Base URL for Dify and the like on macOS and Windows."));
    m_addresses[From::ContainerOnLinux].row->setWords(
        tr("Containers, Linux"),
        tr("Base URL for Dify and the like: the machine as its containers see it. Any API key "
           "will do, such as ollama."));
    m_addresses[From::Anywhere].row->setWords(tr("From everywhere"), tr("Base URL; needs the key below."));
    for (const auto &[from, address] : m_addresses)
        address.copy->setText(tr("Copy"));
    m_addresses[From::ThisMachine].copy->setAccessibleName(tr("Copy the address on this machine"));
    m_addresses[From::SameNetwork].copy->setAccessibleName(tr("Copy the address for containers beside it"));
    m_addresses[From::ContainerOnDesktop].copy->setAccessibleName(tr("Copy the address for Docker Desktop"));
    m_addresses[From::ContainerOnLinux].copy->setAccessibleName(
        tr("Copy the address for containers on Linux"));
    m_addresses[From::Anywhere].copy->setAccessibleName(tr("Copy the address from everywhere"));
    m_keyRow.row->setWords(tr("API key"),
                           tr("Made here. It is in the file ollama-keys.conf, which only its owner can "
                              "read, and nowhere else: Inkstone does not keep it."));
    m_keyRow.copy->setText(tr("Copy"));
    m_keyRow.copy->setAccessibleName(tr("Copy the API key"));
}

void DeploymentResult::showFiles()
{
    const bool isSound = server::deploymentProblems(m_deployment).isEmpty();
    m_missing->setVisible(!isSound);
    m_filesRow->setVisible(isSound);
    m_text->setVisible(isSound);
    m_save->setEnabled(isSound);
    if (!isSound)
        return;
    QStringList names;
    // The certificate is made when the files are saved; the secrets are not for the screen.
    for (const DeploymentFile &file : server::deploymentFiles(m_deployment, {})) {
        if (!file.isSecret && !file.content.isEmpty())
            names.append(file.name);
    }
    const QString shown = m_files->currentText();
    const QSignalBlocker blocker(m_files);
    m_files->clear();
    m_files->addItems(names);
    m_files->setCurrentIndex(qMax(0, int(names.indexOf(shown))));
    showFile();
}

void DeploymentResult::showFile()
{
    for (const DeploymentFile &file : server::deploymentFiles(m_deployment, {})) {
        if (file.name == m_files->currentText())
            m_text->setText(QString::fromUtf8(file.content));
    }
}

void DeploymentResult::showAddresses()
{
    const bool isSound = server::deploymentProblems(m_deployment).isEmpty();
    const auto addresses = isSound ? server::clientAddresses(m_deployment, server::hostAddresses())
                                   : QList<server::ClientAddress>();
    for (const auto &[from, row] : m_addresses)
        row.row->hide();
    for (const server::ClientAddress &address : addresses) {
        m_addresses[address.from].field->setText(address.url);
        m_addresses[address.from].row->show();
    }
    m_keyRow.row->setVisible(isSound && m_deployment.hasProxy());
    m_clientsTitle->setVisible(isSound);
    m_clientsLine->setVisible(isSound);
}

void DeploymentResult::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Save the files of the deployment"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DeploymentResult::saveTo);
    dialog->open();
}

void DeploymentResult::saveTo(const QString &folder)
{
    const QStringList existing = server::existingFiles(folder, server::deploymentFiles(m_deployment, {}));
    if (existing.isEmpty())
        save(folder);
    else
        askToReplace(folder, existing);
}

void DeploymentResult::askToReplace(const QString &folder, const QStringList &existing)
{
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Replace files?"),
                                     tr("%n file(s) are already in %1: %2.", nullptr, int(existing.size()))
                                         .arg(QDir::toNativeSeparators(folder), existing.join(u", ")),
                                     QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("deployReplace"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("A key or certificate among them is lost."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *replace = question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("Keep them"), QMessageBox::RejectRole));
    connect(replace, &QPushButton::clicked, this, [this, folder] { save(folder); });
    question->open();
}

void DeploymentResult::save(const QString &folder)
{
    server::DeploymentSecrets secrets{m_key, {}, {}};
    QString fingerprint;
    const auto sayFailure = [&](const base::Error &error) {
        const ErrorText text = errorText(error, Doing::KeepingSettings, QDir::toNativeSeparators(folder), {});
        m_saved->setRole(TextRole::Bad);
        m_saved->setText(QStringList{text.what, text.next, text.details}.join(u'\n').trimmed());
        m_saved->show();
    };
    if (m_deployment.hasProxy() && m_deployment.certificate == Deployment::Certificate::SelfSigned) {
        const auto made = server::makeSelfSigned(m_deployment.serverName, certificateDays);
        if (!made)
            return sayFailure(made.error());
        secrets.certificate = made->certificate;
        secrets.privateKey = made->privateKey;
        fingerprint = QString::fromLatin1(made->fingerprint.toHex(':').toUpper());
    }
    const auto files = server::deploymentFiles(m_deployment, secrets);
    if (const auto saved = server::saveFiles(folder, files); !saved)
        return sayFailure(saved.error());
    QStringList lines{
        tr("%n file(s) saved in %1. Each says at its top what to do with it.", nullptr, int(files.size()))
            .arg(QDir::toNativeSeparators(folder))};
    if (!fingerprint.isEmpty())
        lines.append(
            tr("SHA-256 fingerprint of the certificate, to compare when a client asks: %1").arg(fingerprint));
    m_saved->setRole(TextRole::Text);
    m_saved->setText(lines.join(u'\n'));
    m_saved->show();
}

} // namespace ui
