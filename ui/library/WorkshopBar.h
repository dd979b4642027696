// The piece of work in the workshop: what it is, how far, Stop, and how it ended. A strip at the foot of the
// page of installed models; hidden where there is none.
#pragma once

#include "library/WorkStrip.h"
#include "library/Workshop.h"

#include <QWidget>

class QAbstractButton;

namespace ui {

class WorkshopBar : public QWidget
{
    Q_OBJECT
public:
    WorkshopBar(library::Workshop &workshop, backend::Backend &backend, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    QString title() const;
    QString meta() const;
    QString counted(const QString &what) const;

    library::Workshop &m_workshop;
    backend::Backend &m_backend;
    WorkStrip m_strip;
    QAbstractButton *m_stop;
    QAbstractButton *m_again;
    QAbstractButton *m_close;
};

} // namespace ui
