#include "server/RungRow.h"

#include "common/InkParts.h"
#include "common/Theme.h"

#include <QAccessibleWidget>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using server::Finding;
using server::Rung;
using server::RungState;

namespace {

constexpr int rowHeight = 32;
constexpr int iconSide = 18;
constexpr int nameLeft = 30;
constexpr int nameWidth = 104;

class RungAccessible : public QAccessibleWidget
{
public:
    explicit RungAccessible(RungRow *row)
        : QAccessibleWidget(row, QAccessible::ListItem)
    {
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *row = qobject_cast<RungRow *>(object);
    return row ? new RungAccessible(row) : nullptr;
}

struct Mark
{
    QString icon;
    IconColor color;
    TextRole role;
};

Mark markFor(RungState state, bool isWarned)
{
    switch (state) {
    case RungState::NotChecked:
        return {u"circle-dashed"_s, IconColor::Text3, TextRole::Text3};
    case RungState::Checking:
        return {u"loader-circle"_s, IconColor::AccentText, TextRole::Text2};
    case RungState::Passed:
    case RungState::NotNeeded:
        return isWarned ? Mark{u"triangle-alert"_s, IconColor::Warn, TextRole::Text}
                        : Mark{u"circle-check"_s, IconColor::Ok, TextRole::Text};
    case RungState::Failed:
        return {u"circle-x"_s, IconColor::Bad, TextRole::Bad};
    }
    Q_UNREACHABLE();
}

QString stateWords(RungState state, bool isWarned)
{
    switch (state) {
    case RungState::NotChecked:
        return RungRow::tr("not checked");
    case RungState::Checking:
        return RungRow::tr("checking");
    case RungState::Passed:
    case RungState::NotNeeded:
        return isWarned ? RungRow::tr("works, with a warning") : RungRow::tr("in order");
    case RungState::Failed:
        return RungRow::tr("failed");
    }
    Q_UNREACHABLE();
}

} // namespace

RungRow::RungRow(Rung rung, Joined joined, QWidget *parent)
    : QWidget(parent)
    , m_rung(rung)
    , m_joined(joined)
    , m_icon(new IconLabel(u"circle-dashed"_s, IconColor::Text3, iconSide, this))
    , m_name(new Label(Type::Body, TextRole::Text, this))
    , m_text(new Label(Type::Body, TextRole::Text2, this))
    , m_time(new Label(Type::Small, TextRole::Text3, this))
    , m_layout(new QVBoxLayout(this))
    , m_boxLayout(new QVBoxLayout)
{
    [[maybe_unused]] static const bool isMade = (QAccessible::installFactory(makeAccessible), true);
    setFocusPolicy(Qt::StrongFocus);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_name->setFixedWidth(nameWidth);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 4, 0, 4);
    head->setSpacing(12);
    head->addWidget(m_icon, 0, Qt::AlignVCenter);
    head->addWidget(m_name);
    head->addWidget(m_text, 1);
    head->addWidget(m_time);
    auto *room = new QWidget(this);
    room->setMinimumHeight(rowHeight);
    room->setLayout(head);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(room);
    m_boxLayout->setContentsMargins(0, 0, 0, 0);
    m_boxLayout->setSpacing(8);
    m_layout->addLayout(m_boxLayout);
}

void RungRow::show(const server::ProbeFacts &facts, const QList<Finding> &findings)
{
    QList<Finding> own;
    std::ranges::copy_if(findings, std::back_inserter(own),
                         [this](const Finding &finding) { return finding.rung == m_rung; });
    const auto failure = std::ranges::find(own, Finding::Severity::Failure, &Finding::severity);
    const auto warning = std::ranges::find(own, Finding::Severity::Warning, &Finding::severity);
    const bool isWarned = failure == own.end() && warning != own.end();
    showHead(facts, failure == own.end() ? nullptr : &*failure, isWarned);
    showBoxes(facts, own);
    update();
}

void RungRow::showHead(const server::ProbeFacts &facts, const Finding *failure, bool isWarned)
{
    const server::Step &step = facts.step(m_rung);
    const Mark mark = markFor(step.state, isWarned);
    const QString text = failure ? adviceText(*failure, facts).what : rungText(m_rung, facts);
    const bool isTimed = step.state == RungState::Passed || step.state == RungState::Failed;
    m_isBroken = step.state == RungState::Failed;
    m_icon->setIcon(mark.icon, mark.color);
    m_name->setText(rungName(m_rung));
    m_name->setRole(mark.role);
    m_text->setText(text);
    m_text->setRole(mark.role == TextRole::Text ? TextRole::Text2 : mark.role);
    m_time->setText(isTimed ? rungTime(step.time) : QString());
    const QString name = tr("%1, %2: %3", "rung, state, finding")
                             .arg(rungName(m_rung), stateWords(step.state, isWarned), text);
    if (name != accessibleName())
        setAccessibleName(name);
}

// Made anew only when they say something else: one may have the focus, or its text be selected.
void RungRow::showBoxes(const server::ProbeFacts &facts, const QList<Finding> &findings)
{
    QList<AdviceText> texts;
    for (const Finding &finding : findings)
        texts.append(adviceText(finding, facts));
    if (texts == m_texts && facts.tls == m_tls)
        return;
    m_texts = texts;
    m_tls = facts.tls;
    qDeleteAll(m_boxes);
    m_boxes.clear();
    m_boxLayout->setContentsMargins(nameLeft, findings.isEmpty() ? 0 : 2, 0, findings.isEmpty() ? 0 : 8);
    for (const Finding &finding : findings) {
        auto *box = new FindingBox(finding, facts, this);
        connect(box, &FindingBox::actionTriggered, this, &RungRow::actionTriggered);
        m_boxLayout->addWidget(box);
        m_boxes.append(box);
    }
    QStringList words;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const bool isFailure = findings[i].severity == Finding::Severity::Failure;
        words.append(isFailure ? texts[i].next : texts[i].what + u' ' + texts[i].next);
    }
    setAccessibleDescription(words.join(u' '));
}

void RungRow::focusInEvent(QFocusEvent *event)
{
    m_hasRing = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void RungRow::focusOutEvent(QFocusEvent *event)
{
    m_hasRing = false;
    QWidget::focusOutEvent(event);
    update();
}

void RungRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const qreal middle = iconSide / 2.0;
    const int gap = (m_icon->parentWidget()->height() - iconSide) / 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_rung != Rung::Name)
        painter.fillRect(QRectF(middle - 0.5, 0, 1, gap - 1), theme.lineStrong);
    if (m_joined == Joined::ToNext && !m_isBroken) {
        const int below = gap + iconSide + 1;
        painter.fillRect(QRectF(middle - 0.5, below, 1, height() - below), theme.lineStrong);
    }
    if (m_hasRing)
        ink::drawFocusRing(painter, rect(), ink::smallRadius, theme);
}

} // namespace ui
