// Where one conversation's own parameters are set. Deletes itself when it closes; each value holds at once.
#pragma once

#include "common/ParameterFields.h"
#include "common/Popup.h"

class QAbstractButton;

namespace ui {

class ParametersPopup : public Popup
{
    Q_OBJECT
public:
    // What holds where a field is empty is told to fields() before it opens.
    ParametersPopup(const backend::GenerationOptions &own, QWidget *parent);

    ParameterFields &fields() { return *m_fields; }
    void open(QWidget *anchor);

Q_SIGNALS:
    void changed(const backend::GenerationOptions &own);

private:
    void refresh();

    ParameterFields *m_fields;
    QAbstractButton *m_reset;
};

} // namespace ui
