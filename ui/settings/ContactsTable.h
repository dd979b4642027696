// The ledger's rows in words, for the table of the Privacy page.
#pragma once

#include "privacy/Ledger.h"

#include <QIdentityProxyModel>

namespace ui {

class ContactsTable : public QIdentityProxyModel
{
    Q_OBJECT
public:
    ContactsTable(privacy::Ledger &ledger, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(const QModelIndex &index) const;
    static QString purposeWords(privacy::Purposes purposes);
};

} // namespace ui
