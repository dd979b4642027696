// Horizontal bars, one a model, as long as it writes fast; the longest is as wide as there is room. A list,
// so that the keyboard goes through it and assistive technology reads a model and its speed in each row. Part
// of SpeedPage.
#pragma once

#include "library/Speed.h"

#include <QListView>
#include <QStandardItemModel>

namespace ui {

class SpeedChart : public QListView
{
    Q_OBJECT
public:
    // What is drawn: QString and tokens a second. DisplayRole says both.
    static constexpr int NameRole = Qt::UserRole + 1;
    static constexpr int SpeedRole = Qt::UserRole + 2;
    // Pixels of a row: the names, the speeds, and the fastest of them.
    struct Widths
    {
        int names = 0;
        int speeds = 0;
        double fastest = 0;
    };

    explicit SpeedChart(QWidget *parent = nullptr);

    // Those without a writing speed are left out.
    void set(const QList<library::SpeedSummary> &speeds);
    int barCount() const { return m_bars.rowCount(); }
    // So high that `rows` bars are seen at once.
    static int heightFor(int rows);
    const Widths &widths() const { return m_widths; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QStandardItemModel m_bars;
    Widths m_widths;
};

} // namespace ui
