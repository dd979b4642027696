#include "chat/CompareView.h"

#include "chat/CompareColumn.h"
#include "chat/TranscriptView.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

constexpr int besideFrom = 720; // px of width

} // namespace

CompareView::CompareView(chat::CrashRecord &record, QWidget *parent)
    : SurfaceWidget(Surface::Base, parent)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_close(makeButton(ButtonKind::Icon, QStringLiteral("x"), this))
    , m_columns(new QHBoxLayout)
    , m_first(new CompareColumn(record, QStringLiteral("compareFirst"), this))
    , m_second(new CompareColumn(record, QStringLiteral("compareSecond"), this))
{
    setObjectName(QStringLiteral("compareView"));
    m_close->setObjectName(QStringLiteral("compareClose"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 8, 12, 8);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    m_columns->setSpacing(0);
    m_columns->addWidget(m_first, 1);
    m_columns->addWidget(new Line(Qt::Vertical, this));
    m_columns->addWidget(m_second, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(m_columns, 1);
    connect(m_close, &QAbstractButton::clicked, this, &CompareView::closeRequested);
    for (CompareColumn *column : {m_first, m_second}) {
        connect(column, &CompareColumn::showRequested, this, &CompareView::showRequested);
        connect(column->view(), &TranscriptView::linkActivated, this, &CompareView::linkActivated);
    }
    retranslate();
}

// Each version stands alone here: no way to the others in its footer.
void CompareView::compare(const QList<chat::Message> &versions, chat::Id first, chat::Id second,
                          chat::TranscriptList &live)
{
    stopFollowing();
    m_live = &live;
    m_following = {connect(&live, &chat::TranscriptList::grown, this, &CompareView::takeLive),
                   connect(&live, &QAbstractItemModel::dataChanged, this,
                           [this](const QModelIndex &from, const QModelIndex &to) {
                               for (int row = from.row(); row <= to.row(); ++row)
                                   takeLive(row);
                           })};
    m_first->setVersions(versions, first);
    m_second->setVersions(versions, second);
    for (int row = 0; row < live.rowCount(); ++row)
        takeLive(row);
}

void CompareView::stopFollowing()
{
    for (const QMetaObject::Connection &connection : std::as_const(m_following))
        disconnect(connection);
    m_following.clear();
}

void CompareView::takeLive(int row)
{
    for (CompareColumn *column : {m_first, m_second})
        column->take(m_live->message(row));
}

void CompareView::setZoom(int percent)
{
    for (CompareColumn *column : {m_first, m_second})
        column->view()->setZoom(percent);
}

void CompareView::setBusy(bool isBusy)
{
    for (CompareColumn *column : {m_first, m_second})
        column->setBusy(isBusy);
}

void CompareView::focusFirst()
{
    m_first->view()->setFocus(Qt::OtherFocusReason);
}

void CompareView::retranslate()
{
    m_title->setText(tr("Versions of this answer"));
    setAccessibleName(m_title->text());
    m_close->setAccessibleName(tr("Close the comparison"));
    m_close->setToolTip(m_close->accessibleName());
    m_first->setWords(tr("First version"));
    m_second->setWords(tr("Second version"));
}

void CompareView::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    SurfaceWidget::resizeEvent(event);
    m_columns->setDirection(width() < besideFrom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace ui
