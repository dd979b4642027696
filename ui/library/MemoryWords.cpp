#include "library/MemoryWords.h"

#include "common/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMenu>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using backend::LoadedModel;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::MemoryView)
};

constexpr int neverExpiresFrom = 2300;
constexpr std::array<std::chrono::seconds, 4> times{5min, 30min, 1h, 24h};
constexpr std::chrono::seconds forEver{-1};

bool isSplit(const LoadedModel &loaded)
{
    return loaded.gpuMemoryBytes > 0 && loaded.gpuMemoryBytes < loaded.memoryBytes;
}

} // namespace

QString memoryWords(const LoadedModel &loaded)
{
    const QString takes = bytes(loaded.memoryBytes);
    if (isSplit(loaded))
        return Words::tr("%1, of it %2 on the GPU").arg(takes, bytes(loaded.gpuMemoryBytes));
    return loaded.gpuMemoryBytes > 0 ? Words::tr("%1, all on the GPU").arg(takes)
                                     : Words::tr("%1, on the processor").arg(takes);
}

QString unloadsIn(const LoadedModel &loaded)
{
    if (!loaded.expires.isValid())
        return {};
    const qint64 seconds = QDateTime::currentDateTime().secsTo(loaded.expires);
    return loaded.expires.date().year() >= neverExpiresFrom ? Words::tr("never")
           : seconds > 0                                    ? duration(std::chrono::seconds(seconds))
                                                            : Words::tr("as soon as it is done");
}

QString splitWords(const LoadedModel &loaded)
{
    if (!isSplit(loaded))
        return {};
    const double onProcessor =
        1 - static_cast<double>(loaded.gpuMemoryBytes) / static_cast<double>(loaded.memoryBytes);
    return Words::tr("%1 of it did not fit on the GPU. Every word waits for the part on the processor, which "
                     "makes it slow. A shorter context, a smaller quantization, or unloading other models "
                     "leaves it more room.")
        .arg(percent(onProcessor));
}

void showKeepTimes(QWidget *anchor, QWidget *window, library::Loader &loader, const QString &model)
{
    auto *menu = new QMenu(window);
    menu->setObjectName(u"keepTimes"_s);
    menu->setAccessibleName(Words::tr("Keep for…"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, std::chrono::seconds time) {
        menu->addAction(text, &loader, [&loader, model, time] { loader.keep(model, time); });
    };
    for (const std::chrono::seconds time : times)
        add(duration(time), time);
    add(Words::tr("Until the server ends"), forEver);
    menu->popup(anchor->mapToGlobal(anchor->rect().bottomLeft()));
}

} // namespace ui
