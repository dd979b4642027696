// The models place while the server has no model: three suggestions, and the composer already there. What was
// written is sent by itself once the first model is ready.
#pragma once

#include "common/Widgets.h"
#include "core/Core.h"

namespace ui {

class Composer;
class SuggestionsView;

class FirstModelPage : public SurfaceWidget
{
    Q_OBJECT
public:
    explicit FirstModelPage(Core &core, QWidget *parent = nullptr);

Q_SIGNALS:
    // A model arrived. `question` is what was to be sent with it, or a draft that was not sent (then blank).
    void ready(const QString &question, const QString &model);
    void allModelsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Core &m_core;
    SuggestionsView *m_suggestions;
    Composer *m_composer;
    Label *m_waiting;
    QString m_question; // to be sent when a model is there
};

} // namespace ui
