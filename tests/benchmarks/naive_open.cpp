// Baselines of opening a long conversation from the same database: all of it in one QTextBrowser (with the
// layout off while it is filled, its fastest way), or a QLabel for each message. Usage: naive_open DATABASE
// browser|labels; prints the milliseconds to the painted last page.
#include "benchmarks/Measure.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace {

QStringList messages(const QString &file)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(file);
    if (!database.open())
        qFatal("no database");
    QStringList texts;
    QSqlQuery query(QStringLiteral("SELECT text FROM message ORDER BY rowid"), database);
    while (query.next())
        texts.append(query.value(0).toString());
    return texts;
}

void fillBrowser(QAbstractScrollArea &area, const QString &file)
{
    auto &browser = static_cast<QTextBrowser &>(area);
    browser.document()->setLayoutEnabled(false);
    browser.setMarkdown(messages(file).join(QStringLiteral("\n\n")));
    browser.document()->setLayoutEnabled(true);
}

void fillLabels(QAbstractScrollArea &area, const QString &file)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    for (const QString &text : messages(file)) {
        auto *label = new QLabel(text);
        label->setTextFormat(Qt::MarkdownText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    auto &scroll = static_cast<QScrollArea &>(area);
    scroll.setWidgetResizable(true);
    scroll.setWidget(column);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const bool isBrowser = arguments.at(2) == QLatin1String("browser");
    std::unique_ptr<QAbstractScrollArea> area;
    if (isBrowser)
        area = std::make_unique<QTextBrowser>();
    else
        area = std::make_unique<QScrollArea>();
    area->resize(800, 700);
    area->show();
    QCoreApplication::processEvents();
    QElapsedTimer time;
    time.start();
    if (isBrowser)
        fillBrowser(*area, arguments.at(1));
    else
        fillLabels(*area, arguments.at(1));
    QCoreApplication::processEvents();
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    QCoreApplication::processEvents();
    QGuiApplication::sync();
    bench::print({{QStringLiteral("milliseconds"), static_cast<double>(time.nsecsElapsed()) / 1e6}});
}
