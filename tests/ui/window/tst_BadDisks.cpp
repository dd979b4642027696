// The window on disks that are full or read-only, with data that is damaged or newer: each is said with its
// next step in both languages, nothing written is lost, and the window works all the same.
#include "chat/ConversationRows.h"
#include "common/ErrorText.h"
#include "common/Language.h"
#include "common/Widgets.h"
#include "library/ModelsPage.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/TinyDisk.h"
#include "support/Words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMenu>

#include <functional>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;
using support::Desk;
using support::FakeOllama;
using support::TinyDisk;

namespace {

const QString model = u"gemma3:270m"_s;
using Change = std::function<bool(TinyDisk &, const ui::Places &)>;

bool overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// The list of conversations: what they hold is still there.
bool spoilPage(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(4096) && file.write(QByteArray(4096, 'x')) == 4096;
}

bool makeNewer(const QString &path)
{
    storage::Schema newer = chat::rows::schema();
    newer.migrations.append({u"CREATE TABLE wonder(x)"_s});
    storage::Database database;
    return database.open(path, newer).has_value();
}

bool nothing(TinyDisk &, const ui::Places &)
{
    return true;
}

} // namespace

class TestBadDisks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        support::hideEngines(m_home);
        m_language.apply(u"en"_s);
    }
    void isSaidAndLosesNothing_data();
    void isSaidAndLosesNothing();
    void offersWaysOutOfAFullDisk();
    void offersABackupInPlaceOfWhatIsDamaged();
    void offersToLeaveANewerFile();

private:
    // The entries of what the banner offers, which is asked for by the keyboard.
    static QStringList ways(const Desk &desk);
    static void take(const Desk &desk, const QString &way);
    static void answer(const Desk &desk, const QString &question);
    void checkSaid(const Desk &desk, const base::Error &error, ui::Doing doing, const QString &subject);

    support::TempHome m_home;
    ui::Language m_language;
};

void TestBadDisks::answer(const Desk &desk, const QString &question)
{
    QTRY_COMPARE(desk.modelName(), model);
    desk.chats()->newChat();
    desk.ask(question);
    QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
}

void TestBadDisks::checkSaid(const Desk &desk, const base::Error &error, ui::Doing doing,
                             const QString &subject)
{
    const auto isSaid = [&](const QString &sentence) {
        for (const ui::Banner *banner : desk.window->findChildren<ui::Banner *>()) {
            for (auto *button : banner->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->isCheckable() && !button->isChecked())
                    button->click();
            }
        }
        return support::wordsOf(desk.window.get()).contains(sentence);
    };
    QStringList sentences;
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        m_language.apply(language);
        const ui::ErrorText words = ui::errorText(error, doing, subject, {});
        QVERIFY(!words.what.isEmpty());
        QVERIFY(!words.next.isEmpty());
        QTRY_VERIFY2(isSaid(words.what), qPrintable(words.what));
        QTRY_VERIFY2(isSaid(words.next), qPrintable(words.next));
        sentences.append(words.what + words.next);
    }
    QVERIFY(sentences[0] != sentences[1]);
    m_language.apply(u"en"_s);
}

void TestBadDisks::isSaidAndLosesNothing_data()
{
    QTest::addColumn<Change>("spoil");
    QTest::addColumn<Change>("repair");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<ui::Doing>("doing");
    QTest::addColumn<bool>("hasOld"); // what was there before shows
    const auto row = [](const char *name, const Change &spoil, const Change &repair, Kind kind,
                        ui::Doing doing,
                        bool hasOld) { QTest::newRow(name) << spoil << repair << kind << doing << hasOld; };
    using enum ui::Doing;
    row(
        "read-only folder", [](TinyDisk &disk, const auto &) { return disk.setReadOnly(true); },
        [](TinyDisk &disk, const auto &) { return disk.setReadOnly(false); }, Kind::ReadOnly, KeepingHistory,
        true);
    row(
        "full disk", [](TinyDisk &disk, const auto &) { return disk.fill(); },
        [](TinyDisk &disk, const auto &) { return disk.empty(); }, Kind::NoSpace, KeepingHistory, true);
    row(
        "damaged database",
        [](TinyDisk &, const ui::Places &at) { return overwrite(at.databaseFile, QByteArray(8192, 'x')); },
        nothing, Kind::Damaged, KeepingHistory, false);
    row(
        "damaged page of the database",
        [](TinyDisk &, const ui::Places &at) { return spoilPage(at.databaseFile); }, nothing, Kind::Damaged,
        KeepingHistory, true);
    row(
        "newer database", [](TinyDisk &, const ui::Places &at) { return makeNewer(at.databaseFile); },
        nothing, Kind::NewerData, KeepingHistory, false);
    row(
        "damaged settings",
        [](TinyDisk &, const ui::Places &at) {
            return overwrite(at.settingsFile, QByteArray("[server\0\0]", 10));
        },
        nothing, Kind::Damaged, KeepingSettings, true);
}

