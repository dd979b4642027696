#include "library/WorkStrip.h"

#include "common/Widgets.h"
#include "library/Unfolding.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QProgressBar>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 24;
constexpr int barSteps = 1000;

} // namespace

WorkStrip::WorkStrip(QWidget *strip, const QString &name)
    : m_strip(strip)
    , m_title(new Label(Type::BodyBold, TextRole::Text, strip))
    , m_bar(new QProgressBar(strip))
    , m_meta(new Label(Type::Body, TextRole::Text2, strip))
    , m_details(new Unfolding(strip))
{
    m_title->setObjectName(name + u"Title"_s);
    m_meta->setObjectName(name + u"Meta"_s);
    m_bar->setObjectName(name + u"Progress"_s);
    m_details->setObjectName(name + u"Details"_s);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    for (Label *label : {m_title, m_meta})
        label->setWordWrap(true);
}

void WorkStrip::layOut(std::initializer_list<QAbstractButton *> buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QAbstractButton *button : buttons)
        row->addWidget(button);
    auto *grid = new QGridLayout(m_strip);
    grid->setContentsMargins(inset, 0, inset, 12);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    grid->addWidget(new Line(Qt::Horizontal), 0, 0, 1, 2);
    grid->addWidget(m_title, 1, 0);
    grid->addLayout(row, 1, 1, 2, 1, Qt::AlignTop);
    grid->addWidget(m_bar, 2, 0);
    grid->addWidget(m_meta, 3, 0, 1, 2);
    grid->addWidget(m_details, 4, 0, 1, 2);
}

void WorkStrip::retranslate()
{
    m_bar->setAccessibleName(tr("Progress"));
}

void WorkStrip::say(const QString &title, Tone tone, const QString &meta)
{
    m_title->setText(title);
    m_title->setRole(tone == Tone::Failure ? TextRole::Bad : TextRole::Text);
    m_meta->setText(meta);
    m_meta->setVisible(!meta.isEmpty());
}

void WorkStrip::showProgress(bool isShown, double fraction)
{
    m_bar->setVisible(isShown);
    m_bar->setValue(static_cast<int>(fraction * barSteps));
}

} // namespace ui
