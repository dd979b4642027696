// The open list of the model picker: a filter field, the installed models that can chat, what the other
// servers have, and "Get more models…". Deletes itself when it closes.
#pragma once

#include "common/Popup.h"
#include "library/InstalledModels.h"
#include "server/Servers.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>

namespace ui {

class ModelPickerPopup : public Popup
{
    Q_OBJECT
public:
    struct Choice
    {
        QString model;
        QString server; // empty = the one in use
    };

    // `servers` may be null: there is one only.
    ModelPickerPopup(library::InstalledModels &models, server::Servers *servers, const Choice &current,
                     QWidget *parent);
    ~ModelPickerPopup() override;

    void open(QWidget *anchor);
    // In the middle of the window, under these words.
    void openIn(QWidget *window, const QString &title);

Q_SIGNALS:
    void chosen(const QString &name, const QString &server);
    void moreModelsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void fill();
    void addGroup(const QString &title, const QList<backend::ModelInfo> &models, const QString &server);
    bool hasOthers() const { return m_servers && m_servers->profiles().all().size() > 1; }
    void refreshRow(QListWidgetItem *item);
    void filter(const QString &text);
    void accept(QListWidgetItem *item);
    bool moveCurrent(int key);

    library::InstalledModels &m_models;
    server::Servers *m_servers;
    Choice m_current;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QAbstractButton *m_more;
};

} // namespace ui
