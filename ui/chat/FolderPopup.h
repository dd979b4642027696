// Where the name of a folder is asked: checked as it is typed. A small surface in the middle of the window;
// deletes itself when it closes. Used by ConversationActions.
#pragma once

#include "chat/Folder.h"
#include "common/Popup.h"

#include <functional>

class QAbstractButton;
class QLineEdit;

namespace ui {

class FieldError;

class FolderPopup : public Popup
{
    Q_OBJECT
public:
    struct Texts
    {
        QString title;
        QString action;
    };
    // `isTaken`: whether another folder beside it has that name.
    FolderPopup(const Texts &texts, std::function<bool(const QString &)> isTaken, QWidget *parent);

    void openWith(const QString &name);

Q_SIGNALS:
    void chosen(const QString &name); // as chat::folderName() leaves it, not empty

private:
    void check();
    void choose();

    std::function<bool(const QString &)> m_isTaken;
    QLineEdit *m_field;
    FieldError *m_error;
    QAbstractButton *m_action;
};

} // namespace ui
