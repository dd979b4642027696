#include "chat/ModelPickerPopup.h"

#include "base/ModelName.h"
#include "common/Appearance.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/SearchField.h"
#include "common/ServerWords.h"
#include "common/Theme.h"
#include "common/Widgets.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int rowHeight = 32;
constexpr int shownRows = 10;
constexpr int popupWidth = 346;

enum Roles { NameRole = Qt::UserRole, ServerRole, SizeRole, LoadedRole, CapabilitiesRole };

// The name of a server, above what it has.
bool isTitle(const QListWidgetItem &item)
{
    return item.flags() == Qt::NoItemFlags;
}

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.flags() == Qt::NoItemFlags) {
            painter->setFont(ui::font(Type::Small));
            painter->setPen(theme.text3);
            const QRect title = option.rect.adjusted(10, 6, -10, 0);
            painter->drawText(
                title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width()));
            painter->restore();
            return;
        }
        const bool isCurrent = option.state & QStyle::State_Selected;
        painter->setPen(Qt::NoPen);
        if (isCurrent || option.state & QStyle::State_MouseOver) {
            painter->setBrush(isCurrent ? theme.selected : theme.hover);
            painter->drawRoundedRect(option.rect, 4, 4);
        }
        const QRect row = option.rect.adjusted(10, 0, -10, 0);
        if (index.data(LoadedRole).toBool()) {
            painter->setBrush(theme.ok);
            painter->drawEllipse(QRectF(row.left(), row.center().y() - 3.5, 8, 8));
        }
        painter->setFont(ui::font(Type::Body));
        painter->setPen(theme.text3);
        const QString size = bytesIfTold(index.data(SizeRole).toLongLong());
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, size);
        int right = row.right() - std::max(58, painter->fontMetrics().horizontalAdvance(size)) - 12;
        right = paintCapabilities(*painter, index, right, row.center().y(), theme);
        painter->setPen(theme.text);
        const QRect name(row.left() + 18, row.top(), right - row.left() - 18, row.height());
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data(NameRole).toString(), Qt::ElideMiddle,
                                                            name.width()));
        painter->restore();
    }

private:
    static int paintCapabilities(QPainter &painter, const QModelIndex &index, int right, int middle,
                                 const Theme &theme)
    {
        const auto capabilities = index.data(CapabilitiesRole).value<int>();
        const auto has = [&](backend::Capability c) { return (capabilities & static_cast<int>(c)) != 0; };
        const std::pair<backend::Capability, QString> icons[] = {
            {backend::Capability::Vision, QStringLiteral("eye")},
            {backend::Capability::Thinking, QStringLiteral("lightbulb")},
            {backend::Capability::Tools, QStringLiteral("wrench")},
        };
        for (const auto &[capability, name] : icons) {
            if (!has(capability))
                continue;
            drawIcon(painter, QRectF(right - 14, middle - 6.5, 14, 14), name, theme.text2);
            right -= 26;
        }
        return right;
    }
};

} // namespace

ModelPickerPopup::ModelPickerPopup(library::InstalledModels &models, server::Servers *servers,
                                   const Choice &current, QWidget *parent)
    : Popup(parent)
    , m_models(models)
    , m_servers(servers)
    , m_current(current)
    , m_filter(new SearchField(this))
    , m_list(new QListWidget(this))
    , m_more(makeButton(ButtonKind::Flat, QStringLiteral("download"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    fill();
    makeSelectedCurrent(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        filter(text);
        if (m_list->currentItem())
            tellRow(m_list, m_list->currentRow());
    });
    connect(m_list, &QListWidget::itemClicked, this, &ModelPickerPopup::accept);
    connect(&m_models, &library::InstalledModels::detailsChanged, this, [this] {
        for (int row = 0; row < m_list->count(); ++row)
            refreshRow(m_list->item(row));
    });
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        Q_EMIT moreModelsRequested();
        close();
    });
    if (hasOthers()) {
        m_servers->beginWatching();
        connect(m_servers, &server::Servers::boardChanged, this, &ModelPickerPopup::fill);
    } else {
        m_servers = nullptr;
    }
}

ModelPickerPopup::~ModelPickerPopup()
{
    if (m_servers)
        m_servers->endWatching();
}

