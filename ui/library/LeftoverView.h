// What lies in the models folder and no model uses, of one kind: a line that says how much, the files when
// asked for, and Remove. Hidden where there is none. Part of StoragePage.
#pragma once

#include "common/TableWords.h"
#include "library/LeftoverTable.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QAbstractButton;

namespace ui {

class Label;
class PlainTable;

class LeftoverProxy : public TableWords<QSortFilterProxyModel>
{
    Q_OBJECT
public:
    using TableWords::TableWords;

protected:
    TableHead head(int column) const override;
    QString words(const QModelIndex &index) const override;
    bool isToldWhole(int) const override { return false; }
};

class LeftoverView : public QWidget
{
    Q_OBJECT
public:
    LeftoverView(library::Leftover::Kind kind, QWidget *parent = nullptr);

    void set(const QList<library::Leftover> &leftovers);
    // Nothing can be removed for the moment.
    void setBusy(bool isBusy);

Q_SIGNALS:
    // The question was answered with yes.
    void removeRequested(const QList<library::Leftover> &leftovers);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLine();
    void buildTable();
    void retranslate();
    void refresh();
    void unfold(bool open);
    void ask();
    // Those that are chosen in the table, or all; without those that have to stay.
    QList<library::Leftover> wanted() const;

    library::Leftover::Kind m_kind;
    library::LeftoverTable m_table;
    LeftoverProxy *m_proxy;
    Label *m_title = nullptr;
    Label *m_facts = nullptr;
    QAbstractButton *m_unfold = nullptr;
    QAbstractButton *m_remove = nullptr;
    PlainTable *m_view;
    bool m_isBusy = false;
};

} // namespace ui
