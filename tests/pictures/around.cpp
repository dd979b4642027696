// Pictures of what there is around a conversation, on a scripted engine: the list in order, going to
// anything, search, edits and versions, what is attached, receipts, versions side by side, the context
// window, assistants and parameters, export and import; at 800 × 600 as well. The scale is the process's
// (QT_SCALE_FACTOR). Usage: around FOLDER SCALE, through ./tests/shots --around. This program
// is the process that reads images, too.
#include "chat/Attaching.h"
#include "chat/AttachmentView.h"
#include "chat/ConversationActions.h"
#include "chat/ReceiptPopup.h"
#include "common/Appearance.h"
#include "common/Language.h"
#include "pictures/WindowPicture.h"
#include "pictures/WrittenConversations.h"
#include "settings/ExchangePanel.h"
#include "support/ChatFixtures.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

#include <cstdio>

using namespace Qt::StringLiterals;
using Page = ui::SettingsPage::Page;

namespace {

class Pictures
{
public:
    Pictures(const QString &folder, const QString &scale)
        : m_folder(folder)
        , m_scale(scale)
    {
        QDir().mkpath(folder);
    }

    int run()
    {
        m_desk.window->resize(1280, 840);
        // What opens at its foot opens upwards.
        m_desk.window->move(0, m_desk.window->screen()->geometry().height() - 840);
        m_desk.window->activateWindow();
        waitFor("the models", [this] { return !m_desk.modelName().isEmpty(); });
        m_there.write();
        for (const auto &[language, theme, look] :
             {std::tuple{u"en"_s, settings::Theme::Light, u"en-light"_s},
              std::tuple{u"en"_s, settings::Theme::Dark, u"en-dark"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Light, u"zh-light"_s},
              std::tuple{u"zh_CN"_s, settings::Theme::Dark, u"zh-dark"_s}}) {
            m_language.apply(language);
            settings::Settings values = m_desk.core->settings().values();
            values.theme = theme;
            m_appearance.apply(values);
            m_look = look;
            pictures::settle();
            take();
        }
        return m_failed || m_there.hasFailed() ? 1 : 0;
    }

private:
    void take()
    {
        m_desk.window->show(ui::Page::Chats);
        order();
        goTo();
        search();
        versions();
        attachments();
        receipts();
        comparison();
        context();
        assistants();
        assistantsPage();
        exports();
        imports();
        small();
    }

    template <typename Condition>
    void waitFor(const char *what, Condition condition)
    {
        if (QTest::qWaitFor(condition, 20'000))
            return;
        std::fprintf(stderr, "around: waited in vain for %s\n", what);
        m_failed = true;
    }

    template <typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        auto *widget = m_desk.window->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("around: there is no %s", name);
        return widget;
    }

    // Layouts within layouts, and what looks again after a pause in the writing.
    void save(const QString &name)
    {
        QTest::qWait(200);
        pictures::settle();
        const QString file = u"%1/talk-%2-%3-%4.png"_s.arg(m_folder, name, m_look, m_scale);
        m_failed = !pictures::saveWindow(*m_desk.window, file) || m_failed;
    }

    void saveAndClose(const QString &name)
    {
        save(name);
        while (QWidget *popup = QApplication::activePopupWidget())
            close(popup);
    }

    // At once, so that the next one of its kind is found by its name.
    static void close(QWidget *window)
    {
        window->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void key(QKeyCombination keys)
    {
        for (auto *shortcut : m_desk.window->findChildren<QShortcut *>()) {
            if (shortcut->key() == QKeySequence(keys))
                return Q_EMIT shortcut->activated();
        }
        qFatal("around: nothing has the key");
    }

    ui::ChatPage &page() const { return *m_desk.chats(); }
    void open(chat::Id conversation)
    {
        page().openConversation(conversation);
        waitFor("the conversation", [this, conversation] {
            const chat::ChatSession *session = m_desk.core->sessions().current();
            return session->conversation().id == conversation && session->isLoaded();
        });
    }

    void menuOf(QListView *list, int row)
    {
        const QPoint place = list->visualRect(list->model()->index(row, 0)).center();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, place, list->viewport()->mapToGlobal(place));
        QApplication::sendEvent(list->viewport(), &asked);
    }

    void order()
    {
        auto *list = find<QListView>("conversationList");
        ui::ConversationActions &actions = page().actions();
        const auto rowOf = [&](chat::Id id) { return m_desk.core->conversations().rowOf(id); };
        open(m_there.versions);
        actions.pin({m_there.attached});
        save(u"order"_s);
        for (const chat::Id id : {m_there.attached, m_there.longTitle})
            QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ControlModifier,
                              list->visualRect(list->model()->index(rowOf(id), 0)).center());
        menuOf(list, rowOf(m_there.attached));
        saveAndClose(u"order-several"_s);
        menuOf(list, rowOf(m_there.folder));
        saveAndClose(u"order-folder-menu"_s);
        actions.undo();
        actions.askWhere({m_there.attached});
        saveAndClose(u"order-move"_s);
        actions.askForFolder({});
        find<QLineEdit>("folderName")->setText(u"work"_s);
        saveAndClose(u"order-folder-taken"_s);
        find<QAbstractButton>("archive")->click();
        save(u"order-archive"_s);
        find<QAbstractButton>("archive")->click();
        m_desk.composer()->setFocus();
    }

