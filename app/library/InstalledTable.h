// Installed models as a table of raw values; a proxy sorts, filters and words it. Made by ui/library over the
// program's InstalledModels; asks for the details of every row, because context and abilities are columns.
#pragma once

#include "library/InstalledModels.h"

#include <QAbstractTableModel>

namespace library {

class InstalledTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Parameters, Quantization, Context, Abilities, Modified, Memory, ColumnCount };
    enum Roles {
        NameRole = Qt::UserRole + 1, // the model's name, in every column
        SortRole,                    // comparable by QVariant::compare; parameters as a count
    };

    explicit InstalledTable(InstalledModels &installed, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // DisplayRole: Name QString, Size bytes, Parameters "7.6B", Quantization QString, Context tokens (0 = not
    // known), Abilities int of backend::Capabilities (invalid = not known), Modified QDateTime, Memory bytes
    // (invalid = not loaded).
    QVariant data(const QModelIndex &index, int role) const override;
    int rowOf(const QString &name) const; // -1 = none

private:
    struct Row
    {
        backend::ModelInfo model;
        qint64 context = 0;
        qint64 parameterCount = 0;
        std::optional<backend::Capabilities> abilities;
        std::optional<qint64> memory;

        bool operator==(const Row &) const = default;
    };

    Row rowFor(const backend::ModelInfo &model);
    void update();
    void updateLoaded();
    void updateDetails(const QString &name);
    void setRow(int row, const Row &value);
    QVariant value(const Row &row, int column) const;

    InstalledModels &m_installed;
    QList<Row> m_rows;
};

// "7.6B" -> 7'600'000'000, "268.10M", "8x7B"; 0 where it is no such size.
double parameterCount(const QString &size);

} // namespace library
