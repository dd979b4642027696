// Names and values in two columns, the name column 108 wide; a value can be selected and copied.
#pragma once

#include <QWidget>

class QGridLayout;

namespace ui {

struct Fact
{
    enum class Kind { Text, Code };
    QString name;
    QString value; // empty = the row is left out
    Kind kind = Kind::Text;

    bool operator==(const Fact &) const = default;
};

class Facts : public QWidget
{
    Q_OBJECT
public:
    explicit Facts(QWidget *parent = nullptr);
    void set(const QList<Fact> &facts);

private:
    QGridLayout *m_layout;
    QList<Fact> m_facts;
};

} // namespace ui
