// What ChatPage says above a conversation: that it is not saved or could not be read, with what can be done
// about it, else that the engine was started by this program.
#pragma once

#include "common/Widgets.h"
#include "core/Core.h"

namespace ui {

class HistoryBanner : public Banner
{
    Q_OBJECT
public:
    enum class Way {
        FreeSpace,
        SaveElsewhere, // all that is here
        Copy,          // the conversation that is shown
        Backup,        // brings back what one has
        Quit,
    };
    Q_ENUM(Way)

    explicit HistoryBanner(Core &core, QWidget *parent = nullptr);

    // Of the conversation that is shown.
    void setReadError(const std::optional<base::Error> &error);
    void refresh();

Q_SIGNALS:
    void wayChosen(ui::HistoryBanner::Way way);

private:
    void showError(const base::Error &error, Tone tone);
    QList<Way> ways() const;
    static QString wordsOf(Way way);
    void accept();
    void keepEngine();

    Core &m_core;
    std::optional<base::Error> m_readError;
    bool m_engineNoticeSeen = false;
};

} // namespace ui
