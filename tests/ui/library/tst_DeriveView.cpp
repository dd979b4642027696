// A model made of another, in a form and as a Modelfile.
#include "common/Language.h"
#include "library/DeriveView.h"
#include "library/MessageRows.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using backend::Recipe;
using namespace Qt::StringLiterals;

namespace {

backend::ModelInfo model(const QString &name)
{
    backend::ModelInfo info;
    info.name = name;
    info.digest = name;
    return info;
}

struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    std::unique_ptr<ui::DeriveView> view;

    Fixture()
    {
        backend.installed = QList{model(u"qwen3:8b"_s), model(u"gemma3:4b"_s)};
        backend::ModelDetails details;
        details.systemPrompt = u"Be kind."_s;
        details.modelTemplate = u"{{ .Prompt }}"_s;
        backend.modelDetails = details;
        installed.refresh();
        (void)QTest::qWaitFor([this] { return installed.isKnown(); });
        view = std::make_unique<ui::DeriveView>(installed);
        view->resize(1000, 800);
        view->show();
        view->open(u"qwen3:8b"_s);
    }
    template <typename T>
    T *get(const char *name) const
    {
        return view->findChild<T *>(QLatin1StringView(name));
    }
    QPlainTextEdit *modelfile() const { return get<QPlainTextEdit>("modelfile"); }
    QPlainTextEdit *system() const { return get<QPlainTextEdit>("deriveSystem"); }
    QLineEdit *name() const { return get<QLineEdit>("deriveName"); }
    QLineEdit *base() const { return get<QLineEdit>("deriveBase"); }
    QAbstractButton *make() const { return get<QAbstractButton>("makeModel"); }
    void addParameter(const QString &parameter, const QString &value) const
    {
        get<QAbstractButton>("addParameter")->click();
        QComboBox *box = view->findChildren<QComboBox *>(u"parameterName"_s).last();
        box->setCurrentText(parameter);
        Q_EMIT box->activated(box->currentIndex());
        type(view->findChildren<QLineEdit *>(u"parameterValue"_s).last(), value);
    }
    static void type(QLineEdit *line, const QString &text)
    {
        line->selectAll();
        line->insert(text);
        Q_EMIT line->textEdited(line->text());
    }
    QString told(const QWidget *field) const { return field->accessibleDescription(); }
};

} // namespace

