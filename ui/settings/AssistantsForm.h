// Settings, Assistants: the person's assistants in their order, the form of the chosen one, and assistants as
// files.
#pragma once

#include "chat/Assistants.h"
#include "library/InstalledModels.h"
#include "settings/AskBox.h"
#include "settings/SettingsForm.h"

class QCheckBox;
class QListWidget;

namespace ui {

class AssistantFields;

class AssistantsForm : public SettingsForm
{
    Q_OBJECT
public:
    AssistantsForm(chat::Assistants &assistants, settings::SettingsStore &store,
                   library::InstalledModels &models, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void layOut();
    QWidget *makeActions();
    QWidget *makeFiles();
    void connectAll();
    void fill();
    void select(chat::Id id);
    chat::Id selected() const;
    void showSelected();
    void refresh();
    void add(const QList<chat::Assistant> &fresh);
    void remove();
    void bringBack();
    void askToReset();
    void reset();
    void chooseExport(const QList<chat::Assistant> &some, const QString &name);
    void exportTo(const QString &path, const QList<chat::Assistant> &some);
    void chooseImport();
    void import(const QString &path);
    void say(Banner::Tone tone, const QString &sentence, const QString &details = {});

    chat::Assistants &m_assistants;
    QAbstractButton *m_new;
    QListWidget *m_list;
    Banner *m_banner;
    QCheckBox *m_forNewChats;
    AssistantFields *m_fields;
    AskBox *m_ask;
    QAbstractButton *m_up = nullptr;
    QAbstractButton *m_down = nullptr;
    QAbstractButton *m_duplicate = nullptr;
    QAbstractButton *m_export = nullptr;
    QAbstractButton *m_remove = nullptr;
    QAbstractButton *m_exportAll = nullptr;
    QAbstractButton *m_import = nullptr;
    QAbstractButton *m_reset = nullptr;
    Label *m_filesSection = nullptr;
    Label *m_filesHelp = nullptr;
    // The last one removed, and where it stood.
    struct Removed
    {
        chat::Assistant assistant;
        qsizetype place = 0;
        bool wasForNewChats = false;
    };
    std::optional<Removed> m_removed; // while the banner offers it back
    bool m_isFilling = false;
};

} // namespace ui
