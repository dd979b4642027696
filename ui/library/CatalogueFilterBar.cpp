#include "library/CatalogueFilterBar.h"

#include "common/ComboBox.h"
#include "common/Format.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using library::CatalogueFilter;

namespace {

void setItems(ComboBox &box, const QStringList &words)
{
    const QSignalBlocker blocker(box);
    const int current = std::max(box.currentIndex(), 0);
    box.clear();
    box.addItems(words);
    box.setCurrentIndex(current);
}

} // namespace

CatalogueFilterBar::CatalogueFilterBar(QWidget *parent)
    : SurfaceWidget(Surface::Base, parent)
    , m_kind(new ComboBox(this))
    , m_size(new ComboBox(this))
    , m_chinese(new QCheckBox(this))
{
    m_kind->setObjectName(u"catalogueKind"_s);
    m_size->setObjectName(u"catalogueSize"_s);
    m_chinese->setObjectName(u"catalogueChinese"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 8, 24, 8);
    row->setSpacing(8);
    for (ComboBox *box : {m_kind, m_size}) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->setMinimumHeight(32);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &CatalogueFilterBar::changed);
    }
    row->addSpacing(8);
    row->addWidget(m_chinese);
    row->addStretch();
    connect(m_chinese, &QCheckBox::toggled, this, &CatalogueFilterBar::changed);
    retranslate();
}

CatalogueFilter CatalogueFilterBar::filter() const
{
    return {.words = {},
            .kind = static_cast<CatalogueFilter::Kind>(m_kind->currentIndex()),
            .size = static_cast<CatalogueFilter::Size>(m_size->currentIndex()),
            .language =
                m_chinese->isChecked() ? CatalogueFilter::Language::Chinese : CatalogueFilter::Language::Any};
}

void CatalogueFilterBar::clear()
{
    m_kind->setCurrentIndex(0);
    m_size->setCurrentIndex(0);
    m_chinese->setChecked(false);
}

void CatalogueFilterBar::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QStringList CatalogueFilterBar::sizes() const
{
    QStringList words = {tr("Any size")};
    for (const auto size : {CatalogueFilter::Size::UpTo2, CatalogueFilter::Size::UpTo5,
                            CatalogueFilter::Size::UpTo10, CatalogueFilter::Size::UpTo20}) {
        const auto [above, upTo] = CatalogueFilter::bounds(size);
        words.append(above == 0 ? tr("Up to %1").arg(bytes(upTo))
                                : tr("%1 to %2").arg(bytes(above), bytes(upTo)));
    }
    const qint64 largest = CatalogueFilter::bounds(CatalogueFilter::Size::Larger).first;
    return words << tr("More than %1").arg(bytes(largest));
}

void CatalogueFilterBar::retranslate()
{
    m_kind->setAccessibleName(tr("Kind"));
    m_size->setAccessibleName(tr("Download size"));
    m_chinese->setText(tr("Understands Chinese"));
    // In the order of CatalogueFilter's enumerators.
    setItems(*m_kind, {tr("All kinds"), tr("Recommended"), tr("In the guides"), tr("Chat"), tr("Code"),
                       tr("Vision"), tr("Tools"), tr("Thinking"), tr("Embedding")});
    setItems(*m_size, sizes());
}

} // namespace ui
