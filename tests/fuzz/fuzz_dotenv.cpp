// Any .env file: every place that is named exists, what is taken over can be kept, and it can be written and
// read again.
#include "fuzz/Driver.h"
#include "settings/Environment.h"

#include <cstdio>
#include <cstdlib>

QList<QByteArray> corpus()
{
    return {"OLLAMA_HOST=localhost\nOLLAMA_PORT=11434\nOLLAMA_BASE_URL=http://localhost:11434/api\n",
            "export OLLAMA_TIMEOUT = \"90\" # why\nAI_TEMPERATURE='0.7'\nOLLAMA_KEEP_ALIVE=5m\n",
            "OLLAMA_AVAILABLE_MODELS=llama3.2,qwen3:8b\nOLLAMA_MODELS=/var/lib\nOLLAMA_API_KEY=x\n",
            "\xef\xbb\xbfLD_PRELOAD=/x\nA=\"b\\n\\\"c\\\\\"\n=\n\"\n'",
            QByteArray("\xff\xfe"
                       "A\0=\0b\0\n\0",
                       10)};
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto environment = settings::readEnvironment(bytes);
    if (!environment)
        return 0;
    const char *broken = nullptr;
    for (const auto &complaint : environment->complaints)
        if (complaint.line < 1 || complaint.column < 1)
            broken = "a complaint without a place";
    settings::Settings values;
    for (const auto &setting : environment->settings)
        if (!settings::field(setting.key).set(values, setting.value))
            broken = "a value that cannot be kept";
    const QString address =
        environment->address ? environment->address->value : QStringLiteral("http://127.0.0.1:11434");
    const auto again = settings::readEnvironment(
        settings::writeEnvironment(values, QUrl(address), std::chrono::seconds(90), environment->models));
    if (!again || !again->complaints.isEmpty())
        broken = "what was written cannot be read";
    if (broken) {
        std::fprintf(stderr, "%s\n", broken);
        std::abort();
    }
    return 0;
}
