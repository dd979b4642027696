// Images and files into a question, in the real window, by the keyboard and the clipboard. This program is
// the process that reads images, too.
#include "chat/Attaching.h"
#include "chat/AttachmentStrip.h"
#include "chat/AttachmentView.h"
#include "common/Format.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;
using ui::AttachmentChip;

namespace {

const QString blind = u"gemma3:270m"_s;
const QString seeing = u"gemma3:4b"_s;

QList<support::FakeModel> models()
{
    return {{.name = blind},
            {.name = seeing, .digest = QString(64, u'b'), .capabilities = {u"completion"_s, u"vision"_s}}};
}

QByteArray png(int width = 6)
{
    QImage image(width, 4, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

QList<AttachmentChip *> chips(const Desk &desk)
{
    QList<AttachmentChip *> all = desk.chats()->findChildren<AttachmentChip *>();
    all.removeIf([](const AttachmentChip *chip) { return !chip->isVisible(); });
    return all;
}

QWidget *note(const Desk &desk, const char *name)
{
    return desk.find<QWidget>(name);
}

QString noteText(const Desk &desk, const char *name)
{
    return static_cast<ui::AttachmentNote *>(note(desk, name))->text();
}

void paste(const Desk &desk, QMimeData *data)
{
    QApplication::clipboard()->setMimeData(data);
    QTest::keyClick(desk.composer(), Qt::Key_V, Qt::ControlModifier);
}

void pasteFiles(const Desk &desk, const QStringList &paths)
{
    auto *data = new QMimeData;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data->setUrls(urls);
    data->setText(paths.join(u'\n')); // as file managers do
    paste(desk, data);
}

void pasteImage(const Desk &desk)
{
    auto *data = new QMimeData;
    data->setData(u"image/png"_s, png());
    paste(desk, data);
}

// As assistive technology does.
bool press(QAccessibleInterface *in, const QString &name)
{
    for (int i = 0; i < in->childCount(); ++i) {
        QAccessibleInterface *child = in->child(i);
        if (child->text(QAccessible::Name) == name && child->actionInterface()) {
            child->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
            return true;
        }
        if (press(child, name))
            return true;
    }
    return false;
}

bool press(QWidget *in, const QString &name)
{
    return press(QAccessible::queryAccessibleInterface(in), name);
}

QJsonObject lastQuestion(FakeOllama &server)
{
    return QJsonDocument::fromJson(server.last("POST", "/api/chat").body)[u"messages"_s]
        .toArray()
        .last()
        .toObject();
}

} // namespace

class TestAttachmentsInWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }
    void init()
    {
        m_files = std::make_unique<QTemporaryDir>();
        QApplication::clipboard()->clear();
    }

    void sendsFilesAndKeepsTheDraftOverARestart()
    {
        FakeOllama server(models());
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        pasteFiles(desk, {file(u"笔记.txt"_s, "\xc4\xe3\xba\xc3"), file(u"b.md"_s, "# ink")});
        QTRY_COMPARE(chips(desk).size(), 2);
        QCOMPARE(desk.composer()->toPlainText(), u""_s); // no address
        desk.restart();
        QTRY_COMPARE(chips(desk).size(), 2);
        QTRY_COMPARE(desk.modelName(), blind);
        QVERIFY(desk.find<QAbstractButton>("sendButton")->isEnabled());
        QTest::keyClick(desk.composer(), Qt::Key_Return); // without a word
        QTRY_COMPARE(desk.last().text, u"Paris is the capital."_s);
        const QString content = lastQuestion(server)[u"content"_s].toString();
        QVERIFY2(content.contains(u"笔记.txt (6 bytes):\n```\n你好\n```"_s), qPrintable(content));
        QVERIFY(content.contains(u"b.md (5 bytes):\n```\n# ink\n```"_s));
        QTRY_COMPARE(chips(desk).size(), 0);
        const chat::Message asked = desk.transcript().message(0);
        QCOMPARE(asked.text, u""_s);
        QCOMPARE(asked.attachments.size(), 2);
    }

