// Horizontal bars, one a model, as long as it writes fast; the longest is as wide as there is room. What they
// show is its accessible description too. Part of SpeedPage.
#pragma once

#include "library/Speed.h"

#include <QWidget>

namespace ui {

class SpeedChart : public QWidget
{
    Q_OBJECT
public:
    explicit SpeedChart(QWidget *parent = nullptr);

    // Those without a writing speed are left out.
    void set(const QList<library::SpeedSummary> &speeds);
    int barCount() const { return static_cast<int>(m_bars.size()); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Bar
    {
        QString name;
        double speed = 0;
    };
    void retranslate();

    QList<Bar> m_bars;
};

} // namespace ui
