// What a new chat shows above the composer: the model that will answer and where it runs, or why nothing can
// answer now; the assistants to begin with, and what the chosen one suggests to ask.
#pragma once

#include "common/Widgets.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

class NewChatView : public QScrollArea
{
    Q_OBJECT
public:
    explicit NewChatView(QWidget *parent = nullptr);

    // `action` empty = no button.
    void setTexts(const QString &heading, const QString &explanation, const QString &action = {});

    struct Entry
    {
        qint64 id = 0;
        QString icon;
        QString name;
        QString explanation;

        bool operator==(const Entry &) const = default;
    };
    // The first ones are shown; `current` 0 = none.
    void setAssistants(const QList<Entry> &assistants, qint64 current, const QStringList &suggestions);

Q_SIGNALS:
    void actionTriggered();
    void assistantChosen(qint64 id); // 0: the current one again, which then is not any more
    void suggestionChosen(const QString &question);
    void allAssistantsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeRows();
    void makeSuggestions();
    void orderTabs();
    void markCurrent();
    void retranslate();

    Label *m_heading;
    Label *m_explanation;
    QAbstractButton *m_action;
    QVBoxLayout *m_rows;
    QAbstractButton *m_all;
    Label *m_suggestionsTitle;
    QVBoxLayout *m_questions;
    QList<Entry> m_assistants;
    qint64 m_current = 0;
    QStringList m_suggestions;
};

} // namespace ui
