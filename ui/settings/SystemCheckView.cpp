#include "settings/SystemCheckView.h"

#include "common/ComboBox.h"
#include "common/FitWords.h"
#include "common/Format.h"
#include "settings/SettingRow.h"
#include "settings/SystemWords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using server::SystemFinding;

SystemCheckView::SystemCheckView(server::EngineSettings &settings, const library::Catalogue &catalogue,
                                 QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_catalogue(catalogue)
    , m_model(new ComboBox)
    , m_modelRow(new SettingRow(m_model, SettingRow::Width::Choice, this))
    , m_again(makeButton(ButtonKind::Plain, QStringLiteral("refresh-cw"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (int i = 0; i < 4; ++i)
        m_rows.append(addRow(layout));
    m_rows.first().what->setObjectName(QStringLiteral("systemMemory"));
    m_model->setObjectName(QStringLiteral("systemModel"));
    m_model->setFocusPolicy(Qt::StrongFocus);
    layout->addSpacing(8);
    layout->addWidget(m_modelRow);
    m_modelVerdict = addRow(layout);
    m_modelVerdict.what->setObjectName(QStringLiteral("systemModelVerdict"));
    m_again->setObjectName(QStringLiteral("systemCheckAgain"));
    layout->addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QAbstractButton::clicked, this, &SystemCheckView::check);
    connect(m_model, &QComboBox::currentIndexChanged, this, &SystemCheckView::showModel);
    connect(&settings, &server::EngineSettings::changed, this, [this] {
        if (isVisible())
            check(); // another folder, another context
    });
}

SystemCheckView::Row SystemCheckView::addRow(QVBoxLayout *layout)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    const Row row{new IconLabel(QStringLiteral("circle-dashed"), IconColor::Text3, 18, this),
                  new Label(Type::Body, TextRole::Text, this)};
    row.what->setWordWrap(true);
    row.what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(row.icon, 0, Qt::AlignTop);
    line->addWidget(row.what, 1);
    layout->addLayout(line);
    return row;
}

void SystemCheckView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fillModels();
    check();
}

// The catalogue may be another one than last time.
void SystemCheckView::fillModels()
{
    QStringList names;
    for (const library::CatalogueEntry &entry : m_catalogue.entries())
        names.append(entry.name);
    QStringList shown;
    for (int at = 0; at < m_model->count(); ++at)
        shown.append(m_model->itemText(at));
    if (names == shown)
        return;
    const QSignalBlocker blocker(m_model);
    const QString current = m_model->currentText();
    m_model->clear();
    m_model->addItems(names);
    m_model->setCurrentIndex(std::max(m_model->findText(current), 0));
}

void SystemCheckView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFacts();
}

void SystemCheckView::check()
{
    delete m_check; // what it would say is old
    m_check = new server::SystemCheck({.modelsFolder = m_settings.modelsFolder()}, this);
    connect(m_check, &server::SystemCheck::finished, this, [this](const server::SystemFacts &facts) {
        m_facts = facts;
        showFacts();
    });
}

void SystemCheckView::retranslate()
{
    m_modelRow->setWords(tr("A model"),
                         tr("From the catalogue, with the context length and the parallel requests "
                            "set below; an upper bound."));
    m_again->setText(tr("Check again"));
    showFacts();
}

void SystemCheckView::showFacts()
{
    if (!m_facts) {
        for (const Row &row : m_rows)
            row.what->setText(tr("Looking…"));
        m_modelVerdict.what->setText(tr("Looking…"));
        return;
    }
    const QList<SystemFinding> findings = server::systemFindings(*m_facts);
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const auto [icon, color] = verdictIcon(findings.at(i).verdict);
        m_rows.at(i).icon->setIcon(icon, color);
        m_rows.at(i).what->setText(findingWords(findings.at(i), *m_facts));
    }
    showModel();
}

void SystemCheckView::showModel()
{
    const library::CatalogueEntry *entry = m_catalogue.find(m_model->currentText());
    if (!m_facts || !entry)
        return;
    const library::MemoryNeeds needs =
        library::estimatedNeeds(*entry, m_settings.environment().runSettings());
    const library::Fit fit =
        library::fitOf(needs, m_facts->machine(), entry->downloadBytes, entry->architecture.layers);
    const auto [icon, color] = fitIcon(fit.verdict);
    m_modelVerdict.icon->setIcon(icon, color);
    m_modelVerdict.what->setText(fitWords(fit, entry->name, entry->downloadBytes));
}

} // namespace ui
