#include "support/FakeOllama.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace support {
namespace {

using namespace Qt::StringLiterals;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString modelIn(const Request &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    return body.value("model"_L1).toString();
}

QString withTag(const QString &name)
{
    return name.lastIndexOf(u':') > name.lastIndexOf(u'/') ? name : name + ":latest"_L1;
}

Reply missing(const QString &name)
{
    return Reply::whole(404, FakeOllama::errorLine("model '%1' not found"_L1.arg(name)));
}

QJsonObject detailsOf(const FakeModel &model)
{
    return {{u"parent_model"_s, u""_s},
            {u"format"_s, u"gguf"_s},
            {u"family"_s, model.family},
            {u"families"_s, QJsonArray{model.family}},
            {u"parameter_size"_s, model.parameterSize},
            {u"quantization_level"_s, model.quantization}};
}

} // namespace

FakeOllama::FakeOllama(const QList<FakeModel> &installed, QObject *parent)
    : FaultServer(parent)
    , models(installed)
{
    on("GET", "/", Reply::whole(200, "Ollama is running", "text/plain"));
    on("GET", "/api/version",
       [this](const Request &) { return Reply::whole(200, compact({{u"version"_s, version}})); });
    on("GET", "/api/tags", [this](const Request &) { return listing ? *listing : list(); });
    on("GET", "/api/ps", [this](const Request &) { return loaded(); });
    on("POST", "/api/show", [this](const Request &request) { return show(request); });
    on("POST", "/api/chat", [this](const Request &request) { return chat(request); });
    on("POST", "/api/generate", [this](const Request &request) { return generate(request); });
    on("POST", "/api/pull", [this](const Request &request) { return pull(request); });
    on("POST", "/api/copy", [this](const Request &request) { return copy(request); });
    on("DELETE", "/api/delete", [this](const Request &request) { return remove(request); });
}

QByteArray FakeOllama::chatLine(const QString &model, const QString &text, const QString &thought)
{
    QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
    if (!thought.isEmpty())
        message.insert(u"thinking"_s, thought);
    return compact({{u"model"_s, model},
                    {u"created_at"_s, u"2026-11-21T21:52:46.123456789Z"_s},
                    {u"message"_s, message},
                    {u"done"_s, false}});
}

