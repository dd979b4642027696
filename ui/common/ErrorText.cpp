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

// What did not come about, where the kind has no better words for it.
const char *undone(Doing doing)
{
    switch (doing) {
    case Doing::Connecting:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "There is no working connection to %1.");
    case Doing::Answering:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not answer.");
    case Doing::ListingModels:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The models on %1 could not be listed.");
    case Doing::ReadingDetails:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The details of %1 could not be read.");
    case Doing::Pulling:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be pulled.");
    case Doing::Removing:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be removed.");
    case Doing::Loading:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be loaded into memory.");
    case Doing::KeepingLoaded:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "How long %1 stays in memory could not be changed.");
    case Doing::Unloading:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be unloaded from memory.");
    case Doing::StartingEngine:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be started.");
    case Doing::KeepingHistory:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The conversations in %1 could not be read or saved.");
    case Doing::KeepingSettings:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The settings in %1 could not be read or saved.");
    case Doing::Planning:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 did not say what would be downloaded.");
    case Doing::Copying:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be copied.");
    case Doing::Renaming:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be renamed.");
    case Doing::Making:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be made.");
    case Doing::Importing:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be imported.");
    case Doing::Pushing:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be pushed.");
    case Doing::Updating:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "%1 was not updated, because its present state could not be kept.");
    case Doing::GoingBack:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be brought back.");
    case Doing::ReadingCatalogue:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The catalogue at %1 could not be read.");
    }
    return "";
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
