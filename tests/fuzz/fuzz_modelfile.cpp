// Any Modelfile: what is wrong has a line that exists, and what can be read can be written and read again as
// the same recipe.
#include "fuzz/Driver.h"
#include "library/Modelfile.h"

#include <cstdio>
#include <cstdlib>

QList<QByteArray> corpus()
{
    return {"FROM qwen3:8b\nPARAMETER stop \"<|im_end|>\"\nSYSTEM \"\"\"a\nb\"\"\"\n",
            "# c\nfrom a\nTEMPLATE \"{{ .Prompt }}\"\nMESSAGE user hi\nMESSAGE assistant \"\"\"\"\"\"\n",
            "FROM a\r\nLICENSE \"\"\"x\"\"\"\"\r\nADAPTER ./b\r\nREQUIRES 0.14.0\r\nRENDERER c\r\nPARSER d",
            "\xef\xbb\xbf"
            "FROM \" a \"\nSYSTEM \"\"\"\"\n\"\"\"\nPARAMETER temperature 0.7"};
}

int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto recipe = library::readModelfile(text);
    const char *broken = nullptr;
    if (!recipe) {
        const auto lines = text.count(u'\n') + text.count(u'\r') + 1;
        const bool hasLine = recipe.error().reason != library::ModelfileFault::Reason::NoBase;
        if (hasLine ? recipe.error().line < 1 || recipe.error().line > lines : recipe.error().line != 0)
            broken = "a fault without a line";
    } else {
        const auto again = library::readModelfile(library::writeModelfile(*recipe));
        if (!again || *again != *recipe)
            broken = "what was written says something else";
    }
    if (broken) {
        std::fprintf(stderr, "%s\n", broken);
        std::abort();
    }
    return 0;
}
