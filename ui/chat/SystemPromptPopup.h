// Where the system prompt of one conversation is written. Deletes itself when it closes; what stands there
// then is what counts.
#pragma once

#include "common/Popup.h"

#include <QPlainTextEdit>

namespace ui {

class SystemPromptPopup : public Popup
{
    Q_OBJECT
public:
    SystemPromptPopup(const QString &prompt, QWidget *parent);

    void open(QWidget *anchor);

Q_SIGNALS:
    void changed(const QString &prompt);

private:
    QPlainTextEdit *m_edit;
};

} // namespace ui
