// The bar of Find in this conversation, over the transcript's upper right corner: the text, which hit of how
// many, the way to the next and the one before. Owned by TranscriptView, which does the finding.
#pragma once

#include <QFrame>

class QAbstractButton;
class QLineEdit;

namespace ui {

class Label;

class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent);

    static constexpr int widest = 400;

    QString text() const;
    void setText(const QString &text); // emits nothing
    void focusText();
    // `number` from 1, 0 where none is current; while not all is searched the count may grow.
    void setCount(int number, int count, bool isComplete);

Q_SIGNALS:
    void edited(const QString &text);
    void nextRequested();
    void previousRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void refreshCount();

    QLineEdit *m_edit;
    Label *m_label;
    QAbstractButton *m_previous;
    QAbstractButton *m_next;
    QAbstractButton *m_close;
    int m_number = 0;
    int m_count = 0;
    bool m_isComplete = true;
};

} // namespace ui
