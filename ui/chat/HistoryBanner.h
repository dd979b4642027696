// What ChatPage says above a conversation: that it is not saved or could not be read, else that the engine
// was started by this program.
#pragma once

#include "common/Widgets.h"
#include "core/Core.h"

namespace ui {

class HistoryBanner : public Banner
{
    Q_OBJECT
public:
    explicit HistoryBanner(Core &core, QWidget *parent = nullptr);

    // Of the conversation that is shown.
    void setReadError(const std::optional<base::Error> &error);
    void refresh();

private:
    void showError(const base::Error &error, Tone tone);
    void accept();

    Core &m_core;
    std::optional<base::Error> m_readError;
    bool m_engineNoticeSeen = false;
};

} // namespace ui
