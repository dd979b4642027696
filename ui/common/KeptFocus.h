// Keeps the keyboard's focus where it is while buttons come and go: Qt gives that of one that is disabled or
// hidden to whatever comes next, where the next key would do something else.
#pragma once

#include <QAbstractButton>
#include <QList>

namespace ui {

// For the time in which the buttons are changed. `owner` is above them; it has the focus itself while none of
// them can take it, and gives it to one the next time.
class KeptFocus
{
public:
    KeptFocus(QWidget *owner, const QList<QAbstractButton *> &buttons);
    ~KeptFocus();
    Q_DISABLE_COPY_MOVE(KeptFocus)

private:
    QWidget *m_owner;
    QList<QAbstractButton *> m_buttons; // empty: the focus is elsewhere
    QAbstractButton *m_had = nullptr;
};

} // namespace ui
