// The downloads page while five pulls send 1,000 frames a second each: what of a core the program takes, how
// often it paints, and how often rows are measured or built anew. Usage: pulls. Prints shares and counts.
#include "benchmarks/Desk.h"
#include "library/ModelsPage.h"
#include "support/FakeBackend.h"

#include <QListView>

namespace {

constexpr int pullCount = 5;
constexpr qint64 framesASecond = 1000;
constexpr double secondsMeasured = 10;
constexpr qint64 total = 10'000'000'000;

// Counts what the list is told to do.
class Watch : public QObject
{
public:
    explicit Watch(QListView &list)
        : m_viewport(list.viewport())
    {
        m_viewport->installEventFilter(this);
        connect(list.model(), &QAbstractItemModel::layoutChanged, this, [this] { ++built; });
        connect(list.itemDelegate(), &QAbstractItemDelegate::sizeHintChanged, this, [this] { ++built; });
    }

    int paints = 0;
    int built = 0;

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_viewport && event->type() == QEvent::Paint)
            ++paints;
        return QObject::eventFilter(watched, event);
    }

    QObject *m_viewport;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    ui::Appearance appearance;
    appearance.apply({});
    support::FakeBackend backend;
    backend.installed = QList<backend::ModelInfo>{};
    backend.loaded = QList<backend::LoadedModel>{};
    library::InstalledModels installed(backend);
    library::Downloads downloads(backend);
    library::CatalogueStore catalogues;
    library::Fitter fitter;
    library::Loader loader(backend, installed);
    ui::ModelsPage page(installed, downloads, catalogues, fitter, loader, backend);
    page.resize(1208, 840);
    page.showTab(ui::ModelsPage::Tab::Downloads);
    page.show();
    downloads.setAtOnce(pullCount);
    QList<support::FakePull *> pulls;
    for (int i = 0; i < pullCount; ++i) {
        // Of the catalogue, which shows them too.
        if (!downloads.pull(catalogues.catalogue().entries().at(i).name, total))
            qFatal("a name was refused");
        pulls.append(backend.lastPull());
    }

    QElapsedTimer time;
    qint64 frames = 0;
    const QString digest = QStringLiteral("sha256:") + QString(64, QLatin1Char('a'));
    QTimer driver;
    driver.setTimerType(Qt::PreciseTimer);
    QObject::connect(&driver, &QTimer::timeout, &page, [&] {
        // As many as are due, so that a busy computer gets them all.
        for (const qint64 due = time.elapsed() * framesASecond / 1000; frames < due; ++frames) {
            for (support::FakePull *pull : std::as_const(pulls))
                pull->progress({QStringLiteral("pulling"), digest, total, frames * 50'000});
        }
    });
    time.start();
    driver.start(1);
    bench::rest(std::chrono::seconds(2)); // the first frames lay the rows out
    const Watch watch(*page.findChild<QListView *>(QStringLiteral("downloads")));
    const double memory = bench::heldMegabytes();
    const double cpu = bench::cpuSeconds();
    const qint64 before = time.elapsed();
    bench::rest(std::chrono::milliseconds(static_cast<int>(secondsMeasured * 1000)));
    const double passed = static_cast<double>(time.elapsed() - before) / 1000;
    if (downloads.index(0).data(library::Downloads::CompletedRole).toLongLong() < 10 * framesASecond * 50'000)
        qFatal("the frames did not arrive");
    bench::print({{QStringLiteral("cpu"), (bench::cpuSeconds() - cpu) / passed * 100},
                  {QStringLiteral("paints"), watch.paints / passed},
                  {QStringLiteral("built"), watch.built},
                  {QStringLiteral("memory"), bench::heldMegabytes() - memory}});
    return 0;
}
