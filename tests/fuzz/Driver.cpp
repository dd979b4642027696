// Drives a fuzz target: mutations of its corpus and of random Markdown, from a seed that is said. `--seconds
// N` (10), `--seed N` (1), or files to try again. An input that ends the program is in PROGRAM.input where it
// was started.
#include "fuzz/Driver.h"

#include "support/MarkdownCorpus.h"
#include "support/RandomMarkdown.h"
#include "support/SpecExamples.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace {

qsizetype place(QRandomGenerator &random, const QByteArray &text)
{
    return static_cast<qsizetype>(random.bounded(static_cast<quint32>(text.size() + 1)));
}

QByteArray mutated(QByteArray text, const QList<QByteArray> &texts, QRandomGenerator &random)
{
    for (quint32 i = random.bounded(1U, 6U); i > 0; --i) {
        const qsizetype at = place(random, text);
        const QByteArray &other =
            texts[static_cast<qsizetype>(random.bounded(static_cast<quint32>(texts.size())))];
        switch (random.bounded(7)) {
        case 0:
            text.remove(at, static_cast<qsizetype>(random.bounded(1U, 20U)));
            break;
        case 1:
            text.insert(at, static_cast<char>(random.bounded(256)));
            break;
        case 2:
            text.insert(at, other.mid(place(random, other), 60));
            break;
        case 3:
            text = text.left(at) + other.mid(place(random, other));
            break;
        case 4:
            text.insert(at, text.mid(place(random, text), static_cast<qsizetype>(random.bounded(1U, 40U)))
                                .repeated(static_cast<qsizetype>(random.bounded(1U, 30U))));
            break;
        case 5:
            if (at < text.size())
                text[at] = "\n>-*_`~|[]()#\\$ \t!<&:"[random.bounded(21)];
            break;
        default:
            text.insert(at, support::randomMarkdown(random).toUtf8());
        }
    }
    return text.left(20'000);
}

// Kept before it is tried: whatever ends the program, the input is there.
void keep(int file, const QByteArray &text)
{
    const auto size = static_cast<std::size_t>(text.size());
    if (pwrite(file, text.constData(), size, 0) != text.size() || ftruncate(file, text.size()) != 0)
        std::perror("fuzz input");
}

void tryOne(const QByteArray &text)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.constData()),
                           static_cast<std::size_t>(text.size()));
}

} // namespace

QList<QByteArray> markdownCorpus()
{
    QList<QByteArray> texts;
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown() + support::hostileMarkdown(600))
        texts.append(sample.source.toUtf8().left(20'000));
    for (const support::SpecExample &example : support::specExamples())
        texts.append(example.source.toUtf8());
    return texts;
}

int main(int argc, char **argv)
{
    LLVMFuzzerInitialize(&argc, &argv);
    qint64 seconds = 10;
    quint32 seed = 1;
    bool isReplay = false;
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument = argv[i];
        if (argument == "--seconds" && i + 1 < argc) {
            seconds = QByteArray(argv[++i]).toLongLong();
        } else if (argument == "--seed" && i + 1 < argc) {
            seed = QByteArray(argv[++i]).toUInt();
        } else {
            QFile file(QString::fromLocal8Bit(argument));
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "cannot read %s\n", argv[i]);
                return 2;
            }
            tryOne(file.readAll());
            isReplay = true;
        }
    }
    if (isReplay)
        return 0;
    const QByteArray name = QByteArray(argv[0]).split('/').last() + ".input";
    const int kept = open(name.constData(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    const QList<QByteArray> texts = corpus();
    QRandomGenerator random(seed);
    QElapsedTimer timer;
    timer.start();
    qint64 count = 0;
    qint64 longest = 0;
    for (; timer.elapsed() < seconds * 1000; ++count) {
        const QByteArray &from = texts[count % texts.size()];
        const QByteArray text = count < texts.size() ? from : mutated(from, texts, random);
        keep(kept, text);
        const qint64 before = timer.elapsed();
        tryOne(text);
        longest = std::max(longest, timer.elapsed() - before);
    }
    close(kept);
    std::printf("%lld inputs from seed %u in %lld s, none broke a promise; the longest took %lld ms\n",
                static_cast<long long>(count), seed, static_cast<long long>(timer.elapsed() / 1000),
                static_cast<long long>(longest));
    return 0;
}