    void goTo()
    {
        for (const auto &[typed, name] : {std::pair(u""_s, u"goto"_s), std::pair(u"a"_s, u"goto-typed"_s),
                                          std::pair(u"qqq"_s, u"goto-nothing"_s)}) {
            key(Qt::CTRL | Qt::Key_K);
            find<QLineEdit>("choiceField")->setText(typed);
            saveAndClose(name);
        }
    }

    void search()
    {
        key(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
        auto *field = find<QLineEdit>("conversationSearch");
        auto *found = find<QListView>("searchResults");
        const auto searchFor = [&](const QString &words, bool isThere) {
            field->setText(words);
            waitFor("the search", [&] { return (found->model()->rowCount() > 0) == isThere; });
        };
        searchFor(u"备份"_s, true);
        save(u"search-chinese"_s);
        searchFor(u"backup"_s, true);
        QTest::keyClick(field, Qt::Key_Return);
        save(u"search"_s);
        find<QAbstractButton>("searchFilter")->click();
        saveAndClose(u"search-filters"_s);
        searchFor(u"nowhere"_s, false);
        save(u"search-nothing"_s);
        field->clear();
        find<QAbstractButton>("findClose")->click();
    }

    // By the keyboard, so that what it reached is marked.
    void versions()
    {
        open(m_there.versions);
        auto *transcript = find("transcript");
        transcript->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(transcript, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript, Qt::Key_Tab);
        save(u"versions"_s);
        page().editLastQuestion();
        save(u"editing"_s);
        page().leave();
    }

    void attachments()
    {
        page().newChat();
        page().useModel(WrittenConversations::seeing);
        auto *attaching = page().findChild<ui::Attaching *>();
        attaching->takeFiles(m_there.files());
        waitFor("what is attached", [this] {
            return m_desk.core->sessions().current()->draftAttachments().size() == m_there.files().size();
        });
        save(u"attached"_s);
        attaching->takeFiles({m_there.program()});
        waitFor("the refusal", [this] { return find("attachmentRefusal")->isVisible(); });
        page().useModel(WrittenConversations::thinking);
        save(u"attached-refused"_s);
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(m_there.program())});
        auto *drop = find("dropTarget");
        QDragEnterEvent entered(QPoint(200, 200), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(drop->parentWidget(), &entered);
        save(u"drop"_s);
        QDragLeaveEvent left;
        QApplication::sendEvent(drop->parentWidget(), &left);
        const QList<chat::Attachment> all = m_desk.core->sessions().current()->draftAttachments();
        for (const chat::Attachment &one : all) {
            viewer(one);
            m_desk.core->sessions().current()->detach(one.id);
        }
        open(m_there.attached);
        save(u"attached-asked"_s);
    }

