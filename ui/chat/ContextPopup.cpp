#include "chat/ContextPopup.h"

#include "common/Format.h"
#include "common/Widgets.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int widthOfText = 360;

QString objectNameOf(ContextWay way)
{
    switch (way) {
    case ContextWay::LeaveOut:
        return QStringLiteral("leaveOutOldest");
    case ContextWay::Enlarge:
        return QStringLiteral("enlargeWindow");
    case ContextWay::Summarise:
        return QStringLiteral("summariseOldest");
    case ContextWay::SendAll:
        return QStringLiteral("sendAllAgain");
    }
    Q_UNREACHABLE();
}

Label *addText(QVBoxLayout *layout, const QString &text, Type type, TextRole role)
{
    auto *label = new Label(type, role, layout->parentWidget());
    label->setText(text);
    label->setWordWrap(true);
    label->setFixedWidth(widthOfText);
    layout->addWidget(label);
    return label;
}

} // namespace

ContextPopup::ContextPopup(const ContextState &state, const QList<ContextOffer> &offers, QWidget *parent)
    : Popup(parent)
{
    setObjectName(QStringLiteral("contextPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Context window"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    addText(layout, tr("Context window"), Type::BodyBold, TextRole::Text);
    addText(layout, contextSentences(state).join(u'\n'), Type::Body, TextRole::Text2)
        ->setObjectName(QStringLiteral("contextSentences"));
    addParts(layout, state);
    layout->addWidget(new Line(Qt::Horizontal, this));
    for (const ContextOffer &offer : offers)
        addOffer(layout, offer);
    if (!m_first) {
        setFocusPolicy(Qt::StrongFocus);
        m_first = this;
    }
}

void ContextPopup::addParts(QVBoxLayout *layout, const ContextState &state)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    const auto add = [&](const QString &name, qint64 count, bool isAbout) {
        const int row = grid->rowCount();
        auto *label = new Label(Type::Small, TextRole::Text3, this);
        label->setText(name);
        auto *value = new Label(Type::Small, TextRole::Text2, this);
        value->setText(isAbout ? tr("about %1", "A number").arg(number(count)) : number(count));
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row, 1, Qt::AlignRight);
    };
    const chat::ContextUse &use = state.use;
    // The server counts them together.
    add(use.leftOut > 0 ? tr("System prompt and summary") : tr("System prompt"), use.instructions,
        use.instructions > 0);
    add(tr("Conversation"), use.messages, use.isEstimated || use.instructions > 0);
    add(tr("What you are writing"), use.draft, use.draft > 0);
    if (state.window.tokens > 0)
        add(tr("Left for the answer"), std::max<qint64>(state.left(), 0), use.isEstimated);
    layout->addLayout(grid);
}

void ContextPopup::addOffer(QVBoxLayout *layout, const ContextOffer &offer)
{
    QAbstractButton *button = makeButton(ButtonKind::Plain, contextWayIcon(offer.way), this);
    button->setText(contextWayName(offer.way));
    button->setObjectName(objectNameOf(offer.way));
    button->setEnabled(offer.isPossible);
    button->setAccessibleDescription(offer.explanation);
    layout->addWidget(button);
    addText(layout, offer.explanation, Type::Small, TextRole::Text3);
    connect(button, &QAbstractButton::clicked, this, [this, way = offer.way] {
        close();
        Q_EMIT chosen(way);
    });
    if (offer.isPossible && !m_first)
        m_first = button;
}

void ContextPopup::open(QWidget *anchor)
{
    openAt(anchor, Qt::RightEdge, m_first);
}

} // namespace ui
