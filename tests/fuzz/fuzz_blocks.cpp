// Any text: its blocks keep their rules, and streamed in parts it becomes the same ones.
#include "fuzz/Driver.h"
#include "support/RandomMarkdown.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

QList<QByteArray> corpus()
{
    return markdownCorpus();
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Its own bytes say where it is cut, so that an input alone tells what happened.
    const QString source =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QList<qsizetype> cuts;
    const qsizetype least = source.size() / 60;
    for (qsizetype at = 0; at < source.size();) {
        at += least + 1 + source[at].unicode() % 7;
        cuts.append(std::min(at, source.size()));
    }
    const QString broken = support::brokenStream(source, cuts);
    if (!broken.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(broken));
        std::abort();
    }
    return 0;
}
