// How fast the models of the server in use are, as a table of raw values: a row for each model and length of
// prompts. A proxy words it. Made by ui/library over the program's SpeedRecord.
#pragma once

#include "library/InstalledModels.h"
#include "library/SpeedRecord.h"

#include <QAbstractTableModel>

namespace library {

class SpeedTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Model,
        Size,
        Prompts,
        Load,
        FirstToken,
        Reading,
        Writing,
        GpuShare,
        When,
        From,
        ColumnCount
    };

    SpeedTable(SpeedRecord &record, InstalledModels &installed, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // DisplayRole: Model QString, Size bytes (invalid = not installed any more), Prompts promptClass(), Load
    // and FirstToken milliseconds, Reading and Writing tokens a second, GpuShare 0..1, each invalid where it
    // is not known; When QDateTime, From int of answers.
    QVariant data(const QModelIndex &index, int role) const override;
    const SpeedSummary &summary(int row) const { return m_rows[row].speed; }

private:
    struct Row
    {
        SpeedSummary speed;
        std::optional<qint64> size = {};

        bool isSame(const SpeedSummary &other) const
        {
            return speed.digest == other.digest && speed.prompts == other.prompts;
        }
        bool operator==(const Row &) const = default;
    };

    void update();
    Row rowFor(const SpeedSummary &speed) const;

    SpeedRecord &m_record;
    InstalledModels &m_installed;
    QList<Row> m_rows;
};

} // namespace library
