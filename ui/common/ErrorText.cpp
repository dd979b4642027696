#include "common/ErrorText.h"

#include "base/Busy.h"
#include "base/Text.h"
#include "common/ErrorWords.h"
#include "common/Format.h"
#include "library/RetryPolicy.h"

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
    case Doing::Continuing:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The answer of %1 could not go on.");
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
    case Doing::TakingOver:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be imported.");
    case Doing::Pushing:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be pushed.");
    case Doing::Updating:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "%1 was not updated, because its present state could not be kept.");
    case Doing::GoingBack:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be brought back.");
    case Doing::Exporting:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be written.");
    case Doing::ExportingEach:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "Not every conversation could be written to %1.");
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

// Of a registry that a server pulls from or pushes to: what a person does next depends on why.
struct RegistryWords
{
    library::RegistryFault fault;
    Doing doing;
    const char *what;
    const char *next;
};

constexpr const char *noTrust =
    QT_TRANSLATE_NOOP("ui::ErrorText", "The server does not trust the certificate of the registry of %1.");
constexpr const char *trustNext = QT_TRANSLATE_NOOP(
    "ui::ErrorText",
    "Something on its way may be reading along, as company proxies and antivirus programs do. On "
    "the machine of the server, add their CA to those the system trusts, then try again.");
constexpr const char *noRegistry =
    QT_TRANSLATE_NOOP("ui::ErrorText", "What answers in place of the registry of %1 is none.");
constexpr const char *noRegistryNext = QT_TRANSLATE_NOOP(
    "ui::ErrorText", "Check the host in the name, and whether a proxy or a login page answers in its place.");

constexpr RegistryWords registryWords[] = {
    {library::RegistryFault::Refused, Doing::Pulling,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The registry of %1 does not let the server have it."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "It may be private, or its terms have to be accepted there first. Add the public key of the "
         "server (id_ed25519.pub) to your account there, then pull again.")},
    {library::RegistryFault::Refused, Doing::Pushing,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The registry of %1 does not let the server write there."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Add the public key of the server (id_ed25519.pub) to your account there, and "
                       "check that the name is one you may write to.")},
    {library::RegistryFault::Certificate, Doing::Pulling, noTrust, trustNext},
    {library::RegistryFault::Certificate, Doing::Pushing, noTrust, trustNext},
    {library::RegistryFault::Stranger, Doing::Pulling, noRegistry, noRegistryNext},
    {library::RegistryFault::Stranger, Doing::Pushing, noRegistry, noRegistryNext},
};

ErrorWords sentencesFor(const base::Error &error, Doing doing)
{
    const ErrorWords &words = wordsFor(error.kind, doing);
    if (error.kind != base::Error::Kind::Registry)
        return words;
    const library::RegistryFault fault = library::registryFaultOf(error);
    const auto row = std::ranges::find_if(
        registryWords, [&](const RegistryWords &one) { return one.fault == fault && one.doing == doing; });
    return row == std::end(registryWords) ? words : ErrorWords{error.kind, doing, row->what, row->next};
}

} // namespace

ErrorText errorText(const base::Error &error, Doing doing, const QString &subject, const QString &server)
{
    const ErrorWords words = sentencesFor(error, doing);
    const QString name = base::displayLine(subject);
    // While connecting, what is talked about is the address that is tried, not the one in use.
    const bool subjectIsServer = doing == Doing::Connecting || doing == Doing::ListingModels ||
                                 doing == Doing::ReadingCatalogue || doing == Doing::Planning;
    const QString where = subjectIsServer ? name : base::displayLine(server);
    const QString fact = factOf(error);
    return {.what = filled(words.what != nullptr ? words.what : undone(doing), name, where, fact),
            .next = filled(words.next, name, where, fact),
            .details =
                base::displayText(base::askAgainAt(error) ? error.detail.section(u'\n', 1) : error.detail)};
}

} // namespace ui
