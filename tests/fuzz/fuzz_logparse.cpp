// Any log: it is read the same however it is cut, and what is shown of it has no control characters.
#include "fuzz/Driver.h"
#include "logs/LogAnalyser.h"
#include "logs/ReportJson.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

QList<QByteArray> corpus()
{
    const QByteArray lines[] = {
        "time=2025-10-19T15:17:57.097+08:00 level=WARN source=server.go:540 msg=\"model request too "
        "large\"\n",
        "time=2026-02-02T12:29:02.735Z level=INFO source=x.go:1 msg=\"llama runner started in 29.96 "
        "seconds\"\n",
        "time=2026-02-02T12:29:02.735Z level=INFO msg=\"starting runner\" cmd=\"x --model /m/a --port 1\"\n",
        "time=2026-11-21T21:52:46.420Z level=INFO msg=\"Listening on 127.0.0.1:11434 (version 0.17.4)\"\n",
        "[GIN] 2026/01/21 - 01:46:34 | 404 |    2.961231ms |       127.0.0.1 | POST     \"/api/show\"\n",
        "2026-11-21T21:53:00+0000 host ollama[123]: CUDA error: out of memory\n",
        "\x1b[36mollama  |\x1b[0m 2026-11-21T21:53:00.123456789Z ggml: GGML_ASSERT\n",
        "dial tcp 1.2.3.4: http://ann:secret@proxy api_key=x Bearer y sk-aaaaaaaaaaaaaaaa prompt=\"z\"\n",
    };
    QList<QByteArray> logs;
    QByteArray all;
    for (const QByteArray &line : lines) {
        logs.append(line);
        all += line;
    }
    logs.append(all);
    return logs;
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    logs::LogAnalyser whole;
    whole.add(bytes);
    const logs::LogReport report = whole.finish();

    logs::LogAnalyser parts;
    for (std::size_t at = 0; at < size;) {
        const std::size_t part = 1 + static_cast<std::size_t>(data[at]) * 7;
        parts.add(bytes.substr(at, part));
        at += part;
    }
    const char *broken = nullptr;
    if (!(parts.finish() == report))
        broken = "a log that came in parts was read differently";
    for (const logs::Problem &problem : report.problems)
        for (const logs::LogSample &sample : problem.samples)
            if (std::ranges::any_of(
                    sample.text, [](QChar c) { return c != u'\t' && c.category() == QChar::Other_Control; }))
                broken = "a control character would be shown";
    if (logs::toJson(report).isEmpty())
        broken = "no JSON";
    if (broken) {
        std::fprintf(stderr, "%s\n", broken);
        std::abort();
    }
    return 0;
}
