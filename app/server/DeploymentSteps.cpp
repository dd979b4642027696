// What a machine needs besides the engine's own file, some of DeploymentTexts: packages, an encrypted disk,
// the firewall. Lines to paste, for the systems that have another way each.
#include "server/DeploymentTexts.h"
#include "server/EngineInstructions.h"
#include "server/System.h"

namespace server {
namespace {

using namespace Qt::StringLiterals;
using Certificate = Deployment::Certificate;
using Gpu = Deployment::Gpu;
using Neighbours = Deployment::Neighbours;
using Runner = Deployment::Runner;
using Way = Deployment::Way;

// The networks Docker takes for its bridges.
constexpr auto dockerNetworks = "172.16.0.0/12"_L1;

QString dockerPackages()
{
    return uR"(# Debian, Ubuntu
sudo apt-get update && sudo apt-get install -y ca-certificates curl
sudo install -m 755 -d /etc/apt/keyrings
. /etc/os-release
sudo curl -fsSL "https://download.docker.com/linux/$ID/gpg" -o /etc/apt/keyrings/docker.asc
echo "deb [signed-by=/etc/apt/keyrings/docker.asc] https://download.docker.com/linux/$ID $VERSION_CODENAME stable" |
    sudo tee /etc/apt/sources.list.d/docker.list
sudo apt-get update && sudo apt-get install -y docker-ce docker-ce-cli containerd.io docker-compose-plugin

# CentOS, Rocky, Alma, RHEL (yum takes the same words where there is no dnf)
sudo curl -fsSL https://download.docker.com/linux/centos/docker-ce.repo -o /etc/yum.repos.d/docker-ce.repo
sudo dnf install -y docker-ce docker-ce-cli containerd.io docker-compose-plugin
sudo systemctl enable --now docker
)"_s;
}

QString nvidiaPackages()
{
    return uR"(
# The card, for containers: Debian, Ubuntu
curl -fsSL https://nvidia.github.io/libnvidia-container/gpgkey |
    sudo gpg --dearmor -o /etc/apt/keyrings/nvidia-container-toolkit.gpg
echo "deb [signed-by=/etc/apt/keyrings/nvidia-container-toolkit.gpg] https://nvidia.github.io/libnvidia-container/stable/deb/amd64 /" |
    sudo tee /etc/apt/sources.list.d/nvidia-container-toolkit.list
sudo apt-get update && sudo apt-get install -y nvidia-container-toolkit

# CentOS, Rocky, Alma, RHEL
sudo curl -fsSL https://nvidia.github.io/libnvidia-container/stable/rpm/nvidia-container-toolkit.repo \
    -o /etc/yum.repos.d/nvidia-container-toolkit.repo
sudo dnf install -y nvidia-container-toolkit

# Either
sudo nvidia-ctk runtime configure --runtime=docker
sudo systemctl restart docker
)"_s;
}

QString enginePackages(const Deployment &deployment)
{
    QString packages = u"curl"_s;
    if (deployment.hasProxy())
        packages += u" nginx"_s;
    if (deployment.certificate == Certificate::LetsEncrypt)
        packages += u" certbot"_s;
    QString text =
        u"# Debian, Ubuntu\nsudo apt-get update && sudo apt-get install -y ca-certificates %1\n\n"
        "# CentOS, Rocky, Alma, Fedora, RHEL (yum takes the same words where there is no dnf)\n"_s.arg(
            packages);
    if (deployment.certificate == Certificate::LetsEncrypt)
        text += u"sudo dnf install -y epel-release    # has certbot; Fedora needs no such line\n"_s;
    text += u"sudo dnf install -y %1\n"_s.arg(packages);
    if (deployment.hasProxy())
        text += u"sudo setsebool -P httpd_can_network_connect 1    # SELinux: nginx may ask the engine\n"_s;
    if (deployment.hasProxy() && deployment.httpsPort != 443)
        text +=
            u"sudo semanage port -a -t http_port_t -p tcp %1    # SELinux: nginx may have this port\n"_s.arg(
                deployment.httpsPort);
    return text +
           u"\n# The engine, on either. Its makers have no package repository; the one of older guides\n"
           "# (dl.bintray.com) is gone.\n"_s +
           installCommand(System()) + u'\n';
}

// Where systemd does not close it; the rules are gone at the next start, unless the machine keeps them.
QString closedWay(bool isOpen)
{
    QString text = u"\n# iptables: no way out for the engine, so that models cannot be pulled by it\n"_s;
    if (isOpen)
        text +=
            u"sudo iptables -A OUTPUT -m owner --uid-owner ollama -d %1 -j ACCEPT\n"_s.arg(dockerNetworks);
    for (const auto program : {"iptables"_L1, "ip6tables"_L1})
        text += u"sudo %1 -A OUTPUT -m owner --uid-owner ollama ! -o lo -j REJECT\n"_s.arg(program);
    return text;
}

} // namespace

