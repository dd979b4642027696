#include "library/SpeedView.h"

#include "common/Facts.h"
#include "common/Format.h"
#include "common/Widgets.h"
#include "library/SpeedWords.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

SpeedView::SpeedView(library::InstalledModels &installed, library::SpeedRecord &record, QWidget *parent)
    : QWidget(parent)
    , m_installed(installed)
    , m_record(record)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_facts(new Facts(this))
    , m_note(new Label(Type::Body, TextRole::Text2, this))
{
    m_facts->setObjectName(u"speedFacts"_s);
    m_note->setObjectName(u"speedNote"_s);
    m_note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_note);
    connect(&record, &library::SpeedRecord::changed, this, &SpeedView::refresh);
    connect(&installed, &library::InstalledModels::changed, this, &SpeedView::refresh);
    refresh();
}

void SpeedView::setModel(const QString &name)
{
    m_model = name;
    refresh();
}

void SpeedView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void SpeedView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

// Answers end while another page is shown; it is reckoned when somebody looks.
void SpeedView::refresh()
{
    if (!isVisible())
        return;
    m_title->setText(tr("Speed here"));
    const backend::ModelInfo *model = m_installed.find(m_model);
    const QString digest = model ? model->digest : QString();
    const auto speed = library::speedOf(m_record.measurements(), m_record.server(), digest);
    m_facts->setVisible(speed.has_value());
    if (speed) {
        const auto time = [](std::chrono::milliseconds span) {
            return span.count() > 0 ? shortDuration(span) : QString();
        };
        const auto perSecond = [](double value) { return value > 0 ? tokensPerSecond(value) : QString(); };
        m_facts->set({{tr("Writing"), perSecond(speed->writing)},
                      {tr("Reading"), perSecond(speed->reading)},
                      {tr("First token"), time(speed->firstToken)},
                      {tr("Loading"), time(speed->load)},
                      {tr("From"), tr("%Ln answer(s)", nullptr, speed->answers)}});
    }
    const auto drop = library::slowedDown(m_record.measurements(), m_record.server(), digest);
    m_note->setRole(drop ? TextRole::Warn : TextRole::Text2);
    m_note->setText(drop ? dropWords(drop)
                    : speed
                        ? QString()
                        : tr("Not measured yet. Answers from here tell it, and Measure on the Speed tab."));
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace ui
