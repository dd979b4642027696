// The default model of a server: chosen from those it has, or typed where it does not tell them. Part of
// ServerMore, which keeps it.
#pragma once

#include "server/Servers.h"
#include "settings/SettingRow.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace ui {

class ServerModelRow : public QWidget
{
    Q_OBJECT
public:
    ServerModelRow(server::Servers &servers, QWidget *parent);

    void showServer(const QString &server);
    void focusChoice();
    void retranslate();

Q_SIGNALS:
    void chosen(const QString &model); // empty = as Generation says

private:
    void showChoices(const std::optional<QList<backend::ModelInfo>> &models); // absent = not told

    server::Servers &m_servers;
    QString m_server;
    QComboBox *m_choice;
    SettingRow *m_choiceRow;
    QLineEdit *m_name;
    SettingRow *m_nameRow;
};

} // namespace ui
