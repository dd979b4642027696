// One of the tabs in a page's header: a word and, after it, a small number.
#pragma once

#include <QAbstractButton>

namespace ui {

class TabButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TabButton(QWidget *parent = nullptr);
    void setCount(int count); // 0 = none shown

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString countText() const;
    int m_count = 0;
};

} // namespace ui
