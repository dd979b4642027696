// label: pure
#include "base/CommaList.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCommaList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatDriversRead_data();
    void readsWhatDriversRead();
};

void TestCommaList::readsWhatDriversRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read");
    const auto row = [](const QString &typed, const QString &read) {
        QTest::newRow(qPrintable(typed)) << typed << read;
    };
    row(u"0"_s, u"0"_s);
    row(u" 0 , 2 "_s, u"0,2"_s);
    row(u"GPU-8932f937,MIG-8932f937-1"_s, u"GPU-8932f937,MIG-8932f937-1"_s);
    row(u" -1 "_s, u"-1"_s);
    row(QString(), QString());
    row(u"0,"_s, QString());
    row(u"0,-1"_s, QString());
    row(u"first"_s, QString());
    row(u"GPU-8932f937\n"_s, u"GPU-8932f937"_s);
    row(u"0\n,1;reboot"_s, QString());
}

void TestCommaList::readsWhatDriversRead()
{
    QFETCH(QString, typed);
    QTEST(base::deviceList(typed), "read");
}

QTEST_APPLESS_MAIN(TestCommaList)
#include "tst_CommaList.moc"
