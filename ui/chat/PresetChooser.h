// What a conversation is told and how it answers, as the person sets it: its own parameters. Shows it in the
// header and the composer, and opens what it is changed with. Owned by ChatPage.
#pragma once

#include "core/Core.h"

namespace ui {

class Composer;

class PresetChooser : public QObject
{
    Q_OBJECT
public:
    PresetChooser(Core &core, Composer &composer, QObject *parent = nullptr);

    // Shows what the current conversation has.
    void refresh();

private:
    void openParameters();
    chat::ChatSession *session() const { return m_core.sessions().current(); }

    Core &m_core;
    Composer &m_composer;
};

} // namespace ui
