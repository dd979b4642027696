// A section that unfolds: a line with a chevron, and below it a long text that came from elsewhere.
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace ui {

class Unfolding : public QWidget
{
    Q_OBJECT
public:
    explicit Unfolding(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setText(const QString &text); // empty = hidden

protected:
    void changeEvent(QEvent *event) override;

private:
    void unfold(bool open);
    QToolButton *m_head;
    QPlainTextEdit *m_text;
};

} // namespace ui
