// One assistant to begin a chat with: icon, name, and the beginning of what the model is told. Checked while
// it is the one in use. Part of NewChatView.
#pragma once

#include "common/ToggleButton.h"

namespace ui {

class AssistantRow : public ToggleButton
{
    Q_OBJECT
public:
    AssistantRow(const QString &iconName, const QString &name, const QString &explanation,
                 QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textHeight() const;

    QString m_icon;
    QString m_explanation;
};

} // namespace ui
