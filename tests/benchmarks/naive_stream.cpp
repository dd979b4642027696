// Baseline of streaming: the whole answer through QTextBrowser::setMarkdown for every token, as the simplest
// Qt client would do it. Usage: naive_stream URL MODEL; prints the seconds of CPU one answer took.
#include "benchmarks/Cpu.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScrollBar>
#include <QTextBrowser>

#include <cstdio>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QTextBrowser browser;
    browser.resize(800, 700);
    browser.show();

    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(arguments.at(1) + QStringLiteral("/api/chat")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QByteArray body = "{\"model\":\"" + arguments.at(2).toUtf8() + "\",\"messages\":[]}";
    const double before = bench::cpuSeconds();
    QNetworkReply *reply = network.post(request, body);
    QString answer;
    QByteArray rest;
    QObject::connect(reply, &QNetworkReply::readyRead, &browser, [&] {
        rest += reply->readAll();
        for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            const QJsonObject frame = QJsonDocument::fromJson(rest.left(end)).object();
            rest.remove(0, end + 1);
            answer += frame[QStringLiteral("message")][QStringLiteral("content")].toString();
            browser.setMarkdown(answer);
            browser.verticalScrollBar()->setValue(browser.verticalScrollBar()->maximum());
        }
    });
    QObject::connect(reply, &QNetworkReply::finished, &application, [&] {
        std::printf("%.3f\n", bench::cpuSeconds() - before);
        QApplication::quit();
    });
    return QApplication::exec();
}
