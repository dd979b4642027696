// What a new chat shows above the composer: the model that will answer and where it runs, or why nothing can
// answer now.
#pragma once

#include "common/Widgets.h"

namespace ui {

class NewChatView : public QWidget
{
    Q_OBJECT
public:
    explicit NewChatView(QWidget *parent = nullptr);

    // `action` empty = no button.
    void setTexts(const QString &heading, const QString &explanation, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

private:
    Label *m_heading;
    Label *m_explanation;
    QAbstractButton *m_action;
};

} // namespace ui
