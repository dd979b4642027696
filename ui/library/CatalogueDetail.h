// What one model of the catalogue is good for, and its figures before a pull. 320 wide, beside the list.
#pragma once

#include "library/CatalogueList.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QAbstractButton;

namespace ui {

class Badges;
class Facts;
class Label;
class PlanView;

class CatalogueDetail : public QWidget
{
    Q_OBJECT
public:
    CatalogueDetail(const library::Catalogue &catalogue, library::Downloads &downloads,
                    QWidget *parent = nullptr);

    // An index with the roles of library::CatalogueList; invalid = nothing chosen.
    void setIndex(const QModelIndex &index);
    void refresh();

Q_SIGNALS:
    void triggered(); // the button: Pull, Cancel or Chat, by the model's state

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeContent();
    void refreshFacts(const library::CatalogueEntry &entry);

    const library::Catalogue &m_catalogue;
    QPersistentModelIndex m_index;
    Label *m_name;
    Label *m_goodFor;
    Badges *m_badges;
    Facts *m_facts;
    PlanView *m_plan;
    QAbstractButton *m_action;
    QAbstractButton *m_cancel;
};

} // namespace ui
