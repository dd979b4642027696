// What goes along with a question on ChatPage: images and files, and what is said about them.
#include "chat/AttachmentView.h"
#include "chat/ChatPage.h"
#include "chat/DropTarget.h"
#include "chat/UndoBar.h"

#include <QMimeData>

#include <algorithm>

namespace ui {

void ChatPage::connectAttachments(QWidget *target)
{
    AttachmentStrip &strip = m_composer->attachments();
    m_composer->setAttachable(true);
    strip.setThumbnails(&m_thumbnails);
    m_transcript->setThumbnails(&m_thumbnails);
    connect(m_transcript, &TranscriptView::attachmentActivated, this, &ChatPage::openAttachment);
    connect(m_composer, &Composer::attachRequested, m_attaching, &Attaching::choose);
    connect(m_composer, &Composer::attachablePasted, this,
            [this](const QMimeData *mime) { m_attaching->take(*mime); });
    auto *drop = new DropTarget(target, Attaching::hasAttachable);
    connect(drop, &DropTarget::dropped, this, [this](const QMimeData *mime) {
        m_attaching->take(*mime);
        focusComposer();
    });
    connect(m_attaching, &Attaching::begun, this, [this] { m_composer->attachments().setRefusal({}); });
    connect(m_attaching, &Attaching::ended, this, [this](chat::Id conversation) {
        if (m_sendsWhenRead != conversation)
            return;
        m_sendsWhenRead = 0; // left meanwhile, it is a draft as any other
        if (session() && session()->conversation().id == conversation)
            m_composer->send();
    });
    connect(m_attaching, &Attaching::refused, this, [this](const QString &sentence) {
        m_sendsWhenRead = 0;
        AttachmentStrip &shown = m_composer->attachments();
        const QString before = shown.refusal();
        if (!before.split(u'\n').contains(sentence))
            shown.setRefusal(before.isEmpty() ? sentence : before + u'\n' + sentence);
    });
    connect(m_attaching, &Attaching::attached, this,
            [this](chat::Id conversation, const chat::Attachment &attachment) {
                const auto edit = m_edits.find(conversation);
                if (edit != m_edits.end() && edit->attachments.size() >= chat::mostAttachments) {
                    if (chat::ChatSession *one = m_core.sessions().find(conversation))
                        one->detach(attachment.id);
                    m_attaching->refuseMore();
                } else if (edit != m_edits.end()) {
                    edit->attachments.append(attachment);
                }
                showAttachments();
            });
    connect(&strip, &AttachmentStrip::removeRequested, this, &ChatPage::detach);
    connect(&strip, &AttachmentStrip::openRequested, this, &ChatPage::openAttachment);
    connect(&strip, &AttachmentStrip::modelChoiceRequested, this, &ChatPage::openModelPicker);
    connect(&m_core.installed(), &library::InstalledModels::detailsChanged, this, &ChatPage::showAttachments);
}

void ChatPage::attachFiles()
{
    m_attaching->choose();
}

void ChatPage::detach(const QList<chat::Attachment> &attachments)
{
    if (!session())
        return;
    m_undo->hide(); // it may go back to what is taken away here
    const auto edit = m_edits.find(session()->conversation().id);
    for (const chat::Attachment &attachment : attachments) {
        if (edit != m_edits.end())
            edit->attachments.removeOne(attachment);
        session()->detach(attachment.id); // nothing where the question has it already
    }
    showAttachments();
}

void ChatPage::openAttachment(const chat::Attachment &attachment)
{
    (new AttachmentView(attachment, m_core.store(), m_pictures, this))->QWidget::show();
}

void ChatPage::showAttachments()
{
    if (!session())
        return;
    const chat::Conversation &conversation = session()->conversation();
    const auto edit = m_edits.constFind(conversation.id);
    AttachmentStrip &strip = m_composer->attachments();
    const QList<chat::Attachment> before = strip.attachments();
    strip.set(edit != m_edits.cend() ? edit->attachments : session()->draftAttachments());
    if (strip.attachments() != before)
        noteWriting();
    const bool isBlind = !conversation.model.isEmpty() && !m_choices.canSee(conversation);
    const bool showsNow = isBlind && strip.hasImages();
    strip.setBlind(showsNow ? tr("%1 cannot see images. Choose a model that can, or remove the images.")
                                  .arg(conversation.model)
                            : QString());
    const bool showedBefore =
        isBlind && std::ranges::any_of(session()->transcript().messages(), [](const chat::Message &message) {
            return !chat::sizesOf(message.attachments).images.isEmpty();
        });
    strip.setLeftOut(
        showedBefore && !showsNow
            ? tr("The images of this conversation are not sent: %1 cannot see them.").arg(conversation.model)
            : QString());
}

} // namespace ui
