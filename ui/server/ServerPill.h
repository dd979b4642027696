// The pill at the foot of the rail: which server is in use and whether it answers, by shape, word and colour.
// A click is the window's business (it opens Settings, Servers).
#pragma once

#include "server/Connection.h"

#include <QPushButton>

namespace ui {

class ServerPill : public QPushButton
{
    Q_OBJECT
public:
    explicit ServerPill(server::Connection &connection, QWidget *parent = nullptr);

    // What the person calls it; empty = its address tells.
    void setServerName(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {64, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    bool isEncrypted() const;
    int wordLeft() const;

    server::Connection &m_connection;
    QString m_name;
};

} // namespace ui
