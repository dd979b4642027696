#include "settings/ExchangeWords.h"

#include "common/Format.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ExchangePanel)
};

QString leftOutText(exchange::LeftOut what, int count)
{
    switch (what) {
    case exchange::LeftOut::Attachments:
        return Words::tr("%n image(s) and file(s): the text alone comes in", nullptr, count);
    case exchange::LeftOut::Tools:
        return Words::tr("%n message(s) to and from tools", nullptr, count);
    case exchange::LeftOut::Unreadable:
        return Words::tr("%n message(s) of a kind that is not known", nullptr, count);
    case exchange::LeftOut::TooLong:
        return Words::tr("%n message(s) that are too long", nullptr, count);
    case exchange::LeftOut::Empty:
        return Words::tr("%n conversation(s) without a message", nullptr, count);
    case exchange::LeftOut::Damaged:
        return Words::tr("%n entry(s) that are no conversation", nullptr, count);
    case exchange::LeftOut::Repeated:
        return Words::tr("%n conversation(s) that are in the file more than once", nullptr, count);
    }
    return {};
}

} // namespace

QString conversationsText(qsizetype count)
{
    return Words::tr("%n conversation(s)", nullptr, static_cast<int>(count));
}

QString messagesText(qsizetype count)
{
    return Words::tr("%n message(s)", nullptr, static_cast<int>(count));
}

QString sourceText(exchange::Source source)
{
    switch (source) {
    case exchange::Source::Inkstone:
        return Words::tr("Inkstone");
    case exchange::Source::ChatGpt:
        return Words::tr("ChatGPT");
    case exchange::Source::OpenWebUi:
        return Words::tr("Open WebUI");
    case exchange::Source::OllamaApp:
        return Words::tr("Ollama’s app");
    }
    return {};
}

QString copyText(const chat::ConversationStore::Copy &copy)
{
    using Kind = chat::ConversationStore::Copy::Kind;
    const QString made = Words::tr("%1, %2").arg(fullDayOf(copy.made), timeOf(copy.made));
    switch (copy.kind) {
    case Kind::OfDay:
        return Words::tr("%1 · %2").arg(made, bytes(copy.bytes));
    case Kind::BeforeMigration:
        return Words::tr("%1 · %2 · before an update of Inkstone").arg(made, bytes(copy.bytes));
    case Kind::SetAside:
        return Words::tr("%1 · %2 · a damaged file that was set aside").arg(made, bytes(copy.bytes));
    }
    return {};
}

QString importQuestion(const exchange::Preview &preview)
{
    const QString source = sourceText(preview.source);
    if (preview.conversations == 0) {
        return Words::tr("Complete %1 here with %2 from %3?")
            .arg(conversationsText(preview.incomplete), messagesText(preview.restMessages), source);
    }
    return Words::tr("Import %1 with %2 from %3?")
        .arg(conversationsText(preview.conversations), messagesText(preview.messages), source);
}

QString importedText(const exchange::Preview &preview)
{
    if (preview.conversations == 0) {
        return Words::tr("%1 came in and completed %2.")
            .arg(messagesText(preview.restMessages), conversationsText(preview.incomplete));
    }
    const QString came = Words::tr("%1 with %2 came in. They are in the list of conversations.")
                             .arg(conversationsText(preview.conversations), messagesText(preview.messages));
    if (preview.restMessages == 0)
        return came;
    return Words::tr("%1 %2 completed %3.")
        .arg(came, messagesText(preview.restMessages), conversationsText(preview.incomplete));
}

QStringList previewFacts(const exchange::Preview &preview)
{
    QStringList facts;
    if (preview.from.isValid() && preview.to.isValid())
        facts.append(Words::tr("From %1 to %2").arg(fullDayOf(preview.from), fullDayOf(preview.to)));
    if (preview.conversations > 0 && preview.restMessages > 0) {
        facts.append(Words::tr("Here already, and completed with %2: %1")
                         .arg(conversationsText(preview.incomplete), messagesText(preview.restMessages)));
    }
    if (const qsizetype complete = preview.there - preview.incomplete; complete > 0)
        facts.append(Words::tr("Here already, and left as they are: %1").arg(conversationsText(complete)));
    for (const auto [what, count] : preview.leftOut.asKeyValueRange())
        facts.append(Words::tr("Left out: %1").arg(leftOutText(what, count)));
    // Not all of them have a name, or room.
    if (const QStringList &files = preview.files; !files.isEmpty())
        facts.append(Words::tr("Among what is left out: %1").arg(QLocale().createSeparatedList(files)));
    return facts;
}

} // namespace ui
