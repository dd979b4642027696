#include "common/Generation.h"

namespace ui {

backend::GenerationOptions generationOptions(const settings::Settings &values)
{
    backend::GenerationOptions options;
    options.temperature = values.temperature;
    options.maxTokens = values.maxTokens;
    options.contextLength = values.contextLength;
    if (values.keepAliveSeconds)
        options.keepAlive = std::chrono::seconds(*values.keepAliveSeconds);
    return options;
}

} // namespace ui
