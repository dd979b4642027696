#include "JoinNotices.h"

#include "common/DesktopNotice.h"
#include "common/ErrorText.h"
#include "common/Format.h"

#include <QCoreApplication>
#include <QWidget>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::JoinNotices)
};

} // namespace

void joinNotices(Core &core, QWidget *window)
{
    library::Downloads &downloads = core.downloads();
    QObject::connect(&downloads, &library::Downloads::finished, window, [&, window](const QString &name) {
        const QModelIndex index = downloads.index(downloads.rowOf(name));
        const qint64 size = index.data(library::Downloads::TotalRole).toLongLong();
        notify(window, Words::tr("%1 is there").arg(name),
               size > 0 ? Words::tr("%1 were downloaded. It can be asked now.").arg(bytes(size))
                        : Words::tr("It can be asked now."));
    });
    QObject::connect(&downloads, &library::Downloads::failed, window,
                     [&core, window](const QString &name, const base::Error &error) {
                         const ErrorText words = errorText(error, Doing::Pulling, name, core.serverName());
                         notify(window, words.what, words.next);
                     });
    QObject::connect(&downloads, &library::Downloads::pushed, window, [window](const QString &name) {
        notify(window, Words::tr("%1 is pushed").arg(name), Words::tr("The registry has all of it."));
    });
    QObject::connect(&downloads, &library::Downloads::pushFailed, window,
                     [&core, window](const QString &name, const base::Error &error) {
                         const ErrorText words = errorText(error, Doing::Pushing, name, core.serverName());
                         notify(window, words.what, words.next);
                     });
}

} // namespace ui