void ModelPickerPopup::layOut()
{
    auto *layout = qobject_cast<QVBoxLayout *>(this->layout());
    if (!layout)
        layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_more, 0, Qt::AlignLeft);

    m_filter->setPlaceholderText(tr("Filter models"));
    m_filter->setAccessibleName(tr("Filter models"));
    m_filter->installEventFilter(this);
    m_list->setAccessibleName(tr("Models"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_more->setText(tr("Get more models…"));
    setFixedWidth(popupWidth);
}

// Again when another server has told what it has: the row one is on stays.
void ModelPickerPopup::fill()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        m_current = {item->data(NameRole).toString(), item->data(ServerRole).toString()};
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const auto title = [](const server::ServerProfile &profile) {
        return serverTitle(profile.name, profile.url);
    };
    addGroup(hasOthers() ? title(m_servers->profiles().current()) : QString(), m_models.models(), {});
    if (hasOthers()) {
        for (const server::ServerProfile &profile : m_servers->profiles().all()) {
            const server::ServerWatch *watch = m_servers->watch(profile.id);
            if (profile.id != m_servers->profiles().current().id && watch && watch->models())
                addGroup(title(profile), *watch->models(), profile.id);
        }
    }
    filter(m_filter->text());
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, shownRows) * rowHeight);
    adjustSize();
}

void ModelPickerPopup::addGroup(const QString &title, const QList<backend::ModelInfo> &all,
                                const QString &server)
{
    if (!title.isEmpty()) {
        auto *item = new QListWidgetItem(title, m_list);
        item->setFlags(Qt::NoItemFlags);
    }
    QList<backend::ModelInfo> models = all;
    std::ranges::sort(models, [](const backend::ModelInfo &a, const backend::ModelInfo &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    for (const backend::ModelInfo &model : std::as_const(models)) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(NameRole, model.name);
        item->setData(ServerRole, server);
        item->setData(SizeRole, model.sizeBytes);
        refreshRow(item);
        if (server == m_current.server && base::sameModel(model.name, m_current.model))
            m_list->setCurrentItem(item);
    }
}

void ModelPickerPopup::refreshRow(QListWidgetItem *item)
{
    if (isTitle(*item))
        return;
    const QString name = item->data(NameRole).toString();
    // What is known of a model by its name is known of the server in use.
    const bool isHere = item->data(ServerRole).toString().isEmpty();
    const bool isLoaded = isHere && m_models.findLoaded(name) != nullptr;
    item->setData(LoadedRole, isLoaded);
    const backend::ModelDetails *details = isHere ? m_models.details(name) : nullptr;
    if (details && details->capabilities)
        item->setData(CapabilitiesRole, details->capabilities->toInt());
    const QString size = bytesIfTold(item->data(SizeRole).toLongLong());
    const QString nameAndSize = size.isEmpty() ? name : tr("%1, %2").arg(name, size);
    item->setData(Qt::AccessibleTextRole, isLoaded ? tr("%1, loaded").arg(nameAndSize) : nameAndSize);
}

void ModelPickerPopup::open(QWidget *anchor)
{
    openAt(anchor, Qt::RightEdge, m_filter);
}

void ModelPickerPopup::openIn(QWidget *window, const QString &title)
{
    auto *words = new Label(Type::BodyBold, TextRole::Text, this);
    words->setText(title);
    words->setContentsMargins(10, 4, 10, 0);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, words);
    setAccessibleName(title);
    Popup::openIn(window, m_filter);
}

void ModelPickerPopup::filter(const QString &text)
{
    QListWidgetItem *first = nullptr;
    QListWidgetItem *title = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (isTitle(*item)) {
            title = item;
            item->setHidden(true); // until something below it is shown
            continue;
        }
        const bool isShown = item->data(NameRole).toString().contains(text, Qt::CaseInsensitive);
        item->setHidden(!isShown);
        if (isShown && title)
            title->setHidden(false);
        if (isShown && !first)
            first = item;
    }
    if (!m_list->currentItem() || m_list->currentItem()->isHidden())
        m_list->setCurrentItem(first);
}

void ModelPickerPopup::accept(QListWidgetItem *item)
{
    if (!item || item->isHidden() || isTitle(*item))
        return;
    Q_EMIT chosen(item->data(NameRole).toString(), item->data(ServerRole).toString());
    close();
}

bool ModelPickerPopup::moveCurrent(int key)
{
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return false;
    for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
        if (!m_list->item(row)->isHidden() && !isTitle(*m_list->item(row))) {
            m_list->setCurrentRow(row);
            tellRow(m_list, row);
            break;
        }
    }
    return true;
}

bool ModelPickerPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept(m_list->currentItem());
            return true;
        }
        if (moveCurrent(key))
            return true;
    }
    return Popup::eventFilter(watched, event);
}

} // namespace ui