    void isDoneByTheKeyboardAlone()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        QTest::keyClick(desk.window.get(), Qt::Key_O, Qt::ControlModifier);
        auto *dialog = desk.window->findChild<QDialog *>(u"attachDialog"_s);
        QVERIFY(dialog);
        dialog->close();
        pasteFiles(desk, {file(u"one.txt"_s, "1")});
        QTRY_COMPARE(chips(desk).size(), 1);
        pasteFiles(desk, {file(u"two.txt"_s, "2")});
        QTRY_COMPARE(chips(desk).size(), 2);
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.composer()->setFocus();
        QTest::keyClick(desk.composer(), Qt::Key_Tab, Qt::ShiftModifier);
        QPointer<AttachmentChip> chip = qobject_cast<AttachmentChip *>(QApplication::focusWidget());
        QVERIFY(chip);
        QCOMPARE(chip->accessibleName(), u"two.txt, 1 B"_s);
        QTest::keyClick(chip, Qt::Key_Return);
        auto *view = desk.chats()->findChild<ui::AttachmentView *>();
        QVERIFY(view);
        QTRY_COMPARE(view->findChild<QPlainTextEdit *>(u"attachedText"_s)->toPlainText(), u"2"_s);
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY(!desk.chats()->findChild<ui::AttachmentView *>());
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_COMPARE(chips(desk).size(), 1);
        QCOMPARE(qobject_cast<AttachmentChip *>(QApplication::focusWidget()), chips(desk).first());
        QTest::keyClick(chips(desk).first(), Qt::Key_Delete);
        QTRY_COMPARE(chips(desk).size(), 0);
        QCOMPARE(QApplication::focusWidget(), desk.composer());
        QVERIFY(!desk.find<QAbstractButton>("sendButton")->isEnabled());
    }

    void sendsImagesOnlyToModelsThatSee()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        QTRY_VERIFY(desk.core->installed().details(blind));
        pasteImage(desk);
        QTRY_COMPARE(chips(desk).size(), 1);
        desk.composer()->setPlainText(u"What is it?"_s);
        auto *send = desk.find<QAbstractButton>("sendButton");
        QTRY_VERIFY(note(desk, "attachmentBlind")->isVisible());
        QVERIFY(noteText(desk, "attachmentBlind").contains(blind));
        QVERIFY(!send->isEnabled());
        QTest::keyClick(desk.composer(), Qt::Key_Return);
        QCOMPARE(desk.transcript().rowCount(), 0);
        desk.chats()->useModel(seeing);
        QTRY_VERIFY(!note(desk, "attachmentBlind")->isVisible());
        QVERIFY(send->isEnabled());
        QTest::keyClick(desk.composer(), Qt::Key_Return);
        QTRY_COMPARE(desk.last().text, u"Paris is the capital."_s);
        const QJsonObject asked = lastQuestion(server);
        QCOMPARE(asked[u"content"_s].toString(), u"What is it?"_s);
        const QByteArray image =
            QByteArray::fromBase64(asked[u"images"_s].toArray().first().toString().toLatin1());
        QCOMPARE(QImage::fromData(image).size(), QSize(6, 4));

        // And to a blind one later, without it; which is said.
        desk.chats()->useModel(blind);
        QTRY_VERIFY(note(desk, "attachmentLeftOut")->isVisible());
        desk.ask(u"And its colour?"_s);
        QTRY_COMPARE(server.count("POST", "/api/chat"), 2);
        QVERIFY(!server.last("POST", "/api/chat").body.contains("\"images\""));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        desk.chats()->newChat();
        QVERIFY(!note(desk, "attachmentLeftOut")->isVisible());
    }

    void takesTheWayOutOfABlindModel()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        QTRY_VERIFY(desk.core->installed().details(blind));
        pasteFiles(desk, {file(u"a.txt"_s, "a"), file(u"a.png"_s, png())});
        QTRY_COMPARE(chips(desk).size(), 2);
        QTRY_VERIFY(note(desk, "attachmentBlind")->isVisible());
        desk.find<QAbstractButton>("removeImages")->click();
        QTRY_COMPARE(chips(desk).size(), 1);
        QVERIFY(!note(desk, "attachmentBlind")->isVisible());
        QVERIFY(desk.find<QAbstractButton>("sendButton")->isEnabled());
    }

    void saysWhatCannotGoAlong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("binary") << u"a.bin"_s
                                << QByteArray("\x7f"
                                              "ELF\0\1\2",
                                              7)
                                << u"neither an image"_s;
        QTest::newRow("too long") << u"long.txt"_s << QByteArray(512 * 1024 + 1, 'x') << u"524 kB"_s;
        QTest::newRow("far too long") << u"huge.txt"_s << QByteArray(3'000'000, 'x') << u"524 kB"_s;
        QTest::newRow("damaged image") << u"a.png"_s << png(600).first(60) << u"damaged"_s;
    }
    void saysWhatCannotGoAlong()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        FakeOllama server(models());
        const Desk desk(server.url());
        desk.composer()->setPlainText(u"kept"_s);
        pasteFiles(desk, {file(name, content)});
        QTRY_VERIFY(note(desk, "attachmentRefusal")->isVisible());
        const QString said = noteText(desk, "attachmentRefusal");
        QVERIFY2(said.contains(name) && said.contains(says), qPrintable(said));
        QCOMPARE(chips(desk).size(), 0);
        QCOMPARE(desk.composer()->toPlainText(), u"kept"_s);
        desk.find<QAbstractButton>("dismissRefusal")->click();
        QVERIFY(!note(desk, "attachmentRefusal")->isVisible());
    }

    void readsNoPipesAndNoFolders()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        const QString pipe = m_files->filePath(u"pipe"_s);
        QCOMPARE(mkfifo(qPrintable(pipe), S_IRUSR | S_IWUSR), 0);
        pasteFiles(desk, {pipe, m_files->path(), m_files->filePath(u"gone"_s), u"/dev/zero"_s});
        QTRY_COMPARE(noteText(desk, "attachmentRefusal").split(u'\n').size(), 4);
        QCOMPARE(chips(desk).size(), 0);
    }

    void opensWhatWasSentFromTheTranscript()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        desk.chats()->useModel(seeing);
        pasteFiles(desk, {file(u"one.txt"_s, "the text")});
        QTRY_COMPARE(chips(desk).size(), 1);
        pasteFiles(desk, {file(u"two.png"_s, png())});
        QTRY_COMPARE(chips(desk).size(), 2);
        desk.ask(u"What are they?"_s);
        QTRY_COMPARE(desk.last().text, u"Paris is the capital."_s);
        auto *transcript = desk.find<QWidget>("transcript");
        QVERIFY(QTest::qWaitFor([&] { return press(transcript, u"one.txt, 8 B"_s); }));
        auto *view = desk.chats()->findChild<ui::AttachmentView *>();
        QVERIFY(view);
        QTRY_COMPARE(view->findChild<QPlainTextEdit *>(u"attachedText"_s)->toPlainText(), u"the text"_s);
        delete view;
        const chat::Attachment image = desk.transcript().message(0).attachments.last();
        QVERIFY(press(transcript, u"two.png, 6 × 4, %1"_s.arg(ui::bytes(image.bytes))));
        view = desk.chats()->findChild<ui::AttachmentView *>();
        QVERIFY(view);
        QTRY_VERIFY(!view->findChild<QLabel *>()->pixmap(Qt::ReturnByValue).isNull());
    }

    void isDroppedAnywhereOnTheConversation()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file(u"dropped.txt"_s, "x"))});
        auto *target = desk.find<QWidget>("dropTarget");
        QWidget *page = target->parentWidget();
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(target->isVisible());
        QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &drop);
        QVERIFY(!target->isVisible());
        QTRY_COMPARE(chips(desk).size(), 1);
        QMimeData words;
        words.setText(u"only words"_s);
        QDragEnterEvent other({100, 100}, Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &other);
        QVERIFY(!target->isVisible());
    }

    void keepsWhatAnEditedQuestionHas()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        pasteFiles(desk, {file(u"one.txt"_s, "1"), file(u"two.txt"_s, "2")});
        QTRY_COMPARE(chips(desk).size(), 2);
        desk.ask(u"First"_s);
        QTRY_COMPARE(desk.last().text, u"Paris is the capital."_s);
        desk.chats()->editLastQuestion();
        QTRY_COMPARE(chips(desk).size(), 2);
        const AttachmentChip *first = chips(desk).first();
        const QString kept = chips(desk).last()->attachment().name;
        QTest::keyClick(const_cast<AttachmentChip *>(first), Qt::Key_Delete);
        QTRY_COMPARE(chips(desk).size(), 1);
        QTest::keyClick(desk.composer(), Qt::Key_Return);
        QTRY_COMPARE(server.count("POST", "/api/chat"), 2);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(desk.transcript().message(0).attachments.size(), 1);
        QCOMPARE(desk.transcript().message(0).attachments.first().name, kept);
        QCOMPARE(desk.transcript().message(0).versions, 2);
        QTRY_COMPARE(chips(desk).size(), 0);
    }

    void waitsForWhatIsStillBeingRead()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        desk.composer()->setPlainText(u"What is in it?"_s);
        pasteFiles(desk, {file(u"late.txt"_s, "a walrus")});
        QTest::keyClick(desk.composer(), Qt::Key_Return);
        QTRY_COMPARE(server.count("POST", "/api/chat"), 1);
        QVERIFY(server.last("POST", "/api/chat").body.contains("a walrus"));
    }

    // Two conversations on, before it is read.
    void losesNothingOfAConversationThatWasLeft()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        QList<chat::Id> ids;
        for (const QString &question : {u"a"_s, u"b"_s, u"c"_s}) {
            desk.chats()->newChat();
            desk.ask(question);
            QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
            ids.append(desk.core->sessions().current()->conversation().id);
            QTRY_VERIFY(desk.core->conversations().conversation(ids.last()));
        }
        desk.chats()->openConversation(ids[0]);
        pasteFiles(desk, {file(u"notes.txt"_s, "ink"), file(u"a.png"_s, png())});
        for (const chat::Id other : {ids[1], ids[2], ids[1], ids[2]})
            desk.chats()->openConversation(other);
        QVERIFY(desk.core->sessions().find(ids[0]));
        QTRY_VERIFY(!desk.core->sessions().find(ids[0])); // it was read, and is not held for ever
        QCOMPARE(chips(desk).size(), 0);
        desk.chats()->openConversation(ids[0]);
        QTRY_COMPARE(chips(desk).size(), 2);
    }

    // The receipt of a question with attachments has what was sent of them.
    void showsTheExactRequest()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        desk.chats()->useModel(seeing);
        pasteFiles(desk, {file(u"one.txt"_s, "the text"), file(u"two.png"_s, png())});
        QTRY_COMPARE(chips(desk).size(), 2);
        desk.ask(u"What are they?"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QVERIFY(isExact(desk, server));
        // And that of a model that was not shown the image.
        desk.chats()->useModel(blind);
        desk.ask(u"And now?"_s);
        QTRY_COMPARE(server.count("POST", "/api/chat"), 2);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QVERIFY(!server.last("POST", "/api/chat").body.contains("\"images\""));
        QVERIFY(isExact(desk, server));
    }

    void takesNoMoreInAnEditThanInAQuestion()
    {
        FakeOllama server(models());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), blind);
        QStringList files;
        for (int n = 0; n < chat::mostAttachments; ++n)
            files.append(file(u"%1.txt"_s.arg(n), "text"));
        pasteFiles(desk, files);
        QTRY_COMPARE(chips(desk).size(), chat::mostAttachments);
        desk.ask(u"First"_s);
        QTRY_COMPARE(desk.last().text, u"Paris is the capital."_s);
        desk.chats()->editLastQuestion();
        QTRY_COMPARE(chips(desk).size(), chat::mostAttachments);
        pasteFiles(desk, {file(u"more.txt"_s, "text")});
        QTRY_VERIFY(note(desk, "attachmentRefusal")->isVisible());
        QCOMPARE(chips(desk).size(), chat::mostAttachments);
        // What was said of one conversation is not said of the next.
        desk.chats()->newChat();
        QTRY_VERIFY(!note(desk, "attachmentRefusal")->isVisible());
    }

