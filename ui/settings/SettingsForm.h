// One page of Settings: a heading and rows under sections in a column of at most 800, scrolling. The pages
// derive from it, add their rows in the constructor and word them in retranslate().
#pragma once

#include "common/Widgets.h"
#include "settings/BoundRows.h"

#include <QScrollArea>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class SettingsForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit SettingsForm(QWidget *parent = nullptr);

Q_SIGNALS:
    // A change holds but is not on disk.
    void notSaved(const base::Error &error);

protected:
    // Words everything; to be called at the end of the subclass's constructor, then at each change of
    // language.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    QWidget *column() const { return m_column; }
    void setHeading(const QString &heading, const QString &explanation = {});
    // At the right of the heading.
    void addBesideHeading(QWidget *widget);
    // A title over a hairline; the label is worded by the subclass.
    Label *addSection();
    // A row or anything as wide as the column.
    void add(QWidget *row);
    void add(BoundRow *row);

private:
    void fitMargins();

    QWidget *m_column;
    QVBoxLayout *m_layout;
    QHBoxLayout *m_headingLine;
    Label *m_heading;
    Label *m_explanation;
};

} // namespace ui
