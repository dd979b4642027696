// The ledger's rows in words, for the table of the Privacy page.
#pragma once

#include "common/TableWords.h"
#include "privacy/Ledger.h"

#include <QIdentityProxyModel>

namespace ui {

class ContactsTable : public TableWords<QIdentityProxyModel>
{
    Q_OBJECT
public:
    ContactsTable(privacy::Ledger &ledger, QObject *parent);

protected:
    TableHead head(int column) const override;
    QString words(const QModelIndex &index) const override;
    bool isToldWhole(int) const override { return true; }

private:
    static QString purposeWords(privacy::Purposes purposes);
};

} // namespace ui
