#include "chat/ConversationRows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chat;

class TestConversationPath : public QObject
{
    Q_OBJECT
private:
    storage::Database m_database;

    Message write(Conversation &conversation, const QString &text, Id parent)
    {
        Message message;
        message.id = newId();
        message.parentId = parent;
        message.text = text;
        conversation.leafId = message.id;
        rows::save(m_database, conversation).value();
        rows::save(m_database, conversation.id, message).value();
        return message;
    }
    QStringList texts(const QList<Message> &messages)
    {
        QStringList texts;
        for (const Message &message : messages)
            texts.append(message.text);
        return texts;
    }

private Q_SLOTS:
    void init()
    {
        m_database.openInMemory().value();
        m_database.migrate(rows::schema()).value();
    }
    void cleanup() { m_database.close(); }

    void readsTheEndAsItReadsTheWhole()
    {
        Conversation other;
        other.id = newId();
        Conversation one;
        one.id = newId();
        QStringList shown;
        Id leaf = 0;
        for (int turn = 0; turn < 20; ++turn) {
            write(other, u"of another conversation"_s, other.leafId);
            const Message asked = write(one, u"q%1"_s.arg(turn), leaf);
            const Message first = write(one, u"first %1"_s.arg(turn), asked.id);
            const Message second = write(one, u"second %1"_s.arg(turn), asked.id);
            const Message &kept = turn % 2 == 0 ? first : second;
            shown << asked.text << kept.text;
            leaf = kept.id;
        }
        rows::setLeaf(m_database, one.id, leaf).value();

        const QList<Message> whole = rows::path(m_database, one.id).value();
        QCOMPARE(texts(whole), shown);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QCOMPARE(whole[i].versions, i % 2 == 0 ? 1 : 2);
            QCOMPARE(whole[i].version, i % 4 == 3 ? 2 : 1);
        }
        for (const int count : {1, 7, 39, 40, 41, 1000})
            QCOMPARE(rows::pathEnd(m_database, one.id, count).value(),
                     whole.last(std::min<qsizetype>(count, whole.size())));
    }

    void comesToAnEndWhereADamagedFileGoesRoundInACircle()
    {
        Conversation one;
        one.id = newId();
        Message first = write(one, u"first"_s, 0);
        const Message second = write(one, u"second"_s, first.id);
        first.parentId = second.id;
        rows::save(m_database, one.id, first).value();
        QCOMPARE(texts(rows::path(m_database, one.id).value()), (QStringList{u"first"_s, u"second"_s}));
        QCOMPARE(texts(rows::pathEnd(m_database, one.id, 10).value()),
                 (QStringList{u"first"_s, u"second"_s}));
    }

    void isEmptyWhereTheLastMessageIsGone()
    {
        Conversation one;
        one.id = newId();
        write(one, u"first"_s, 0);
        rows::setLeaf(m_database, one.id, newId()).value();
        QCOMPARE(rows::path(m_database, one.id).value().size(), 0);
        QCOMPARE(rows::pathEnd(m_database, one.id, 10).value().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConversationPath)
#include "tst_ConversationPath.moc"
