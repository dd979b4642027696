#include "chat/ReceiptPopup.h"

#include "base/Text.h"
#include "chat/ReceiptWords.h"
#include "common/Format.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int leastWidth = 600;
constexpr int mostWidth = 760;
constexpr int factsHeight = 360;
constexpr int leastFactsHeight = 96; // where the screen has no room for more
constexpr int requestHeight = 180;
// A field takes seconds to lay out a line of a million characters.
constexpr qsizetype longestShown = 20'000;

} // namespace

ReceiptPopup::ReceiptPopup(const Shown &shown, QWidget *parent)
    : Popup(parent)
    , m_shown(shown)
{
    setObjectName(QStringLiteral("receipt"));
    setAccessibleName(tr("Receipt"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new Label(Type::BodyBold, TextRole::Text, this);
    title->setText(tr("Receipt"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(title);
    if (!m_shown.receipt) {
        auto *note = new Label(Type::Small, TextRole::Text3, this);
        note->setObjectName(QStringLiteral("receiptNote"));
        note->setText(tr("How it was asked was not noted. What the answer itself knows:"));
        note->setWordWrap(true);
        layout->addWidget(note);
    }
    layout->addWidget(makeFacts(), 1);
    if (!m_shown.request.body.isEmpty())
        addRequest(layout);
    addButtons(layout);
    connect(qApp, &QApplication::focusChanged, this, qOverload<>(&QWidget::update));
    const QMargins margins = contentsMargins();
    setFixedWidth(std::max(leastWidth, layout->minimumSize().width() + margins.left() + margins.right()));
}

void ReceiptPopup::open(QWidget *window)
{
    openIn(window, m_copy);
}

QWidget *ReceiptPopup::makeFacts()
{
    auto *facts = new Facts(this); // which shows itself
    facts->setObjectName(QStringLiteral("receiptFacts"));
    facts->set(receiptFacts(m_shown.answer, m_shown.receipt));
    m_area = new QScrollArea(this);
    m_area->setWidget(facts);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    facts->setAutoFillBackground(false);
    const int height = std::min(factsHeight, facts->sizeHint().height());
    m_area->setMaximumHeight(height);
    m_area->setMinimumHeight(std::min(leastFactsHeight, height));
    // A digest is one long word.
    const int wanted = facts->minimumSizeHint().width() + m_area->verticalScrollBar()->sizeHint().width();
    m_area->setMinimumWidth(std::min(wanted, mostWidth));
    m_area->setAccessibleName(tr("Facts"));
    return m_area;
}

// What is scrolled has no frame of its own to show that the keys are there.
void ReceiptPopup::paintEvent(QPaintEvent *event)
{
    Popup::paintEvent(event);
    QStyleOption option;
    option.initFrom(m_area);
    if (!ink::keyboardFocus(option, m_area))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    ink::drawFocusRing(painter, m_area->geometry().adjusted(-4, -2, 4, 2), ink::radius, Theme::of(this));
}

QString ReceiptPopup::requestNote() const
{
    const chat::SentBody &sent = m_shown.receipt->sent;
    if (m_shown.request.isExact)
        return tr("Sent to %1: %2, with this SHA-256: %3")
            .arg(base::displayLine(sent.url.toDisplayString(), 200), bytes(sent.bytes),
                 QString::fromLatin1(sent.sha256));
    return tr(
        "This is how it would be sent today. What was sent is not the same to the byte: something it was "
        "made of has changed since, or the program writes it differently now.");
}

void ReceiptPopup::addRequest(QVBoxLayout *layout)
{
    m_toggle = makeButton(ButtonKind::Flat, QStringLiteral("chevron-right"), this);
    m_toggle->setObjectName(QStringLiteral("receiptRequestToggle"));
    m_toggle->setText(tr("Exact request"));
    m_toggle->setCheckable(true);
    m_request = new QWidget(this);
    auto *note =
        new Label(Type::Small, m_shown.request.isExact ? TextRole::Text3 : TextRole::Warn, m_request);
    note->setObjectName(QStringLiteral("receiptRequestNote"));
    note->setText(requestNote());
    note->setWordWrap(true);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text = new QPlainTextEdit(m_request);
    m_text->setObjectName(QStringLiteral("receiptRequest"));
    m_text->setAccessibleName(tr("Exact request"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(ui::font(Type::Code));
    m_text->setFixedHeight(requestHeight);
    auto *copy = makeButton(ButtonKind::Flat, QStringLiteral("copy"), m_request);
    copy->setObjectName(QStringLiteral("receiptCopyRequest"));
    copy->setText(tr("Copy request"));
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_shown.request.body)); });
    auto *inside = new QVBoxLayout(m_request);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(8);
    inside->addWidget(note);
    inside->addWidget(m_text);
    inside->addWidget(copy, 0, Qt::AlignLeft);
    m_request->hide();
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_request);
    connect(m_toggle, &QAbstractButton::toggled, this, &ReceiptPopup::showRequest);
}

void ReceiptPopup::showRequest(bool isShown)
{
    m_toggle->setIcon(icon(isShown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    if (isShown && m_text->document()->isEmpty()) {
        const QString whole = QString::fromUtf8(m_shown.request.body);
        m_text->setPlainText(whole.left(longestShown));
        if (whole.size() > longestShown)
            m_text->appendPlainText(tr("… the first %1 of %2 characters; Copy request takes all of them.")
                                        .arg(number(longestShown), number(whole.size())));
        m_text->moveCursor(QTextCursor::Start);
    }
    m_request->setVisible(isShown);
    const QRect room = screen()->availableGeometry();
    resize(width(), std::min(sizeHint().height(), room.height()));
    move(x(), std::max(room.top(), std::min(y(), room.bottom() - height() + 1)));
}

QAbstractButton *ReceiptPopup::makeAskButton(const QString &name, const QString &text,
                                             void (ReceiptPopup::*told)())
{
    QAbstractButton *button = makeButton(ButtonKind::Plain, QString(), this);
    button->setObjectName(name);
    button->setText(text);
    button->setEnabled(m_shown.canAsk);
    if (!m_shown.canAsk)
        button->setToolTip(tr("Possible when the answer is complete"));
    connect(button, &QAbstractButton::clicked, this, [this, told] {
        close();
        Q_EMIT(this->*told)();
    });
    return button;
}

void ReceiptPopup::addButtons(QVBoxLayout *layout)
{
    m_copy = makeButton(ButtonKind::Plain, QStringLiteral("copy"), this);
    m_copy->setObjectName(QStringLiteral("receiptCopy"));
    m_copy->setText(tr("Copy"));
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(receiptText(receiptFacts(m_shown.answer, m_shown.receipt)));
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    if (m_shown.receipt)
        buttons->addWidget(makeAskButton(QStringLiteral("receiptAgain"), tr("Ask again exactly"),
                                         &ReceiptPopup::againRequested));
    buttons->addWidget(makeAskButton(QStringLiteral("receiptOther"), tr("Ask again with another model…"),
                                     &ReceiptPopup::otherModelRequested));
    layout->addLayout(buttons);
}

} // namespace ui
