#include "library/ImportDrop.h"

#include "base/Text.h"
#include "common/Format.h"
#include "library/NamePopup.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>

namespace ui {

using namespace Qt::StringLiterals;
using library::GgufFault;

namespace {

QString shownFile(const QString &path)
{
    return base::displayLine(QFileInfo(path).fileName(), 80);
}

// The one file on this computer that is dragged; empty = something else.
QString fileIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

QString reasonOf(GgufFault fault)
{
    switch (fault) {
    case GgufFault::NotThere:
        return ImportDrop::tr("It is not there any more. Check where it is, and choose it again.");
    case GgufFault::NotAllowed:
        return ImportDrop::tr(
            "You are not allowed to read it. Change its permissions, then choose it again.");
    case GgufFault::NotAFile:
        return ImportDrop::tr("It is not an ordinary file. Choose a model’s file; its name ends in .gguf.");
    case GgufFault::Empty:
        return ImportDrop::tr("It is empty. The download may have failed: fetch it again.");
    case GgufFault::NotGguf:
        return ImportDrop::tr(
            "It does not begin as a GGUF file does. Choose a model in the GGUF format; others "
            "have to be converted first.");
    case GgufFault::Part:
        return ImportDrop::tr("It is one of several parts. Merge them into one file with llama-gguf-split "
                              "--merge, then choose that.");
    }
    return {};
}

} // namespace

ImportDrop::ImportDrop(library::InstalledModels &installed, library::Workshop &workshop, Ask ask,
                       QWidget *anchor)
    : QObject(anchor)
    , m_installed(installed)
    , m_workshop(workshop)
    , m_ask(std::move(ask))
    , m_anchor(anchor)
{
}

void ImportDrop::watch(QWidget *page)
{
    page->setAcceptDrops(true);
    page->installEventFilter(this);
}

void ImportDrop::choose()
{
    auto *dialog = new QFileDialog(m_anchor->window(), tr("Choose a model’s file"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Models (*.gguf)"), tr("All files (*)")});
    dialog->setDirectory(QDir::home());
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDrop::take);
    dialog->open();
}

void ImportDrop::take(const QString &path)
{
    Q_EMIT offered();
    const auto file = library::openGguf(path);
    if (file)
        askName(*file);
    else
        refuse(path, file.error());
}

bool ImportDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        return drag(static_cast<QDropEvent &>(*event));
    case QEvent::Drop: {
        auto &drop = static_cast<QDropEvent &>(*event);
        if (!drag(drop))
            return false;
        // Whoever drags waits until this returns; what follows may open a surface.
        const QString path = fileIn(*drop.mimeData());
        QMetaObject::invokeMethod(this, [this, path] { take(path); }, Qt::QueuedConnection);
        return true;
    }
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool ImportDrop::drag(QDropEvent &event) const
{
    // Where the server cannot take one, the button is hidden too.
    if (m_anchor->isHidden() || m_workshop.isBusy() || fileIn(*event.mimeData()).isEmpty())
        return false;
    event.setDropAction(Qt::CopyAction);
    event.accept();
    return true;
}

void ImportDrop::askName(const library::GgufFile &file)
{
    QStringList facts{tr("%1, %2. The server gets a copy; the file stays where it is.")
                          .arg(shownFile(file.path), bytes(file.sizeBytes))};
    if (file.isLink())
        facts.append(
            tr("It is a link to %1.").arg(base::displayLine(QDir::toNativeSeparators(file.target), 120)));
    if (!file.isComplete())
        facts.append(tr("Only %1 of it are on the disk: the download may not have ended.")
                         .arg(bytes(file.storedBytes)));
    auto *popup = new NamePopup(
        m_installed, {},
        {.title = tr("Import a model’s file"), .note = facts.join(u'\n'), .action = tr("Import")}, m_anchor);
    connect(popup, &NamePopup::chosen, this, [this, file](const QString &name) {
        m_ask(name, [this, name, file] { m_workshop.importFile(name, file); });
    });
    popup->openWith(library::modelNameFor(file.path), m_anchor);
}

void ImportDrop::refuse(const QString &path, GgufFault fault)
{
    auto *box = new QMessageBox(m_anchor->window());
    box->setObjectName(u"importRefused"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Import a model’s file"));
    box->setText(tr("%1 cannot be imported.").arg(shownFile(path)));
    box->setInformativeText(reasonOf(fault));
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

} // namespace ui
