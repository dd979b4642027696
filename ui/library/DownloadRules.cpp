#include "library/DownloadRules.h"

#include "common/ErrorText.h"
#include "common/Widgets.h"
#include "library/PullHours.h"
#include "settings/SettingsStore.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSpinBox>
#include <QTimeEdit>

namespace ui {

using namespace Qt::StringLiterals;
using settings::Key;

namespace {

const library::PullHours night{QTime(1, 0), QTime(7, 0)}; // what is proposed

} // namespace

DownloadRules::DownloadRules(settings::SettingsStore &store, QWidget *parent)
    : Popup(parent)
    , m_store(store)
    , m_atOnce(new QSpinBox(this))
    , m_isLimited(new QCheckBox(tr("Only in these hours"), this))
    , m_from(new QTimeEdit(this))
    , m_to(new QTimeEdit(this))
    , m_note(new Label(Type::Small, TextRole::Text3, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"downloadRules"_s);
    m_atOnce->setObjectName(u"downloadsAtOnce"_s);
    m_isLimited->setObjectName(u"downloadHoursOn"_s);
    m_from->setObjectName(u"downloadHoursFrom"_s);
    m_to->setObjectName(u"downloadHoursTo"_s);
    m_note->setObjectName(u"downloadRulesNote"_s);
    const settings::Range range = settings::range(Key::DownloadsAtOnce);
    m_atOnce->setRange(static_cast<int>(range.minimum), static_cast<int>(range.maximum));
    m_atOnce->setValue(store.values().downloadsAtOnce);
    m_atOnce->setAccessibleName(tr("Downloads at once"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("Until"));
    const auto kept = library::parsePullHours(store.values().downloadHours).value_or(library::PullHours());
    const library::PullHours shown = kept.isLimited() ? kept : night;
    m_isLimited->setChecked(kept.isLimited());
    m_from->setTime(shown.from);
    m_to->setTime(shown.to);
    build();
    showHours();
    connect(m_atOnce, &QSpinBox::valueChanged, this, [this](int count) {
        const auto result = m_store.set(Key::DownloadsAtOnce, count);
        tell(result ? QString()
                    : errorText(result.error(), Doing::KeepingSettings, m_store.filePath(), {}).what);
    });
    connect(m_isLimited, &QCheckBox::toggled, this, &DownloadRules::keepHours);
    connect(m_from, &QTimeEdit::timeChanged, this, &DownloadRules::keepHours);
    connect(m_to, &QTimeEdit::timeChanged, this, &DownloadRules::keepHours);
}

void DownloadRules::build()
{
    auto *atOnce = new Label(Type::Body, TextRole::Text, this);
    auto *from = new Label(Type::Body, TextRole::Text, this);
    auto *to = new Label(Type::Body, TextRole::Text, this);
    atOnce->setText(tr("Downloads at once"));
    from->setText(tr("From"));
    to->setText(tr("Until"));
    m_note->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 14, 16, 14);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 176);
    grid->addWidget(atOnce, 0, 0);
    grid->addWidget(m_atOnce, 0, 1);
    grid->addWidget(m_isLimited, 1, 0, 1, 2);
    grid->addWidget(from, 2, 0);
    grid->addWidget(m_from, 2, 1);
    grid->addWidget(to, 3, 0);
    grid->addWidget(m_to, 3, 1);
    grid->addWidget(m_note, 4, 0, 1, 2);
    tell({});
}

void DownloadRules::open(QWidget *anchor)
{
    openAt(anchor, Qt::RightEdge, m_isLimited);
}

void DownloadRules::showHours()
{
    m_from->setEnabled(m_isLimited->isChecked());
    m_to->setEnabled(m_isLimited->isChecked());
}

void DownloadRules::keepHours()
{
    showHours();
    const library::PullHours chosen{m_from->time(), m_to->time()};
    const auto kept =
        m_store.set(Key::DownloadHours, m_isLimited->isChecked() ? library::printed(chosen) : QString());
    if (!kept)
        return tell(errorText(kept.error(), Doing::KeepingSettings, m_store.filePath(), {}).what);
    tell(m_isLimited->isChecked() && !chosen.isLimited()
             ? tr("Both are the same time, so downloads run at any time.")
             : QString());
}

void DownloadRules::tell(const QString &error)
{
    m_note->setRole(error.isEmpty() ? TextRole::Text3 : TextRole::Bad);
    m_note->setText(
        error.isEmpty() ? tr("At other times downloads wait. Start now lets one run all the same.") : error);
}

} // namespace ui
