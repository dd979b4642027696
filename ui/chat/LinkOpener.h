// The only way from a message to another program: asks before a host that was not opened since the program
// started, and shows where a link really leads. Owned by the chat page.
#pragma once

#include <QObject>
#include <QSet>
#include <QUrl>

class QWidget;

namespace ui {

class LinkOpener : public QObject
{
    Q_OBJECT
public:
    // `parent` is what questions stand in front of.
    explicit LinkOpener(QWidget *parent);

    // `text` is what the link says; http, https and mailto only, anything else is ignored.
    void open(const QUrl &url, const QString &text);

private:
    void ask(const QUrl &url, const QString &text);

    QWidget *m_parent;
    QSet<QString> m_hosts; // the person said yes to
};

} // namespace ui
