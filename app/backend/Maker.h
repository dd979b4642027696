// A server that makes models and pushes them: the interface library::Workshop and Downloads are written
// against. Made by the composition
// root for the server in use, where that can remove models too (Ability::Remove); implemented in ollama/. All
// calls return at once; the operation belongs to `parent`. The steps of create() and push() are told as those
// of a pull.
#pragma once

#include "backend/Operations.h"
#include "backend/Recipe.h"

#include <QFile>

#include <memory>

namespace backend {

class UploadOperation : public base::Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
Q_SIGNALS:
    void progressed(qint64 bytes); // sent so far
    void finished();
};

class Maker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Replaces what had that name before. A base the server does not have is pulled first.
    virtual PullOperation *create(const QString &name, const Recipe &recipe, QObject *parent) = 0;
    // An open file, from its beginning; `digest` ("sha256:" and 64 hex) is what the server finds again, or it
    // fails with Registry. One that is stopped leaves nothing behind there.
    virtual UploadOperation *upload(const std::shared_ptr<QFile> &file, const QString &digest,
                                    QObject *parent) = 0;
    // To the registry its name says; one on this very machine is spoken to over plain HTTP.
    virtual PullOperation *push(const QString &model, QObject *parent) = 0;
};

} // namespace backend
