#include "common/ErrorText.h"

#include "base/Text.h"
#include "common/ErrorWords.h"
#include "common/Format.h"

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

// The fact an error is about.
QString factOf(const base::Error &error)
{
    const QString line = base::displayLine(error.detail.section(u'\n', 0, 0));
    const QDateTime time = QDateTime::fromString(line, Qt::ISODate);
    return time.isValid() ? fullDayOf(time) : line;
}

// QString::arg() complains about a sentence that does not use all, and not every one does.
QString filled(const char *sentence, const QString &subject, const QString &server, const QString &fact)
{
    const QString pattern = QCoreApplication::translate("ui::ErrorText", sentence);
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QStringView two = QStringView(pattern).mid(i, 2);
        if (two == QLatin1String("%1") || two == QLatin1String("%2") || two == QLatin1String("%3")) {
            text += two.back() == u'1' ? subject : two.back() == u'2' ? server : fact;
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
    const bool subjectIsServer = doing == Doing::Connecting || doing == Doing::ListingModels ||
                                 doing == Doing::ReadingCatalogue || doing == Doing::Planning;
    const QString where = subjectIsServer ? name : base::displayLine(server);
    const QString fact = factOf(error);
    return {.what = filled(words.what != nullptr ? words.what : undone(doing), name, where, fact),
            .next = filled(words.next, name, where, fact),
            .details = base::displayText(error.detail)};
}

} // namespace ui
