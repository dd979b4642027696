// Settings, Assistants: each change holds at once, and what leaves the list can come back.
#include "common/ComboBox.h"
#include "exchange/AssistantFile.h"
#include "settings/AssistantsForm.h"
#include "support/Child.h"
#include "support/FakeBackend.h"
#include "support/Options.h"
#include "support/PseudoLanguage.h"
#include "support/TempHome.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using chat::Assistant;

namespace {

QList<Assistant> starting()
{
    return {
        {.id = 1, .name = u"Simple"_s, .icon = u"pencil"_s, .systemPrompt = u"Be brief."_s},
        {.id = 2, .name = u"Code"_s, .parameters = support::generation(0.2), .suggestions = {u"Explain:"_s}}};
}

struct Fixture
{
    explicit Fixture(const QString &folder)
        : settings(folder + u"/settings.ini"_s)
        , store(folder + u"/chats.db"_s)
        , models(backend)
        , assistants(store, starting)
        , form(assistants, settings, models)
    {
        if (!QTest::qWaitFor([this] { return assistants.isLoaded(); }, 10'000))
            qFatal("not loaded");
        form.resize(900, 1400);
        form.show();
        form.activateWindow();
        if (!QTest::qWaitForWindowActive(&form))
            qFatal("not active");
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(form, name);
    }
    QAbstractButton *button(const char *name) const { return find<QAbstractButton>(name); }
    void press(const char *name) const
    {
        button(name)->setFocus();
        QTest::keyClick(button(name), Qt::Key_Space);
    }
    QStringList listed() const
    {
        QStringList names;
        for (int row = 0; row < find<QListWidget>("assistants")->count(); ++row)
            names.append(find<QListWidget>("assistants")->item(row)->text());
        return names;
    }
    void select(int row) const { find<QListWidget>("assistants")->setCurrentRow(row); }
    Assistant at(qsizetype place) const { return assistants.all().at(place); }
    // Of what is in sight below a widget.
    static QString words(const QWidget *widget)
    {
        QStringList texts;
        for (const QLabel *label : widget->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    QString said() const { return words(find<QWidget>("assistantsBanner")); }
    void type(const char *field, const QString &text) const
    {
        auto *widget = find<QWidget>(field);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(widget, Qt::Key_Delete);
        QTest::keyClicks(widget, text);
    }
    void choose(const char *box, const QString &text) const
    {
        auto *combo = find<ui::ComboBox>(box);
        combo->setCurrentIndex(combo->findText(text));
        Q_EMIT combo->activated(combo->currentIndex());
    }
    // What the file dialog that is open is answered with.
    bool answer(const char *dialogName, const QString &path) const
    {
        auto *dialog = form.window()->findChild<QFileDialog *>(QLatin1String(dialogName));
        if (!dialog)
            return false;
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return true;
    }

    support::FakeBackend backend;
    settings::SettingsStore settings;
    chat::ConversationStore store;
    library::InstalledModels models;
    chat::Assistants assistants;
    ui::AssistantsForm form;
};

} // namespace

class TestAssistantsForm : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<support::TempHome> m_home;
    std::unique_ptr<Fixture> m_fixture;

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init()
    {
        m_home = std::make_unique<support::TempHome>();
        m_fixture = std::make_unique<Fixture>(m_home->path(u"data"_s));
    }
    void cleanup()
    {
        m_fixture.reset();
        m_home.reset();
    }

    void keepsWhatIsEntered()
    {
        Fixture &f = *m_fixture;
        QCOMPARE(f.listed(), (QStringList{u"Simple"_s, u"Code"_s}));
        QCOMPARE(f.find<QLineEdit>("assistantName")->text(), u"Simple"_s);
        QCOMPARE(f.find<QPlainTextEdit>("assistantPrompt")->toPlainText(), u"Be brief."_s);
        f.type("assistantName", u"Short"_s);
        f.type("assistantPrompt", u"One sentence."_s);
        f.find<QPlainTextEdit>("assistantSuggestions")->setPlainText(u"  Why?  \n\nHow?"_s);
        f.type("assistantTemperature", u"0.3"_s);
        f.type("assistantMaxTokens", u"50"_s);
        f.choose("assistantIcon", u"Wrench"_s);
        f.choose("assistantThink", u"Answer at once"_s);
        const Assistant expected{.id = 1,
                                 .name = u"Short"_s,
                                 .icon = u"wrench"_s,
                                 .systemPrompt = u"One sentence."_s,
                                 .parameters = support::generation(0.3, 50, {}, {}, {}, false),
                                 .suggestions = {u"Why?"_s, u"How?"_s}};
        QCOMPARE(f.at(0), expected);
        QCOMPARE(f.listed(), (QStringList{u"Short"_s, u"Code"_s}));
        // What was just typed belongs to the one it was typed for.
        f.type("assistantPrompt", u"Two sentences."_s);
        f.select(1);
        QCOMPARE(f.at(0).systemPrompt, u"Two sentences."_s);
        QCOMPARE(f.at(1), starting()[1]);
        QCOMPARE(f.find<QLineEdit>("assistantTemperature")->text(), u"0.2"_s);
    }

    void offersTheModelsThatAreThereAndTheOneThatIsNot()
    {
        Fixture &f = *m_fixture;
        Assistant code = starting()[1];
        code.model = u"gone:7b"_s;
        f.assistants.save(code);
        f.select(1);
        auto *box = f.find<ui::ComboBox>("assistantModel");
        QCOMPARE(box->currentText(), u"gone:7b"_s);
        backend::ModelInfo here;
        here.name = u"here:1b"_s;
        f.backend.installed = QList{here};
        f.models.refresh();
        QTRY_COMPARE(box->currentText(), u"gone:7b (not installed)"_s);
        f.choose("assistantModel", u"here:1b"_s);
        QCOMPARE(f.at(1).model, u"here:1b"_s);
        f.choose("assistantModel", u"Whichever is chosen"_s);
        QCOMPARE(f.at(1).model, QString());
    }

    void refusesWhatCannotBeKeptAndKeepsTheRest()
    {
        Fixture &f = *m_fixture;
        f.type("assistantName", u"   "_s);
        QTest::keyClick(f.find<QLineEdit>("assistantName"), Qt::Key_Return);
        QVERIFY2(Fixture::words(&f.form).contains(u"An assistant needs a name. “Simple” is still in use."_s),
                 qPrintable(Fixture::words(&f.form)));
        QCOMPARE(f.at(0).name, u"Simple"_s);
        for (QAbstractButton *back : f.form.findChildren<QAbstractButton *>()) {
            if (back->text() == u"Back to Simple"_s)
                back->click();
        }
        QCOMPARE(f.find<QLineEdit>("assistantName")->text(), u"Simple"_s);
        QVERIFY(!Fixture::words(&f.form).contains(u"needs a name"_s));
        f.find<QPlainTextEdit>("assistantPrompt")->setPlainText(QString(100'001, u'x'));
        f.find<QPlainTextEdit>("assistantSuggestions")->setPlainText(u"a\n"_s.repeated(13));
        f.type("assistantTemperature", u"3"_s);
        f.choose("assistantIcon", u"Page"_s);
        QVERIFY2(Fixture::words(&f.form).contains(u"holds up to 100,000 characters"_s),
                 qPrintable(Fixture::words(&f.form)));
        QVERIFY(Fixture::words(&f.form).contains(u"Up to 12 lines of 1,000 characters"_s));
        QVERIFY(Fixture::words(&f.form).contains(u"A number from 0 to 2, or nothing."_s));
        Assistant kept = starting()[0];
        kept.icon = u"file-text"_s;
        QCOMPARE(f.at(0), kept);
    }

    void makesDuplicatesAndMoves()
    {
        Fixture &f = *m_fixture;
        f.press("newAssistant");
        QCOMPARE(f.listed(), (QStringList{u"Simple"_s, u"Code"_s, u"New assistant"_s}));
        QVERIFY(f.find<QLineEdit>("assistantName")->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"Mine"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(f.listed().last(), u"Mine"_s);
        f.select(1);
        f.press("duplicateAssistant");
        QCOMPARE(f.listed().last(), u"Code 2"_s);
        QCOMPARE(f.at(3).suggestions, starting()[1].suggestions);
        f.press("assistantUp");
        f.press("assistantUp");
        QCOMPARE(f.listed(), (QStringList{u"Simple"_s, u"Code 2"_s, u"Code"_s, u"Mine"_s}));
        f.press("assistantUp");
        QVERIFY(!f.button("assistantUp")->isEnabled());
        f.press("assistantDown");
        QCOMPARE(f.listed().at(1), u"Code 2"_s);
    }

    void removesWithAWayBack()
    {
        Fixture &f = *m_fixture;
        auto *first = f.find<QCheckBox>("assistantForNewChats");
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Space);
        QCOMPARE(f.assistants.forNewChats(), 1);
        QCOMPARE(f.listed().first(), u"Simple (for new chats)"_s);
        f.press("removeAssistant");
        QCOMPARE(f.listed(), QStringList{u"Code"_s});
        QCOMPARE(f.assistants.forNewChats(), 0);
        QVERIFY2(f.said().contains(u"Simple was removed."_s), qPrintable(f.said()));
        for (QAbstractButton *undo : f.find<QWidget>("assistantsBanner")->findChildren<QAbstractButton *>()) {
            if (undo->text() == u"Undo"_s)
                undo->click();
        }
        QCOMPARE(f.assistants.all(), starting());
        QCOMPARE(f.assistants.forNewChats(), 1);
        // The last one, too.
        f.press("removeAssistant");
        f.press("removeAssistant");
        QVERIFY(f.assistants.all().isEmpty());
        QVERIFY(!f.find<QWidget>("assistantName")->isVisible());
        QVERIFY(!f.button("removeAssistant")->isEnabled());
    }

    void asksBeforeAResetTakesSomethingAway()
    {
        Fixture &f = *m_fixture;
        f.press("removeAssistant");
        f.press("resetAssistants"); // nothing is lost by that
        QCOMPARE(f.listed(), (QStringList{u"Code"_s, u"Simple"_s}));
        f.select(0);
        f.type("assistantPrompt", u"Mine."_s);
        f.press("resetAssistants");
        auto *question = f.find<QWidget>("assistantsQuestion");
        QVERIFY(question->isVisible());
        QVERIFY2(Fixture::words(question).contains(u"Code"_s), qPrintable(Fixture::words(question)));
        QCOMPARE(f.at(0).systemPrompt, u"Mine."_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // Cancel
        QTRY_VERIFY(!question->isVisible());
        QCOMPARE(f.at(0).systemPrompt, u"Mine."_s);
        f.press("resetAssistants");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(!question->isVisible());
        QCOMPARE(f.at(0), starting()[1]);
        QCOMPARE(f.find<QPlainTextEdit>("assistantPrompt")->toPlainText(), QString());
    }

    void goesDownThePageByTab()
    {
        Fixture &f = *m_fixture;
        f.button("newAssistant")->setFocus();
        int before = 0;
        QStringList stops;
        while (!f.button("resetAssistants")->hasFocus()) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *stop = QApplication::focusWidget();
            stops.append(stop->objectName());
            const int middle = stop->mapTo(f.form.widget(), stop->rect().center()).y();
            // What is in one line is not of one height.
            QVERIFY2(middle > before - 8 && stops.size() < 30, qPrintable(stops.join(u' ')));
            before = middle;
        }
        QVERIFY(stops.contains(u"removeAssistant"_s) && stops.contains(u"assistantSuggestions"_s));
    }

    void exportsAndImports()
    {
        Fixture &f = *m_fixture;
        const QString path = m_home->path(u"out.json"_s);
        f.press("exportAssistants");
        QVERIFY(f.answer("exportAssistantsDialog", path));
        QVERIFY2(f.said().contains(u"2 assistant(s) exported to"_s), qPrintable(f.said()));
        QCOMPARE(exchange::readAssistants(path).value().size(), 2);
        f.press("importAssistants");
        QVERIFY(f.answer("importAssistantsDialog", path));
        QVERIFY2(f.said().contains(u"2 assistant(s) came in"_s), qPrintable(f.said()));
        QCOMPARE(f.listed(), (QStringList{u"Simple"_s, u"Code"_s, u"Simple 2"_s, u"Code 2"_s}));
        QVERIFY(f.at(2).id > 1000);
        f.select(1);
        const QString single = m_home->path(u"one.json"_s);
        f.press("exportAssistant");
        QVERIFY(f.answer("exportAssistantsDialog", single));
        QCOMPARE(exchange::readAssistants(single).value().size(), 1);
    }

    void importsAllOrNothingAndSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        QTest::newRow("a picture") << QByteArray("\x89PNG")
                                   << u"in.json has no assistants of Inkstone in it."_s;
        QTest::newRow("one is broken")
            << QByteArray(R"({"format":"inkstone-assistants","version":1,"assistants":[{"name":"a"},{}]})")
            << u"Assistant 2 in in.json has no name"_s;
        QTest::newRow("newer") << QByteArray(
                                      R"({"format":"inkstone-assistants","version":9,"assistants":[]})")
                               << u"in.json comes from a newer Inkstone."_s;
        QTest::newRow("none") << QByteArray(R"({"format":"inkstone-assistants","version":1,"assistants":[]})")
                              << u"There is no assistant in in.json."_s;
    }
    void importsAllOrNothingAndSaysWhy()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        Fixture &f = *m_fixture;
        const QString path = m_home->path(u"in.json"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(json);
        file.close();
        f.press("importAssistants");
        QVERIFY(f.answer("importAssistantsDialog", path));
        QVERIFY2(f.said().contains(words), qPrintable(f.said()));
        QCOMPARE(f.assistants.all(), starting());
    }

    void saysWhereAFileCannotBeWritten()
    {
        Fixture &f = *m_fixture;
        f.press("exportAssistants");
        auto *dialog = f.form.window()->findChild<QFileDialog *>(u"exportAssistantsDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(m_home->path(u"nowhere/out.json"_s));
        dialog->close();
        QVERIFY2(f.said().contains(u"out.json"_s) && !f.said().contains(u"exported to"_s),
                 qPrintable(f.said()));
    }

    void isWordedAndNamed()
    {
        Fixture &f = *m_fixture;
        const support::PseudoLanguage language;
        QCoreApplication::processEvents(); // LanguageChange is posted
        QVERIFY(f.find<QListWidget>("assistants")->accessibleName().startsWith(u'«'));
        for (QWidget *widget : f.form.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(told && !told->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestAssistantsForm)
#include "tst_AssistantsForm.moc"
