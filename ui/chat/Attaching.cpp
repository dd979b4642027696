#include "chat/Attaching.h"

#include "base/Text.h"
#include "chat/QuotedFile.h"
#include "common/Format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using chat::Attachment;

namespace {

// As other programs hand images over, the best first.
const QStringList imageTypes{u"image/png"_s, u"image/jpeg"_s, u"image/webp"_s, u"image/gif"_s,
                             u"image/bmp"_s};
// UTF-16 has two bytes where UTF-8 has one.
constexpr qint64 largestTextFile = 2 * chat::largestText;

QStringList filesIn(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

QString imageTypeIn(const QMimeData &data)
{
    const auto type =
        std::ranges::find_if(imageTypes, [&data](const QString &one) { return data.hasFormat(one); });
    return type == imageTypes.cend() ? QString() : *type;
}

QString shownName(const QString &path)
{
    return base::displayLine(QFileInfo(path).fileName(), 120);
}

} // namespace

struct Attaching::File
{
    QString name;
    QByteArray content; // of an image as it is, of text in UTF-8
    bool isPicture = false;
    QString refusal; // empty = there is none
};

Attaching::Attaching(chat::Sessions &sessions, Pictures &pictures, QWidget *window)
    : QObject(window)
    , m_sessions(sessions)
    , m_pictures(pictures)
    , m_window(window)
{
}

void Attaching::choose()
{
    auto *dialog = new QFileDialog(m_window->window(), tr("Attach images and files"));
    dialog->setObjectName(u"attachDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setDirectory(QDir::home());
    connect(dialog, &QFileDialog::filesSelected, this, &Attaching::takeFiles);
    dialog->open();
}

bool Attaching::hasAttachable(const QMimeData &data)
{
    return !filesIn(data).isEmpty() || (!data.hasText() && !imageTypeIn(data).isEmpty());
}

// What has text as well is text: office programs add a picture of what was copied.
void Attaching::take(const QMimeData &data)
{
    const QStringList files = filesIn(data);
    if (!files.isEmpty())
        return takeFiles(files);
    const QString type = imageTypeIn(data);
    if (type.isEmpty() || !m_sessions.current())
        return;
    Q_EMIT begun();
    const chat::Id conversation = m_sessions.current()->conversation().id;
    begin(conversation);
    takePicture(conversation, {}, data.data(type));
}

void Attaching::takeFiles(const QStringList &paths)
{
    if (!m_sessions.current())
        return;
    Q_EMIT begun();
    // More are not read at all.
    const auto room = chat::mostAttachments - m_sessions.current()->draftAttachments().size();
    const chat::Id conversation = m_sessions.current()->conversation().id;
    for (const QString &path : paths.first(std::clamp<qsizetype>(room, 0, paths.size()))) {
        begin(conversation);
        QThreadPool::globalInstance()->start([self = QPointer(this), path, conversation] {
            const File file = read(path);
            QMetaObject::invokeMethod(
                qApp,
                [self, conversation, file] {
                    if (self)
                        self->takeFile(conversation, file);
                },
                Qt::QueuedConnection);
        });
    }
    if (paths.size() > room)
        refuseMore();
}

void Attaching::refuseMore()
{
    Q_EMIT refused(tr("At most %n images and files go with one question. The others were left out.", nullptr,
                      static_cast<int>(chat::mostAttachments)));
}

// Not on the window's thread: a disk may sleep, and a server may be away.
Attaching::File Attaching::read(const QString &path)
{
    File file{shownName(path), {}, false, {}};
    const auto refuse = [&file](const QString &sentence) {
        file.refusal = sentence;
        return file;
    };
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(tr("%1 is not there any more.").arg(file.name));
    // A pipe or a device would be read for ever.
    if (!info.isFile())
        return refuse(
            tr("%1 is no file. Folders cannot be attached; choose the files in it.").arg(file.name));
    QFile device(path);
    if (!device.open(QFile::ReadOnly))
        return refuse(tr("%1 could not be read: %2").arg(file.name, device.errorString()));
    file.isPicture = !pictureFormat(device.peek(16)).isEmpty();
    const qint64 most = file.isPicture ? largestPictureFile : largestTextFile;
    file.content = device.read(most + 1);
    if (device.error() != QFile::NoError)
        return refuse(tr("%1 could not be read: %2").arg(file.name, device.errorString()));
    const bool isTooLarge = file.content.size() > most;
    if (isTooLarge && file.isPicture)
        return refuse(tr("%1 is too large: images may have up to %2.").arg(file.name, bytes(most)));
    if (file.isPicture)
        return file;
    // Of a text that is too long, the beginning shows that it is one; cut anywhere, it may end in half a
    // sign.
    const auto text = isTooLarge ? std::nullopt : chat::textOfFile(file.content);
    if (isTooLarge || (text && text->size() > chat::largestText))
        return refuse(tr("%1 is too large: files of text may have up to %2. Attach the part that matters.")
                          .arg(file.name, bytes(chat::largestText)));
    if (!text)
        return refuse(tr("%1 is neither an image (PNG, JPEG, GIF, BMP, WebP) nor text (UTF-8, UTF-16, "
                         "GB18030).")
                          .arg(file.name));
    file.content = *text;
    return file;
}

void Attaching::takeFile(chat::Id conversation, const File &file)
{
    if (file.refusal.isEmpty() && file.isPicture)
        return takePicture(conversation, file.name, file.content);
    if (!file.refusal.isEmpty())
        Q_EMIT refused(file.refusal);
    else
        attach(conversation, {.kind = Attachment::Kind::Text, .name = file.name}, file.content);
    end(conversation);
}

// Its session is there when it was read, wherever the person has gone meanwhile.
void Attaching::begin(chat::Id conversation)
{
    m_sessions.keep(conversation);
    ++m_reading[conversation];
}

void Attaching::end(chat::Id conversation)
{
    m_sessions.release(conversation);
    if (--m_reading[conversation] > 0)
        return;
    m_reading.remove(conversation);
    Q_EMIT ended(conversation);
}

void Attaching::takePicture(chat::Id conversation, const QString &name, const QByteArray &file)
{
    const QString called = name.isEmpty() ? tr("The image") : name;
    if (file.size() > largestPictureFile) {
        Q_EMIT refused(
            tr("%1 is too large: images may have up to %2.").arg(called, bytes(largestPictureFile)));
        return end(conversation);
    }
    m_pictures.prepare(this, file, [=, this](const std::expected<PreparedPicture, PictureFault> &picture) {
        if (picture)
            attach(conversation, {.kind = Attachment::Kind::Image, .name = name, .pixels = picture->pixels},
                   picture->file);
        else
            Q_EMIT refused(faultText(picture.error(), called));
        end(conversation);
    });
}

QString Attaching::faultText(PictureFault fault, const QString &called)
{
    switch (fault) {
    case PictureFault::NoImage:
        return tr("%1 is in a form of image that cannot be read here. Save it as PNG or JPEG, and "
                  "attach that.")
            .arg(called);
    case PictureFault::TooMany:
        return tr("%1 has more than %2 million pixels. Make it smaller, and attach that.")
            .arg(called, number(mostPixels / 1'000'000));
    case PictureFault::Damaged:
        return tr("%1 could not be read as an image: it is damaged.").arg(called);
    case PictureFault::NotRead:
        return tr("%1 could not be read: its reader failed. If that happens with every image, start "
                  "Inkstone again.")
            .arg(called);
    }
    return {};
}

void Attaching::attach(chat::Id conversation, Attachment attachment, const QByteArray &content)
{
    chat::ChatSession *session = m_sessions.find(conversation);
    if (!session)
        return; // deleted
    attachment.id = chat::newAttachmentId();
    attachment.bytes = content.size();
    if (session->attach(attachment, content))
        Q_EMIT attached(conversation, attachment);
    else
        refuseMore();
}

} // namespace ui
