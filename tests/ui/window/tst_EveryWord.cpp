// Every word on every page, in every menu, question and tooltip went through tr() and is worded again when
// the language changes; and everything that takes the focus, shows an icon or holds rows has a name.
#include "base/ServerUrl.h"
#include "library/Parameters.h"
#include "server/EngineInstructions.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/Pages.h"
#include "support/PseudoLanguage.h"
#include "support/Words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTextDocumentFragment>
#include <QTreeView>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;
using support::Part;

namespace {

const QString model = u"gemma3:270m"_s;

// What is the same in every language: names of programs, models, files and keys, units, what was asked and
// answered, what the catalogue says.
class Foreign
{
public:
    explicit Foreign(const Desk &desk, const FakeOllama &server)
    {
        // The longest first: one may be part of another.
        for (const library::CatalogueEntry &entry : desk.core->catalogue().entries())
            m_same << entry.goodFor.in(u"en"_s) << entry.languages.in(u"en"_s) << entry.name << entry.licence;
        for (const library::CatalogueEntry &entry : desk.core->catalogue().entries())
            m_same << entry.family << entry.parameterLabel << entry.quantization;
        for (const library::Texts &source : desk.core->catalogue().sources())
            m_same.prepend(source.en);
        m_same += QStringList{model,
                              server.url().toString(),
                              base::hostAndPort(server.url()),
                              desk.places.databaseFile,
                              desk.places.settingsFile,
                              u"Paris is the capital."_s,
                              u"What is this?"_s,
                              u"new:1b"_s,
                              u"missing:1b"_s,
                              u"简体中文"_s,
                              u"English"_s,
                              u"Inkstone"_s,
                              u"Ollama"_s,
                              u"Licence text"_s,
                              u"gemma3"_s,
                              u"aaaaaaaaaaaa"_s,
                              u"https://[::1]/"_s,
                              u"mailto:1@[::1]"_s,
                              u"gemma3-copy:270m"_s,
                              u"new-copy:1b"_s,
                              u"FROM"_s,
                              u"PARAMETER temperature"_s,
                              u"MESSAGE user"_s,
                              u"MESSAGE assistant"_s,
                              u"{{ .Prompt }}"_s,
                              QStringLiteral(INKSTONE_VERSION),
                              QString::fromLatin1(qVersion())};
        // Names and values of variables, and commands, are typed as they are.
        for (const server::EngineRule &rule : server::engineRules())
            m_same << QString::fromLatin1(rule.name) << QString::fromLatin1(rule.choices).split(u' ');
        for (const library::KnownParameter &parameter : library::knownParameters())
            m_same << parameter.name;
        m_same.removeAll(QString());
        for (const auto keeper : {server::EngineKeeper::Systemd, server::EngineKeeper::Docker})
            m_same << server::engineLogCommand(keeper);
        m_same << u"latest"_s;
    }

    // The words in it that nobody translated; empty where all were.
    QString untranslated(const QString &said) const
    {
        static const QRegularExpression ours(u"«.*»"_s, QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression unit(u"[\\d.,:]+\\s?(?:B|kB|KB|MB|GB|AM|PM|M|K|px|s)\\b"_s);
        static const QRegularExpression key(
            u"\\b(?:Ctrl|Shift|Alt|Esc|Enter|Return|Space|Up|Down|PgUp|PgDown|Home|End|Left|Right|Tab|Del|F\\d+)\\b"_s);
        static const QRegularExpression word(u"\\p{L}{2,}"_s);
        QString rest = said;
        rest.remove(ours);
        for (const QString &same : m_same)
            rest.remove(same);
        rest.remove(unit).remove(key);
        return rest.contains(word) ? rest.trimmed() : QString();
    }

private:
    QStringList m_same;
};

bool needsName(const Part &part)
{
    switch (part.role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::ProgressBar:
    case QAccessible::ListItem:
        return true;
    default:
        return part.takesFocus;
    }
}

using Ask = std::function<void(Desk &)>;

} // namespace

class TestEveryWord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void everythingHasAName();
    void everyWordOnEveryPageIsOurs();
    void everyMenuIsOurs_data();
    void everyMenuIsOurs();
    void theMenuOfAConversationIsOurs();
    void everyQuestionIsOurs_data();
    void everyQuestionIsOurs();
    void theQuestionOfTheTrashIsOurs();

private:
    QStringList untranslated(QWidget *window) const;
    void checkMenu(QWidget *menu) const;

