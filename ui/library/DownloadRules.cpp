#include "library/DownloadRules.h"

#include "common/ErrorText.h"
#include "common/HoursField.h"
#include "common/Widgets.h"
#include "settings/SettingsStore.h"

#include <QGridLayout>
#include <QSpinBox>

namespace ui {

using namespace Qt::StringLiterals;
using settings::Key;

DownloadRules::DownloadRules(settings::SettingsStore &store, QWidget *parent)
    : Popup(parent)
    , m_store(store)
    , m_atOnce(new QSpinBox(this))
    , m_hours(new HoursField(this))
    , m_note(new Label(Type::Small, TextRole::Text3, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"downloadRules"_s);
    m_atOnce->setObjectName(u"downloadsAtOnce"_s);
    m_note->setObjectName(u"downloadRulesNote"_s);
    const settings::Range range = settings::range(Key::DownloadsAtOnce);
    m_atOnce->setRange(static_cast<int>(range.minimum), static_cast<int>(range.maximum));
    m_atOnce->setValue(store.values().downloadsAtOnce);
    m_atOnce->setAccessibleName(tr("Downloads at once"));
    m_hours->setHours(library::parsePullHours(store.values().downloadHours).value_or(library::PullHours()));
    m_note->setText(HoursField::meaning(m_hours->hours()));
    build();
    connect(m_atOnce, &QSpinBox::valueChanged, this,
            [this](int count) { keep(Key::DownloadsAtOnce, count); });
    connect(m_hours, &HoursField::edited, this,
            [this] { keep(Key::DownloadHours, library::printed(m_hours->hours())); });
}

void DownloadRules::build()
{
    auto *atOnce = new Label(Type::Body, TextRole::Text, this);
    atOnce->setText(tr("Downloads at once"));
    m_note->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 14, 16, 14);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 176);
    grid->addWidget(atOnce, 0, 0);
    grid->addWidget(m_atOnce, 0, 1);
    grid->addWidget(m_hours, 1, 0, 1, 2);
    grid->addWidget(m_note, 2, 0, 1, 2);
}

void DownloadRules::open(QWidget *anchor)
{
    openAt(anchor, Qt::RightEdge, m_hours);
}

void DownloadRules::keep(Key key, const QVariant &value)
{
    const auto kept = m_store.set(key, value);
    m_note->setRole(kept ? TextRole::Text3 : TextRole::Bad);
    m_note->setText(kept ? HoursField::meaning(m_hours->hours())
                         : errorText(kept.error(), Doing::KeepingSettings, m_store.filePath(), {}).what);
}

} // namespace ui
