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

void CatalogueFilterBar::retranslate()
{
    m_kind->setAccessibleName(tr("Kind"));
    m_size->setAccessibleName(tr("Download size"));
    m_chinese->setText(tr("Understands Chinese"));
    // In the order of CatalogueFilter's enumerators.
    setItems(*m_kind, {tr("All kinds"), tr("Recommended"), tr("In the guides"), tr("Chat"), tr("Code"),
                       tr("Vision"), tr("Tools"), tr("Thinking"), tr("Embedding")});
    constexpr qint64 gb = 1'000'000'000;
    const auto between = [](qint64 from, qint64 to) {
        return tr("%1 to %2").arg(bytes(from * gb), bytes(to * gb));
    };
    setItems(*m_size, {tr("Any size"), tr("Up to %1").arg(bytes(2 * gb)), between(2, 5), between(5, 10),
                       between(10, 20), tr("More than %1").arg(bytes(20 * gb))});
}

} // namespace ui