    void viewer(const chat::Attachment &attachment)
    {
        const bool isImage = attachment.kind == chat::Attachment::Kind::Image;
        Q_EMIT find<ui::TranscriptView>("transcript")->attachmentActivated(attachment);
        const auto *view = page().findChild<ui::AttachmentView *>();
        const auto *text = view->findChild<QPlainTextEdit *>();
        waitFor("what was attached", [isImage, text, shown = view->findChild<QLabel *>()] {
            return isImage ? !shown->pixmap(Qt::ReturnByValue).isNull() : text->isVisible();
        });
        save(isImage ? u"view-image"_s : u"view-text"_s);
        close(page().findChild<ui::AttachmentView *>());
    }

    void receipt()
    {
        page().showLastReceipt();
        waitFor("the receipt", [this] {
            const auto *popup = page().findChild<ui::ReceiptPopup *>();
            return popup && popup->isVisible();
        });
    }

    void receipts()
    {
        open(m_there.versions);
        receipt();
        save(u"receipt"_s);
        find<QAbstractButton>("receiptRequestToggle")->click();
        saveAndClose(u"receipt-request"_s);
        open(m_there.bare);
        receipt();
        saveAndClose(u"receipt-not-noted"_s);
    }

    void compare()
    {
        open(m_there.versions);
        auto *transcript = find("transcript");
        transcript->setFocus();
        QTest::keyClick(transcript, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        waitFor("the comparison", [this] {
            const auto *view = page().findChild<QWidget *>(u"compareView"_s);
            return view && view->isVisible();
        });
    }

    void comparison()
    {
        compare();
        save(u"compare"_s);
        page().leave();
    }

    void context()
    {
        for (const auto &[id, name] : {std::pair(m_there.nearlyFull, u"context-little"_s),
                                       std::pair(m_there.summarised, u"context-summary"_s),
                                       std::pair(m_there.refused, u"context-refused"_s)}) {
            open(id);
            save(name);
            find<QAbstractButton>("contextMeter")->click();
            saveAndClose(name + u"-popup"_s);
        }
        open(m_there.nearlyFull);
        m_desk.composer()->setPlainText(u"One word more. "_s.repeated(120));
        save(u"context-full"_s);
        m_desk.composer()->clear();
        open(m_there.nearlyFull);
        find<QAbstractButton>("contextMeter")->click();
        find<QAbstractButton>("leaveOutOldest")->click();
        save(u"context-left-out"_s);
        m_desk.core->sessions().current()->setCut({});
        open(m_there.versions);
    }

    void assistants()
    {
        page().newChatWith(m_desk.core->assistants().all().last().id);
        save(u"assistant"_s);
        for (const char *opens : {"presetButton", "parametersButton", "conversationMenu"}) {
            find<QAbstractButton>(opens)->click();
            saveAndClose(QLatin1String(opens));
        }
        open(m_there.longTitle);
        save(u"long-title"_s);
        find<QAbstractButton>("parametersButton")->click();
        saveAndClose(u"parametersButton-own"_s);
        find<QAbstractButton>("presetButton")->click();
        find<QLineEdit>("choiceField")->setText(u"…"_s);
        QTest::keyClick(find<QLineEdit>("choiceField"), Qt::Key_Return);
        saveAndClose(u"prompt"_s);
    }

    void showSettings(Page which)
    {
        m_desk.window->show(ui::Page::Settings);
        m_desk.window->findChild<ui::SettingsPage *>()->showPage(which);
        pictures::settle();
    }

    void scrollTo(QWidget *widget)
    {
        pictures::settle();
        for (QWidget *at = widget; at; at = at->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(at))
                area->ensureWidgetVisible(widget, 0, 40);
        }
    }

