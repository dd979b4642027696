// A popup to choose one of many by typing: a field, below it what is offered for the words in it, arrows and
// Enter. What is offered is asked for anew at every change, so that the owner decides what fits and how much
// of it is shown. Used to go to anything, to move conversations and for assistants. Deletes itself when it
// closes.
#pragma once

#include "common/Popup.h"

#include <QIcon>

#include <functional>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace ui {

struct Choice
{
    QString icon; // empty and without choose = the title of those that follow
    QString text;
    QString note = {};      // at the right
    int indent = 0;         // levels
    bool isCurrent = false; // the one to begin with; else the first
    std::function<void()> choose = {};
};

class ChoicePopup : public Popup
{
    Q_OBJECT
public:
    struct Texts
    {
        QString name;        // of the field, for assistive technology
        QString placeholder; // in it
        QString nothing;     // in place of choices, where there are none
    };
    // For what was typed, without blanks around it.
    using Offer = std::function<QList<Choice>(const QString &typed)>;

    ChoicePopup(const Texts &texts, Offer offer, QWidget *parent);

    void open(); // in the window of its parent
    void open(QWidget *anchor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitList();
    void offer();
    void addRow(const Choice &choice);
    void accept(const QListWidgetItem *item);
    bool moveCurrent(int key);

    Texts m_texts;
    Offer m_offer;
    QList<Choice> m_choices; // as the rows
    QLineEdit *m_field;
    QListWidget *m_list;
};

// Whether each of the words is in the text, case ignored. All texts have no words.
bool hasWords(const QString &text, const QStringList &words);
// The same, with a word of the text beginning with each.
bool hasBeginnings(const QString &text, const QStringList &words);

} // namespace ui
