#include "common/HoursField.h"

#include "common/WheelGuard.h"
#include "common/Widgets.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QTimeEdit>

namespace ui {

using namespace Qt::StringLiterals;
using library::PullHours;

namespace {

const PullHours night{QTime(1, 0), QTime(7, 0)}; // what is proposed

} // namespace

HoursField::HoursField(QWidget *parent)
    : QWidget(parent)
    , m_isLimited(new QCheckBox(this))
    , m_fromLabel(new Label(Type::Body, TextRole::Text, this))
    , m_from(new QTimeEdit(night.from, this))
    , m_toLabel(new Label(Type::Body, TextRole::Text, this))
    , m_to(new QTimeEdit(night.to, this))
{
    m_isLimited->setObjectName(u"downloadHoursOn"_s);
    m_from->setObjectName(u"downloadHoursFrom"_s);
    m_to->setObjectName(u"downloadHoursTo"_s);
    setFocusProxy(m_isLimited);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(4, 1);
    grid->addWidget(m_isLimited, 0, 0, 1, 5);
    grid->setRowMinimumHeight(0, 32);
    grid->addWidget(m_fromLabel, 1, 0);
    grid->addWidget(m_from, 1, 1);
    grid->addWidget(m_toLabel, 1, 2);
    grid->addWidget(m_to, 1, 3);
    for (QTimeEdit *time : {m_from, m_to}) {
        time->setFocusPolicy(Qt::StrongFocus);
        new WheelGuard(time);
        connect(time, &QTimeEdit::timeChanged, this, &HoursField::edited);
    }
    connect(m_isLimited, &QCheckBox::toggled, this, &HoursField::edit);
    setHours({});
    retranslate();
}

void HoursField::setHours(const PullHours &hours)
{
    const bool isLimited = hours.from.isValid() && hours.to.isValid();
    const QSignalBlocker checking(m_isLimited);
    const QSignalBlocker beginning(m_from);
    const QSignalBlocker ending(m_to);
    m_isLimited->setChecked(isLimited);
    if (isLimited) {
        m_from->setTime(hours.from);
        m_to->setTime(hours.to);
    }
    m_from->setEnabled(isLimited);
    m_to->setEnabled(isLimited);
}

PullHours HoursField::hours() const
{
    return m_isLimited->isChecked() ? PullHours{m_from->time(), m_to->time()} : PullHours();
}

QString HoursField::meaning(const PullHours &hours)
{
    return hours.from.isValid() && hours.from == hours.to
               ? tr("Both are the same time, so downloads run at any time.")
               : tr("At other times downloads wait. Start now lets one run all the same.");
}

void HoursField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HoursField::retranslate()
{
    m_isLimited->setText(tr("Only in these hours"));
    m_fromLabel->setText(tr("From"));
    m_toLabel->setText(tr("Until"));
    m_from->setAccessibleName(m_fromLabel->text());
    m_to->setAccessibleName(m_toLabel->text());
    for (QTimeEdit *time : {m_from, m_to})
        time->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
}

void HoursField::edit()
{
    m_from->setEnabled(m_isLimited->isChecked());
    m_to->setEnabled(m_isLimited->isChecked());
    Q_EMIT edited();
}

} // namespace ui
