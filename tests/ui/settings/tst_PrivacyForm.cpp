#include "settings/PrivacyForm.h"
#include "support/FakeBackend.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using privacy::Purpose;

namespace {

struct Fixture
{
    Fixture()
        : connection(backend)
        , form(ledger, connection)
    {
        backend.setAccess(QUrl(u"http://127.0.0.1:11434"_s));
        form.resize(960, 800);
        form.show();
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return form.findChild<Widget *>(QLatin1String(name));
    }
    QString printed() const
    {
        const QAbstractItemModel *model = find<QTreeView>("contacts")->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (const int column : {0, 1, 4, 5, 6})
                cells += model->index(row, column).data().toString();
            lines += cells.join(u" | "_s);
        }
        return lines.join(u'\n');
    }

    privacy::Ledger ledger;
    support::FakeBackend backend;
    server::Connection connection;
    ui::PrivacyForm form;
};

} // namespace

class TestPrivacyForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsWhoWasContactedAndWhy();
    void showsWhatGrowsWhole();
    void keepsRoomForTheAddressInANarrowWindow();
    void clearsTheList();
    void locksToTheServerInUse();
    void saysWhenTheServerInUseIsAnotherOne();
    void isReachableByKeyboardAndHasNames();
};

void TestPrivacyForm::listsWhoWasContactedAndWhy()
{
    Fixture f;
    auto *none = f.find<ui::Label>("noContacts");
    QVERIFY(none->isVisible());
    QVERIFY(!f.find<QTreeView>("contacts")->isVisible());
    const QUrl url(u"https://gpu.lab/x"_s);
    f.ledger.note(url, Purpose::Check);
    f.ledger.note(url, Purpose::Chat, u"proxy.lab:3128"_s);
    f.ledger.add(url, 1234, 5'600'000);
    QVERIFY(!none->isVisible());
    QCOMPARE(f.printed(), u"https://gpu.lab:443 | questions, is it there | 2 | 1 kB | 5.6 MB\n"
                          "proxy.lab:3128 | proxy | 1 | 0 B | 0 B"_s);
    QVERIFY(f.find<QTreeView>("contacts")->model()->index(0, 3).data().toString().startsWith(u"Today, "_s));
}

// Noted while the page is not shown, as it is in daily use, and while it is.
void TestPrivacyForm::showsWhatGrowsWhole()
{
    Fixture f;
    const auto *table = f.find<QTreeView>("contacts");
    const auto isWhole = [&](int column) {
        const QString words = table->model()->index(0, column).data().toString();
        return table->columnWidth(column) >= table->fontMetrics().horizontalAdvance(words);
    };
    f.form.hide();
    const QUrl url(u"https://gpu.lab/x"_s);
    f.ledger.note(url, Purpose::Check);
    f.ledger.add(url, 12, 34);
    f.form.show();
    // "For" is long where the address is short.
    for (const Purpose purpose : {Purpose::Models, Purpose::Chat, Purpose::Pull})
        f.ledger.note(url, purpose);
    const auto columns = {privacy::Ledger::HostColumn,     privacy::Ledger::PurposesColumn,
                          privacy::Ledger::FirstColumn,    privacy::Ledger::LastColumn,
                          privacy::Ledger::RequestsColumn, privacy::Ledger::SentColumn,
                          privacy::Ledger::ReceivedColumn};
    for (const int column : columns)
        QTRY_VERIFY2(isWhole(column), qPrintable(QString::number(column)));
    for (int i = 0; i < 2000; ++i)
        f.ledger.note(url, Purpose::Chat);
    f.ledger.add(url, 123'456'789, 987'654'321'000);
    for (const int column : columns)
        QTRY_VERIFY2(isWhole(column), qPrintable(QString::number(column)));
}

void TestPrivacyForm::keepsRoomForTheAddressInANarrowWindow()
{
    Fixture f;
    f.form.resize(504, 600); // what a window of 800×600 leaves
    f.ledger.note(QUrl(u"https://gpu.lab/x"_s), Purpose::Check);
    const auto *table = f.find<QTreeView>("contacts");
    QTRY_VERIFY(table->columnWidth(privacy::Ledger::HostColumn) >= 100);
    QTRY_VERIFY(table->columnWidth(privacy::Ledger::PurposesColumn) >= 100);
}

void TestPrivacyForm::clearsTheList()
{
    Fixture f;
    auto *clear = f.find<QAbstractButton>("clearContacts");
    QVERIFY(!clear->isEnabled());
    f.ledger.note(QUrl(u"http://a"_s), Purpose::Chat);
    QVERIFY(clear->isEnabled());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(f.ledger.rowCount(), 0);
    QVERIFY(!clear->isEnabled());
    QVERIFY(f.find<ui::Label>("noContacts")->isVisible());
}

void TestPrivacyForm::locksToTheServerInUse()
{
    Fixture f;
    auto *lock = f.find<QCheckBox>("onlyThisServer");
    QVERIFY(!lock->isChecked());
    QTest::keyClick(lock, Qt::Key_Space);
    QVERIFY(lock->isChecked());
    QCOMPARE(f.ledger.lock(), u"http://127.0.0.1:11434"_s);
    QCOMPARE(lock->text(), u"Contact only http://127.0.0.1:11434"_s);
    QVERIFY(f.ledger.refusal(QUrl(u"http://127.0.0.1:11435"_s)));
    QTest::keyClick(lock, Qt::Key_Space);
    QVERIFY(f.ledger.lock().isEmpty());
    QVERIFY(!lock->isChecked());
    lock->toggle(); // as assistive technology does it: no click
    QCOMPARE(f.ledger.lock(), u"http://127.0.0.1:11434"_s);
}

void TestPrivacyForm::saysWhenTheServerInUseIsAnotherOne()
{
    Fixture f;
    f.ledger.setLock(QUrl(u"https://gpu.lab"_s));
    auto *lock = f.find<QCheckBox>("onlyThisServer");
    QVERIFY(lock->isChecked());
    QCOMPARE(lock->text(), u"Contact only https://gpu.lab:443"_s);
    QVERIFY(f.find<ui::Label>("lockHelp")->text().contains(u"http://127.0.0.1:11434"_s));
    QCOMPARE(lock->accessibleDescription(), f.find<ui::Label>("lockHelp")->text());
}

void TestPrivacyForm::isReachableByKeyboardAndHasNames()
{
    Fixture f;
    f.ledger.note(QUrl(u"http://a"_s), Purpose::Chat);
    QWidget *const controls[] = {f.find<QCheckBox>("onlyThisServer"), f.find<QTreeView>("contacts"),
                                 f.find<QAbstractButton>("clearContacts")};
    for (QWidget *control : controls) {
        QVERIFY(control->focusPolicy() & Qt::TabFocus);
        QVERIFY(!QAccessible::queryAccessibleInterface(control)->text(QAccessible::Name).isEmpty());
    }
}

QTEST_MAIN(TestPrivacyForm)
#include "tst_PrivacyForm.moc"
