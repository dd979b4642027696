// ChatSession: what is attached to the next question.
#include "chat/ChatSession.h"

namespace chat {

void ChatSession::loadDraftAttachments()
{
    m_store.draftAttachments(this, m_conversation.id,
                             [this](const base::Result<QList<Attachment>> &attachments) {
                                 if (m_isAbandoned || !attachments || attachments->isEmpty())
                                     return;
                                 m_draftAttachments = *attachments + m_draftAttachments; // added since
                                 m_isStored = true;
                                 Q_EMIT attachmentsChanged();
                             });
}

bool ChatSession::attach(const Attachment &attachment, const QByteArray &content)
{
    if (m_isAbandoned || m_draftAttachments.size() >= mostAttachments)
        return false;
    m_draftAttachments.append(attachment);
    if (!m_isStored)
        saveConversation();
    m_store.addToDraft(m_conversation.id, attachment, content);
    Q_EMIT attachmentsChanged();
    return true;
}

void ChatSession::detach(Id attachment)
{
    const auto isIt = [attachment](const Attachment &one) { return one.id == attachment; };
    if (m_isAbandoned || m_draftAttachments.removeIf(isIt) == 0)
        return;
    m_store.removeFromDraft(m_conversation.id, attachment);
    Q_EMIT attachmentsChanged();
}

} // namespace chat
