#include "settings/DownloadsForm.h"

#include "settings/NumberField.h"

namespace ui {

using settings::Key;

DownloadsForm::DownloadsForm(settings::SettingsStore &store, QWidget *parent)
    : SettingsForm(parent)
    , m_atOnce(new NumberRow(store, Key::DownloadsAtOnce, 0, column()))
    , m_hours(new HoursRow(store, Key::DownloadHours, column()))
{
    m_atOnce->field()->setObjectName(QStringLiteral("downloadsAtOnce"));
    add(m_atOnce);
    add(m_hours);
    retranslate();
}

void DownloadsForm::retranslate()
{
    setHeading(tr("Downloads"), tr("Of models, in the queue of the Models page. Changes apply at once."));
    m_atOnce->setWords(tr("Downloads at once"), tr("The others wait in their order."));
    m_hours->setWords(tr("Download hours"));
}

} // namespace ui
