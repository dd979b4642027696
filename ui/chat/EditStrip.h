// The line above what is written while it is a question that was asked already: says so, and takes it back.
// Part of Composer.
#pragma once

#include "common/Widgets.h"

namespace ui {

class EditStrip : public QWidget
{
    Q_OBJECT
public:
    explicit EditStrip(QWidget *parent = nullptr);

    // Shown, it is told to assistive technology.
    void setShown(bool shown);

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Label *m_words;
    QAbstractButton *m_cancel;
};

} // namespace ui
