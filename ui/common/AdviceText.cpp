#include "common/AdviceText.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/AdviceWords.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/ServerWords.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLocale>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::StringLiterals;
using server::Advice;
using server::Finding;
using server::ProbeFacts;
using server::Rung;
using server::RungState;

constexpr qsizetype shownAddresses = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::AdviceText)
};

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::AdviceText", text);
}

// QString::arg() complains about a sentence that does not use all, and a value may hold a %1 of its own.
QString filled(const char *sentence, const std::array<QString, 3> &values)
{
    const QString pattern = translated(sentence);
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (number >= 1 && number <= 3) {
            text += values[static_cast<std::size_t>(number - 1)];
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

QString detailOf(const ProbeFacts &facts)
{
    return facts.error ? facts.error->detail : QString();
}

// %3 of the sentences.
QString topic(Advice advice, const ProbeFacts &facts)
{
    const base::Certificate certificate = facts.tls ? facts.tls->certificate : base::Certificate();
    switch (advice) {
    case Advice::UnknownIssuer:
        return certificate.issuer;
    case Advice::CertificateExpired:
        return fullDayOf(certificate.validUntil);
    case Advice::CertificateNotYetValid:
        return fullDayOf(certificate.validFrom);
    case Advice::CertificateWrongHost:
        return certificate.hostNames.join(", "_L1);
    case Advice::Redirected:
    case Advice::GatewayFailed:
        return detailOf(facts);
    case Advice::Exposed:
    case Advice::NeedsKey:
        return facts.exposedAt.isEmpty() ? base::hostAndPort(facts.url) : facts.exposedAt;
    case Advice::OldVersion:
    case Advice::UpdateAdvised:
        return base::displayLine(facts.info->version);
    case Advice::ModelMissing:
    case Advice::ModelNotServed:
        return base::displayLine(facts.wantedModel);
    case Advice::NeedsMemory:
    case Advice::ModelCrashed:
    case Advice::NoAnswer:
    case Advice::EmptyAnswer:
    case Advice::Slow:
        return base::displayLine(facts.answer.model);
    default:
        return base::displayLine(facts.proxy.isEmpty() ? facts.url.host() : facts.proxy);
    }
}

AdviceText failedText(const Finding &finding, const ProbeFacts &facts)
{
    const QString server = base::hostAndPort(facts.url);
    const Doing doing = finding.rung == Rung::Answer   ? Doing::Answering
                        : finding.rung == Rung::Models ? Doing::ListingModels
                                                       : Doing::Connecting;
    const QString subject = doing == Doing::Answering ? facts.answer.model : server;
    const ErrorText text = errorText(facts.error.value_or(base::Error{}), doing, subject, server);
    return {.what = text.what,
            .next = text.next,
            .command = finding.command,
            .ways = {},
            .details = text.details};
}

// Facts beside the sentences: fingerprints are shown apart, and the words of %3 are in the sentence.
QString detailsFor(const Finding &finding, const ProbeFacts &facts)
{
    switch (finding.advice) {
    case Advice::OldVersion:
    case Advice::UpdateAdvised: {
        QStringList lines;
        for (const server::Advisory &advisory : finding.advisories)
            lines.append(
                Words::tr("%1 (before version %2): %3")
                    .arg(advisory.id, advisory.fixedIn, translated(weaknessWords(advisory.weakness))));
        return lines.join(u'\n');
    }
    case Advice::TlsFailed:
    case Advice::ProxyFailed:
    case Advice::ProxyLogin:
    case Advice::NotHttp:
    case Advice::NeedsMemory:
    case Advice::ModelCrashed:
        return base::displayText(detailOf(facts));
    default:
        return {};
    }
}

QList<NamedCommand> namedWays(const Finding &finding)
{
    QList<NamedCommand> ways;
    for (const server::OtherWay &way : finding.ways)
        ways.append({keeperWords(way.keeper), way.command});
    return ways;
}

QString nameText(const ProbeFacts &facts)
{
    const QString host = facts.proxy.isEmpty() ? facts.url.host() : facts.proxy.section(u':', 0, -2);
    if (!QHostAddress(host).isNull())
        return Words::tr("%1 is an address").arg(host);
    return Words::tr("%1 resolves to %2")
        .arg(base::displayLine(host),
             facts.addresses.first(std::min(shownAddresses, facts.addresses.size())).join(", "_L1));
}

QString tlsText(const ProbeFacts &facts)
{
    if (facts.tls)
        return Words::tr("%1, certificate of %2, valid until %3")
            .arg(facts.tls->protocol, facts.tls->certificate.subject,
                 fullDayOf(facts.tls->certificate.validUntil));
    return base::isLoopback(facts.url) ? Words::tr("Not encrypted; nothing leaves this computer")
                                       : Words::tr("Not encrypted: others on the way can read along");
}

QString portText(const ProbeFacts &facts)
{
    const int port = facts.proxy.isEmpty() ? facts.url.port(facts.url.scheme() == "https"_L1 ? 443 : 80)
                                           : facts.proxy.section(u':', -1).toInt();
    return Words::tr("Something listens on port %1").arg(port);
}

QString passedText(Rung rung, const ProbeFacts &facts)
{
    switch (rung) {
    case Rung::Name:
        return nameText(facts);
    case Rung::Proxy:
        return facts.proxy.isEmpty() ? Words::tr("This address is reached directly")
                                     : Words::tr("By way of the proxy %1").arg(facts.proxy);
    case Rung::Port:
        return portText(facts);
    case Rung::Tls:
        return tlsText(facts);
    case Rung::Http:
        return Words::tr("It answers (status %1)").arg(facts.status);
    case Rung::Key:
        return facts.hasKey ? Words::tr("It is accepted") : Words::tr("None is asked for");
    case Rung::Kind:
        return serverWords({.version = {}, .kind = facts.info->kind});
    case Rung::Version:
        return facts.info->version.isEmpty() ? Words::tr("The server does not tell")
                                             : base::displayLine(facts.info->version);
    case Rung::Models:
        if (!facts.info->tellsModels)
            return Words::tr("The server does not tell");
        return Words::tr("%n model(s)", nullptr, static_cast<int>(facts.models.size()));
    case Rung::Answer:
        return Words::tr("%1 answered: “%2”").arg(base::displayLine(facts.answer.model), facts.answer.text);
    }
    Q_UNREACHABLE();
}

QStringList reportLines(const AdviceText &text, const ProbeFacts &facts, const Finding &finding)
{
    QStringList lines;
    QStringList parts{text.next, commandLines(text).join(u'\n'), text.details};
    if (finding.rung == Rung::Tls && facts.tls && !facts.tls->certificate.fingerprint.isEmpty()) {
        const QString fingerprint = base::fingerprintText(facts.tls->certificate.fingerprint);
        parts.insert(1, Words::tr("SHA-256 fingerprint: %1").arg(fingerprint));
    }
    for (const QString &part : std::as_const(parts)) {
        for (const QString &line : part.split(u'\n', Qt::SkipEmptyParts))
            lines.append("    "_L1 + line);
    }
    return lines;
}

} // namespace

AdviceText adviceText(const Finding &finding, const ProbeFacts &facts)
{
    const auto words = adviceWords();
    const auto found = std::ranges::find(words, finding.advice, &AdviceWords::advice);
    if (found == words.end()) // Failed: the error has words of its own
        return failedText(finding, facts);
    const std::array<QString, 3> values{base::displayLine(base::hostAndPort(facts.url)),
                                        base::displayLine(facts.proxy), topic(finding.advice, facts)};
    return {.what = filled(found->what, values),
            .next = filled(found->next, values),
            .command = finding.command,
            .ways = namedWays(finding),
            .details = detailsFor(finding, facts)};
}

QStringList commandLines(const AdviceText &text)
{
    if (text.ways.isEmpty())
        return text.command.split(u'\n', Qt::SkipEmptyParts);
    QStringList lines;
    for (const NamedCommand &way : text.ways)
        lines += QStringList(Words::tr("%1:").arg(way.name)) + way.command.split(u'\n', Qt::SkipEmptyParts);
    return lines;
}

QString rungName(Rung rung)
{
    switch (rung) {
    case Rung::Name:
        return Words::tr("Name");
    case Rung::Proxy:
        return Words::tr("Proxy");
    case Rung::Port:
        return Words::tr("Port");
    case Rung::Tls:
        return Words::tr("Certificate");
    case Rung::Http:
        return Words::tr("HTTP");
    case Rung::Key:
        return Words::tr("Key");
    case Rung::Kind:
        return Words::tr("Server");
    case Rung::Version:
        return Words::tr("Version");
    case Rung::Models:
        return Words::tr("Models");
    case Rung::Answer:
        return Words::tr("Answer");
    }
    Q_UNREACHABLE();
}

QString rungText(Rung rung, const ProbeFacts &facts)
{
    switch (facts.step(rung).state) {
    case RungState::NotChecked:
        return rung == Rung::Answer && !facts.failedRung() && !facts.isRunning
                   ? Words::tr("Not asked; Quick test asks the model")
                   : Words::tr("Not checked");
    case RungState::Checking:
        return rung == Rung::Answer && !facts.answer.model.isEmpty()
                   ? Words::tr("Asking %1…").arg(base::displayLine(facts.answer.model))
                   : Words::tr("Checking…");
    case RungState::Passed:
    case RungState::NotNeeded:
        return passedText(rung, facts);
    case RungState::Failed:
        break;
    }
    return {};
}

QString rungLine(Rung rung, const ProbeFacts &facts, const QString &failure)
{
    const server::Step &step = facts.step(rung);
    const QString text = failure.isEmpty() ? rungText(rung, facts) : failure;
    const bool isTimed = step.state == RungState::Passed || step.state == RungState::Failed;
    return isTimed ? Words::tr("%1: %2 (%3)").arg(rungName(rung), text, rungTime(step.time))
                   : Words::tr("%1: %2").arg(rungName(rung), text);
}

QString rungTime(std::chrono::milliseconds time)
{
    using namespace std::chrono_literals;
    return time < 1s ? Words::tr("%1 ms").arg(time.count()) : shortDuration(time);
}

QString checkReport(const ProbeFacts &facts, const QList<Finding> &findings, const QDateTime &time)
{
    QStringList lines{Words::tr("Inkstone %1, connection check of %2 at %3")
                          .arg(QStringLiteral(INKSTONE_VERSION), facts.url.toString(QUrl::RemoveUserInfo),
                               QLocale().toString(time, QLocale::ShortFormat))};
    for (std::size_t i = 0; i < server::rungCount; ++i) {
        const auto rung = static_cast<Rung>(i);
        QString failure;
        QStringList below;
        for (const Finding &finding : findings) {
            if (finding.rung != rung)
                continue;
            const AdviceText advice = adviceText(finding, facts);
            if (finding.severity == Finding::Severity::Failure)
                failure = advice.what;
            else
                below.append("    "_L1 + advice.what);
            below += reportLines(advice, facts, finding);
        }
        lines.append(rungLine(rung, facts, failure));
        lines += below;
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace ui
