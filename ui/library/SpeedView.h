// How fast one installed model ran here: part of ModelDetailPanel.
#pragma once

#include "library/InstalledModels.h"
#include "library/SpeedRecord.h"

#include <QWidget>

namespace ui {

class Facts;
class Label;

class SpeedView : public QWidget
{
    Q_OBJECT
public:
    SpeedView(library::InstalledModels &installed, library::SpeedRecord &record, QWidget *parent = nullptr);

    void setModel(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    library::InstalledModels &m_installed;
    library::SpeedRecord &m_record;
    QString m_model;
    Label *m_title;
    Facts *m_facts;
    Label *m_note;
};

} // namespace ui
