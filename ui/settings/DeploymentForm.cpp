#include "settings/DeploymentForm.h"

#include "common/ComboBox.h"
#include "settings/DeploymentResult.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {

using server::Deployment;
using server::DeploymentProblem;

namespace {

// -1 where it is no number, which no rule allows.
int numberIn(const QLineEdit *field, int whenEmpty)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return whenEmpty;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? number : -1;
}

} // namespace

DeploymentForm::DeploymentForm(server::EngineSettings &engine, QWidget *parent)
    : SettingsForm(parent)
    , m_engine(engine)
    , m_engineSection(addSection())
    , m_runner(addChoice("deployRunner", 4))
    , m_gpu(addChoice("deployGpu", 3))
    , m_tag(addField("deployTag", SettingRow::Width::Choice, Deployment().imageTag))
    , m_memory(
          addField("deployMemory", SettingRow::Width::Number, QString::number(Deployment().memoryGigabytes)))
    , m_processors(addField("deployProcessors", SettingRow::Width::Number, {}))
    , m_port(addField("deployPort", SettingRow::Width::Number, QString::number(Deployment().enginePort)))
    , m_disk(addField("deployDisk", SettingRow::Width::Choice, {}))
    , m_way(addChoice("deployWay", 2))
    , m_neighbours(addChoice("deployNeighbours", 2))
    , m_open(new Label(Type::Body, TextRole::Warn, column()))
    , m_environment(new Label(Type::Small, TextRole::Text3, column()))
    , m_proxySection((add(m_open), add(m_environment), addSection()))
    , m_alone(new Label(Type::Body, TextRole::Text2, column()))
    , m_certificate((add(m_alone), addChoice("deployCertificate", 3)))
    , m_name(addField("deployName", SettingRow::Width::Text, {}))
    , m_httpsPort(
          addField("deployHttpsPort", SettingRow::Width::Number, QString::number(Deployment().httpsPort)))
    , m_changes(addChoice("deployChanges", 2))
    , m_clients(addField("deployClients", SettingRow::Width::Choice, {}))
    , m_result(new DeploymentResult(column()))
{
    m_environment->setWordWrap(true);
    m_open->setWordWrap(true);
    m_alone->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("deployOpen"));
    m_certificate.box->setCurrentIndex(int(Deployment().certificate));
    add(m_result);
    retranslate();
    connect(&engine, &server::EngineSettings::changed, this, &DeploymentForm::refresh);
}

DeploymentForm::Choice DeploymentForm::addChoice(const char *objectName, int count)
{
    auto *box = new ComboBox;
    box->setObjectName(QLatin1String(objectName));
    box->setFocusPolicy(Qt::StrongFocus);
    for (int i = 0; i < count; ++i)
        box->addItem({}, i);
    auto *row = new SettingRow(box, SettingRow::Width::Text, column());
    add(row);
    connect(box, &QComboBox::currentIndexChanged, this, &DeploymentForm::refresh);
    return {box, row};
}

DeploymentForm::Field DeploymentForm::addField(const char *objectName, SettingRow::Width width,
                                               const QString &text)
{
    auto *field = new QLineEdit(text);
    field->setObjectName(QLatin1String(objectName));
    auto *row = new SettingRow(field, width, column());
    add(row);
    connect(field, &QLineEdit::textChanged, this, &DeploymentForm::refresh);
    return {field, row};
}

void DeploymentForm::setChoices(const Choice &choice, const QStringList &words)
{
    const QSignalBlocker blocker(choice.box);
    for (int i = 0; i < choice.box->count(); ++i)
        choice.box->setItemText(i, words.at(i));
}

void DeploymentForm::showEvent(QShowEvent *event)
{
    SettingsForm::showEvent(event);
    refresh(); // the addresses of this computer may be others now
}

void DeploymentForm::retranslate()
{
    setHeading(tr("Deployment"),
               tr("The files with which an engine serves other programs, people and machines. Inkstone "
                  "fills them in and saves them where you say; it runs none of them."));
    m_engineSection->setText(tr("Engine"));
    m_proxySection->setText(tr("HTTPS and key in front"));
    rewordEngine();
    rewordProxy();
    m_result->retranslate();
    refresh();
}

void DeploymentForm::rewordEngine()
{
    m_runner.row->setWords(tr("Run by"));
    setChoices(m_runner,
               {tr("Docker (docker-compose.yml)"), tr("systemd, as a user of its own (ollama.service)"),
                tr("SysV init, as a user of its own (/etc/init.d/ollama)"),
                tr("Windows, when one signs in (scheduled task)")});
    m_gpu.row->setWords(tr("Graphics card"));
    setChoices(m_gpu, {tr("None"), tr("NVIDIA"), tr("AMD")});
    m_tag.row->setWords(tr("Version of the image"),
                        tr("A release such as 0.17.4 stays what it is; latest changes with each download."));
    m_memory.row->setWords(tr("Memory limit"), tr("Gigabytes the engine may take at most. Empty: no limit."));
    m_processors.row->setWords(tr("Processor limit"), tr("Processors it may keep busy. Empty: all."));
    m_port.row->setWords(tr("Port of the engine"));
    m_disk.row->setWords(tr("Encrypted disk"),
                         tr("A partition such as /dev/sdb1 that LUKS encrypts for the models; what is on it "
                            "is lost. Empty: none."));
    m_way.row->setWords(
        tr("Way to the Internet"),
        tr("Closed keeps everything the models see on this machine, whatever the engine would do. "
           "Models are pulled before."));
    setChoices(m_way, {tr("Open: models can be pulled"), tr("Closed: nothing leaves the engine")});
    m_neighbours.row->setWords(tr("Other containers"), tr("Dify and the like, running on the same machine."));
    setChoices(m_neighbours, {tr("Do not use it"), tr("Use it without HTTPS")});
    m_open->setText(
        tr("An engine run by systemd or init then listens on every network and asks for no key. The lines "
           "in firewall.txt close it to all but this machine and its containers."));
    m_alone->setText(
        tr("On Windows it is for this machine alone. For others, run it on Linux or by Docker."));
    m_environment->setText(
        tr("What is set on the page Local engine is part of the files, but for its address."));
}

