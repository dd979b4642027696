// What of the catalogue is shown: kind, size of the download, language. Above its list.
#pragma once

#include "common/Widgets.h"
#include "library/CatalogueFilter.h"
#include "library/Fitter.h"

class QCheckBox;

namespace ui {

class ComboBox;

class CatalogueFilterBar : public SurfaceWidget
{
    Q_OBJECT
public:
    explicit CatalogueFilterBar(library::Fitter &fitter, QWidget *parent = nullptr);

    // Without words: those are typed elsewhere.
    library::CatalogueFilter filter() const;
    void clear();
    // Tokens that whether a model fits is told for.
    qint64 context() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QStringList sizes() const; // in the order of library::CatalogueFilter::Size
    void fillContexts();
    void refreshFits();

    ComboBox *m_kind;
    ComboBox *m_size;
    ComboBox *m_context;
    QCheckBox *m_fits;
    QCheckBox *m_chinese;
    library::Fitter &m_fitter;
    bool m_isContextChosen = false; // by the person; else it follows the settings
};

} // namespace ui