QString installLines(const Deployment &deployment)
{
    QString text = u"# Lines for a machine that has nothing yet; choose the system it is.\n\n"_s;
    if (deployment.runner == Runner::Compose) {
        text += dockerPackages();
        if (deployment.gpu == Gpu::Nvidia)
            text += nvidiaPackages();
        if (deployment.certificate == Certificate::LetsEncrypt)
            text += u"\n# Debian, Ubuntu, then CentOS and the like\nsudo apt-get install -y certbot\n"
                    "sudo dnf install -y epel-release && sudo dnf install -y certbot\n"_s;
        return text;
    }
    return text + enginePackages(deployment);
}

QString diskLines(const Deployment &deployment)
{
    const QString folder = encryptedFolder(deployment);
    const QString place = shellWord(folder);
    // In fstab a blank is written as a number.
    QString entry = folder;
    entry.replace(u'\\', u"\\134"_s).replace(u' ', u"\\040"_s).replace(u'\t', u"\\011"_s);
    QString text =
        u"# WHAT IS ON %1 IS LOST. Look twice that it is the right one:\n"
        "lsblk -o NAME,SIZE,FSTYPE,LABEL,MOUNTPOINTS %1\n\n"
        "# Debian, Ubuntu, then CentOS and the like\n"
        "sudo apt-get install -y cryptsetup\n"
        "sudo dnf install -y cryptsetup\n\n"
        "# Asks for a passphrase. Whoever forgets it has lost what is on the disk.\n"
        "sudo cryptsetup luksFormat --type luks2 %1\n"
        "sudo cryptsetup open %1 ollama_encrypted\n"
        "sudo mkfs.ext4 -L ollama /dev/mapper/ollama_encrypted\n\n"
        "# At each start of the machine the passphrase is asked for; without it the machine starts,\n"
        "# but the models are not there.\n"
        "echo \"ollama_encrypted UUID=$(sudo blkid -s UUID -o value %1) none luks,nofail\" | "
        "sudo tee -a /etc/crypttab\n"
        "printf '%s\\n' %2 | sudo tee -a /etc/fstab\n"
        "sudo mkdir -p %3\n"
        "sudo mount %3\n"_s.arg(
            deployment.disk,
            shellWord(u"/dev/mapper/ollama_encrypted "_s + entry + u" ext4 defaults,nofail 0 2"_s), place);
    if (deployment.runner != Runner::Compose)
        text += u"sudo chown ollama:ollama %1    # once the user is there\n"
                "sudo chmod 750 %1\n"_s.arg(place);
    return text;
}

QString firewallLines(const Deployment &deployment)
{
    const QString from = deployment.clients.isEmpty() ? u"any"_s : deployment.clients;
    const QString https = QString::number(deployment.httpsPort);
    const QString engine = QString::number(deployment.enginePort);
    QString text = u"Lines for the firewall of the machine; choose the one it has. Ports that Docker "
                   u"publishes pass by ufw and\n"
                   "firewalld; that is why docker-compose.yml publishes the engine's where no other machine "
                   "reaches it, and why\n"
                   "nginx itself looks at where clients come from.\n\n"_s;
    const bool isOpen = deployment.neighbours == Neighbours::Containers;
    text += u"# ufw\n"_s;
    if (deployment.hasProxy())
        text += u"sudo ufw allow proto tcp from %1 to any port %2\n"_s.arg(from, https);
    if (isOpen)
        text += u"sudo ufw allow proto tcp from %1 to any port %2\n"_s.arg(dockerNetworks, engine);
    text += u"sudo ufw deny proto tcp from any to any port %1\n\n# firewalld\n"_s.arg(engine);
    const QString source = deployment.clients.isEmpty() ? QString() : u"source address=\"%1\" "_s.arg(from);
    const QString family = deployment.clients.contains(u':') ? u"ipv6"_s : u"ipv4"_s;
    if (deployment.hasProxy())
        text += u"sudo firewall-cmd --permanent --add-rich-rule='rule family=\"%1\" %2port port=\"%3\" "
                "protocol=\"tcp\" accept'\n"_s.arg(family, source, https);
    if (isOpen)
        text +=
            u"sudo firewall-cmd --permanent --add-rich-rule='rule family=\"ipv4\" source address=\"%1\" port "
            "port=\"%2\" protocol=\"tcp\" accept'\n"_s.arg(dockerNetworks, engine);
    text += u"sudo firewall-cmd --reload\n"_s;
    if (deployment.runner == Runner::InitScript && deployment.way == Way::Closed)
        text += closedWay(isOpen);
    return text;
}

} // namespace server