    support::TempHome m_home;
    std::unique_ptr<FakeOllama> m_server;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Foreign> m_foreign;
};

void TestEveryWord::initTestCase()
{
    support::hideEngines(m_home);
    m_server = std::make_unique<FakeOllama>(QList<support::FakeModel>{{.name = model}});
    m_desk = std::make_unique<Desk>(m_server->url());
    QTRY_COMPARE(m_desk->modelName(), model);
    m_desk->ask(u"What is this?"_s);
    QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
    // Each page with something on it.
    m_server->once("POST", "/api/pull",
                   support::Reply::lines({FakeOllama::errorLine(u"file does not exist"_s)}));
    QVERIFY(m_desk->core->downloads().pull(u"missing:1b"_s));
    QTRY_COMPARE(m_desk->core->downloads().runningCount(), 0);
    QVERIFY(m_desk->core->downloads().pull(u"new:1b"_s));
    QTRY_VERIFY(m_desk->core->installed().contains(u"new:1b"_s));
    QTRY_VERIFY(m_desk->core->installed().details(model));
    // What it says is the person's.
    chat::Assistants &assistants = m_desk->core->assistants();
    QTRY_VERIFY(assistants.isLoaded());
    while (assistants.all().size() > 1)
        assistants.remove(assistants.all().last().id);
    assistants.save({.id = assistants.all().first().id,
                     .name = model,
                     .systemPrompt = u"Paris is the capital."_s,
                     .suggestions = {u"What is this?"_s}});
    m_foreign = std::make_unique<Foreign>(*m_desk, *m_server);
}

void TestEveryWord::cleanupTestCase()
{
    m_foreign.reset();
    m_desk.reset();
    m_server.reset();
}

QStringList TestEveryWord::untranslated(QWidget *window) const
{
    QStringList found;
    const auto look = [&](const QString &where, const QString &said) {
        const QString left = m_foreign->untranslated(said);
        if (!left.isEmpty())
            found.append(where + u": "_s + left);
    };
    for (const Part &part : support::partsOf(window)) {
        for (const QString &said : part.words())
            look(part.where, said);
    }
    for (const QWidget *widget : window->findChildren<QWidget *>())
        look(u"tooltip of "_s + widget->objectName(),
             QTextDocumentFragment::fromHtml(widget->toolTip()).toPlainText());
    if (const auto *menu = qobject_cast<QMenu *>(window)) {
        for (const QAction *action : menu->findChildren<QAction *>() + menu->actions())
            look(u"menu"_s, action->text());
    }
    return found;
}

