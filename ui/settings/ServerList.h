// The board of the servers page: each server with its state, name, address, what answers there and how fast,
// what it has loaded, and which one is in use. The others are asked only while it is shown.
#pragma once

#include "server/Servers.h"

#include <QListWidget>

namespace ui {

class ServerList : public QListWidget
{
    Q_OBJECT
public:
    explicit ServerList(server::Servers &servers, QWidget *parent = nullptr);

    QString selected() const; // id
    void select(const QString &id);
    void retranslate();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void selectedChanged();
    void useRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void refreshRow(QListWidgetItem *item);
    QString factsOf(const server::ServerProfile &profile) const;

    server::Servers &m_servers;
    bool m_isFilling = false;
    bool m_isWatching = false;
};

} // namespace ui