void TestBadDisks::isSaidAndLosesNothing()
{
    QFETCH(Change, spoil);
    QFETCH(Change, repair);
    QFETCH(Kind, kind);
    QFETCH(ui::Doing, doing);
    QFETCH(bool, hasOld);
    const support::TempHome home;
    const QString folder = home.path(u"disk"_s);
    QVERIFY(QDir().mkpath(folder));
    TinyDisk disk(folder, 2 << 20);
    QVERIFY(disk.isMounted());
    FakeOllama server({{.name = model}});
    Desk desk(server.url(), folder);
    answer(desk, u"Before"_s);
    QVERIFY(desk.core->settings().set(settings::Key::MaxTokens, 77));
    desk.stop();

    QVERIFY(spoil(disk, desk.places));
    desk.start();
    const bool isHistory = doing == ui::Doing::KeepingHistory;
    if (!isHistory)
        desk.window->show(ui::Page::Settings);
    const auto error = [&] {
        return isHistory ? desk.core->store().error() : desk.core->settings().loadError();
    };
    QTRY_VERIFY(isHistory || error());
    answer(desk, u"During"_s);
    QTRY_VERIFY(error());
    QCOMPARE(int(error()->kind), int(kind));
    const QString database = QFileInfo(desk.places.databaseFile).absolutePath();
    checkSaid(desk, *error(), doing, isHistory ? database : desk.places.settingsFile);
    QCOMPARE(desk.core->conversations().conversationCount(), hasOld ? 2 : 1);
    QCOMPARE(desk.core->settings().values().maxTokens, 77);
    if (isHistory && kind == Kind::Damaged)
        QTRY_VERIFY(support::wordsOf(desk.window.get())
                        .contains(hasOld ? u"Saved of them: 1 conversation with 2 messages."_s
                                         : u"Saved of them: 0 conversations with 0 messages."_s));

    QVERIFY(repair(disk, desk.places));
    if (kind == Kind::NewerData) // it is another program's to write: this one leaves it alone
        return;
    QTRY_COMPARE_WITH_TIMEOUT(desk.core->store().state(), chat::ConversationStore::State::Saved, 15'000);
    desk.restart();
    QTRY_COMPARE(desk.core->conversations().conversationCount(), hasOld ? 2 : 1);
    QVERIFY(!desk.core->store().error());
    answer(desk, u"After"_s);
    QTRY_COMPARE(desk.core->conversations().conversationCount(), hasOld ? 3 : 2);
}

QStringList TestBadDisks::ways(const Desk &desk)
{
    QAbstractButton *action = nullptr;
    for (auto *button : desk.find<QWidget>("historyBanner")->findChildren<QAbstractButton *>())
        action = button->text() == u"What can be done…"_s ? button : action;
    if (!action || !action->isVisible())
        return {};
    action->setFocus();
    QTest::keyClick(action, Qt::Key_Space);
    QStringList texts;
    for (const QAction *way : desk.window->findChild<QMenu *>(u"historyWays"_s)->actions())
        texts.append(way->text());
    return texts;
}

// In the menu that is open.
void TestBadDisks::take(const Desk &desk, const QString &way)
{
    auto *menu = desk.window->findChild<QMenu *>(u"historyWays"_s);
    QVERIFY(menu);
    do
        QTest::keyClick(menu, Qt::Key_Down);
    while (menu->activeAction()->text() != way && menu->activeAction() != menu->actions().constLast());
    QCOMPARE(menu->activeAction()->text(), way);
    QTest::keyClick(menu, Qt::Key_Return);
    QCoreApplication::sendPostedEvents(menu, QEvent::DeferredDelete);
}

void TestBadDisks::offersWaysOutOfAFullDisk()
{
    const QString elsewhere = u"Save what is here elsewhere…"_s;
    const support::TempHome home;
    const QString folder = home.path(u"disk"_s);
    QVERIFY(QDir().mkpath(folder));
    TinyDisk disk(folder, 2 << 20);
    QVERIFY(disk.isMounted());
    FakeOllama server({{.name = model}});
    Desk desk(server.url(), folder);
    answer(desk, u"Before"_s);
    QVERIFY(disk.fill());
    answer(desk, u"During"_s);
    QTRY_COMPARE(desk.core->store().state(), chat::ConversationStore::State::NotSaved);
    const QStringList all{u"Free space: what models take…"_s, elsewhere, u"Copy this conversation"_s};
    QCOMPARE(ways(desk), all);
    take(desk, all[2]);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"During"_s) && copied.contains(desk.last().text), qPrintable(copied));

    QCOMPARE(ways(desk), all);
    take(desk, elsewhere);
    auto *dialog = desk.window->findChild<QFileDialog *>(u"exportDialog"_s);
    QVERIFY(dialog);
    const QString path = home.path(u"saved.json"_s);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY2(saved.contains("Before") && saved.contains("During"), saved.constData());

    QCOMPARE(ways(desk), all);
    take(desk, all[0]);
    QVERIFY(desk.window->findChild<ui::ModelsPage *>()->isVisible());
    QCOMPARE(desk.window->findChild<ui::ModelsPage *>()->tab(), ui::ModelsPage::Tab::Storage);
    QVERIFY(disk.empty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.core->store().state(), chat::ConversationStore::State::Saved, 15'000);
}

