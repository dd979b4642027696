// The open list of the model picker: a filter field, the installed models that can chat, and "Get more
// models…". Deletes itself when it closes.
#pragma once

#include "common/Popup.h"
#include "library/InstalledModels.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>

namespace ui {

class ModelPickerPopup : public Popup
{
    Q_OBJECT
public:
    ModelPickerPopup(library::InstalledModels &models, const QString &current, QWidget *parent);

    void open(QWidget *anchor);

Q_SIGNALS:
    void chosen(const QString &name);
    void moreModelsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void refreshRow(QListWidgetItem *item);
    void filter(const QString &text);
    void accept(QListWidgetItem *item);
    bool moveCurrent(int key);

    library::InstalledModels &m_models;
    QString m_current;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QAbstractButton *m_more;
};

} // namespace ui