QByteArray FakeOllama::lastChatLine(const QString &model, const QString &reason)
{
    return compact({{u"model"_s, model},
                    {u"created_at"_s, u"2026-11-21T21:52:47.1Z"_s},
                    {u"message"_s, QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, u""_s}}},
                    {u"done"_s, true},
                    {u"done_reason"_s, reason},
                    {u"total_duration"_s, 5'000'000'000LL},
                    {u"load_duration"_s, 1'000'000'000},
                    {u"prompt_eval_count"_s, 31},
                    {u"prompt_eval_duration"_s, 500'000'000},
                    {u"eval_count"_s, 12},
                    {u"eval_duration"_s, 3'000'000'000LL}});
}

QByteArray FakeOllama::errorLine(const QString &text)
{
    return compact({{u"error"_s, text}});
}

QList<QByteArray> FakeOllama::chatLines(const QString &model) const
{
    QList<QByteArray> lines;
    for (const QString &piece : thinking)
        lines.append(chatLine(model, {}, piece));
    for (const QString &piece : answer)
        lines.append(chatLine(model, piece));
    lines.append(lastChatLine(model));
    return lines;
}

QList<QByteArray> FakeOllama::pullLines() const
{
    QList<QByteArray> lines{compact({{u"status"_s, u"pulling manifest"_s}})};
    for (const qint64 completed : pullSteps) {
        lines.append(compact({{u"status"_s, u"pulling a5fd3b62230a"_s},
                              {u"digest"_s, "sha256:"_L1 + QString(64, u'b')},
                              {u"total"_s, pullSteps.last()},
                              {u"completed"_s, completed}}));
    }
    for (const QString &status : {u"verifying sha256 digest"_s, u"writing manifest"_s, u"success"_s})
        lines.append(compact({{u"status"_s, status}}));
    return lines;
}

FakeModel *FakeOllama::find(const QString &name)
{
    const auto found = std::ranges::find_if(models, [full = withTag(name)](const FakeModel &model) {
        return model.name.compare(full, Qt::CaseInsensitive) == 0;
    });
    return found == models.end() ? nullptr : &*found;
}

Reply FakeOllama::list() const
{
    QJsonArray rows;
    for (const FakeModel &model : models) {
        rows.append(QJsonObject{{u"name"_s, model.name},
                                {u"model"_s, model.name},
                                {u"modified_at"_s, model.modified},
                                {u"size"_s, model.sizeBytes},
                                {u"digest"_s, model.digest},
                                {u"details"_s, detailsOf(model)}});
    }
    return Reply::whole(200, compact({{u"models"_s, rows}}));
}

Reply FakeOllama::loaded() const
{
    QJsonArray rows;
    for (const FakeModel &model : models) {
        if (!model.isLoaded)
            continue;
        rows.append(QJsonObject{{u"name"_s, model.name},
                                {u"model"_s, model.name},
                                {u"size"_s, model.sizeBytes + 100'000'000},
                                {u"size_vram"_s, 0},
                                {u"context_length"_s, 4096},
                                {u"expires_at"_s, u"2026-11-21T22:00:00.5+01:00"_s},
                                {u"details"_s, detailsOf(model)}});
    }
    return Reply::whole(200, compact({{u"models"_s, rows}}));
}

Reply FakeOllama::show(const Request &request)
{
    const FakeModel *model = find(modelIn(request));
    if (!model)
        return missing(modelIn(request));
    const QJsonObject info{{u"general.architecture"_s, model->family},
                           {u"general.parameter_count"_s, 999'885'952},
                           {model->family + ".context_length"_L1, model->contextLength}};
    return Reply::whole(200,
                        compact({{u"license"_s, u"Licence text"_s},
                                 {u"modelfile"_s, u"FROM /models/blobs/sha256-%1\n"_s.arg(model->digest)},
                                 {u"parameters"_s, u"temperature 1"_s},
                                 {u"template"_s, u"{{ .Prompt }}"_s},
                                 {u"details"_s, detailsOf(*model)},
                                 {u"model_info"_s, info},
                                 {u"capabilities"_s, QJsonArray::fromStringList(model->capabilities)}}));
}

Reply FakeOllama::chat(const Request &request)
{
    FakeModel *model = find(modelIn(request));
    if (!model)
        return missing(modelIn(request));
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (body.value("messages"_L1).toArray().isEmpty()) {
        model->isLoaded = body.value("keep_alive"_L1).toInt(-1) != 0;
        return Reply::whole(200, lastChatLine(model->name, model->isLoaded ? u"load"_s : u"unload"_s));
    }
    model->isLoaded = true;
    if (body.value("_debug_render_only"_L1).toBool() && lastAnswer != LastAnswer::NotTold)
        return prompt(body.value("messages"_L1).toArray());
    return Reply::lines(chatLines(model->name));
}

Reply FakeOllama::prompt(const QJsonArray &messages) const
{
    QString prompt;
    for (const QJsonValue &message : messages)
        prompt += u"<|%1|>%2<|end|>"_s.arg(message["role"_L1].toString(), message["content"_L1].toString());
    if (lastAnswer == LastAnswer::Open)
        prompt.chop(7);
    else
        prompt += u"<|assistant|>"_s;
    if (lastAnswer == LastAnswer::Reworded)
        prompt = prompt.toUpper();
    return Reply::whole(200, compact({{u"message"_s, QJsonObject{{u"role"_s, u""_s}, {u"content"_s, u""_s}}},
                                      {u"done"_s, false},
                                      {u"_debug_info"_s, QJsonObject{{u"rendered_template"_s, prompt}}}}));
}

Reply FakeOllama::generate(const Request &request) const
{
    QList<QByteArray> lines;
    for (const QString &piece : answer)
        lines.append(compact({{u"model"_s, modelIn(request)}, {u"response"_s, piece}, {u"done"_s, false}}));
    QJsonObject last = QJsonDocument::fromJson(lastChatLine(modelIn(request))).object();
    last.remove(u"message"_s);
    last.insert(u"response"_s, u""_s);
    return Reply::lines(lines + QList{compact(last)});
}

Reply FakeOllama::pull(const Request &request)
{
    const QString name = modelIn(request);
    if (!find(name))
        models.prepend({.name = withTag(name), .sizeBytes = pullSteps.last()});
    return Reply::lines(pullLines());
}

Reply FakeOllama::copy(const Request &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString source = body.value("source"_L1).toString();
    const FakeModel *model = find(source);
    if (!model) // in other quotes than elsewhere, as the engine has it
        return Reply::whole(404, FakeOllama::errorLine("model \"%1\" not found"_L1.arg(source)));
    FakeModel copy = *model;
    copy.name = withTag(body.value("destination"_L1).toString());
    copy.isLoaded = false;
    models.removeIf([&](const FakeModel &one) { return one.name == copy.name; });
    models.prepend(copy);
    return Reply::whole(200, {}, {});
}

Reply FakeOllama::remove(const Request &request)
{
    const FakeModel *model = find(modelIn(request));
    if (!model)
        return missing(modelIn(request));
    models.removeAt(model - models.constData());
    return Reply::whole(200, {}, {});
}

} // namespace support