void TestBadDisks::offersABackupInPlaceOfWhatIsDamaged()
{
    FakeOllama server({{.name = model}});
    Desk desk(server.url());
    answer(desk, u"Before"_s);
    QTRY_COMPARE(desk.core->store().state(), chat::ConversationStore::State::Saved);
    desk.core->store().backUpIfDue();
    QTRY_VERIFY(!desk.core->store().copies().isEmpty());
    desk.stop();
    QVERIFY(overwrite(desk.places.databaseFile, QByteArray(8192, 'x')));
    desk.start();
    QTRY_VERIFY(desk.core->store().error());
    auto *banner = desk.find<ui::Banner>("historyBanner");
    QAbstractButton *offer = nullptr;
    for (auto *button : banner->findChildren<QAbstractButton *>())
        offer = button->text() == u"From a backup…"_s ? button : offer;
    QVERIFY(offer && offer->isVisible());
    QTest::keyClick(offer, Qt::Key_Space);
    auto *backups = desk.window->findChild<QWidget *>(u"fromBackup"_s);
    QVERIFY(backups && backups->isVisible());
}

void TestBadDisks::offersToLeaveANewerFile()
{
    FakeOllama server({{.name = model}});
    Desk desk(server.url());
    answer(desk, u"Before"_s);
    desk.stop();
    QVERIFY(makeNewer(desk.places.databaseFile));
    QFile file(desk.places.databaseFile);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray before = file.readAll();
    desk.start();
    QTRY_COMPARE(desk.core->store().state(), chat::ConversationStore::State::NotSaved);
    QCOMPARE(ways(desk), (QStringList{u"Save what is here elsewhere…"_s, u"Quit"_s}));
    take(desk, u"Quit"_s);
    QTRY_VERIFY(!desk.window->isVisible());
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

int main(int argc, char **argv)
{
    if (!support::enterOwnMounts())
        return 1;
    QApplication app(argc, argv);
    TestBadDisks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_BadDisks.moc"
