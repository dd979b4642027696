// The connection doctor: the ladder from the name to an answer for one server, live while it is climbed, with
// what helps below the rung that failed. Embedded in the servers page, which does what the buttons ask for.
#pragma once

#include "server/Probe.h"
#include "server/RungRow.h"

#include <QDateTime>

#include <array>
#include <memory>

namespace ui {

class DoctorView : public QWidget
{
    Q_OBJECT
public:
    DoctorView(std::unique_ptr<server::Probe> probe, const server::System &system, QWidget *parent = nullptr);
    ~DoctorView() override;

    // Another server, or another way to it; its depth is not looked at. Checks the connection as soon as the
    // ladder is seen.
    void setRequest(const server::Probe::Request &request);
    void checkAgain(); // without a question
    void quickTest();  // with one

    const server::ProbeFacts &facts() const;
    const QList<server::Finding> &findings() const { return m_findings; }
    QString report() const;

Q_SIGNALS:
    // The person asked for a check; the ladder's has begun.
    void checkRequested();
    // The person has compared it; `fingerprint` is that of the certificate the server showed.
    void trustRequested(const QByteArray &fingerprint);
    void authorityRequested();
    void startEngineRequested();
    // `suggested`: the address that is probably meant; may be empty.
    void addressRequested(const QUrl &suggested);
    void keyRequested();
    void modelsRequested();
    void defaultModelRequested(); // is to be set

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void run(server::Probe::Depth depth);
    void refresh();
    void retranslate();
    void act(DoctorAction action);
    QUrl suggestedAddress() const;
    void copyReport();

    std::unique_ptr<server::Probe> m_probe;
    server::System m_system;
    server::Probe::Request m_request;
    QList<server::Finding> m_findings;
    QDateTime m_time;       // of the check
    bool m_isStale = false; // the request is not checked yet
    Label *m_title;
    Label *m_checked;
    QAbstractButton *m_copy;
    QAbstractButton *m_test;
    QAbstractButton *m_again;
    QWidget *m_ladder;
    std::array<RungRow *, server::rungCount> m_rows{};
};

} // namespace ui
