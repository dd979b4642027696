#include "settings/SettingsPage.h"

#include "common/EnvironmentWords.h"
#include "common/ErrorText.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"
#include "common/Widgets.h"
#include "settings/AboutForm.h"
#include "settings/AppearanceForm.h"
#include "settings/AssistantsForm.h"
#include "settings/DeploymentForm.h"
#include "settings/DownloadsForm.h"
#include "settings/EngineForm.h"
#include "settings/GenerationForm.h"
#include "settings/LogsForm.h"
#include "settings/PrivacyForm.h"
#include "settings/ServersForm.h"
#include "settings/ShortcutsForm.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

// Where one is is told by a neutral fill, a bold word and the icon's colour (look.md, rule 2).
class PageNames : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, 32}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int padding = 10;
        constexpr int iconSize = 16;
        const Theme &theme = Theme::of(option.widget);
        const bool isCurrent = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent || option.state & QStyle::State_MouseOver)
            paintFill(*painter, option.rect, isCurrent ? theme.here : theme.hover);
        QRect content = option.rect.adjusted(padding, 0, -padding, 0);
        drawIcon(*painter, QRect(content.left(), content.top(), iconSize, content.height()),
                 index.data(Qt::UserRole).toString(), isCurrent ? theme.accentText : theme.text2);
        content.setLeft(content.left() + iconSize + padding);
        painter->setFont(ui::font(isCurrent ? Type::BodyBold : Type::Body));
        painter->setPen(theme.text);
        painter->drawText(
            content, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, content.width()));
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            ink::drawFocusRing(*painter, option.rect, ink::radius, theme);
        painter->restore();
    }

private:
    static void paintFill(QPainter &painter, const QRectF &row, const QColor &color)
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(row, ink::radius, ink::radius);
    }
};

} // namespace

SettingsPage::SettingsPage(settings::SettingsStore &store, server::Servers &servers,
                           server::Connection &connection, const Engine &engine, privacy::Ledger &ledger,
                           library::InstalledModels &models, chat::Assistants &assistants,
                           const DataPlaces &places, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_settingsPath(places.settings)
    , m_notSaved(store.loadError() ? store.loadError() : servers.profiles().loadError())
    , m_banner(new Banner(this))
    , m_leftOut(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_servers(new ServersForm(store, servers, connection))
    , m_data(new DataForm(places, store, servers, engine.settings, models))
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_leftOut);
    right->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList());
    layout->addWidget(new Line(Qt::Vertical, this));
    layout->addLayout(right, 1);
    // In the order of Page.
    addPage(QStringLiteral("server"), m_servers);
    addPage(QStringLiteral("cpu"),
            new EngineForm(engine.program, engine.settings, connection, engine.catalogue));
    addPage(QStringLiteral("scroll-text"), new LogsForm);
    addPage(QStringLiteral("container"), new DeploymentForm(engine.settings));
    addPage(QStringLiteral("sliders-horizontal"), new GenerationForm(store, models));
    addPage(QStringLiteral("lightbulb"), new AssistantsForm(assistants, store, models));
    addPage(QStringLiteral("download"), new DownloadsForm(store));
    addPage(QStringLiteral("palette"), new AppearanceForm(store));
    addPage(QStringLiteral("keyboard"), new ShortcutsForm(store));
    addPage(QStringLiteral("shield"), new PrivacyForm(ledger, connection));
    addPage(QStringLiteral("database"), m_data);
    addPage(QStringLiteral("info"), new AboutForm(connection));
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_notSaved.reset();
        m_banner->clear();
    });
    makeSelectedCurrent(m_list);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    retranslate();
}

void SettingsPage::showPage(Page page)
{
    m_list->setCurrentRow(static_cast<int>(page));
}

void SettingsPage::showKey(const QString &server)
{
    showPage(Page::Servers);
    m_servers->select(server);
    m_servers->focusKey();
}

QWidget *SettingsPage::makeList()
{
    auto *side = new SurfaceWidget(Surface::Window, this);
    m_title = new Label(Type::Title, TextRole::Text, side);
    m_title->setContentsMargins(10, 0, 0, 0);
    m_list = new QListWidget(side);
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PageNames(m_list));
    m_list->setMouseTracking(true);
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
    auto *item = new QListWidgetItem(m_list);
    item->setData(Qt::UserRole, iconName);
    m_stack->addWidget(form);
    connect(form, &SettingsForm::notSaved, this, &SettingsPage::showNotSaved);
}

void SettingsPage::fitList()
{
    // As wide as its longest name where it is the current one.
    constexpr int leastWidth = 224;
    constexpr int aroundName = 8 + 10 + 16 + 10 + 10 + 8 + 2; // the advance is rounded
    const QFontMetrics metrics(ui::font(Type::BodyBold));
    int width = leastWidth;
    for (int row = 0; row < m_list->count(); ++row)
        width = std::max(width, metrics.horizontalAdvance(m_list->item(row)->text()) + aroundName);
    m_list->parentWidget()->setFixedWidth(width);
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitList();
}

QStringList SettingsPage::pageNames()
{
    return {tr("Servers"),    tr("Local engine"), tr("Logs"),      tr("Deployment"),
            tr("Generation"), tr("Assistants"),   tr("Downloads"), tr("Appearance & language"),
            tr("Shortcuts"),  tr("Privacy"),      tr("Data"),      tr("About")};
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_list->setAccessibleName(tr("Settings"));
    const QStringList names = pageNames();
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(names.at(row));
    fitList();
    if (m_notSaved)
        showNotSaved(*m_notSaved);
    showLeftOut();
}

void SettingsPage::showLeftOut()
{
    QStringList sentences;
    for (const settings::EnvironmentComplaint &complaint : m_store.leftOut())
        sentences.append(leftOutText(complaint));
    if (!sentences.isEmpty())
        m_leftOut->show(Banner::Tone::Warning, sentences.join(u'\n'));
}

void SettingsPage::showNotSaved(const base::Error &error)
{
    m_notSaved = error;
    const ErrorText text = errorText(error, Doing::KeepingSettings, m_settingsPath, {});
    m_banner->show(Banner::Tone::Warning, tr("%1 %2").arg(text.what, text.next), tr("Close"), text.details);
}

} // namespace ui
