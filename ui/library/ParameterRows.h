// Parameters of generation as rows: a name, a value, what is wrong with it, and a button that takes the row
// away. Part of DeriveView.
#pragma once

#include "backend/Recipe.h"

#include <QWidget>

class QAbstractButton;
class QLineEdit;
class QVBoxLayout;

namespace ui {

class ComboBox;
class FieldError;

class ParameterRows : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterRows(QWidget *parent = nullptr);

    void set(const QList<backend::Parameter> &parameters);
    QList<backend::Parameter> parameters() const;
    // A value nothing can be made with; one the engine does not know is told, and let through.
    bool hasFault() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget;
        ComboBox *name;
        QLineEdit *value;
        QAbstractButton *remove;
        FieldError *error;
    };
    void retranslate();
    void add(const backend::Parameter &parameter);
    void remove(QWidget *widget);
    void check(const Row &row);
    void word(const Row &row);

    QVBoxLayout *m_rows;
    QAbstractButton *m_add;
    QList<Row> m_shown;
};

} // namespace ui
