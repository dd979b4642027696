// The lines for firewalls, of the deployment helper and of the connection doctor, read by ufw's and
// firewalld's own parsers. They are not carried out.
#include "server/Deployment.h"
#include "server/System.h"
#include "support/RealParts.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using server::Deployment;
using support::Ended;

class TestFirewalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areRules_data()
    {
        QTest::addColumn<Deployment>("deployment");
        QTest::addColumn<int>("rules");
        const auto row = [](const char *title, int rules, auto change) {
            Deployment deployment;
            deployment.runner = Deployment::Runner::Service;
            deployment.serverName = u"ollama.example.org"_s;
            change(deployment);
            QTest::newRow(title) << deployment << rules;
        };
        row("for everyone", 3, [](Deployment &) {});
        row("for a network", 3, [](Deployment &d) { d.clients = u"192.168.1.0/24"_s; });
        row("for an IPv6 network", 3, [](Deployment &d) { d.clients = u"fd00::/8"_s; });
        row("for Dify", 5, [](Deployment &d) { d.neighbours = Deployment::Neighbours::Containers; });
        row("without HTTPS", 1, [](Deployment &d) { d.certificate = Deployment::Certificate::None; });
    }
    void areRules()
    {
        QFETCH(Deployment, deployment);
        QFETCH(int, rules);
        constexpr auto reader = R"(
import gettext, shlex, sys
gettext.install("ufw")
import ufw.parser
from firewall.core.rich import Rich_Rule
from firewall.functions import getPortRange
parser = ufw.parser.UFWParser()
for word in "allow", "deny":
    parser.register_command(ufw.parser.UFWCommandRule(word))
for line in sys.argv[1:]:
    if not line.startswith("sudo "):
        continue
    words = shlex.split(line, comments=True)
    if words[:2] == ["sudo", "ufw"]:
        parser.parse_command(["rule"] + words[2:])
        print(line)
    for word in words if words[:2] == ["sudo", "firewall-cmd"] else []:
        option, _, value = word.partition("=")
        if option == "--add-rich-rule":
            Rich_Rule(rule_str=value).check()
            print(line)
        if option == "--add-port":
            assert getPortRange(value.partition("/")[0]) == (11434,), value
            print(line)
)"_L1;
        const auto read = [&reader](const QByteArray &lines) {
            const QStringList command{u"-c"_s, reader};
            return support::run(u"/usr/bin/python3"_s, command + QString::fromUtf8(lines).split(u'\n'));
        };
        const auto files = server::deploymentFiles(deployment, {});
        const auto file = std::ranges::find(files, u"firewall.txt"_s, &server::DeploymentFile::name);
        QVERIFY(file != files.cend());
        const Ended saved = read(file->content);
        QVERIFY2(saved.code == 0, saved.errors.constData());
        QCOMPARE(saved.output.count('\n'), rules);
        const Ended doctors = read(server::firewallCommand(11434).toUtf8());
        QVERIFY2(doctors.code == 0, doctors.errors.constData());
        QCOMPARE(doctors.output.count('\n'), 2);
        QVERIFY(read("sudo ufw allow to nobody").code != 0); // it looks
    }
};

QTEST_GUILESS_MAIN(TestFirewalls)
#include "tst_Firewalls.moc"
