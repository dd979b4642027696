#include "settings/ServerList.h"

#include "base/ServerUrl.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/ServerWords.h"
#include "common/StateDot.h"
#include "common/Theme.h"
#include "common/ToolTip.h"
#include "common/Widgets.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {
namespace {

using server::Connection;
using server::ServerProfile;

enum Roles { IdRole = Qt::UserRole, StateRole, AddressRole, LockRole, FactsRole, UseRole };
enum class Lock { None, Encrypted, KeyInClear };

constexpr int wideRow = 36;
constexpr int narrowRow = 54;
constexpr int wideFrom = 640; // px
constexpr int padding = 12;

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.widget && option.widget->width() < wideFrom ? narrowRow : wideRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        const QRect row = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, theme.selected);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(row, theme.hover);
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.line);
        if (row.height() == wideRow)
            paintWide(*painter, row, index, theme, option.state & QStyle::State_Selected);
        else
            paintNarrow(*painter, row, index, theme);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            ink::drawFocusRing(*painter, row, 0, theme);
        painter->restore();
    }

private:
    static void text(QPainter &painter, const QRect &rect, const QString &words)
    {
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, rect.width()));
    }

    static void paintAddress(QPainter &painter, QRect rect, const QModelIndex &index, const Theme &theme)
    {
        const auto lock = static_cast<Lock>(index.data(LockRole).toInt());
        if (lock != Lock::None) {
            drawIcon(painter, QRectF(rect.left(), rect.center().y() - 6, 12, 12),
                     lock == Lock::Encrypted ? QStringLiteral("lock") : QStringLiteral("triangle-alert"),
                     lock == Lock::Encrypted ? theme.text2 : theme.warn);
            rect.setLeft(rect.left() + 18);
        }
        painter.setFont(ui::font(Type::Code));
        painter.setPen(theme.text2);
        text(painter, rect, index.data(AddressRole).toString());
    }

    static QColor factsColor(const QModelIndex &index, const Theme &theme)
    {
        const bool isOffline =
            static_cast<Connection::State>(index.data(StateRole).toInt()) == Connection::State::Offline;
        return isOffline ? theme.bad : theme.text2;
    }

    static void paintWide(QPainter &painter, const QRect &row, const QModelIndex &index, const Theme &theme,
                          bool isSelected)
    {
        const auto state = static_cast<Connection::State>(index.data(StateRole).toInt());
        const QRect content = row.adjusted(padding, 0, -padding, -1);
        const QString use = index.data(UseRole).toString();
        painter.setFont(ui::font(Type::Body));
        const int useWidth = use.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(use) + 16;
        const int across = content.width() - 16;
        const int name = across * 22 / 100;
        const int address = across * 36 / 100;
        paintStateDot(painter, QRectF(content.left(), content.center().y() - 4, 8, 8), state, theme);
        QRect cell(content.left() + 16, content.top(), name - 12, content.height());
        painter.setFont(ui::font(isSelected ? Type::BodyBold : Type::Body));
        painter.setPen(theme.text);
        text(painter, cell, index.data().toString());
        cell.setLeft(content.left() + 16 + name);
        cell.setWidth(address - 12);
        paintAddress(painter, cell, index, theme);
        cell.setLeft(content.left() + 16 + name + address);
        cell.setRight(content.right() - useWidth);
        painter.setFont(ui::font(Type::Body));
        painter.setPen(factsColor(index, theme));
        text(painter, cell, index.data(FactsRole).toString());
        painter.setPen(theme.text);
        painter.drawText(content, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, use);
    }

    static void paintNarrow(QPainter &painter, const QRect &row, const QModelIndex &index, const Theme &theme)
    {
        const auto state = static_cast<Connection::State>(index.data(StateRole).toInt());
        const QRect content = row.adjusted(padding, 6, -padding, -7);
        const int half = content.height() / 2;
        QRect line(content.left() + 16, content.top(), content.width() - 16, half);
        paintStateDot(painter, QRectF(content.left(), line.center().y() - 4, 8, 8), state, theme);
        painter.setFont(ui::font(Type::Body));
        painter.setPen(theme.text);
        const QString use = index.data(UseRole).toString();
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, use);
        line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(use) - 12);
        text(painter, line, index.data().toString());
        line = QRect(content.left() + 16, content.top() + half, content.width() - 16, half);
        const QRect address(line.left(), line.top(), line.width() / 2 - 8, half);
        paintAddress(painter, address, index, theme);
        line.setLeft(line.left() + line.width() / 2);
        painter.setFont(ui::font(Type::Small));
        painter.setPen(factsColor(index, theme));
        text(painter, line, index.data(FactsRole).toString());
    }
};

} // namespace

