// What is written on ChatPage: a message, or a question that was asked already and is edited. The edit of
// each conversation waits for the person to come back to it, as a draft does.
#include "chat/ChatPage.h"
#include "chat/UndoBar.h"

#include <algorithm>

namespace ui {

bool ChatPage::isEditing() const
{
    return session() && m_edits.contains(session()->conversation().id);
}

void ChatPage::editQuestion(int row)
{
    const chat::Conversation &conversation = session()->conversation();
    const chat::Message question = session()->transcript().message(row);
    const auto known = m_edits.constFind(conversation.id);
    const QString draft = known == m_edits.cend() ? conversation.draft : known->draft;
    const bool isOther = known != m_edits.cend() && known->question != question.id;
    if (isOther)
        m_setAside.insert(known->question, known->text);
    if (isOther || known == m_edits.cend())
        m_edits.insert(conversation.id,
                       {question.id,
                        m_setAside.contains(question.id) ? m_setAside.take(question.id) : question.text,
                        draft, question.attachments});
    showWriting();
    focusComposer();
}

void ChatPage::editLastQuestion()
{
    if (!session())
        return;
    const QList<chat::Message> &messages = session()->transcript().messages();
    const auto last =
        std::ranges::find(messages.rbegin(), messages.rend(), backend::Role::User, &chat::Message::role);
    if (!isEditing() && last != messages.rend())
        editQuestion(static_cast<int>(messages.rend() - last) - 1);
}

void ChatPage::showWriting()
{
    const auto edit = m_edits.constFind(session()->conversation().id);
    const bool isEdit = edit != m_edits.cend();
    const QString text = isEdit ? edit->text : session()->conversation().draft;
    m_undo->hide();
    m_transcript->setEdited(isEdit ? edit->question : 0);
    m_composer->setEditing(isEdit);
    m_composer->setText(text);
    showAttachments();
    noteWriting();
}

void ChatPage::noteWriting()
{
    const chat::Id edited = isEditing() ? m_edits.value(session()->conversation().id).question : 0;
    m_context.setWriting({m_composer->text(), m_composer->attachments().attachments()}, edited);
}

// An edit is kept as a draft, behind the one that was there: the program may end.
void ChatPage::keepWriting()
{
    if (!session())
        return;
    const auto edit = m_edits.find(session()->conversation().id);
    QString kept = m_composer->text();
    if (edit != m_edits.end()) {
        edit->text = kept;
        if (!edit->draft.isEmpty())
            kept.prepend(edit->draft + QStringLiteral("\n\n"));
    }
    session()->setDraft(kept);
    noteWriting();
}

void ChatPage::leaveEdit()
{
    session()->setDraft(m_edits.take(session()->conversation().id).draft);
    showWriting();
    focusComposer();
}

void ChatPage::cancelEdit()
{
    m_left = m_edits.value(session()->conversation().id);
    leaveEdit();
    const int row = session()->transcript().rowOf(m_left.question);
    const chat::Message asked = row < 0 ? chat::Message() : session()->transcript().message(row);
    if (m_left.text != asked.text || m_left.attachments != asked.attachments)
        m_undo->show(tr("The edit was left."));
}

void ChatPage::takeEditBack()
{
    m_left.draft = session()->conversation().draft;
    m_edits.insert(session()->conversation().id, m_left);
    showWriting();
    keepWriting();
    focusComposer();
}

void ChatPage::send(const QString &text)
{
    // Pictures take a moment to be read. The question waits for what was meant to go with it.
    const chat::Id conversation = session()->conversation().id;
    m_sendsWhenRead = m_attaching->isReading(conversation) ? conversation : 0;
    if (m_sendsWhenRead != 0)
        return;
    const chat::TurnOptions options = m_choices.optionsFor(session()->conversation());
    if (!isEditing()) {
        if (!session()->send(text, options))
            return;
        m_composer->setText(QString());
        noteWriting();
    } else if (!sendEdit(text, options)) {
        return;
    }
    leaveComparison();
    m_transcript->scrollToEnd();
}

bool ChatPage::sendEdit(const QString &text, const chat::TurnOptions &options)
{
    const Edit edit = m_edits.value(session()->conversation().id);
    session()->setDraft(edit.draft); // which is saved with what is asked
    if (session()->edit(edit.question, text, options, edit.attachments)) {
        leaveEdit();
        return true;
    }
    // It is on another branch than the shown one. There, it can be sent.
    keepWriting();
    m_wordsToShow.clear();
    session()->showMessage(edit.question);
    return false;
}

} // namespace ui
