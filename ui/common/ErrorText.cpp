#include "common/ErrorText.h"

#include "base/Text.h"
#include "common/ErrorWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

const ErrorWords &wordsFor(base::Error::Kind kind, Doing doing)
{
    const auto words = errorWords();
    const auto found = std::ranges::find_if(
        words, [&](const ErrorWords &row) { return row.kind == kind && row.doing.value_or(doing) == doing; });
    Q_ASSERT(found != words.end()); // every kind has a row for all
    return *found;
}

// QString::arg() complains about a sentence that does not use both, and not every one does.
QString filled(const char *sentence, const QString &subject, const QString &server)
{
    const QString pattern = QCoreApplication::translate("ui::ErrorText", sentence);
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QStringView two = QStringView(pattern).mid(i, 2);
        if (two == QLatin1String("%1") || two == QLatin1String("%2")) {
            text += two.back() == u'1' ? subject : server;
            ++i;
        } else {
            text += pattern.at(i);
        }
    }
    return text;
}

} // namespace

ErrorText errorText(const base::Error &error, Doing doing, const QString &subject, const QString &server)
{
    const ErrorWords &words = wordsFor(error.kind, doing);
    const QString name = base::displayLine(subject);
    // While connecting, what is talked about is the address that is tried, not the one in use.
    const bool subjectIsServer = doing == Doing::Connecting || doing == Doing::ListingModels;
    const QString where = subjectIsServer ? name : base::displayLine(server);
    return {.what = filled(words.what != nullptr ? words.what : undone(doing), name, where),
            .next = filled(words.next, name, where),
            .details = base::displayText(error.detail)};
}

} // namespace ui
