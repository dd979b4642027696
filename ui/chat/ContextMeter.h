// The small bar in the chat header: how much of the model's window the next request takes. A click, or a key,
// asks for the details. Shown and worded by its owner's values.
#pragma once

#include "chat/ContextWords.h"

#include <QToolButton>

namespace ui {

class ContextMeter : public QToolButton
{
    Q_OBJECT
public:
    explicit ContextMeter(QWidget *parent = nullptr);

    void setState(const ContextState &state);
    const ContextState &state() const { return m_state; }
    void setNarrow(bool narrow); // without its words

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // without its words

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    bool showsWords() const { return !m_isNarrow && width() >= sizeHint().width(); }

    ContextState m_state;
    QString m_words;
    bool m_isNarrow = false;
};

} // namespace ui
