// A combo box that tells assistive technology its name. Qt's own gives the current choice as its name on
// Linux; here the choice is the description, and what opens is the only child, as in Qt's.
#pragma once

#include <QComboBox>

namespace ui {

class ComboBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ComboBox(QWidget *parent = nullptr);

    // What opens below it: its list, or what a subclass shows in its place. May be null.
    virtual QWidget *opened() const;

    // Qt remembers its own from before the items had other words.
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace ui
