// The words of a table of raw values: a proxy over the model, sorted (QSortFilterProxyModel) or not
// (QIdentityProxyModel). Its subclasses say what stands over the columns and in the cells; numbers are
// aligned at their right, under heads that are too. Base of the proxies of ui/library and ui/settings.
#pragma once

#include "common/ToolTip.h"

#include <QAbstractItemModel>

namespace ui {

struct TableHead
{
    enum class Kind { Text, Number };

    QString title = {};
    Kind kind = Kind::Text;
};

// Below zero where `a` comes before `b`, zero where neither does: texts as people order them, and what is not
// known first.
int compareCells(const QVariant &a, const QVariant &b);

template <typename Proxy>
class TableWords : public Proxy
{
public:
    using Proxy::Proxy;

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        switch (role) {
        case Qt::DisplayRole:
            return words(index);
        case Qt::ToolTipRole:
            return isToldWhole(index.column()) ? plainToolTip(words(index)) : QVariant();
        case Qt::TextAlignmentRole:
            return headerData(index.column(), Qt::Horizontal, role);
        default:
            return Proxy::data(index, role);
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::DisplayRole)
            return head(section).title;
        if (role != Qt::TextAlignmentRole)
            return {};
        const bool isNumber = head(section).kind == TableHead::Kind::Number;
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }

    // The language changed.
    void retranslate()
    {
        const int columns = this->columnCount();
        Q_EMIT this->headerDataChanged(Qt::Horizontal, 0, columns - 1);
        if (this->rowCount() > 0)
            Q_EMIT this->dataChanged(this->index(0, 0), this->index(this->rowCount() - 1, columns - 1));
    }

protected:
    virtual TableHead head(int column) const = 0;
    virtual QString words(const QModelIndex &index) const = 0;
    // Whether a tool tip says what its cells say, because they may be cut or are drawn.
    virtual bool isToldWhole(int column) const = 0;
};

} // namespace ui
