#include "common/ComboBox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>

namespace ui {
namespace {

class AccessibleComboBox : public QAccessibleWidget
{
public:
    explicit AccessibleComboBox(ComboBox *box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
        , m_box(box)
    {
    }

    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Value)
            return m_box->currentText();
        const QString own = QAccessibleWidget::text(which);
        return which == QAccessible::Description && own.isEmpty() ? m_box->currentText() : own;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = isOpen();
        return state;
    }

    int childCount() const override { return m_box->opened() ? 1 : 0; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 && m_box->opened() ? QAccessible::queryAccessibleInterface(m_box->opened())
                                             : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_box->opened() && child->object() == m_box->opened() ? 0 : -1;
    }

    QStringList actionNames() const override
    {
        return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &action) override
    {
        if (action != showMenuAction() && action != pressAction())
            return QAccessibleWidget::doAction(action);
        if (isOpen())
            m_box->hidePopup();
        else
            m_box->showPopup();
    }

private:
    bool isOpen() const { return m_box->opened() && m_box->opened()->isVisible(); }

    ComboBox *m_box;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *box = className == QLatin1String("ui::ComboBox") ? qobject_cast<ComboBox *>(object) : nullptr;
    return box ? new AccessibleComboBox(box) : nullptr;
}

} // namespace

ComboBox::ComboBox(QWidget *parent)
    : QComboBox(parent)
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

QWidget *ComboBox::opened() const
{
    return view();
}

} // namespace ui
