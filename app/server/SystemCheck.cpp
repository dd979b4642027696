#include "server/SystemCheck.h"

#include "base/Text.h"
#include "server/ForgetProcess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>

#include <algorithm>
#include <chrono>

namespace server {
namespace {

using namespace Qt::StringLiterals;
using Subject = SystemFinding::Subject;
using Verdict = SystemFinding::Verdict;

QByteArray contents(const QString &path)
{
    constexpr qint64 most = 1024 * 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

// "MemTotal:       24000000 kB"
qint64 kilobytesAt(const QByteArray &meminfo, const char *name)
{
    for (const QByteArray &line : meminfo.split('\n')) {
        if (line.startsWith(name))
            return line.mid(int(qstrlen(name))).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

void readProcessor(const QByteArray &cpuinfo, SystemFacts &facts)
{
    for (const QByteArray &line : cpuinfo.split('\n')) {
        if (line.startsWith("processor"))
            ++facts.processors;
        if (!line.startsWith("flags") || facts.missingInstructions)
            continue;
        const QByteArrayList flags = line.mid(line.indexOf(':') + 1).simplified().split(' ');
        QStringList missing;
        for (const char *wanted : {"avx2", "fma", "f16c"}) {
            if (!flags.contains(wanted))
                missing.append(QString::fromLatin1(wanted).toUpper());
        }
        facts.missingInstructions = missing;
    }
}

// Those of which the kernel tells, when nvidia-smi does not: /sys/class/drm/card0, card1 …
QList<GraphicsCard> cardsFromKernel(const QString &root)
{
    QList<GraphicsCard> cards;
    const QDir devices(root + u"/sys/class/drm"_s);
    static const QRegularExpression card(u"^card[0-9]+$"_s);
    for (const QString &name : devices.entryList({u"card*"_s}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!card.match(name).hasMatch())
            continue;
        const QString device = devices.filePath(name + u"/device/"_s);
        const QByteArray vendor = contents(device + u"vendor"_s).trimmed();
        if (vendor == "0x1002") {
            const QString product =
                base::displayLine(QString::fromUtf8(contents(device + u"product_name"_s)).trimmed());
            const qint64 memory = contents(device + u"mem_info_vram_total"_s).trimmed().toLongLong();
            const auto use = memory > 0 ? GraphicsCard::Use::Ready : GraphicsCard::Use::NoDriver;
            cards.append({product.isEmpty() ? u"AMD"_s : product, memory, use});
        } else if (vendor == "0x10de") {
            cards.append({u"NVIDIA"_s, 0, GraphicsCard::Use::NoDriver});
        }
    }
    return cards;
}

// A machine sold with so much has a little less: firmware and graphics take their part first.
bool isAbout(qint64 have, qint64 asked)
{
    return have >= asked / 10 * 9;
}

Verdict judge(qint64 have, qint64 least, qint64 good)
{
    if (isAbout(have, good))
        return Verdict::Good;
    return isAbout(have, least) ? Verdict::Enough : Verdict::TooLittle;
}

} // namespace

qint64 freeBytes(const QString &folder)
{
    QString place = folder;
    while (!place.isEmpty() && !QFileInfo::exists(place)) {
        const QString above = QFileInfo(place).path();
        if (above == place)
            return -1;
        place = above;
    }
    const QStorageInfo volume(place);
    return volume.isValid() && !place.isEmpty() ? volume.bytesAvailable() : -1;
}

base::Machine SystemFacts::machine() const
{
    using Knowledge = base::Machine::Knowledge;
    qint64 largest = 0;
    for (const GraphicsCard &card : cards) {
        if (card.use == GraphicsCard::Use::Ready)
            largest = std::max(largest, card.memoryBytes);
    }
    return {.knowledge = memoryBytes > 0 ? Knowledge::Whole : Knowledge::None,
            .memoryBytes = memoryBytes,
            .availableBytes = availableBytes,
            .cardBytes = largest,
            .diskBytes = diskBytes};
}

QList<SystemFinding> systemFindings(const SystemFacts &facts)
{
    const auto processor = [&facts] {
        if (!facts.missingInstructions)
            return Verdict::Unknown;
        return facts.missingInstructions->isEmpty() ? Verdict::Good : Verdict::TooLittle;
    };
    // One is not asked for; one that is there should be used.
    const auto graphics = [&facts] {
        if (facts.cards.isEmpty())
            return Verdict::Enough;
        const bool isReady = std::ranges::any_of(
            facts.cards, [](const GraphicsCard &card) { return card.use == GraphicsCard::Use::Ready; });
        return isReady ? Verdict::Good : Verdict::TooLittle;
    };
    return {
        {Subject::Memory,
         facts.memoryBytes == 0 ? Verdict::Unknown : judge(facts.memoryBytes, leastMemory, goodMemory)},
        {Subject::Disk, facts.diskBytes < 0 ? Verdict::Unknown : judge(facts.diskBytes, leastDisk, goodDisk)},
        {Subject::Processor, processor()},
        {Subject::Graphics, graphics()}};
}

QList<GraphicsCard> cardsFromNvidiaSmi(const QByteArray &output)
{
    QList<GraphicsCard> cards;
    for (const QByteArray &line : output.split('\n')) {
        const qsizetype comma = line.lastIndexOf(',');
        bool isNumber = false;
        const qint64 mebibytes = line.mid(comma + 1).trimmed().toLongLong(&isNumber);
        if (comma > 0 && isNumber && mebibytes >= 0)
            cards.append({base::displayLine(QString::fromUtf8(line.first(comma)).trimmed()),
                          mebibytes * 1024 * 1024, GraphicsCard::Use::Ready});
    }
    return cards;
}

void refresh(SystemFacts &facts, const SystemSources &sources)
{
    const QByteArray meminfo = contents(sources.root + u"/proc/meminfo"_s);
    facts.memoryBytes = kilobytesAt(meminfo, "MemTotal:");
    facts.availableBytes = kilobytesAt(meminfo, "MemAvailable:");
    facts.modelsFolder = sources.modelsFolder;
    facts.diskBytes = freeBytes(sources.modelsFolder);
}

SystemCheck::SystemCheck(const SystemSources &sources, QObject *parent)
    : base::Operation(parent)
    , m_sources(sources)
    , m_smi(new QProcess)
{
    using namespace std::chrono_literals;
    refresh(m_facts, sources);
    readProcessor(contents(sources.root + u"/proc/cpuinfo"_s), m_facts);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(10s); // a driver that hangs
    connect(&m_deadline, &QTimer::timeout, this, &SystemCheck::end);
    connect(m_smi, &QProcess::finished, this, &SystemCheck::answered);
    connect(m_smi, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end();
    });
    QMetaObject::invokeMethod(this, &SystemCheck::askCards, Qt::QueuedConnection);
}

SystemCheck::~SystemCheck()
{
    stop();
}

void SystemCheck::askCards()
{
    if (isDone())
        return;
    m_deadline.start();
    m_smi->start(m_sources.nvidiaSmi,
                 {u"--query-gpu=name,memory.total"_s, u"--format=csv,noheader,nounits"_s});
}

void SystemCheck::answered()
{
    if (m_smi->exitStatus() == QProcess::NormalExit && m_smi->exitCode() == 0)
        m_facts.cards = cardsFromNvidiaSmi(m_smi->readAllStandardOutput());
    end();
}

void SystemCheck::end()
{
    const bool isAnswered = !m_facts.cards.isEmpty();
    for (const GraphicsCard &card : cardsFromKernel(m_sources.root)) {
        const bool isTold = isAnswered && card.name == "NVIDIA"_L1;
        if (!isTold)
            m_facts.cards.append(card);
    }
    stop();
    succeed([this] { Q_EMIT finished(m_facts); });
}

void SystemCheck::stop()
{
    m_deadline.stop();
    if (!m_smi)
        return;
    forgetProcess(m_smi);
    m_smi = nullptr;
}

} // namespace server
