// Chooses the model of a conversation: a combo box whose list can be filtered by typing, with size, loaded
// dot and capabilities of each model and "Get more models…" at its foot.
#pragma once

#include "common/ComboBox.h"
#include "library/InstalledModels.h"
#include "server/Servers.h"

#include <QPointer>

namespace ui {

class ModelPickerPopup;

class ModelPicker : public ComboBox
{
    Q_OBJECT
public:
    explicit ModelPicker(library::InstalledModels &models, QWidget *parent = nullptr);

    // With more than one, the list shows what each has.
    void setServers(server::Servers &servers);
    // Of the conversation: the one chosen for it; empty = the one in use.
    void setServer(const QString &id);
    // The name may be one that is not installed (any more); it is then shown, and isInstalled() is false.
    void setModel(const QString &name);
    QString model() const { return m_model; }
    bool isInstalled() const;

    void showPopup() override;
    void hidePopup() override;
    QWidget *opened() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    // By the person; `server` is empty for the one in use.
    void modelChosen(const QString &name, const QString &server);
    void moreModelsRequested();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    QString shownName() const;
    bool isMissing() const;

    library::InstalledModels &m_models;
    server::Servers *m_servers = nullptr;
    QString m_model;
    QString m_server;
    QPointer<ModelPickerPopup> m_popup;
};

} // namespace ui
