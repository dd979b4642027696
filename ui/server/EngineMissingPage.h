// The first-run page where nothing answers and nothing can be started (experience.md "First run", 4): what an
// engine is, how to install one here, or the address of one elsewhere, tried as it is typed. Shown by the
// main window, which leaves it when the connection is ready.
#pragma once

#include "common/Widgets.h"
#include "server/AddressProbe.h"
#include "server/Connection.h"

#include <QTimer>

class QLineEdit;
class QVBoxLayout;

namespace ui {

class EngineMissingPage : public SurfaceWidget
{
    Q_OBJECT
public:
    EngineMissingPage(server::Connection &connection, server::BackendFactory makeBackend,
                      QWidget *parent = nullptr);

    // An engine that is here was started and did not stay; absent = that is over.
    void setEngineError(const std::optional<base::Error> &error, const QString &program);

Q_SIGNALS:
    void serverChosen(const QUrl &url);
    void startEngineRequested();
    void detailsRequested(); // somebody answers, but not as hoped: the settings of the server

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void addInstall(QVBoxLayout *layout);
    void addConnect(QVBoxLayout *layout);
    void retranslate();
    void showConnection();
    void showProbe();
    QString answerWords() const;
    void showEngineError();
    void copyCommand();
    void choose();

    server::Connection &m_connection;
    server::AddressProbe m_probe;
    std::optional<base::Error> m_engineError;
    QString m_engineProgram;
    QTimer m_copiedTimer;
    Banner *m_banner;
    QWidget *m_column;
    QLabel *m_appIcon;
    Label *m_heading;
    Label *m_explanation;
    Label *m_installTitle;
    Label *m_system;
    QLineEdit *m_command;
    QAbstractButton *m_copy;
    Label *m_installHelp;
    QLabel *m_lookingIcon;
    Label *m_looking;
    QAbstractButton *m_details;
    Label *m_or;
    Label *m_connectTitle;
    QLineEdit *m_address;
    QAbstractButton *m_use;
    QLabel *m_resultIcon;
    Label *m_result;
};

} // namespace ui
