// Moving the models folder: the button that begins it, and a strip with the plan, how far it is, how it ended
// and what becomes of the old files; hidden where there is nothing of it. Where the engine is not this
// program's, what to do instead. Part of StoragePage, which puts the button in its place.
#pragma once

#include "library/FolderMove.h"
#include "library/MoveWords.h"
#include "library/Storage.h"
#include "library/WorkStrip.h"

#include <QWidget>

class QAbstractButton;

namespace ui {

class MoveView : public QWidget
{
    Q_OBJECT
public:
    MoveView(library::FolderMove &move, library::Storage &storage, QWidget *parent = nullptr);

    QAbstractButton *button() const { return m_button; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void refreshButtons();
    void choose();
    void take(const QString &folder);
    void pressFirst();
    void pressSecond();
    QString title() const;
    QString meta() const;
    QString details() const;
    QString counted() const;
    MoveAdvice advice() const; // while m_isAdvising
    bool hasFailed() const;

    library::FolderMove &m_move;
    library::Storage &m_storage;
    QString m_advised; // the folder that was chosen for an engine that is not ours
    bool m_isAdvising = false;
    QAbstractButton *m_button;
    WorkStrip m_strip;
    QAbstractButton *m_first;  // what goes on
    QAbstractButton *m_second; // what does not
    QAbstractButton *m_stop;
};

} // namespace ui