private:
    // What the receipt of the last answer shows is what the server got.
    static bool isExact(const Desk &desk, FakeOllama &server)
    {
        desk.chats()->showLastReceipt();
        const auto popup = [&] { return desk.chats()->findChild<QWidget *>(u"receipt"_s); };
        if (!QTest::qWaitFor([&] { return popup() && popup()->isVisible(); }))
            return false;
        popup()->findChild<QAbstractButton *>(u"receiptRequestToggle"_s)->click();
        const QString shown = popup()->findChild<QPlainTextEdit *>(u"receiptRequest"_s)->toPlainText();
        const QString note = popup()->findChild<QLabel *>(u"receiptRequestNote"_s)->text();
        QTest::keyClick(popup(), Qt::Key_Escape);
        return shown.toUtf8() == server.last("POST", "/api/chat").body && note.contains(u"SHA-256"_s) &&
               QTest::qWaitFor([&] { return !popup(); });
    }
    QString file(const QString &name, const QByteArray &content) const
    {
        const QString path = m_files->filePath(name);
        QFile file(path);
        return file.open(QFile::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }

    support::TempHome m_home;
    std::unique_ptr<QTemporaryDir> m_files;
};

int main(int argc, char **argv)
{
    if (ui::isPictureReader(argc, argv))
        ui::readPicture(argc, argv);
    QApplication application(argc, argv);
    TestAttachmentsInWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Attachments.moc"
