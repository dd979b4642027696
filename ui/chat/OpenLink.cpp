#include "chat/OpenLink.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

void openLink(QWidget *parent, const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https") &&
        scheme != QLatin1String("mailto"))
        return;
    const auto tr = [](const char *text) { return QCoreApplication::translate("OpenLink", text); };
    auto *question = new QMessageBox(parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Open link"));
    question->setText(scheme == QLatin1String("mailto") ? tr("Write to this address?")
                                                        : tr("Open this address in the browser?"));
    // Encoded: a host that only looks like another one shows as what it is.
    question->setInformativeText(
        base::displayLine(QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)), 500));
    QPushButton *open = question->addButton(tr("Open"), QMessageBox::AcceptRole);
    question->addButton(tr("Do not open"), QMessageBox::RejectRole);
    QObject::connect(open, &QPushButton::clicked, question, [url] { QDesktopServices::openUrl(url); });
    question->open();
}

} // namespace ui
