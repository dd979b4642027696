#include "common/PopupsAccessible.h"

#include <QAccessibleObject>
#include <QApplication>
#include <QComboBox>
#include <QWindow>

#include <algorithm>

namespace ui {
namespace {

// A combo box has what it opens as its child.
bool isOfComboBox(const QWidget &popup)
{
    const QWidget *owner = popup.parentWidget();
    while (owner && !owner->isWindow() && !qobject_cast<const QComboBox *>(owner))
        owner = owner->parentWidget();
    return qobject_cast<const QComboBox *>(owner) != nullptr;
}

class AccessibleProgram : public QAccessibleObject
{
public:
    using QAccessibleObject::QAccessibleObject;

    QAccessible::Role role() const override { return QAccessible::Application; }
    QAccessible::State state() const override { return {}; }
    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name          ? QGuiApplication::applicationName()
               : which == QAccessible::Description ? QCoreApplication::applicationFilePath()
                                                   : QString();
    }
    QWindow *window() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return nullptr; }
    int childCount() const override { return static_cast<int>(windows().size()); }
    QAccessibleInterface *child(int index) const override { return windows().value(index); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto objects = windows();
        const auto place = std::ranges::find(objects, child);
        return place == objects.end() ? -1 : static_cast<int>(place - objects.begin());
    }
    QAccessibleInterface *focusChild() const override
    {
        const QWindow *focused = QGuiApplication::focusWindow();
        return focused ? focused->accessibleRoot() : nullptr;
    }

private:
    static QList<QAccessibleInterface *> windows()
    {
        QList<QAccessibleInterface *> roots;
        const QWindowList all = QGuiApplication::topLevelWindows();
        for (const QWindow *window : all) {
            QAccessibleInterface *root = window->accessibleRoot();
            const auto *widget = root ? qobject_cast<QWidget *>(root->object()) : nullptr;
            const bool isPopup = window->type() == Qt::Popup;
            if (widget && !(isPopup && (widget->isHidden() || isOfComboBox(*widget))))
                roots.append(root);
        }
        return roots;
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    return object == qApp ? new AccessibleProgram(object) : nullptr;
}

} // namespace

void exposePopups()
{
    QAccessible::installFactory(makeAccessible);
}

} // namespace ui
