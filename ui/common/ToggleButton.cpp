#include "common/ToggleButton.h"

#include <QAccessibleWidget>

namespace ui {
namespace {

class AccessibleToggle : public QAccessibleWidget
{
public:
    explicit AccessibleToggle(ToggleButton *button)
        : QAccessibleWidget(button, QAccessible::Button)
        , m_button(button)
    {
    }

    QString text(QAccessible::Text which) const override
    {
        const QString own = QAccessibleWidget::text(which);
        return which == QAccessible::Name && own.isEmpty() ? m_button->text() : own;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = m_button->isCheckable();
        state.checked = m_button->isChecked();
        state.pressed = m_button->isDown();
        return state;
    }

    QStringList actionNames() const override
    {
        return QStringList{pressAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_button->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    ToggleButton *m_button;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *button =
        className == QLatin1String("ui::ToggleButton") ? qobject_cast<ToggleButton *>(object) : nullptr;
    return button ? new AccessibleToggle(button) : nullptr;
}

} // namespace

ToggleButton::ToggleButton(QWidget *parent)
    : QToolButton(parent)
{
    setCheckable(true);
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace ui
