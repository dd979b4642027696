// What this computer has for running models, as facts, and what that is worth: against what the deployment
// guides ask. The verdicts are pure; the facts are read from the system's own files and from nvidia-smi where
// it is. Made by ui/settings/SystemCheckView, and by the composition root for what fits.
#pragma once

#include "base/Machine.h"
#include "base/Operation.h"

#include <QList>
#include <QProcess>
#include <QTimer>

#include <optional>

namespace server {

struct GraphicsCard
{
    enum class Use {
        Ready,    // the engine can compute on it
        NoDriver, // it is there, its maker's driver is not
    };
    QString name;
    qint64 memoryBytes = 0; // 0 = not told
    Use use = Use::Ready;

    bool operator==(const GraphicsCard &) const = default;
};

struct SystemFacts
{
    qint64 memoryBytes = 0;    // 0 = not known
    qint64 availableBytes = 0; // of it, for a program that starts now; 0 = not known
    QString modelsFolder;
    qint64 diskBytes = -1; // free in the models' folder; -1 = not known
    int processors = 0;
    // What is missing of avx2, fma and f16c; absent = not such a processor, or not known.
    std::optional<QStringList> missingInstructions = std::nullopt;
    QList<GraphicsCard> cards = {};

    base::Machine machine() const;
    bool operator==(const SystemFacts &) const = default;
};

// What the guides ask: at least, and better.
inline constexpr qint64 leastMemory = 8'000'000'000;
inline constexpr qint64 goodMemory = 16'000'000'000;
inline constexpr qint64 leastDisk = 20'000'000'000;
inline constexpr qint64 goodDisk = 100'000'000'000;

struct SystemFinding
{
    enum class Subject { Memory, Disk, Processor, Graphics };
    enum class Verdict { Good, Enough, TooLittle, Unknown };
    Subject subject = Subject::Memory;
    Verdict verdict = Verdict::Unknown;

    bool operator==(const SystemFinding &) const = default;
};
QList<SystemFinding> systemFindings(const SystemFacts &facts);

// Free in the folder, or where it would be made; -1 = not known.
qint64 freeBytes(const QString &folder);

// Where the facts are read; tests have their own.
struct SystemSources
{
    QString root = QStringLiteral("/"); // of proc and sys
    QString nvidiaSmi = QStringLiteral("nvidia-smi");
    QString modelsFolder; // need not exist yet
};

// Reads again what changes while the program runs: free memory, and the disk of the models' folder.
void refresh(SystemFacts &facts, const SystemSources &sources);

class SystemCheck : public base::Operation
{
    Q_OBJECT
public:
    SystemCheck(const SystemSources &sources, QObject *parent);
    ~SystemCheck() override;

    // What is known already; nvidia-smi may take its time.
    const SystemFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void finished(const server::SystemFacts &facts);

protected:
    void stop() override;

private:
    void askCards();
    void answered();
    void end();

    SystemSources m_sources;
    SystemFacts m_facts;
    QProcess *m_smi; // outlives this where it hangs
    QTimer m_deadline;
};

// What `nvidia-smi --query-gpu=name,memory.total --format=csv,noheader,nounits` prints.
QList<GraphicsCard> cardsFromNvidiaSmi(const QByteArray &output);

} // namespace server
