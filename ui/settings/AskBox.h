// A question in its place on a page: what is at stake, what to compare, and a button for each answer. Never a
// modal box. Hidden until it asks. Used by the pages of settings.
#pragma once

#include "common/Widgets.h"

#include <QStringList>

class QHBoxLayout;

namespace ui {

class AskBox : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Note, Warning, Danger };

    explicit AskBox(QWidget *parent = nullptr);

    // `facts`: lines to compare, in the code font, selectable. The first answer is the plain button.
    void ask(Tone tone, const QString &question, const QStringList &answers, const QString &facts = {});
    void clear();

Q_SIGNALS:
    void answered(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Warning;
    Label *m_question;
    Label *m_facts;
    QHBoxLayout *m_answers;
    QStringList m_words;
};

} // namespace ui