void TestEveryWord::everythingHasAName()
{
    QStringList nameless;
    for (const support::PageOfWindow &page : support::pages()) {
        page.show(*m_desk);
        for (const Part &part : support::partsOf(m_desk->window.get())) {
            if (needsName(part) && part.name.isEmpty())
                nameless.append(QLatin1String(page.name) + part.where);
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestEveryWord::everyWordOnEveryPageIsOurs()
{
    const support::PseudoLanguage pseudo;
    QCoreApplication::processEvents(); // LanguageChange is posted
    QStringList left;
    for (const support::PageOfWindow &page : support::pages()) {
        page.show(*m_desk);
        left += untranslated(m_desk->window.get());
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
}

void TestEveryWord::everyMenuIsOurs_data()
{
    QTest::addColumn<int>("page"); // of support::pages()
    QTest::addColumn<QString>("object");
    QTest::newRow("a conversation") << 0 << u"conversationList"_s;
    QTest::newRow("the transcript") << 0 << u"transcript"_s;
    QTest::newRow("a model") << 1 << u"installedModels"_s;
    QTest::newRow("a model to get") << 2 << u"catalogue"_s;
    QTest::newRow("a download") << 3 << u"downloads"_s;
}

void TestEveryWord::everyMenuIsOurs()
{
    QFETCH(int, page);
    QFETCH(QString, object);
    const support::PseudoLanguage pseudo;
    QCoreApplication::processEvents();
    support::pages().at(page).show(*m_desk);
    auto *area = m_desk->window->findChild<QAbstractScrollArea *>(object);
    QVERIFY(area && area->isVisible());
    QPoint place = area->viewport()->rect().center();
    if (auto *view = qobject_cast<QAbstractItemView *>(area)) {
        const QModelIndex row = view->model()->index(view->model()->rowCount() - 1, 0);
        view->setCurrentIndex(row);
        view->scrollTo(row);
        place = view->visualRect(row).center();
    }
    QContextMenuEvent asked(QContextMenuEvent::Mouse, place, area->viewport()->mapToGlobal(place));
    QApplication::sendEvent(area->viewport(), &asked);
    QTRY_VERIFY(QApplication::activePopupWidget());
    checkMenu(QApplication::activePopupWidget());
}

void TestEveryWord::checkMenu(QWidget *menu) const
{
    QVERIFY(!menu->actions().isEmpty());
    const QString left = untranslated(menu).join(u'\n');
    QVERIFY2(left.isEmpty(), qPrintable(left));
    menu->close();
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

void TestEveryWord::theMenuOfAConversationIsOurs()
{
    const support::PseudoLanguage pseudo;
    QCoreApplication::processEvents();
    support::pages().at(0).show(*m_desk);
    m_desk->find<QAbstractButton>("conversationMenu")->click();
    QTRY_VERIFY(QApplication::activePopupWidget());
    checkMenu(QApplication::activePopupWidget());
}

void TestEveryWord::theQuestionOfTheTrashIsOurs()
{
    chat::Conversation deleted;
    deleted.id = chat::newId();
    deleted.title = model;
    m_desk->core->store().save(deleted);
    m_desk->core->store().moveToTrash(deleted.id);
    const support::PseudoLanguage pseudo;
    QCoreApplication::processEvents();
    m_desk->window->show(ui::Page::Settings);
    m_desk->window->findChild<ui::SettingsPage *>()->showPage(ui::SettingsPage::Page::Data);
    auto *list = m_desk->window->findChild<QTreeView *>(u"trashList"_s);
    QTRY_VERIFY(list->isVisible() && list->model()->rowCount() == 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    m_desk->window->findChild<QAbstractButton *>(u"deleteForGood"_s)->click();
    QVERIFY(m_desk->window->findChild<QWidget *>(u"deleteQuestion"_s)->isVisible());
    const QString left = untranslated(m_desk->window.get()).join(u'\n');
    QVERIFY2(left.isEmpty(), qPrintable(left));
}

void TestEveryWord::everyQuestionIsOurs_data()
{
    QTest::addColumn<Ask>("ask");
    QTest::newRow("remove a model") << Ask([](Desk &desk) {
        support::pages().at(1).show(desk);
        desk.window->findChild<QAbstractButton *>(u"removeModel"_s)->click();
    });
    QTest::newRow("replace a model") << Ask([](Desk &desk) {
        support::pages().at(1).show(desk);
        desk.window->findChild<ui::ModelActions *>()->askBeforeReplacing(model, [] {});
    });
    QTest::newRow("push a model") << Ask([](Desk &desk) {
        support::pages().at(1).show(desk);
        desk.window->findChild<ui::ModelActions *>()->askPush(u"1.1.1.1:1/1/1:1"_s);
    });
    QTest::newRow("open a link") << Ask([](Desk &desk) {
        Q_EMIT desk.find<ui::TranscriptView>("transcript")->linkActivated(QUrl(u"https://[::1]/"_s), {});
    });
    QTest::newRow("write to somebody") << Ask([](Desk &desk) {
        Q_EMIT desk.find<ui::TranscriptView>("transcript")->linkActivated(QUrl(u"mailto:1@[::1]"_s), {});
    });
    QTest::newRow("quit with downloads") << Ask([](Desk &desk) { desk.window->close(); });
}

void TestEveryWord::everyQuestionIsOurs()
{
    QFETCH(Ask, ask);
    const support::PseudoLanguage pseudo;
    QCoreApplication::processEvents();
    m_server->once("POST", "/api/pull", support::Reply().head(200).stall());
    QVERIFY(m_desk->core->downloads().pull(u"new:1b"_s)); // runs
    ask(*m_desk);
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(box);
    const QString left = untranslated(box).join(u'\n');
    QVERIFY2(left.isEmpty(), qPrintable(left));
    const QString title = m_foreign->untranslated(box->windowTitle());
    QCOMPARE(title, QString());
    box->reject();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    m_desk->core->downloads().cancel(m_desk->core->downloads().rowOf(u"new:1b"_s));
    QTRY_COMPARE(m_desk->core->downloads().runningCount(), 0);
}

QTEST_MAIN(TestEveryWord)
#include "tst_EveryWord.moc"
