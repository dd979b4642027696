#include "chat/PresetChooser.h"

#include "chat/Composer.h"
#include "chat/ParametersButton.h"
#include "chat/ParametersPopup.h"
#include "common/Generation.h"

namespace ui {

PresetChooser::PresetChooser(Core &core, Composer &composer, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_composer(composer)
{
    connect(composer.parameters(), &QToolButton::clicked, this, &PresetChooser::openParameters);
    connect(&core.assistants(), &chat::Assistants::changed, this, &PresetChooser::refresh);
    composer.parameters()->show();
}

void PresetChooser::refresh()
{
    if (session())
        m_composer.parameters()->setOverrides(parameterWords(session()->conversation().parameters));
}

void PresetChooser::openParameters()
{
    if (!session())
        return;
    const chat::Conversation &conversation = session()->conversation();
    auto *popup = new ParametersPopup(conversation.parameters, &m_composer);
    const chat::Assistant *assistant = m_core.assistants().find(conversation.assistant);
    popup->fields().setBehind(generationOptions(m_core.settings().values()),
                              assistant ? assistant->parameters : backend::GenerationOptions(),
                              assistant ? assistant->name : QString());
    connect(popup, &ParametersPopup::changed, session(), &chat::ChatSession::setParameters);
    popup->open(m_composer.parameters());
}

} // namespace ui