ServerList::ServerList(server::Servers &servers, QWidget *parent)
    : QListWidget(parent)
    , m_servers(servers)
{
    setObjectName(QStringLiteral("servers"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RowDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setUniformItemSizes(true);
    makeSelectedCurrent(this);
    connect(&servers.profiles(), &server::ServerProfiles::changed, this, &ServerList::fill);
    connect(&servers, &server::Servers::targetChanged, this, &ServerList::retranslate);
    const auto refresh = [this](const QString &id) {
        for (int row = 0; row < count(); ++row) {
            if (item(row)->data(IdRole).toString() == id)
                refreshRow(item(row));
        }
    };
    connect(&servers, &server::Servers::boardChanged, this, refresh);
    connect(&servers, &server::Servers::keyChanged, this, refresh);
    connect(this, &QListWidget::currentItemChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT selectedChanged();
    });
    connect(this, &QListWidget::itemActivated, this, &ServerList::useRequested);
    fill();
}

QString ServerList::selected() const
{
    return currentItem() ? currentItem()->data(IdRole).toString() : QString();
}

void ServerList::select(const QString &id)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(IdRole).toString() == id)
            setCurrentRow(row);
    }
}

void ServerList::fill()
{
    const QString before = selected();
    const int place = currentRow();
    m_isFilling = true;
    clear();
    for (const ServerProfile &profile : m_servers.profiles().all()) {
        auto *item = new QListWidgetItem(this);
        item->setData(IdRole, profile.id);
        refreshRow(item);
    }
    const bool isThere = m_servers.profiles().find(before) != nullptr;
    select(isThere || place < 0 ? (isThere ? before : m_servers.profiles().current().id)
                                : item(std::min(place, count() - 1))->data(IdRole).toString());
    m_isFilling = false;
    updateGeometry();
    Q_EMIT selectedChanged();
}

void ServerList::retranslate()
{
    setAccessibleName(tr("Servers"));
    for (int row = 0; row < count(); ++row)
        refreshRow(item(row));
}

QString ServerList::factsOf(const ServerProfile &profile) const
{
    const server::ServerWatch *watch = m_servers.watch(profile.id);
    if (!watch)
        return {};
    const QString address = base::hostAndPort(profile.url);
    switch (watch->state()) {
    case Connection::State::Connecting:
        return tr("connecting");
    case Connection::State::Offline:
        return errorText(watch->error().value_or(base::Error{}), Doing::Connecting, address, address).what;
    case Connection::State::Ready:
        break;
    }
    QStringList facts{serverWords(watch->info())};
    if (watch->models() && watch->info().tellsModels)
        facts.append(tr("%n model(s)", nullptr, static_cast<int>(watch->models()->size())));
    if (watch->roundTrip().count() > 0)
        facts.append(tr("%1 ms").arg(number(watch->roundTrip().count())));
    for (const backend::LoadedModel &model : watch->loaded())
        facts.append(tr("%1 loaded").arg(model.name));
    return facts.join(QStringLiteral(" · "));
}

void ServerList::refreshRow(QListWidgetItem *item)
{
    const ServerProfile *profile = m_servers.profiles().find(item->data(IdRole).toString());
    if (!profile)
        return; // going
    const server::ServerWatch *watch = m_servers.watch(profile->id);
    const auto state = watch ? watch->state() : Connection::State::Connecting;
    const bool hasKey = profile->hasKey || !m_servers.key(profile->id).isEmpty();
    const bool isEncrypted = profile->url.scheme() == QLatin1String("https");
    const Lock lock = isEncrypted                                    ? Lock::Encrypted
                      : hasKey && base::isReadOnTheWay(profile->url) ? Lock::KeyInClear
                                                                     : Lock::None;
    const QString title = serverTitle(profile->name, profile->url);
    const QString facts = factsOf(*profile);
    const bool isUsed = profile->id == m_servers.profiles().current().id;
    item->setText(title);
    item->setData(StateRole, static_cast<int>(state));
    item->setData(AddressRole, profile->url.toString());
    item->setData(LockRole, static_cast<int>(lock));
    item->setData(FactsRole, facts);
    item->setData(UseRole, isUsed ? tr("In use") : QString());
    QStringList told{title, profile->url.toString()};
    if (state == Connection::State::Ready)
        told.append(tr("ready"));
    told.append(facts);
    if (lock == Lock::KeyInClear)
        told.append(tr("not encrypted"));
    if (isUsed)
        told.append(tr("in use"));
    item->setData(Qt::AccessibleTextRole, told.join(QStringLiteral(", ")));
    item->setToolTip(plainToolTip(QStringList{title, profile->url.toString(), facts}.join(u'\n'))); // whole
}

QSize ServerList::sizeHint() const
{
    const int row = width() < wideFrom ? narrowRow : wideRow;
    return {200, count() * row};
}

void ServerList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    if ((event->oldSize().width() < wideFrom) != (event->size().width() < wideFrom)) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

void ServerList::showEvent(QShowEvent *event)
{
    QListWidget::showEvent(event);
    if (!std::exchange(m_isWatching, true))
        m_servers.beginWatching();
}

void ServerList::hideEvent(QHideEvent *event)
{
    QListWidget::hideEvent(event);
    if (std::exchange(m_isWatching, false))
        m_servers.endWatching();
}

} // namespace ui
