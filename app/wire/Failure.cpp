#include "wire/Failure.h"

#include "base/Text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>

namespace wire {
namespace {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

constexpr qsizetype maximumText = 4000;

struct Meaning
{
    const char *pattern;
    Kind kind;
};

// The first that matches counts: causes before the sentences that wrap them.
constexpr Meaning meanings[] = {
    {"no space left on device|not enough space on the disk", Kind::NoSpace},
    {"requires more (system |gpu )?memory|out[ -]of[ -]memory|cudaMalloc failed|failed to allocate memory"
     "|unable to load full model on GPU|memory layout cannot be allocated|signal: killed"
     "|model failed to load, this may be due to resource limitations",
     Kind::OutOfMemory},
    // In order: Ollama; llama-server; vLLM and OpenAI; vLLM's decoder; LM Studio, both;
    // text-generation-inference.
    {"exceeds (the |maximum )*context length|exceeds the available context size|maximum context length is"
     "|longer than the maximum model length|greater than the context length|loaded with context length of "
     "only"
     "|`inputs` must have less than|context_length_exceeded|exceed_context_size_error",
     Kind::ContextFull},
    {"timed out waiting for (llama runner|llama-server) to start", Kind::TimedOut},
    {"newer version of Ollama|not supported by your version|incompatible with your version"
     "|does not support|is not supported for this model|cannot run this remote model",
     Kind::Unsupported},
    {"(llama runner|llama-server) process has terminated|model runner has unexpectedly stopped"
     "|an error was encountered while running the model",
     Kind::ModelCrashed},
    {"unqualified name|invalid model name|model is required|name \".*\" is invalid", Kind::Invalid},
    {"model ['\"].*['\"] not found|model `.*` does not exist|pull model manifest: file does not "
     "exist|manifest unknown",
     Kind::ModelNotFound},
    {"server busy|server overloaded|maximum pending requests", Kind::Busy},
    {"pull model manifest:|max retries exceeded|digest mismatch|no Location header|dial tcp|no such host"
     "|i/o timeout|TLS handshake|x509:|access denied|realm host|context canceled",
     Kind::Registry},
};

Kind kindOf(int status, const QString &text)
{
    if (status == 401)
        return Kind::Unauthorized;
    if (status == 403)
        return Kind::Forbidden;
    static const auto patterns = [] {
        std::array<QRegularExpression, std::size(meanings)> result;
        std::ranges::transform(meanings, result.begin(), [](const Meaning &meaning) {
            return QRegularExpression(QLatin1StringView(meaning.pattern),
                                      QRegularExpression::CaseInsensitiveOption);
        });
        return result;
    }();
    for (size_t i = 0; i < patterns.size(); ++i) {
        if (patterns[i].match(text).hasMatch())
            return meanings[i].kind;
    }
    switch (status) {
    case 404:
    case 405:
        return Kind::NotFound;
    case 429:
    case 503:
        return Kind::Busy;
    case 501:
        return Kind::Unsupported;
    default:
        return Kind::Server;
    }
}

// A page from a proxy, as one line without its markup.
QString withoutMarkup(QString page)
{
    static const QRegularExpression hidden(u"<(script|style|head)\\b.*?</\\1\\s*>"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    return page.replace(hidden, u" "_s).replace(tag, u" "_s);
}

} // namespace

base::Error failureOf(int status, QStringView text)
{
    const QString words = base::displayText(text.first(std::min(text.size(), maximumText))).trimmed();
    const Kind kind = kindOf(status, words);
    if (words.startsWith(u'<'))
        return {kind, base::displayLine(QString::number(status) + u' ' + withoutMarkup(words))};
    return {kind, words.isEmpty() ? QString::number(status) : words};
}

} // namespace wire