void DeploymentForm::rewordProxy()
{
    m_certificate.row->setWords(
        tr("Certificate"),
        tr("Without one nobody outside this machine should reach the engine: it asks for no key."));
    setChoices(m_certificate, {tr("No HTTPS"), tr("Self-signed, made here (valid for 2 years)"),
                               tr("Let’s Encrypt, for a name the Internet knows")});
    m_name.row->setWords(tr("Name of the server"),
                         tr("As clients write it: ollama.example.org, or an address."));
    m_httpsPort.row->setWords(tr("Port for clients"));
    m_changes.row->setWords(tr("Clients may"));
    setChoices(m_changes, {tr("Use the models"), tr("Use, pull and delete models")});
    m_clients.row->setWords(tr("Only from"), tr("A network such as 192.168.1.0/24. Empty: from everywhere."));
}

Deployment DeploymentForm::filledIn() const
{
    Deployment deployment;
    deployment.runner = Deployment::Runner(m_runner.box->currentIndex());
    deployment.gpu = Deployment::Gpu(m_gpu.box->currentIndex());
    deployment.imageTag = m_tag.field->text().trimmed();
    deployment.memoryGigabytes = numberIn(m_memory.field, 0);
    deployment.processors = numberIn(m_processors.field, 0);
    deployment.enginePort = numberIn(m_port.field, -1);
    deployment.disk = m_disk.field->text().trimmed();
    deployment.way = Deployment::Way(m_way.box->currentIndex());
    deployment.neighbours = Deployment::Neighbours(m_neighbours.box->currentIndex());
    deployment.gateway = server::hostAddresses().dockerGateway;
    deployment.environment = m_engine.environment();
    deployment.certificate = Deployment::Certificate(m_certificate.box->currentIndex());
    deployment.serverName = m_name.field->text().trimmed();
    deployment.httpsPort = numberIn(m_httpsPort.field, -1);
    deployment.changes = Deployment::Changes(m_changes.box->currentIndex());
    deployment.clients = m_clients.field->text().trimmed();
    // What such a one does not have is not asked for.
    const bool isWindows = deployment.runner == Deployment::Runner::WindowsTask;
    if (isWindows || deployment.runner == Deployment::Runner::InitScript)
        deployment.memoryGigabytes = deployment.processors = 0;
    if (isWindows) {
        deployment.disk.clear();
        deployment.clients.clear();
    }
    return deployment;
}

void DeploymentForm::refresh()
{
    const Deployment deployment = filledIn();
    using Runner = Deployment::Runner;
    const Runner runner = deployment.runner;
    const bool isWindows = runner == Runner::WindowsTask;
    m_tag.row->setVisible(runner == Runner::Compose);
    for (const Field &limit : {m_memory, m_processors})
        limit.row->setVisible(runner == Runner::Compose || runner == Runner::Service);
    m_gpu.row->setVisible(!isWindows);
    m_disk.row->setVisible(!isWindows);
    m_open->setVisible((runner == Runner::Service || runner == Runner::InitScript) &&
                       deployment.neighbours == Deployment::Neighbours::Containers);
    m_alone->setVisible(isWindows);
    m_certificate.row->setVisible(!isWindows);
    for (SettingRow *row : {m_name.row, m_httpsPort.row, m_changes.row, m_clients.row})
        row->setVisible(deployment.hasProxy());
    showProblems(deployment);
    m_result->setDeployment(deployment);
}

void DeploymentForm::showProblems(const Deployment &deployment)
{
    using P = DeploymentProblem;
    const QList<P> problems = server::deploymentProblems(deployment);
    const auto say = [&problems](const Field &field, std::initializer_list<std::pair<P, QString>> sentences) {
        QString text;
        for (const auto &[problem, sentence] : sentences) {
            if (problems.contains(problem))
                text = sentence;
        }
        field.row->setRefusal(text);
    };
    const QString port = tr("A port goes from 1 to 65535.");
    say(m_tag, {{P::ImageTag, tr("A version has letters, digits, points and dashes only.")}});
    say(m_memory, {{P::Memory, tr("Whole gigabytes, up to 4096.")}});
    say(m_processors, {{P::Processors, tr("A whole number, up to 1024.")}});
    say(m_port, {{P::EnginePort, port}});
    say(m_disk, {{P::Disk, tr("A disk has a name below /dev, such as /dev/sdb1.")}});
    // Nothing typed yet is no mistake; the files wait for it all the same.
    const bool isEmpty = deployment.serverName.isEmpty();
    say(m_name,
        {{P::ServerName, isEmpty ? QString() : tr("This is neither the name of a server nor an address.")},
         {P::NotAPublicName, tr("Let’s Encrypt needs a name that the Internet knows, not an address.")}});
    say(m_httpsPort, {{P::HttpsPort, port}, {P::SamePort, tr("The engine has this port already.")}});
    say(m_clients, {{P::Clients, tr("A network is an address and a length, such as 192.168.1.0/24.")}});
}

} // namespace ui
