// The name under which an updated model's old state is kept: "qwen3:8b" becomes "qwen3:8b-before-2026-11-23",
// the second one of a day "…-2". A name like any other, so that every program over the server sees what it
// is. Pure.
#pragma once

#include "base/ModelName.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace library {

struct KeptModel
{
    QString
        original; // as base::ModelName::display() has it; empty where its tag was too long to be kept whole
    QDate day;
    int number = 1; // of that day

    bool operator==(const KeptModel &) const = default;
};

// None of `taken`. Invalid: `model` is no name, or there are 99 of this day.
base::Result<QString> keptName(const QString &model, QDate day, const QStringList &taken);

// Absent: it is not such a name.
std::optional<KeptModel> keptModel(const QString &name);

// Whether `kept` is an old state of `model`.
bool isKeptOf(const QString &kept, const QString &model);

} // namespace library
