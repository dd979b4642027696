#include "chat/ChatHeader.h"

#include "common/Icons.h"
#include "common/Theme.h"
#include "common/ToolTip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace ui {
namespace {

constexpr int headerHeight = 48;
constexpr int narrowHeader = 640; // below it the prompt chip is an icon, and the meter has no words
constexpr int widestPreset = 180;

} // namespace

ChatHeader::ChatHeader(library::InstalledModels &models, QWidget *parent)
    : QWidget(parent)
    , m_list(makeButton(ButtonKind::Icon, QStringLiteral("panel-left"), this))
    , m_titleStack(new QStackedWidget(this))
    , m_title(new Label(Type::Title, TextRole::Text, this))
    , m_titleEdit(new QLineEdit(this))
    , m_picker(new ModelPicker(models, this))
    , m_preset(qobject_cast<QToolButton *>(makeButton(ButtonKind::Flat, QStringLiteral("scroll-text"), this)))
    , m_meter(new ContextMeter(this))
    , m_menu(makeButton(ButtonKind::Icon, QStringLiteral("ellipsis"), this))
{
    setFixedHeight(headerHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_list);
    layout->addWidget(m_titleStack, 1);
    layout->addWidget(m_picker);
    layout->addWidget(m_preset);
    layout->addWidget(m_meter);
    layout->addWidget(m_menu);

    m_titleStack->addWidget(m_title);
    m_titleStack->addWidget(m_titleEdit);
    m_titleStack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_titleStack->installEventFilter(this);
    m_title->installEventFilter(this);
    m_titleEdit->setMaxLength(200);
    m_titleEdit->installEventFilter(this);
    m_titleEdit->setObjectName(QStringLiteral("titleEdit"));
    m_title->setObjectName(QStringLiteral("conversationTitle"));
    m_preset->setObjectName(QStringLiteral("presetButton"));
    m_menu->setObjectName(QStringLiteral("conversationMenu"));
    m_list->hide();

    connect(m_titleEdit, &QLineEdit::returnPressed, this, [this] { finishEditing(true); });
    connect(m_preset, &QToolButton::clicked, this, &ChatHeader::presetRequested);
    connect(m_menu, &QAbstractButton::clicked, this, &ChatHeader::showMenu);
    connect(m_list, &QAbstractButton::clicked, this, &ChatHeader::listRequested);
    retranslate();
}

void ChatHeader::setTitle(const QString &title)
{
    m_fullTitle = title;
    refresh();
}

void ChatHeader::setPreset(const QString &iconName, const QString &name, Prompt prompt)
{
    m_preset->setIcon(icon(iconName));
    m_presetName = name;
    m_prompt = prompt;
    refresh();
}

void ChatHeader::setListButtonVisible(bool visible)
{
    m_list->setVisible(visible);
    layout()->setContentsMargins(visible ? 12 : 24, 0, 12, 0);
}

void ChatHeader::setMenuEnabled(bool enabled)
{
    m_menu->setEnabled(enabled);
}

void ChatHeader::editTitle()
{
    if (m_fullTitle.isEmpty())
        return;
    m_titleEdit->setText(m_fullTitle);
    m_titleStack->setCurrentWidget(m_titleEdit);
    m_titleEdit->selectAll();
    m_titleEdit->setFocus(Qt::OtherFocusReason);
}

void ChatHeader::finishEditing(bool keep)
{
    if (m_titleStack->currentWidget() != m_titleEdit)
        return;
    m_titleStack->setCurrentWidget(m_title);
    const QString title = m_titleEdit->text().simplified();
    if (keep && !title.isEmpty() && title != m_fullTitle)
        Q_EMIT renamed(title);
}

void ChatHeader::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(QStringLiteral("search")), tr("Find in this conversation"), QKeySequence::Find, this,
                    &ChatHeader::findRequested);
    auto *rename = menu->addAction(icon(QStringLiteral("pencil")), tr("Rename"));
    connect(rename, &QAction::triggered, this, &ChatHeader::editTitle);
    Q_EMIT menuOpening(menu);
    menu->popup(
        m_menu->mapToGlobal(QPoint(m_menu->width() - menu->sizeHint().width(), m_menu->height() + 4)));
}

void ChatHeader::showTitle()
{
    const QString title = m_fullTitle.isEmpty() ? tr("New chat") : m_fullTitle;
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideRight, m_titleStack->width()));
    m_title->setToolTip(m_fullTitle.isEmpty() ? QString() : tr("Double-click to rename"));
    m_title->setAccessibleName(title);
}

void ChatHeader::refresh()
{
    showTitle();
    const bool isNarrow = width() < narrowHeader;
    const bool isOwn = m_prompt == Prompt::Own;
    const QString name = m_presetName.isEmpty() ? tr("None") : m_presetName;
    const QString none = isOwn ? tr("Own prompt") : tr("No prompt");
    const auto worded = [&](const QString &assistant) {
        return assistant.isEmpty() ? none : isOwn ? tr("%1, own prompt").arg(assistant) : assistant;
    };
    const QString word = worded(m_presetName);
    // The name makes room for what is said of the prompt.
    const QFontMetrics metrics = m_preset->fontMetrics();
    const int besides = metrics.horizontalAdvance(word) - metrics.horizontalAdvance(m_presetName);
    const QString shown =
        worded(metrics.elidedText(m_presetName, Qt::ElideRight, widestPreset - (isOwn ? besides : 0)));
    m_preset->setText(isNarrow ? QString() : shown);
    m_preset->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_preset->setAccessibleName(tr("Assistant: %1").arg(isOwn ? word : name));
    m_preset->setToolTip(m_presetName.isEmpty()
                             ? tr("Assistant and system prompt of this conversation")
                             : plainToolTip(tr("Assistant of this conversation: %1").arg(word)));
    m_meter->setNarrow(isNarrow);
}

void ChatHeader::retranslate()
{
    m_titleEdit->setAccessibleName(tr("Title"));
    m_menu->setAccessibleName(tr("Conversation menu"));
    m_menu->setToolTip(tr("More"));
    m_list->setAccessibleName(tr("Show conversations"));
    m_list->setToolTip(tr("Show conversations"));
    refresh();
}

bool ChatHeader::eventFilter(QObject *watched, QEvent *event)
{
    // Also where only what stands beside it needs more room, or less.
    if (watched == m_titleStack && event->type() == QEvent::Resize)
        showTitle();
    if (watched == m_title && event->type() == QEvent::MouseButtonDblClick) {
        editTitle();
        return true;
    }
    if (watched == m_titleEdit) {
        if (event->type() == QEvent::FocusOut)
            finishEditing(true);
        else if (event->type() == QEvent::KeyPress &&
                 static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            finishEditing(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChatHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        refresh();
}

void ChatHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The layout inside has not run yet: the title's width is only right afterwards.
    QMetaObject::invokeMethod(this, &ChatHeader::refresh, Qt::QueuedConnection);
}

void ChatHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::of(this).line);
}

} // namespace ui
