// Where the name for a model is asked: checked as it is typed, with a word where a model has it already. A
// small surface under its anchor; deletes itself when it closes. Used by Naming and by ImportDrop.
#pragma once

#include "common/Popup.h"
#include "library/InstalledModels.h"

class QAbstractButton;
class QLineEdit;

namespace ui {

class FieldError;
class Label;

class NamePopup : public Popup
{
    Q_OBJECT
public:
    struct Texts
    {
        QString title;
        QString note; // what will happen; may be empty
        QString action;
    };
    // `other`: the model whose own name is no answer; empty = none.
    NamePopup(const library::InstalledModels &installed, const QString &other, const Texts &texts,
              QWidget *parent);

    void openWith(const QString &name, QWidget *anchor);

Q_SIGNALS:
    // In full, with tag. What has it already is to be asked about.
    void chosen(const QString &name);

private:
    void build(const Texts &texts);
    void check();
    void choose();
    QString faultOf(const QString &typed) const; // empty = none, or more typing may still help
    bool isName() const;

    const library::InstalledModels &m_installed;
    QString m_other;
    QLineEdit *m_field;
    FieldError *m_error;
    Label *m_warning;
    QAbstractButton *m_action;
};

} // namespace ui
