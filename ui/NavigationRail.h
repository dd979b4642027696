// The rail at the left: one button a page, the settings and the server pill at its foot. A page appears on it
// only once it works. Owned by MainWindow, which shows the page that was chosen.
#pragma once

#include "common/Widgets.h"

#include <QList>
#include <QToolButton>

namespace ui {

enum class Page { Chats, Models, Settings };

class NavigationRail : public SurfaceWidget
{
    Q_OBJECT
public:
    // `pill` is shown at the foot and taken over.
    explicit NavigationRail(QWidget *pill, QWidget *parent = nullptr);

    void setCurrent(Page page);

Q_SIGNALS:
    void chosen(ui::Page page);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        Page page;
        QToolButton *button;
    };

    QToolButton *addButton(Page page, const QString &objectName, const QString &iconName);
    void retranslate();

    QList<Entry> m_entries;
};

} // namespace ui
