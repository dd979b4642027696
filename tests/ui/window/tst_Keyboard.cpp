// The keyboard alone: Tab goes round each page through everything that can be pressed, typed into or chosen
// from, and Shift+Tab back the same way.
#include "support/FakeOllama.h"
#include "support/Pages.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;

namespace {

QString nameOf(const QWidget *widget)
{
    return u"%1 %2 %3"_s.arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                             widget->accessibleName());
}

bool isControl(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    // A table is sorted from its menu as well as by a click on its head.
    if (qobject_cast<const QHeaderView *>(widget))
        return false;
    // Parts of another control: the stepper's field, the search field's own buttons, the list of a combo box.
    if (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QLineEdit *>(parent) ||
        qobject_cast<const QComboBox *>(parent))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
           widget->objectName() == "transcript"_L1;
}

// What Tab, or Shift+Tab, comes by until it is where it was.
QList<QWidget *> round(const Desk &desk, Qt::KeyboardModifiers modifiers)
{
    QList<QWidget *> stops;
    desk.window->setFocus();
    for (int i = 0; i < 300; ++i) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : desk.window.get(), Qt::Key_Tab, modifiers);
        focus = QApplication::focusWidget();
        if (!focus || (!stops.isEmpty() && focus == stops.first()))
            break;
        if (!stops.contains(focus)) // a view may stop at several of its parts
            stops.append(focus);
    }
    return stops;
}

// Tab stops at one button of an exclusive group; the arrow keys go to the others.
bool isReached(const QWidget *widget, const QList<QWidget *> &stops)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || !button->autoExclusive())
        return stops.contains(widget);
    return std::ranges::any_of(stops, [button](const QWidget *stop) {
        const auto *other = qobject_cast<const QAbstractButton *>(stop);
        return other && other->autoExclusive() && other->parent() == button->parent();
    });
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void reachesEverything_data()
    {
        QTest::addColumn<int>("page");
        const QList<support::PageOfWindow> pages = support::pages();
        for (int i = 0; i < pages.size(); ++i)
            QTest::newRow(pages[i].name) << i;
    }

    void reachesEverything()
    {
        QFETCH(int, page);
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), u"gemma3:270m"_s);
        desk.ask(u"What is the capital of France?"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        support::pages()[page].show(desk);
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));

        const QList<QWidget *> forward = round(desk, Qt::NoModifier);
        const QList<QWidget *> back = round(desk, Qt::ShiftModifier);
        int controls = 0;
        const auto widgets = desk.window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || !widget->isEnabled() || !isControl(widget))
                continue;
            ++controls;
            QVERIFY2(isReached(widget, forward), qPrintable(u"Tab does not reach "_s + nameOf(widget)));
            QVERIFY2(isReached(widget, back), qPrintable(u"Shift+Tab does not reach "_s + nameOf(widget)));
        }
        QVERIFY(controls >= 4); // the rail at least
    }

private:
    support::TempHome m_home;
};

QTEST_MAIN(TestKeyboard)
#include "tst_Keyboard.moc"
