// Marks a part of a page while something is dragged over it that it takes, and hands that over. Made by
// ChatPage.
#pragma once

#include <QWidget>

#include <functional>

class QMimeData;

namespace ui {

class DropTarget : public QWidget
{
    Q_OBJECT
public:
    using Fits = std::function<bool(const QMimeData &data)>;

    // Over the whole of `watched`, its parent.
    DropTarget(QWidget *watched, Fits fits);

Q_SIGNALS:
    void dropped(const QMimeData *data); // valid during the call

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Fits m_fits;
};

} // namespace ui
