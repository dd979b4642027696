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

CatalogueFilterBar::CatalogueFilterBar(library::Fitter &fitter, QWidget *parent)
    : SurfaceWidget(Surface::Base, parent)
    , m_kind(new ComboBox(this))
    , m_size(new ComboBox(this))
    , m_context(new ComboBox(this))
    , m_fits(new QCheckBox(this))
    , m_chinese(new QCheckBox(this))
    , m_fitter(fitter)
{
    m_kind->setObjectName(u"catalogueKind"_s);
    m_size->setObjectName(u"catalogueSize"_s);
    m_context->setObjectName(u"catalogueContext"_s);
    m_fits->setObjectName(u"catalogueFits"_s);
    m_chinese->setObjectName(u"catalogueChinese"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 8, 24, 8);
    row->setSpacing(8);
    for (ComboBox *box : {m_kind, m_size, m_context}) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->setMinimumHeight(32);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &CatalogueFilterBar::changed);
    }
    row->addSpacing(8);
    row->addWidget(m_fits);
    row->addSpacing(8);
    row->addWidget(m_chinese);
    row->addStretch();
    for (QCheckBox *box : {m_fits, m_chinese})
        connect(box, &QCheckBox::toggled, this, &CatalogueFilterBar::changed);
    connect(m_context, &QComboBox::activated, this, [this] { m_isContextChosen = true; });
    connect(&fitter, &library::Fitter::changed, this, &CatalogueFilterBar::refreshFits);
    retranslate();
}

CatalogueFilter CatalogueFilterBar::filter() const
{
    return {.words = {},
            .kind = static_cast<CatalogueFilter::Kind>(m_kind->currentIndex()),
            .size = static_cast<CatalogueFilter::Size>(m_size->currentIndex()),
            .language =
                m_chinese->isChecked() ? CatalogueFilter::Language::Chinese : CatalogueFilter::Language::Any,
            .room = m_fits->isChecked() ? CatalogueFilter::Room::Fits : CatalogueFilter::Room::Any};
}

void CatalogueFilterBar::clear()
{
    m_kind->setCurrentIndex(0);
    m_size->setCurrentIndex(0);
    m_chinese->setChecked(false);
    m_fits->setChecked(false);
}

qint64 CatalogueFilterBar::context() const
{
    return m_context->currentData().toLongLong();
}

// The usual lengths, and the one that is set.
void CatalogueFilterBar::fillContexts()
{
    QList<qint64> lengths{4096, 8192, 16'384, 32'768, 65'536, 131'072};
    const qint64 usual = m_fitter.settings().context;
    if (!lengths.contains(usual))
        lengths.insert(std::ranges::lower_bound(lengths, usual) - lengths.begin(), usual);
    const qint64 current = m_isContextChosen ? context() : usual;
    const QSignalBlocker blocker(m_context);
    m_context->clear();
    for (const qint64 length : lengths)
        m_context->addItem(tokens(length), length);
    m_context->setCurrentIndex(std::max(m_context->findData(current), 0));
}

void CatalogueFilterBar::refreshFits()
{
    // What is not known of a machine narrows nothing.
    const bool isKnown = m_fitter.machine().knowledge == base::Machine::Knowledge::Whole;
    m_fits->setVisible(isKnown);
    if (!isKnown)
        m_fits->setChecked(false);
    const qint64 before = context();
    fillContexts();
    if (context() != before)
        Q_EMIT changed();
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
    m_context->setAccessibleName(tr("Context length"));
    m_context->setToolTip(tr("The context length that memory is reckoned with"));
    m_fits->setText(tr("Fits"));
    m_chinese->setText(tr("Understands Chinese"));
    // In the order of CatalogueFilter's enumerators.
    setItems(*m_kind, {tr("All kinds"), tr("Recommended"), tr("In the guides"), tr("Chat"), tr("Code"),
                       tr("Vision"), tr("Tools"), tr("Thinking"), tr("Embedding")});
    setItems(*m_size, sizes());
    refreshFits();
}

} // namespace ui
