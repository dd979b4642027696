// The Models page with 1,000 installed models: until it is open with all of them, and until each letter of a
// filter is on the screen, with the details of all models there and without. Usage: models. Prints
// milliseconds of the clock.
#include "benchmarks/Desk.h"
#include "library/ModelsPage.h"
#include "support/FakeBackend.h"

#include <QLineEdit>
#include <QTableView>

namespace {

constexpr int count = 1000;

QList<backend::ModelInfo> manyModels()
{
    QList<backend::ModelInfo> models;
    const QStringList families{QStringLiteral("qwen3"), QStringLiteral("llama3.2"), QStringLiteral("gemma3"),
                               QStringLiteral("hf.co/owner/model")};
    for (int i = 0; i < count; ++i) {
        backend::ModelInfo model;
        model.name = QStringLiteral("%1:%2b").arg(families.at(i % families.size())).arg(i);
        model.sizeBytes = 1'000'000'000LL + i * 7'000'000LL;
        model.digest = QStringLiteral("%1").arg(i, 64, 16, QLatin1Char('0'));
        model.family = families.at(i % families.size());
        model.parameterSize = QStringLiteral("7.6B");
        model.quantization = QStringLiteral("Q4_K_M");
        model.modified = QDateTime::currentDateTime().addSecs(-60LL * i);
        models.append(model);
    }
    return models;
}

// Each letter typed, then each taken away again.
QJsonArray typed(QLineEdit &field, const QTableView &table)
{
    QJsonArray times;
    const QString word = QStringLiteral("gemma3:99");
    for (int letters = 1; letters <= word.size(); ++letters)
        times.append(bench::shown([&] { field.setText(word.first(letters)); }));
    if (table.model()->rowCount() >= count || table.model()->rowCount() == 0)
        qFatal("the filter found nothing, or everything");
    for (auto letters = word.size() - 1; letters >= 0; --letters)
        times.append(bench::shown([&] { field.setText(word.first(letters)); }));
    if (table.model()->rowCount() != count)
        qFatal("not all came back");
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    ui::Appearance appearance;
    appearance.apply({});
    support::FakeBackend backend;
    backend.installed = manyModels();
    backend.loaded = QList<backend::LoadedModel>{};
    backend::ModelDetails details;
    details.contextLength = 40'960;
    backend.modelDetails = details;
    library::InstalledModels installed(backend);
    library::Downloads downloads(backend);
    library::CatalogueStore catalogues;
    library::Fitter fitter;
    library::Loader loader(backend, installed);

    QElapsedTimer time;
    time.start();
    ui::ModelsPage page(installed, downloads, catalogues, fitter, loader, backend);
    page.resize(1208, 840);
    page.show();
    auto &table = *page.findChild<QTableView *>(QStringLiteral("installedModels"));
    bench::until([&table] { return table.model()->rowCount() == count; });
    QCoreApplication::processEvents(); // the paint
    QGuiApplication::sync();
    const double open = static_cast<double>(time.nsecsElapsed()) / 1e6;

    auto &field = *page.findChild<QLineEdit *>(QStringLiteral("modelFilter"));
    QJsonArray filter = typed(field, table);
    // Whatever was asked for has come.
    qsizetype asked = -1;
    while (asked != backend.detailed.size()) {
        asked = backend.detailed.size();
        bench::rest();
    }
    for (const QJsonValue &value : typed(field, table))
        filter.append(value);
    bench::print({{QStringLiteral("open"), open}, {QStringLiteral("filter"), filter}});
    return 0;
}
