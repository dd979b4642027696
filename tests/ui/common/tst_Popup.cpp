#include "common/InkStyle.h"
#include "common/Popup.h"
#include "common/PopupsAccessible.h"
#include "common/Theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

class TestPopup : public QObject
{
    Q_OBJECT

    QWidget m_window;
    QPushButton *m_anchor = new QPushButton(QStringLiteral("Open"), &m_window);

    void showAt(QPoint position)
    {
        m_window.resize(200, 60);
        m_window.move(position);
        m_window.show();
        m_window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
    }
    // What assistive technology finds beside the window, and with that index.
    static QStringList foundInProgram()
    {
        QStringList names;
        QAccessibleInterface *program = QAccessible::queryAccessibleInterface(qApp);
        for (int i = 0; i < program->childCount(); ++i) {
            const QAccessibleInterface *child = program->child(i);
            names.append(child->text(QAccessible::Name));
            if (program->indexOfChild(child) != i || child->parent() != program)
                names.append(QStringLiteral("not its child"));
        }
        return names;
    }

private Q_SLOTS:
    void initTestCase() { ui::exposePopups(); }

    void areFoundByAssistiveTechnologyWhileTheyAreOpen()
    {
        m_window.setWindowTitle(QStringLiteral("window"));
        showAt({40, 40});
        const QStringList before = foundInProgram();
        QVERIFY(before.contains(QStringLiteral("window")));
        QMenu menu(&m_window);
        menu.setAccessibleName(QStringLiteral("menu"));
        menu.addAction(QStringLiteral("entry"));
        ui::Popup popup(&m_window);
        popup.setAccessibleName(QStringLiteral("popup"));
        QCOMPARE(foundInProgram(), before);
        popup.openAt(m_anchor, Qt::LeftEdge, nullptr);
        QCOMPARE(foundInProgram(), before + QStringList{QStringLiteral("popup")});
        popup.close();
        menu.popup(m_window.mapToGlobal(QPoint(0, 0)));
        QCOMPARE(foundInProgram(), before + QStringList{QStringLiteral("menu")});
        const QAccessibleInterface *found = QAccessible::queryAccessibleInterface(&menu);
        QCOMPARE(found->role(), QAccessible::PopupMenu);
        QCOMPARE(found->child(0)->text(QAccessible::Name), QStringLiteral("entry"));
        menu.close();
        QCOMPARE(foundInProgram(), before);
    }

    void areNotFoundTwiceWhereTheyAreOfAComboBox()
    {
        showAt({40, 40});
        QComboBox box(&m_window);
        box.addItems({QStringLiteral("one"), QStringLiteral("two")});
        box.show();
        const QStringList before = foundInProgram();
        box.showPopup();
        QVERIFY(box.view()->isVisible());
        QCOMPARE(foundInProgram(), before);
        box.hidePopup();
    }

    void focusesItsFieldAndGivesFocusBackOnEscape()
    {
        showAt({40, 40});
        m_anchor->setFocus();
        ui::Popup popup(&m_window);
        auto *field = new QLineEdit;
        (new QVBoxLayout(&popup))->addWidget(field);
        QSignalSpy closed(&popup, &ui::Popup::closed);

        popup.openAt(m_anchor, Qt::LeftEdge, field);
        QVERIFY(popup.isVisible());
        QTRY_COMPARE(popup.focusWidget(), field);
        QCOMPARE(popup.x(), m_anchor->mapToGlobal(QPoint(0, 0)).x());
        QCOMPARE(popup.y(), m_anchor->mapToGlobal(QPoint(0, m_anchor->height())).y() + 4);

        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!popup.isVisible());
        QCOMPARE(closed.size(), 1);
        QTRY_VERIFY(m_anchor->hasFocus());
    }

    void opensUpwardsAndStaysOnTheScreen()
    {
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        showAt({screen.right() - 210, screen.bottom() - 70});
        ui::Popup popup(&m_window);
        popup.setMinimumSize(400, 200);
        popup.openAt(m_anchor, Qt::LeftEdge, nullptr);
        QVERIFY(screen.contains(popup.geometry()));
        QVERIFY(popup.geometry().bottom() < m_anchor->mapToGlobal(QPoint(0, 0)).y());
    }

    void hasARoundBorder()
    {
        showAt({40, 40});
        ui::Popup popup(&m_window);
        popup.setMinimumSize(100, 60);
        popup.openAt(m_anchor, Qt::RightEdge, nullptr);
        QImage picture(popup.size(), QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        popup.render(&picture, {}, {}, QWidget::DrawChildren);
        const ui::Theme &theme = ui::Theme::of(&popup);
        QCOMPARE(picture.pixelColor(50, 0).rgb(), theme.lineStrong.rgb());
        QCOMPARE(picture.pixelColor(50, 1).rgb(), theme.base.rgb());
        QCOMPARE(picture.pixelColor(0, 0).alpha(), 0);
        QVERIFY(!popup.mask().contains(QPoint(0, 0)));
        // Nothing that is drawn is cut off.
        for (int x = 0; x < popup.width(); ++x) {
            for (int y = 0; y < popup.height(); ++y)
                QVERIFY(picture.pixelColor(x, y).alpha() == 0 || popup.mask().contains(QPoint(x, y)));
        }
        QCOMPARE(popup.geometry().right(), m_anchor->mapToGlobal(QPoint(m_anchor->width() - 1, 0)).x());
    }

    void menusAndListsHaveRoundCornersToo()
    {
        QApplication::setStyle(new ui::InkStyle);
        QMenu menu;
        menu.addAction(QStringLiteral("Copy"));
        menu.popup({40, 40});
        QVERIFY(menu.mask().contains(menu.rect().center()) && !menu.mask().contains(QPoint(0, 0)));
        menu.close();
        QComboBox box;
        box.addItem(QStringLiteral("One"));
        box.show();
        box.showPopup();
        const QWidget *list = box.view()->window();
        QTRY_VERIFY(list->isVisible());
        QVERIFY(list->mask().contains(list->rect().center()) && !list->mask().contains(QPoint(0, 0)));
        box.hidePopup();
    }
};

QTEST_MAIN(TestPopup)
#include "tst_Popup.moc"
