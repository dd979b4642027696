// A server that falls silent in the middle of an answer: the answer says so, waits on, and goes on.
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTranscriptSilence : public QObject
{
    Q_OBJECT

    chat::TranscriptList m_list;
    ui::TranscriptView m_view;

    QString notice()
    {
        return QAccessible::queryAccessibleInterface(&m_view)->child(1)->text(QAccessible::Description);
    }
    // The lowest row of pixels with anything on it.
    int lowestInk()
    {
        const QImage picture = m_view.grab(m_view.viewport()->geometry()).toImage();
        const QRgb ground = picture.pixel(0, picture.height() - 1);
        for (int y = picture.height() - 1; y >= 0; --y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) != ground)
                    return y;
            }
        }
        return -1;
    }

private Q_SLOTS:
    void saysThatNothingComes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("thinking");
        QTest::newRow("answer") << u"Half"_s << QString();
        QTest::newRow("thought") << QString() << u"Hm"_s;
    }
    void saysThatNothingComes()
    {
        QFETCH(QString, text);
        QFETCH(QString, thinking);
        m_list.setMessages({});
        m_view.resize(700, 500);
        m_view.setTranscript(&m_list);
        m_view.setPatience(300ms);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
        m_list.append(support::question(1, u"Tell me"_s));
        m_list.append(support::streamingAnswer(2));
        QCOMPARE(notice(), QString()); // waits for the first word, which says its own
        m_list.grow(1, {text, thinking});
        QTRY_VERIFY(m_view.isUpToDate());
        QCOMPARE(notice(), QString());
        const int before = lowestInk();
        QTRY_VERIFY(notice().startsWith(u"Nothing new for"_s));
        QTRY_VERIFY(lowestInk() > before);

        m_list.grow(1, {u" more"_s, {}});
        QTRY_VERIFY(m_view.isUpToDate());
        QCOMPARE(notice(), QString());
        QTRY_VERIFY(notice().startsWith(u"Nothing new for"_s));
        support::finish(m_list);
        QTRY_COMPARE(notice(), QString());
    }

    // A busy server said when it is to be asked again.
    void saysWhenItIsAskedAgain()
    {
        m_list.setMessages({});
        m_view.setPatience(1min);
        m_list.append(support::question(1, u"Tell me"_s));
        m_list.append(support::streamingAnswer(2));
        QTRY_VERIFY(m_view.isUpToDate());
        QCOMPARE(notice(), QString());
        m_view.setAskedAgain(QDeadlineTimer(30s));
        QVERIFY2(notice().contains(u"asked again in 30 s"_s), qPrintable(notice()));
        m_list.grow(1, {u"Well"_s, {}});
        QTRY_VERIFY(m_view.isUpToDate());
        QCOMPARE(notice(), QString());
        m_view.setAskedAgain({});
    }

    // Without a new word the second that passed is painted.
    void countsTheSeconds()
    {
        m_list.setMessages({});
        m_view.setPatience(1ms);
        m_list.append(support::question(1, u"Tell me"_s));
        m_list.append(support::streamingAnswer(2));
        m_list.grow(1, {u"Half"_s, {}});
        QTRY_VERIFY(notice().contains(u"1"_s));
        const qint64 paints = m_view.counters().paints;
        QTRY_VERIFY(notice().contains(u"2"_s));
        QTRY_VERIFY(m_view.counters().paints > paints);
    }
};

QTEST_MAIN(TestTranscriptSilence)
#include "tst_TranscriptSilence.moc"
