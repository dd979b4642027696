// What a pull of one model would download, before it begins, or why that cannot be told; and the button that
// asks, which its owner puts in a place. Used beside the catalogue and below a typed name.
#pragma once

#include "library/Downloads.h"

#include <QPointer>
#include <QWidget>

class QAbstractButton;

namespace ui {

class Facts;
class Label;

class PlanView : public QWidget
{
    Q_OBJECT
public:
    explicit PlanView(library::Downloads &downloads, QWidget *parent = nullptr);

    // Empty = none. The answer for another one is forgotten.
    void setModel(const QString &name);
    bool canAsk() const { return m_downloads.planner() && !m_model.isEmpty(); }
    QAbstractButton *button() const { return m_button; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask();
    void forget();
    void refresh();
    void showPlan(const library::PullPlan &plan);
    QString registry() const;

    library::Downloads &m_downloads;
    QString m_model;
    QPointer<library::PlanOperation> m_asking;
    std::optional<library::PullPlan> m_plan;
    std::optional<base::Error> m_error;
    QAbstractButton *m_button;
    Facts *m_facts;
    Label *m_words;
};

} // namespace ui
