// One line that says what was just done, with a button that takes it back. Goes away by itself after a while,
// but not under the pointer or the focus. Owned by
// ConversationPane, and by ChatPage for edits.
#pragma once

#include "common/Widgets.h"

#include <QTimer>

namespace ui {

class UndoBar : public QWidget
{
    Q_OBJECT
public:
    explicit UndoBar(QWidget *parent = nullptr);

    void show(const QString &sentence);

Q_SIGNALS:
    void undoRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void leave();
    void retranslate();

    Label *m_sentence;
    QAbstractButton *m_undo;
    QTimer m_leave;
};

} // namespace ui
