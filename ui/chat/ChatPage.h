// The chats page: conversation list, transcript of the current session, composer. Joins the parts and does
// what they ask for; knows nothing of tokens or blocks.
#pragma once

#include "chat/Attaching.h"
#include "chat/AttachmentStrip.h"
#include "chat/ChatHeader.h"
#include "chat/Composer.h"
#include "chat/ConversationContext.h"
#include "chat/ConversationPane.h"
#include "chat/LinkOpener.h"
#include "chat/TranscriptView.h"
#include "chat/TurnChoices.h"
#include "common/ExportForms.h"
#include "core/Core.h"
#include "pictures/Thumbnails.h"

#include <QSplitter>

namespace ui {

class CompareView;
class ConversationActions;
class ExportBar;
class HistoryBanner;
class NewChatView;
class PresetChooser;
class UndoBar;
struct RemadeRequest;

class ChatPage : public QWidget
{
    Q_OBJECT
public:
    explicit ChatPage(Core &core, QWidget *parent = nullptr);

    void newChat();
    void newChatWith(chat::Id assistant);
    void openConversation(chat::Id conversation);
    // The conversation, on the branch that has the message, at what was found.
    void openHit(const chat::SearchHit &hit);
    void openModelPicker();
    void focusComposer();
    void regenerate();
    void continueAnswer();
    void editLastQuestion();
    // How the last answer came about.
    void showLastReceipt();
    // Into a conversation of its own with all that is shown.
    void branchFromEnd();
    void stopAnswer();
    // Asks for them.
    void attachFiles();
    // What Esc does: leaves an edit, else stops the answer.
    void leave();
    // Sends `text` in a new conversation with `model`; the first run uses it when its model is ready.
    void ask(const QString &text, const QString &model);
    // `server`: for this conversation alone; empty = the one in use.
    void useModel(const QString &model, const QString &server = {});
    void zoom(int steps); // 0 = back to 100 %
    void find();
    void findNext();
    void findPrevious();
    // In all conversations.
    void searchEverything();
    void showArchive();
    // All conversations: in our own form to a file, else each to a document in a folder, which is asked for.
    void exportAll(ExportForm form);
    // On conversations, whichever is shown.
    ConversationActions &actions();

Q_SIGNALS:
    void moreModelsRequested();
    void assistantsRequested(); // to change them
    void connectionDetailsRequested();
    void spaceRequested();   // on the disk
    void backupsRequested(); // to bring back what one has

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    void connectPane();
    void connectBanner();
    void connectTranscript();
    void connectComposer();
    void connectContext();
    // `target`: where files can be dropped.
    void connectAttachments(QWidget *target);
    void startNew();
    void restoreUnsent();
    void showSession();
    void showWriting();
    void showAttachments();
    void detach(const QList<chat::Attachment> &attachments);
    void openAttachment(const chat::Attachment &attachment);
    void keepWriting();
    void noteWriting();
    void editQuestion(int row);
    void leaveEdit();
    // With a way back, where something was written.
    void cancelEdit();
    void takeEditBack();
    bool isEditing() const;
    void refreshHeader();
    void refreshComposer();
    void chooseAgainElsewhere();
    void refreshThink();
    void send(const QString &text);
    // False where it has to wait for its branch to be shown.
    bool sendEdit(const QString &text, const chat::TurnOptions &options);
    void branch(int row);
    void showReceipt(int row);
    void remakeRequest(const chat::Message &answer, const chat::Receipt &receipt,
                       const QList<chat::Message> &above);
    void openReceipt(const chat::Message &answer, const std::optional<chat::Receipt> &receipt,
                     const RemadeRequest &request);
    void askAgain(chat::Id answer, const chat::Receipt &receipt);
    void askOtherModel(chat::Id answer, const std::optional<chat::Receipt> &receipt);
    chat::TurnOptions optionsElsewhere(const QString &model, const QString &server,
                                       const std::optional<chat::Receipt> &receipt) const;
    void compare(chat::Id one, chat::Id other);
    void showComparison(const QList<chat::Message> &versions, chat::Id first, chat::Id second);
    void leaveComparison();
    bool isComparing() const;
    void foldList();
    void retranslate();
    chat::ChatSession *session() const { return m_core.sessions().current(); }

    // Of a question that was asked already; `draft` is what was being written before.
    struct Edit
    {
        chat::Id question = 0;
        QString text;
        QString draft;
        QList<chat::Attachment> attachments = {};
    };

    Core &m_core;
    TurnChoices m_choices;
    QSplitter *m_splitter;
    ConversationPane *m_pane;
    ChatHeader *m_header;
    HistoryBanner *m_banner;
    Pictures m_pictures;
    ExportBar *m_export;
    Banner *m_contextBar;
    ConversationContext m_context;
    QWidget *m_body;
    TranscriptView *m_transcript;
    LinkOpener m_links{this};
    NewChatView *m_newChat;
    CompareView *m_compare = nullptr; // made for the first comparison
    UndoBar *m_undo;                  // of an edit that was left
    Composer *m_composer;
    PresetChooser *m_presets;
    Thumbnails m_thumbnails;
    Attaching *m_attaching;
    chat::Id m_sendsWhenRead = 0; // the conversation whose question waits for its attachments
    QList<QMetaObject::Connection> m_sessionConnections;
    QHash<chat::Id, Edit> m_edits;       // by conversation
    Edit m_left;                         // in the conversation that is shown
    QHash<chat::Id, QString> m_setAside; // edits of other questions, by question
    QString m_wordsToShow;               // in the message a session is asked to show
    bool m_listOpen = false;             // while folded
    bool m_isElsewhere = false;          // another server is in use, and has not told its models yet
};

} // namespace ui
