// What of the catalogue is shown: kind, size of the download, language. Above its list.
#pragma once

#include "common/Widgets.h"
#include "library/CatalogueFilter.h"

class QCheckBox;

namespace ui {

class ComboBox;

class CatalogueFilterBar : public SurfaceWidget
{
    Q_OBJECT
public:
    explicit CatalogueFilterBar(QWidget *parent = nullptr);

    // Without words: those are typed elsewhere.
    library::CatalogueFilter filter() const;
    void clear();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QStringList sizes() const; // in the order of library::CatalogueFilter::Size

    ComboBox *m_kind;
    ComboBox *m_size;
    QCheckBox *m_chinese;
};

} // namespace ui
