// A line to search or filter with: a magnifying glass before the text, a cross after it that clears it. The
// owner gives it its name and placeholder; the two icons name themselves.
#pragma once

#include <QLineEdit>

namespace ui {

class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QAction *m_glass;
};

} // namespace ui
