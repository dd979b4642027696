// An answer as the simplest Qt client reads it: the baselines of streaming differ only in what they do with
// a token.
#pragma once

#include "benchmarks/Measure.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace bench {

// Reads the answer of argv: URL MODEL; `show` gets every token, `text` is asked at the end for what can be
// read then. Prints the seconds of CPU it took. Returns the program's exit code.
template <typename Show, typename Text>
int showAnswer(const Show &show, const Text &text)
{
    const QStringList arguments = QCoreApplication::arguments();
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(arguments.at(1) + QStringLiteral("/api/chat")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const double before = cpuSeconds();
    QNetworkReply *reply =
        network.post(request, "{\"model\":\"" + arguments.at(2).toUtf8() + "\",\"messages\":[]}");
    QByteArray rest;
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [&] {
        rest += reply->readAll();
        for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            const QJsonObject frame = QJsonDocument::fromJson(rest.left(end)).object();
            rest.remove(0, end + 1);
            show(frame[QStringLiteral("message")][QStringLiteral("content")].toString());
        }
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [&] {
        const double cpu = cpuSeconds() - before;
        print({{QStringLiteral("cpu"), cpu}, {QStringLiteral("text"), text()}});
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

} // namespace bench
