// How full the window is, in the header and in its popup.
#include "chat/ContextMeter.h"
#include "chat/ContextPopup.h"
#include "common/Format.h"
#include "common/Theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ContextState;
using ui::ContextWay;
using ui::Theme;

namespace {

ContextState stateOf(qint64 used, qint64 window, bool isEstimated = false, qint64 reserve = 0)
{
    ContextState state;
    state.isThere = true;
    state.use.messages = used;
    state.use.isEstimated = isEstimated;
    state.window.tokens = window;
    state.reserve = reserve;
    return state;
}

} // namespace

class TestContextMeter : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::ContextMeter> m_meter;

    QColor trackAt(int x) const { return m_meter->grab().toImage().pixelColor(6 + x, m_meter->height() / 2); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_meter = std::make_unique<ui::ContextMeter>();
        m_meter->setState(stateOf(1, 1000));
        m_meter->show();
    }

    void shortensCounts_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << qint64(0) << u"0"_s;
        QTest::newRow("few") << qint64(999) << u"999"_s;
        QTest::newRow("thousand") << qint64(1000) << u"1.0k"_s;
        QTest::newRow("some") << qint64(5120) << u"5.1k"_s;
        QTest::newRow("ten") << qint64(9960) << u"10k"_s;
        QTest::newRow("many") << qint64(40'960) << u"41k"_s;
        QTest::newRow("a lot") << qint64(131'072) << u"131k"_s;
        QTest::newRow("a million") << qint64(999'600) << u"1.0M"_s;
    }
    void shortensCounts()
    {
        QFETCH(qint64, count);
        QTEST(ui::shortTokens(count), "words");
    }

    void saysWhatIsCountedAndWhatEstimated()
    {
        QCOMPARE(ui::contextWords(stateOf(5120, 40'000)), u"5.1k of 40k"_s);
        QCOMPARE(ui::contextWords(stateOf(5120, 40'000, true)), u"about 5.1k of 40k"_s);
        QCOMPARE(ui::contextWords(stateOf(5120, 0, true)), u"about 5.1k tokens"_s);
        ContextState atMost = stateOf(5120, 40'000, true);
        atMost.window.isLimit = true;
        QCOMPARE(ui::contextWords(atMost), u"about 5.1k of at most 40k"_s);
        QVERIFY(ui::contextSentences(atMost).join(u' ').contains(u"at most"_s));
        m_meter->setState(stateOf(5120, 40'000, true));
        QCOMPARE(m_meter->accessibleName(), u"Context: about 5.1k of 40k"_s);
        QVERIFY(m_meter->toolTip().startsWith(u"The next request takes about 5,120 of 40,000 tokens."_s));
    }

    void tellsWhatIsLeftForTheAnswer()
    {
        const QString left = u"That leaves about %1 for the answer"_s.arg(ui::tokens(700));
        QVERIFY(ui::contextSentences(stateOf(300, 1000)).contains(left + u'.'));
        QVERIFY(ui::contextSentences(stateOf(300, 1000, false, 800))
                    .contains(left + u", less than the 800 it may take."_s));
        QVERIFY(ui::contextSentences(stateOf(1200, 1000)).contains(u"There is no room for an answer."_s));
    }

    void changesItsColourAtItsThresholds_data()
    {
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("reserve");
        QTest::addColumn<int>("room");
        QTest::newRow("79 %") << 790 << 0 << int(chat::Room::Enough);
        QTest::newRow("80 %") << 800 << 0 << int(chat::Room::Little);
        QTest::newRow("94 %") << 940 << 0 << int(chat::Room::Little);
        QTest::newRow("95 %") << 950 << 0 << int(chat::Room::None);
        QTest::newRow("too much") << 3000 << 0 << int(chat::Room::None);
        QTest::newRow("no room for the answer") << 600 << 500 << int(chat::Room::Little);
    }
    void changesItsColourAtItsThresholds()
    {
        QFETCH(int, used);
        QFETCH(int, reserve);
        QFETCH(int, room);
        m_meter->setState(stateOf(used, 1000, false, reserve));
        const Theme &theme = Theme::of(m_meter.get());
        const QColor expected = room == int(chat::Room::Enough)   ? theme.text3
                                : room == int(chat::Room::Little) ? theme.warn
                                                                  : theme.bad;
        QCOMPARE(trackAt(20), expected);
        QCOMPARE(trackAt(53), used >= 960 ? expected : used >= 950 ? trackAt(53) : theme.lineStrong);
    }

    void losesItsWordsWhereItIsNarrow()
    {
        m_meter->setState(stateOf(5120, 40'000));
        const int wide = m_meter->sizeHint().width();
        m_meter->setNarrow(true);
        QCOMPARE(m_meter->sizeHint().width(), 6 + 56 + 6);
        QVERIFY(wide > m_meter->sizeHint().width() + 40);
        // Without a window to fill there is no bar, but something has to be there to press.
        m_meter->setState(stateOf(5120, 0));
        QCOMPARE(m_meter->sizeHint().width(), 6 + 56 + 6);
        m_meter->setNarrow(false);
        QVERIFY(m_meter->sizeHint().width() < wide);
    }

    void isNotThereWithoutAModel()
    {
        QVERIFY(m_meter->isVisible());
        m_meter->setState({});
        QVERIFY(!m_meter->isVisible());
    }

    void offersTheWaysOutToTheKeyboard()
    {
        QWidget window;
        QList<ui::ContextOffer> offers{{ContextWay::LeaveOut, false, u"There is nothing."_s},
                                       {ContextWay::Enlarge, true, u"To 8,192 tokens."_s},
                                       {ContextWay::Summarise, true, u"It sums them up."_s}};
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *popup = new ui::ContextPopup(stateOf(950, 1000), offers, &window);
        QPointer<ui::ContextPopup> guard(popup);
        QSignalSpy chosen(popup, &ui::ContextPopup::chosen);
        popup->open(&window);
        QVERIFY(!popup->findChild<QAbstractButton *>(u"leaveOutOldest"_s)->isEnabled());
        auto *enlarge = popup->findChild<QAbstractButton *>(u"enlargeWindow"_s);
        QCOMPARE(popup->focusWidget(), enlarge); // the first that can be taken
        QCOMPARE(enlarge->accessibleDescription(), u"To 8,192 tokens."_s);
        QTest::keyClick(enlarge, Qt::Key_Tab);
        QCOMPARE(popup->focusWidget()->objectName(), u"summariseOldest"_s);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<ContextWay>(), ContextWay::Summarise);
        QTRY_VERIFY(!guard);
    }
};

QTEST_MAIN(TestContextMeter)
#include "tst_ContextMeter.moc"
