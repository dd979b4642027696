// How fast the models of the server in use are, measured here: what measures one of them, which became slower
// after an update, bars of their writing speed, a table of everything that is known, and what clears it. A
// tab of ModelsPage.
#pragma once

#include "library/SpeedMeasure.h"
#include "library/SpeedTable.h"

#include <QWidget>

class QAbstractButton;
class QComboBox;
class QProgressBar;
class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class Label;
class PlainTable;
class SpeedChart;
class SpeedProxy;

class SpeedPage : public QWidget
{
    Q_OBJECT
public:
    SpeedPage(library::InstalledModels &installed, library::SpeedMeasure &measure, backend::Backend &backend,
              QWidget *parent = nullptr);

    // Whether there is anything to see or do.
    static bool isOfUse(const library::SpeedRecord &record, const backend::Backend &backend);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeFindings();
    void connectAll();
    void retranslate();
    void refresh();
    void refreshModels();
    void refreshMeasuring();
    void refreshFindings();
    void setColumns();
    void fitColumns();
    void ask();
    void askToClear();
    void showMenu(const QPoint &position);

    library::InstalledModels &m_installed;
    library::SpeedMeasure &m_measure;
    backend::Backend &m_backend;
    library::SpeedTable m_table;
    SpeedProxy *m_words;
    Banner *m_banner;
    QWidget *m_bar = nullptr;
    QComboBox *m_model = nullptr;
    QAbstractButton *m_start = nullptr;
    QAbstractButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    Label *m_state = nullptr;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Label *m_chartTitle = nullptr;
    SpeedChart *m_chart = nullptr;
    QAbstractButton *m_clear = nullptr;
    PlainTable *m_view = nullptr;
    QStringList m_widest; // of each column's words
};

} // namespace ui
