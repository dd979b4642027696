// The row "New chat  Ctrl+N" over the list of conversations: a flat button with its key at the right.
#pragma once

#include <QAbstractButton>

namespace ui {

class NewChatButton : public QAbstractButton
{
    Q_OBJECT
public:
    using QAbstractButton::QAbstractButton;

    QSize sizeHint() const override { return {100, 32}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool m_keyboard = false; // the focus came by a key
};

} // namespace ui
