#include "settings/SettingsPage.h"

#include "common/ErrorText.h"
#include "common/Icons.h"
#include "settings/AboutForm.h"
#include "settings/AppearanceForm.h"
#include "settings/GenerationForm.h"
#include "settings/ServersForm.h"
#include "settings/ShortcutsForm.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

SettingsPage::SettingsPage(settings::SettingsStore &store, server::Connection &connection,
                           library::InstalledModels &models, const DataPlaces &places, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_settingsPath(places.settings)
    , m_notSaved(store.loadError())
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_data(new DataForm(places))
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList());
    layout->addWidget(new Line(Qt::Vertical, this));
    layout->addLayout(right, 1);
    // In the order of Page.
    addPage(QStringLiteral("server"), new ServersForm(store, connection));
    addPage(QStringLiteral("sliders-horizontal"), new GenerationForm(store, models));
    addPage(QStringLiteral("palette"), new AppearanceForm(store));
    addPage(QStringLiteral("keyboard"), new ShortcutsForm(store));
    addPage(QStringLiteral("database"), m_data);
    addPage(QStringLiteral("info"), new AboutForm(connection));
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_notSaved.reset();
        m_banner->clear();
    });
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    retranslate();
}

void SettingsPage::showPage(Page page)
{
    m_list->setCurrentRow(static_cast<int>(page));
}

QWidget *SettingsPage::makeList()
{
    constexpr int listWidth = 224;
    auto *side = new SurfaceWidget(Surface::Window, this);
    side->setFixedWidth(listWidth);
    m_title = new Label(Type::Title, TextRole::Text, side);
    m_title->setContentsMargins(10, 0, 0, 0);
    m_list = new QListWidget(side);
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({16, 16});
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 14, 8, 8);
    layout->setSpacing(14);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    return side;
}

void SettingsPage::addPage(const QString &iconName, SettingsForm *form)
{
    auto *item = new QListWidgetItem(icon(iconName), {}, m_list);
    item->setSizeHint({0, 32});
    m_stack->addWidget(form);
    connect(form, &SettingsForm::notSaved, this, &SettingsPage::showNotSaved);
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_list->setAccessibleName(tr("Settings"));
    const QStringList names{tr("Servers"),   tr("Generation"), tr("Appearance & language"),
                            tr("Shortcuts"), tr("Data"),       tr("About")};
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(names.at(row));
    if (m_notSaved)
        showNotSaved(*m_notSaved);
}

void SettingsPage::showNotSaved(const base::Error &error)
{
    m_notSaved = error;
    const ErrorText text = errorText(error, Doing::KeepingSettings, m_settingsPath, {});
    m_banner->show(Banner::Tone::Warning, tr("%1 %2").arg(text.what, text.next), tr("Close"), text.details);
}

} // namespace ui
