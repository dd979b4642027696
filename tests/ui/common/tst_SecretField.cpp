#include "common/SecretField.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::SecretField;

class TestSecretField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { clipboard()->setText(u"before"_s); }

    void isNotCopiedWhileItIsHidden()
    {
        const auto field = shown();
        field->selectAll();
        QTest::keySequence(field.get(), QKeySequence::Copy);
        QTest::keySequence(field.get(), QKeySequence::Cut); // which takes it away, as in any such field
        QCOMPARE(clipboard()->text(), u"before");
    }

    void isMarkedWhereItIsCopied()
    {
        const auto field = shown();
        field->setShown(true);
        field->selectAll();
        QTest::keySequence(field.get(), QKeySequence::Copy);
        QCOMPARE(clipboard()->text(), u"sk-1234");
        QCOMPARE(clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        field->setSelection(2, 3);
        QTest::keySequence(field.get(), QKeySequence::Cut);
        QCOMPARE(clipboard()->text(), u"-12");
        QCOMPARE(clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QCOMPARE(field->text(), u"sk34");
        // What is not selected does not go, and what is only read is not cut.
        field->deselect();
        QTest::keySequence(field.get(), QKeySequence::Copy);
        QCOMPARE(clipboard()->text(), u"-12");
        field->setReadOnly(true);
        field->selectAll();
        QTest::keySequence(field.get(), QKeySequence::Cut);
        QCOMPARE(field->text(), u"sk34");
    }

    void isNotMarkedWithThePointerWhileItIsShown()
    {
        const auto field = shown();
        field->setShown(true);
        const QPoint middle = field->rect().center();
        QTest::mouseDClick(field.get(), Qt::LeftButton, {}, middle);
        QVERIFY(!field->hasSelectedText());
        QTest::mousePress(field.get(), Qt::LeftButton, {}, {4, middle.y()});
        QTest::mouseMove(field.get(), middle);
        QTest::mouseRelease(field.get(), Qt::LeftButton, {}, middle);
        QVERIFY(!field->hasSelectedText());
        QCOMPARE(field->contextMenuPolicy(), Qt::NoContextMenu);
        field->selectAll();
        field->setShown(false);
        QVERIFY(!field->hasSelectedText());
        QCOMPARE(field->contextMenuPolicy(), Qt::DefaultContextMenu); // to paste
    }

    void isForgottenAfterAWhile()
    {
        ui::copySecret(u"sk-1234"_s, 10ms);
        QTRY_COMPARE(clipboard()->text(), QString());
        // Unless something else was copied since.
        bool isOver = false;
        ui::copySecret(u"sk-1234"_s, 10ms);
        clipboard()->setText(u"mine"_s);
        QTimer::singleShot(50ms, this, [&isOver] { isOver = true; });
        QTRY_VERIFY(isOver);
        QCOMPARE(clipboard()->text(), u"mine");
    }

private:
    static QClipboard *clipboard() { return QGuiApplication::clipboard(); }
    static std::unique_ptr<SecretField> shown()
    {
        auto field = std::make_unique<SecretField>();
        field->setText(u"sk-1234"_s);
        field->resize(200, 30);
        field->show();
        if (!QTest::qWaitForWindowExposed(field.get()))
            qFatal("the window does not come");
        field->setFocus();
        return field;
    }
};

QTEST_MAIN(TestSecretField)
#include "tst_SecretField.moc"
