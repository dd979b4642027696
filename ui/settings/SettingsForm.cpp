#include "settings/SettingsForm.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

SettingsForm::SettingsForm(QWidget *parent)
    : QScrollArea(parent)
    , m_column(new QWidget)
    , m_layout(new QVBoxLayout(m_column))
    , m_headingLine(new QHBoxLayout)
    , m_heading(new Label(Type::Heading, TextRole::Text, m_column))
    , m_explanation(new Label(Type::Body, TextRole::Text2, m_column))
{
    constexpr int columnWidth = 800;
    auto *page = new SurfaceWidget(Surface::Base);
    auto *outer = new QHBoxLayout(page);
    outer->addWidget(m_column, 1, Qt::AlignTop);
    outer->addStretch(0);
    m_column->setMaximumWidth(columnWidth);
    m_column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(16);
    m_explanation->setWordWrap(true);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    m_headingLine->addWidget(m_heading, 1);
    head->addLayout(m_headingLine);
    head->addWidget(m_explanation);
    m_layout->addLayout(head);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(page);
    fitMargins();
}

void SettingsForm::resizeEvent(QResizeEvent *event)
{
    fitMargins();
    QScrollArea::resizeEvent(event);
}

// A window of 800×600 has no room for the labels' and margins' full width beside the longest row.
void SettingsForm::fitMargins()
{
    const bool isNarrow = width() < 600;
    const int margin = isNarrow ? 16 : 48;
    widget()->layout()->setContentsMargins(margin, 24, margin, 32);
    const auto rows = m_column->findChildren<SettingRow *>();
    for (SettingRow *row : rows)
        row->setLabelWidth(isNarrow ? SettingRow::narrowLabel : SettingRow::wideLabel);
}

void SettingsForm::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsForm::setHeading(const QString &heading, const QString &explanation)
{
    m_heading->setText(heading);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

void SettingsForm::addBesideHeading(QWidget *widget)
{
    m_headingLine->addWidget(widget);
}

Label *SettingsForm::addSection()
{
    auto *title = new Label(Type::BodyBold, TextRole::Text, m_column);
    m_layout->addSpacing(12);
    m_layout->addWidget(title);
    m_layout->addSpacing(-8);
    m_layout->addWidget(new Line(Qt::Horizontal, m_column));
    return title;
}

void SettingsForm::add(QWidget *row)
{
    m_layout->addWidget(row);
}

void SettingsForm::add(BoundRow *row)
{
    connect(row, &BoundRow::notSaved, this, &SettingsForm::notSaved);
    m_layout->addWidget(row);
}

} // namespace ui
