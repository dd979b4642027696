// An engine made of script: answers the endpoints the app uses as the real one does (ollama-api.md), with
// models the test chooses. Everything can be overridden with FaultServer::on() and once().
#pragma once

#include "support/FaultServer.h"

#include <QJsonArray>
#include <QStringList>

namespace support {

struct FakeModel
{
    QString name; // with tag
    qint64 sizeBytes = 815'000'000;
    QString digest = QString(64, u'a');
    QString family = QStringLiteral("gemma3");
    QString parameterSize = QStringLiteral("999.89M");
    QString quantization = QStringLiteral("Q4_K_M");
    QString modified = QStringLiteral("2026-11-20T10:00:00.123456789+01:00");
    QStringList capabilities{QStringLiteral("completion")};
    qint64 contextLength = 32768;
    bool isLoaded = false;
};

class FakeOllama : public FaultServer
{
public:
    explicit FakeOllama(const QList<FakeModel> &installed = {}, QObject *parent = nullptr);

    QString version = QStringLiteral("0.17.4");
    QList<FakeModel> models;      // a pull that succeeds adds one, a removal takes one away
    std::optional<Reply> listing; // in place of the list of models
    // What every chat answers, piece by piece; thinking comes first where there is any.
    QStringList answer{QStringLiteral("Paris"), QStringLiteral(" is the capital."), QStringLiteral("")};
    QStringList thinking;
    // What the templates of its models do with an answer that is the last message.
    enum class LastAnswer { Closed, Open, Reworded, NotTold };
    LastAnswer lastAnswer = LastAnswer::Closed;
    // What a pull of any name reports as one layer, in these steps (bytes completed of the last one).
    QList<qint64> pullSteps{100'000'000, 400'000'000, 815'000'000};

    // The lines of a whole answer, the terminal one last, to build broken ones from.
    QList<QByteArray> chatLines(const QString &model) const;
    QList<QByteArray> pullLines() const;
    static QByteArray chatLine(const QString &model, const QString &text, const QString &thought = {});
    static QByteArray lastChatLine(const QString &model, const QString &reason = QStringLiteral("stop"));
    static QByteArray errorLine(const QString &text); // {"error":"text"}

private:
    FakeModel *find(const QString &name);
    Reply show(const Request &request);
    Reply chat(const Request &request);
    Reply prompt(const QJsonArray &messages) const;
    Reply generate(const Request &request) const;
    Reply pull(const Request &request);
    Reply copy(const Request &request);
    Reply remove(const Request &request);
    Reply list() const;
    Reply loaded() const;
};

} // namespace support
