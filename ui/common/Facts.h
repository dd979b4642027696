// Names and values in two columns, the name column 108 wide; a value can be selected and copied.
#pragma once

#include <QWidget>

class QGridLayout;

namespace ui {

class Label;

struct Fact
{
    QString name;
    QString value; // empty = the row is left out
};

class Facts : public QWidget
{
    Q_OBJECT
public:
    explicit Facts(QWidget *parent = nullptr);
    void set(const QList<Fact> &facts);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        Label *name;
        Label *value;
    };
    void addRow();
    void alignBaselines();

    QGridLayout *m_layout;
    QList<Row> m_rows;
};

} // namespace ui
