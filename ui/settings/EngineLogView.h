// What our own engine writes, as it is written: its last lines, following the end while one looks at it. Part
// of EngineForm.
#pragma once

#include "server/LocalEngine.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace ui {

class EngineLogView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit EngineLogView(server::LocalEngine &engine, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void begin();
    void take(const QString &text);
    void append();

    server::LocalEngine &m_engine;
    QString m_pending; // written since the last time it was shown
    QTimer m_pause;
};

} // namespace ui
