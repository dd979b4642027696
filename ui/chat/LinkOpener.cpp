#include "chat/LinkOpener.h"

#include "base/Text.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QStringList>
#include <QUrlQuery>

namespace ui {

namespace {

constexpr qsizetype longestAddress = 500;

bool isMail(const QUrl &url)
{
    return url.scheme().compare(QLatin1String("mailto"), Qt::CaseInsensitive) == 0;
}

bool isWeb(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    return (scheme == QLatin1String("http") || scheme == QLatin1String("https")) && !url.host().isEmpty();
}

void leaveTo(const QUrl &url)
{
    QDesktopServices::openUrl(url);
}

// A host that only looks like another one shows as what it is: letters of other alphabets are encoded.
QString plainHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

// Mail programs have been made to attach files by what stands behind the address.
QUrl withoutAttachments(const QUrl &url)
{
    QUrlQuery query;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyEncoded)) {
        if (QStringList{QStringLiteral("subject"), QStringLiteral("body"), QStringLiteral("cc"),
                        QStringLiteral("bcc"), QStringLiteral("to")}
                .contains(name.toLower()))
            query.addQueryItem(name, value);
    }
    QUrl result = url;
    result.setQuery(query);
    return result;
}

// What the link says it is, where it says it is an address.
QString hostInText(const QString &text)
{
    const QString word = text.trimmed();
    if (word.isEmpty() || word.contains(u' ') || !word.contains(u'.'))
        return {};
    const QUrl said(word.contains(QStringLiteral("://")) ? word : QStringLiteral("https://") + word);
    return said.isValid() && said.host().contains(u'.') ? plainHost(said) : QString();
}

QString withoutWww(const QString &host)
{
    return host.startsWith(QStringLiteral("www.")) ? host.mid(4) : host;
}

} // namespace

LinkOpener::LinkOpener(QWidget *parent)
    : m_parent(parent)
{
}

void LinkOpener::open(const QUrl &url, const QString &text)
{
    if (!isWeb(url) && !isMail(url))
        return;
    // A name before the host is there to be taken for it; such a link is asked about every time.
    const bool isKnown = isWeb(url) && url.userInfo().isEmpty() && m_hosts.contains(plainHost(url));
    const QString said = hostInText(text);
    const bool isHonest = said.isEmpty() || withoutWww(said) == withoutWww(plainHost(url));
    if (isKnown && isHonest)
        leaveTo(url);
    else
        ask(isMail(url) ? withoutAttachments(url) : url, text);
}

void LinkOpener::ask(const QUrl &url, const QString &text)
{
    auto *question = new QMessageBox(m_parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("openLink"));
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Open link"));
    const QString host = plainHost(url);
    question->setText(isMail(url) ? tr("Write to %1?").arg(base::displayLine(url.path(QUrl::FullyEncoded)))
                                  : tr("Open %1 in the browser?").arg(base::displayLine(host)));
    QStringList lines{
        base::displayLine(QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)), longestAddress)};
    const QString shownHost = base::displayLine(QUrl::fromAce(host.toLatin1(), QUrl::IgnoreIDNWhitelist));
    if (isWeb(url) && shownHost.toLower() != host)
        lines.append(
            tr("The name reads %1: letters of another alphabet can look like those of a name you know.")
                .arg(shownHost));
    if (isWeb(url) && !url.userInfo().isEmpty())
        lines.append(tr("What stands before the @ is a user name, not where the link leads."));
    const QString said = hostInText(text);
    if (isWeb(url) && !said.isEmpty() && withoutWww(said) != withoutWww(host))
        lines.append(tr("The text of the link says %1.").arg(base::displayLine(said)));
    question->setInformativeText(lines.join(QStringLiteral("\n\n")));
    QPushButton *open = question->addButton(tr("Open"), QMessageBox::AcceptRole);
    QPushButton *copy = question->addButton(tr("Copy address"), QMessageBox::ActionRole);
    QPushButton *cancel = question->addButton(tr("Do not open"), QMessageBox::RejectRole);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(open, &QPushButton::clicked, this, [this, url, host] {
        if (isWeb(url))
            m_hosts.insert(host);
        leaveTo(url);
    });
    connect(copy, &QPushButton::clicked, this, [url] {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)));
    });
    question->open();
}

} // namespace ui
