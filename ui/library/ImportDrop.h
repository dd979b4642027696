// Model files brought in from this computer: dropped on a page, or chosen in a dialog. Says what is wrong
// with one that is none, asks for a name, and hands it to the workshop. One for the models page.
#pragma once

#include "library/Workshop.h"

#include <functional>

class QDropEvent;
class QWidget;

namespace ui {

class ImportDrop : public QObject
{
    Q_OBJECT
public:
    // Asks whether what has the name may be replaced, and does it then.
    using Ask = std::function<void(const QString &name, const std::function<void()> &act)>;

    // `anchor`: under which it asks for the name.
    ImportDrop(library::InstalledModels &installed, library::Workshop &workshop, Ask ask, QWidget *anchor);

    // From now on files can be dropped there.
    void watch(QWidget *page);
    void choose();
    void take(const QString &path);

Q_SIGNALS:
    void offered(); // a file, before anything is asked about it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool drag(QDropEvent &event) const;
    void askName(const library::GgufFile &file);
    void refuse(const QString &path, library::GgufFault fault);

    library::InstalledModels &m_installed;
    library::Workshop &m_workshop;
    Ask m_ask;
    QWidget *m_anchor;
};

} // namespace ui