class TestDeriveView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }
    void cleanup() { m_language.apply(u"en"_s); }

    void beginsWithTheBase()
    {
        Fixture f;
        QCOMPARE(f.base()->text(), u"qwen3:8b"_s);
        QCOMPARE(f.name()->text(), u"qwen3-copy:8b"_s);
        QCOMPARE(f.modelfile()->toPlainText(), u"FROM qwen3:8b\n"_s);
        QTRY_COMPARE(f.system()->placeholderText(), u"Be kind."_s);
        QVERIFY(f.make()->isEnabled());
    }
    void theFormWritesTheModelfile()
    {
        Fixture f;
        f.system()->setPlainText(u"Answer in rhyme.\n押韵。"_s);
        f.addParameter(u"temperature"_s, u"0.3"_s);
        f.get<QAbstractButton>("addMessage")->click();
        f.get<QPlainTextEdit>("messageText")->setPlainText(u"Hi"_s);
        f.get<QPlainTextEdit>("deriveTemplate")->setPlainText(u"{{ .Prompt }}!"_s);
        f.get<QPlainTextEdit>("deriveLicence")->setPlainText(u"MIT"_s);
        QCOMPARE(f.modelfile()->toPlainText(),
                 u"FROM qwen3:8b\nPARAMETER temperature 0.3\nTEMPLATE {{ .Prompt }}!\n"
                 "SYSTEM \"\"\"Answer in rhyme.\n押韵。\"\"\"\nMESSAGE user Hi\nLICENSE MIT\n"_s);
    }
    void theModelfileFillsTheForm()
    {
        Fixture f;
        f.modelfile()->setPlainText(
            u"# mine\nFROM gemma3:4b\nSYSTEM Short.\nPARAMETER top_k 20\nPARAMETER stop a\n"
            "PARAMETER odd 1\nMESSAGE assistant Ho\nRENDERER x"_s);
        QCOMPARE(f.base()->text(), u"gemma3:4b"_s);
        QCOMPARE(f.system()->toPlainText(), u"Short."_s);
        const QList<QLineEdit *> values = f.view->findChildren<QLineEdit *>(u"parameterValue"_s);
        QCOMPARE(values.size(), 3);
        QCOMPARE(values.at(0)->text(), u"20"_s);
        QVERIFY(!f.told(values.at(2)).isEmpty()); // unknown to the engine
        QCOMPARE(f.get<QPlainTextEdit>("messageText")->toPlainText(), u"Ho"_s);
        QCOMPARE(f.get<QComboBox>("messageRole")->currentText(), u"Answer"_s);
        QVERIFY(f.make()->isEnabled());
        QCOMPARE(f.view->recipe().renderer, u"x"_s);
        // Through the form it keeps what has no field there.
        f.system()->setPlainText(u"Shorter."_s);
        QVERIFY(f.modelfile()->toPlainText().contains(u"RENDERER x"_s));
        QVERIFY(f.modelfile()->toPlainText().contains(u"SYSTEM Shorter."_s));
    }
    void aBrokenModelfileIsToldAndKept()
    {
        Fixture f;
        const QString broken = u"FROM qwen3:8b\nSYSTEM \"\"\"not closed\n"_s;
        f.modelfile()->setPlainText(broken);
        QVERIFY(f.told(f.modelfile()).contains(u"2"_s));
        QVERIFY(!f.make()->isEnabled());
        QVERIFY(!f.system()->isEnabled()); // it would overwrite what is not finished
        QCOMPARE(f.modelfile()->toPlainText(), broken);
        f.modelfile()->setPlainText(broken + u"\"\"\""_s);
        QVERIFY(f.told(f.modelfile()).isEmpty());
        QVERIFY(f.system()->isEnabled());
        QCOMPARE(f.system()->toPlainText(), u"not closed\n"_s);
    }
    void aCommentStaysWhereNothingElseChanges()
    {
        Fixture f;
        f.modelfile()->setPlainText(u"# why\nFROM qwen3:8b\n"_s);
        Fixture::type(f.name(), u"other"_s);
        QVERIFY(f.modelfile()->toPlainText().startsWith(u"# why"_s));
        f.system()->setPlainText(u"x"_s);
        QVERIFY(!f.modelfile()->toPlainText().contains(u"# why"_s));
        f.modelfile()->undo();
        QVERIFY(f.modelfile()->toPlainText().startsWith(u"# why"_s));
    }
    void keepsEveryCharacter()
    {
        Fixture f;
        const QString odd = u"a\u00a0b\u3000مرحبا\t👩‍👩‍👧 \"x\"\n\n "_s;
        ui::setTextOf(*f.modelfile(), u"FROM a\nSYSTEM \"\"\""_s + odd + u"\"\"\""_s);
        Q_EMIT f.modelfile()->textChanged();
        QCOMPARE(f.view->recipe().systemPrompt, odd);
        QCOMPARE(ui::textOf(*f.system()), odd);
    }
    void tellsWhatHasNoPlaceInAModelfile()
    {
        Fixture f;
        f.system()->setPlainText(u"a\"\"\"\nb"_s);
        QVERIFY(!f.told(f.modelfile()).isEmpty());
        QVERIFY(f.modelfile()->isReadOnly());
        QVERIFY(f.make()->isEnabled()); // the engine takes it all the same
        QCOMPARE(f.view->recipe().systemPrompt, u"a\"\"\"\nb"_s);
        f.system()->setPlainText(u"a"_s);
        QVERIFY(!f.modelfile()->isReadOnly());
    }
    void refusesWhatCannotBeMade_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::newRow("no name") << u"deriveName"_s << u""_s;
        QTest::newRow("a bad name") << u"deriveName"_s << u"my model"_s;
        QTest::newRow("no base") << u"deriveBase"_s << u""_s;
        QTest::newRow("a path") << u"deriveBase"_s << u"./a.gguf"_s;
        QTest::newRow("a wild value") << u"parameterValue"_s << u"99"_s;
        QTest::newRow("no number") << u"parameterValue"_s << u"0,5"_s;
        QTest::newRow("no value") << u"parameterValue"_s << u""_s;
    }
    void refusesWhatCannotBeMade()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        Fixture f;
        f.addParameter(u"temperature"_s, u"0.5"_s);
        QVERIFY(f.make()->isEnabled());
        QSignalSpy requested(f.view.get(), &ui::DeriveView::makeRequested);
        Fixture::type(f.view->findChild<QLineEdit *>(field), typed);
        QVERIFY(!f.make()->isEnabled());
        f.make()->click();
        QVERIFY(requested.isEmpty());
    }
    void keepsADraftForEachBase()
    {
        Fixture f;
        f.system()->setPlainText(u"for qwen"_s);
        Fixture::type(f.name(), u"mine"_s);
        f.view->open(u"gemma3:4b"_s);
        QVERIFY(f.system()->toPlainText().isEmpty());
        f.system()->setPlainText(u"for gemma"_s);
        f.view->open(u"qwen3:8b"_s);
        QCOMPARE(f.system()->toPlainText(), u"for qwen"_s);
        QCOMPARE(f.name()->text(), u"mine"_s);
        f.view->forget(u"mine:latest"_s); // it is made
        f.view->open(u"qwen3:8b"_s);
        QVERIFY(f.system()->toPlainText().isEmpty());
    }
    void takesRowsAway()
    {
        Fixture f;
        f.addParameter(u"temperature"_s, u"0.5"_s);
        f.addParameter(u"seed"_s, u"7"_s);
        f.get<QAbstractButton>("removeParameter")->click();
        QCOMPARE(f.modelfile()->toPlainText(), u"FROM qwen3:8b\nPARAMETER seed 7\n"_s);
    }
    void leavesByTheKeyboard()
    {
        Fixture f;
        QSignalSpy left(f.view.get(), &ui::DeriveView::left);
        QTest::keyClick(f.name(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }
    void everythingHasANameInBothLanguages()
    {
        Fixture f;
        f.addParameter(u"temperature"_s, u"0.5"_s);
        f.get<QAbstractButton>("addMessage")->click();
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            m_language.apply(language);
            QCoreApplication::processEvents();
            for (const QWidget *widget : f.view->findChildren<QWidget *>()) {
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                const bool isField = qobject_cast<const QLineEdit *>(widget) ||
                                     qobject_cast<const QPlainTextEdit *>(widget) ||
                                     qobject_cast<const QComboBox *>(widget);
                if (isField || (button && button->text().isEmpty()))
                    QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestDeriveView)
#include "tst_DeriveView.moc"