    void assistantsPage()
    {
        showSettings(Page::Assistants);
        save(u"assistants"_s);
        auto *list = find<QListWidget>("assistants");
        list->setFocus(Qt::TabFocusReason);
        QTest::keyClick(list, Qt::Key_End);
        scrollTo(find("assistantSuggestions"));
        save(u"assistants-own"_s);
        chat::Assistants &all = m_desk.core->assistants();
        chat::Assistant changed = all.all().first();
        changed.systemPrompt += u" 保持简短。"_s;
        all.save(changed);
        find<QAbstractButton>("resetAssistants")->click();
        scrollTo(find("assistantsQuestion"));
        save(u"assistants-reset"_s);
        find("assistantsQuestion")->findChildren<QAbstractButton *>().constLast()->click();
        all.reset();
        find<QAbstractButton>("removeAssistant")->click();
        scrollTo(list);
        save(u"assistants-removed"_s);
        Q_EMIT find<ui::Banner>("assistantsBanner")->actionTriggered();
        m_desk.window->show(ui::Page::Chats);
    }

    void exportTo(const QString &path)
    {
        Q_EMIT page().actions().exportRequested(m_desk.core->sessions().current()->conversation());
        auto *dialog = find<QFileDialog>("exportDialog");
        if (!path.isEmpty()) {
            dialog->selectFile(path);
            QMetaObject::invokeMethod(dialog, "accept");
            waitFor("what came of the export", [this] { return find("exportBar")->isVisible(); });
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            return;
        }
        save(u"export-dialog"_s);
        close(dialog);
    }

    void exports()
    {
        open(m_there.versions);
        exportTo({});
        exportTo(u"%1/talk-printed-%2-%3.pdf"_s.arg(QDir(m_folder).absolutePath(), m_look, m_scale));
        save(u"exported"_s);
        find<ui::Banner>("exportBar")->clear();
        exportTo(u"/proc/nothing/here/conversation.html"_s);
        save(u"export-failed"_s);
        find<ui::Banner>("exportBar")->clear();
        Q_EMIT page().actions().printRequested(m_desk.core->sessions().current()->conversation());
        save(u"print-dialog"_s);
        close(find("printDialog"));
    }

    void imports()
    {
        showSettings(Page::Data);
        auto *panel = m_desk.window->findChild<ui::ExchangePanel *>();
        auto *question = find("importQuestion");
        panel->look(m_there.backup());
        waitFor("the question", [question] { return question->isVisible(); });
        scrollTo(question);
        save(u"import-backup"_s);
        question->findChildren<QAbstractButton *>().constLast()->click();
        waitFor("the end of it", [question] { return !question->isVisible(); });
        panel->look(m_there.foreign());
        waitFor("the other question", [question] { return question->isVisible(); });
        scrollTo(question);
        save(u"import-foreign"_s);
        question->findChildren<QAbstractButton *>().constLast()->click();
        waitFor("the end of that", [question] { return !question->isVisible(); });
        panel->look(m_there.program());
        waitFor("what came of it", [this] { return find("exchangeBanner")->isVisible(); });
        scrollTo(find("exchangeBanner"));
        save(u"import-failed"_s);
        m_desk.window->show(ui::Page::Chats);
    }

    void small()
    {
        m_desk.window->resize(800, 600);
        open(m_there.refused);
        save(u"small-refused"_s);
        find<QAbstractButton>("contextMeter")->click();
        saveAndClose(u"small-context-popup"_s);
        open(m_there.attached);
        page().editLastQuestion();
        save(u"small-editing"_s);
        page().leave();
        compare();
        save(u"small-compare"_s);
        page().leave();
        receipt();
        saveAndClose(u"small-receipt"_s);
        key(Qt::CTRL | Qt::Key_K);
        saveAndClose(u"small-goto"_s);
        page().newChatWith(m_desk.core->assistants().all().first().id);
        save(u"small-assistant"_s);
        m_desk.window->resize(1280, 840);
    }

    QString m_folder;
    QString m_scale;
    QString m_look;
    ui::Language m_language;
    ui::Appearance m_appearance;
    support::FakeOllama m_server{WrittenConversations::models()};
    support::Desk m_desk{m_server.url()};
    WrittenConversations m_there{m_server, m_desk};
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    if (ui::isPictureReader(argc, argv))
        ui::readPicture(argc, argv);
    QApplication application(argc, argv);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: around FOLDER SCALE\n", stderr);
        return 2;
    }
    return Pictures(arguments[1], arguments[2]).run();
}
