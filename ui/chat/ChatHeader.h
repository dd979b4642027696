// The bar over the transcript: title (double-click or F2 renames), model picker, assistant, context meter,
// menu. Owned by the chat page; words and values in, wishes out.
#pragma once

#include "chat/ContextMeter.h"
#include "chat/ModelPicker.h"
#include "common/Widgets.h"

#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>

namespace ui {

class ChatHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ChatHeader(library::InstalledModels &models, QWidget *parent = nullptr);

    void setTitle(const QString &title); // empty = a new conversation, which cannot be renamed yet
    // `name`: of the assistant; empty = none.
    enum class Prompt { AsGiven, Own };
    void setPreset(const QString &iconName, const QString &name, Prompt prompt);
    QWidget *presetButton() const { return m_preset; }
    void setListButtonVisible(bool visible); // the folded conversation list
    void setMenuEnabled(bool enabled);
    ModelPicker &picker() { return *m_picker; }
    ContextMeter &meter() { return *m_meter; } // a click on it is its owner's
    void editTitle();

Q_SIGNALS:
    void renamed(const QString &title);
    void presetRequested();
    void findRequested();
    // The menu is about to be shown; ConversationActions adds its entries.
    void menuOpening(QMenu *menu);
    void listRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finishEditing(bool keep);
    void showMenu();
    void refresh();
    void showTitle();
    void retranslate();

    QAbstractButton *m_list;
    QStackedWidget *m_titleStack;
    Label *m_title;
    QLineEdit *m_titleEdit;
    ModelPicker *m_picker;
    QToolButton *m_preset;
    ContextMeter *m_meter;
    QAbstractButton *m_menu;
    QString m_fullTitle;
    QString m_presetName;
    Prompt m_prompt = Prompt::AsGiven;
};

} // namespace ui
