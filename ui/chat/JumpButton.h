// "Latest": floats over the transcript's end while the reader is elsewhere and says how much came meanwhile.
// Owned by TranscriptView, which places it.
#pragma once

#include <QAbstractButton>

namespace ui {

class JumpButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit JumpButton(QWidget *parent = nullptr);

    void setNewWords(int words);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void retranslate();
    QString newWordsText() const;

    int m_newWords = 0;
};

} // namespace ui
