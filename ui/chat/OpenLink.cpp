#include "chat/OpenLink.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OpenLink)
};

} // namespace

void openLink(QWidget *parent, const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https") &&
        scheme != QLatin1String("mailto"))
        return;
    auto *question = new QMessageBox(parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(Words::tr("Open link"));
    question->setText(scheme == QLatin1String("mailto") ? Words::tr("Write to this address?")
                                                        : Words::tr("Open this address in the browser?"));
    // Encoded: a host that only looks like another one shows as what it is.
    question->setInformativeText(
        base::displayLine(QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)), 500));
    QPushButton *open = question->addButton(Words::tr("Open"), QMessageBox::AcceptRole);
    question->addButton(Words::tr("Do not open"), QMessageBox::RejectRole);
    QObject::connect(open, &QPushButton::clicked, question, [url] { QDesktopServices::openUrl(url); });
    question->open();
}

} // namespace ui
