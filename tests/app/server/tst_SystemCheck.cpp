// Facts from a made-up /proc and /sys and a script for nvidia-smi; verdicts from values.
#include "server/SystemCheck.h"
#include "support/TempHome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using server::GraphicsCard;
using server::SystemCheck;
using server::SystemFacts;
using server::SystemFinding;
using server::SystemSources;
using Use = GraphicsCard::Use;
using Verdict = SystemFinding::Verdict;

namespace {

constexpr qint64 GB = 1'000'000'000;

} // namespace

class TestSystemCheck : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    QString m_root;
    int m_count = 0;

    void write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_root + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    std::optional<SystemFacts> check(const QString &smi) const
    {
        auto *operation = new SystemCheck({m_root, smi, m_root + u"/not/there/yet"_s}, nullptr);
        std::optional<SystemFacts> facts;
        connect(operation, &SystemCheck::finished, operation,
                [&facts](const SystemFacts &found) { facts = found; });
        const bool isDone = QTest::qWaitFor([&facts] { return facts.has_value(); }, 15'000);
        return isDone ? facts : std::nullopt;
    }

private Q_SLOTS:
    void init() { m_root = m_home.path(QString::number(m_count++)); }

    void readsWhatTheSystemTells()
    {
        write(u"/proc/meminfo"_s,
              "MemTotal:       16314000 kB\nMemFree: 1 kB\nMemAvailable:   12000000 kB\n");
        write(u"/proc/cpuinfo"_s,
              "processor\t: 0\nflags\t\t: fpu avx avx2 fma\n\nprocessor\t: 1\nflags\t\t: fpu avx2\n");
        write(u"/sys/class/drm/card0/device/vendor"_s, "0x10de\n");
        write(u"/sys/class/drm/card0-HDMI-A-1/device/vendor"_s, "0x1002\n"); // an outlet, not a card
        write(u"/sys/class/drm/card1/device/vendor"_s, "0x1002\n");
        write(u"/sys/class/drm/card1/device/mem_info_vram_total"_s, "17163091968\n");
        write(u"/sys/class/drm/card2/device/vendor"_s, "0x8086\n");
        write(u"/bin/nvidia-smi"_s,
              "#!/bin/sh\necho \"$*\" >\"$0.arguments\"\necho 'NVIDIA GeForce RTX 4090, 24564'\n");
        const auto facts = check(m_root + u"/bin/nvidia-smi"_s);
        QVERIFY(facts);
        QCOMPARE(facts->memoryBytes, 16'314'000LL * 1024);
        QCOMPARE(facts->availableBytes, 12'000'000LL * 1024);
        QCOMPARE(facts->processors, 2);
        QCOMPARE(facts->missingInstructions, QStringList{u"F16C"_s});
        QVERIFY(facts->diskBytes > 0);
        QCOMPARE(facts->cards,
                 (QList<GraphicsCard>{{u"NVIDIA GeForce RTX 4090"_s, 24564LL * 1024 * 1024, Use::Ready},
                                      {u"AMD"_s, 17'163'091'968, Use::Ready}}));
        QCOMPARE(facts->machine().cardBytes, 24564LL * 1024 * 1024);
    }

    void readsAgainWhatChanges()
    {
        write(u"/proc/meminfo"_s, "MemTotal: 16000000 kB\nMemAvailable: 12000000 kB\n");
        write(u"/bin/nvidia-smi"_s, "#!/bin/sh\necho 'Card, 1000'\n");
        auto facts = check(m_root + u"/bin/nvidia-smi"_s);
        QVERIFY(facts);
        const SystemFacts before = *facts;
        write(u"/proc/meminfo"_s, "MemTotal: 16000000 kB\nMemAvailable: 3000000 kB\n");
        server::refresh(*facts, {.root = m_root, .modelsFolder = m_root});
        QCOMPARE(facts->availableBytes, 3'000'000LL * 1024);
        QCOMPARE(facts->memoryBytes, before.memoryBytes);
        QCOMPARE(facts->modelsFolder, m_root);
        QCOMPARE(facts->cards, before.cards);
    }

    void takesWhatIsNotThereForAFact()
    {
        const auto facts = check(u"/nowhere/nvidia-smi"_s);
        QVERIFY(facts);
        QCOMPARE(facts->memoryBytes, 0);
        QVERIFY(!facts->missingInstructions);
        QVERIFY(facts->cards.isEmpty());
        for (const SystemFinding &finding : server::systemFindings(*facts)) {
            if (finding.subject == SystemFinding::Subject::Graphics)
                QCOMPARE(finding.verdict, Verdict::Enough);
            else if (finding.subject != SystemFinding::Subject::Disk)
                QCOMPARE(finding.verdict, Verdict::Unknown);
        }
    }

    void seesACardWithoutItsDriver_data()
    {
        QTest::addColumn<QByteArray>("smi");
        QTest::newRow("no such program") << QByteArray();
        QTest::newRow("no driver") << QByteArray("#!/bin/sh\necho 'NVIDIA-SMI has failed'\nexit 9\n");
        QTest::newRow("nonsense") << QByteArray("#!/bin/sh\necho 'No devices were found'\n");
        QTest::newRow("killed") << QByteArray("#!/bin/sh\nkill -9 $$\n");
    }
    void seesACardWithoutItsDriver()
    {
        QFETCH(QByteArray, smi);
        write(u"/sys/class/drm/card0/device/vendor"_s, "0x10de\n");
        if (!smi.isEmpty())
            write(u"/bin/nvidia-smi"_s, smi);
        const auto facts = check(m_root + u"/bin/nvidia-smi"_s);
        QVERIFY(facts);
        QCOMPARE(facts->cards, (QList<GraphicsCard>{{u"NVIDIA"_s, 0, Use::NoDriver}}));
        QCOMPARE(server::systemFindings(*facts).last().verdict, Verdict::TooLittle);
    }

    void doesNotWaitForAProgramThatHangs()
    {
        write(u"/bin/nvidia-smi"_s, "#!/bin/sh\nexec sleep 300\n");
        const auto facts = check(m_root + u"/bin/nvidia-smi"_s);
        QVERIFY(facts);
        QVERIFY(facts->cards.isEmpty());
    }

    void endsOnceWhenItIsCancelled()
    {
        auto *operation = new SystemCheck({m_root, u"/nowhere"_s, {}}, this);
        QSignalSpy finished(operation, &SystemCheck::finished);
        QSignalSpy failed(operation, &SystemCheck::failed);
        operation->cancel();
        QVERIFY(failed.wait());
        QCOMPARE(finished.count(), 0);
    }

    void readsThisMachine()
    {
        m_root = u"/"_s;
        const auto facts = check(u"nvidia-smi"_s);
        QVERIFY(facts);
        QVERIFY(facts->memoryBytes > GB / 2 && facts->availableBytes <= facts->memoryBytes);
        QVERIFY(facts->processors >= 1);
    }

    void judgesAsTheGuidesDo_data()
    {
        QTest::addColumn<qint64>("memory");
        QTest::addColumn<qint64>("disk");
        QTest::addColumn<Verdict>("memoryVerdict");
        QTest::addColumn<Verdict>("diskVerdict");
        QTest::newRow("small") << 4 * GB << 10 * GB << Verdict::TooLittle << Verdict::TooLittle;
        QTest::newRow("sold with 8 GB")
            << qint64(7'600'000'000) << 20 * GB << Verdict::Enough << Verdict::Enough;
        QTest::newRow("sold with 16 GB")
            << qint64(16'300'000'000) << 200 * GB << Verdict::Good << Verdict::Good;
        QTest::newRow("12 GB") << 12 * GB << 50 * GB << Verdict::Enough << Verdict::Enough;
        QTest::newRow("full disk") << 32 * GB << qint64(0) << Verdict::Good << Verdict::TooLittle;
    }
    void judgesAsTheGuidesDo()
    {
        QFETCH(qint64, memory);
        QFETCH(qint64, disk);
        SystemFacts facts;
        facts.memoryBytes = memory;
        facts.diskBytes = disk;
        facts.missingInstructions = QStringList();
        const auto findings = server::systemFindings(facts);
        QCOMPARE(findings.size(), 4);
        QTEST(findings.at(0).verdict, "memoryVerdict");
        QTEST(findings.at(1).verdict, "diskVerdict");
        QCOMPARE(findings.at(2).verdict, Verdict::Good);
    }
};

QTEST_GUILESS_MAIN(TestSystemCheck)
#include "tst_SystemCheck.moc"
