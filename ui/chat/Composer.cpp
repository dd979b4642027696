#include "chat/Composer.h"

#include "chat/Attaching.h"
#include "chat/AttachmentStrip.h"
#include "chat/EditStrip.h"
#include "chat/ParametersButton.h"
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/Theme.h"
#include "common/Widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>

namespace ui {
namespace {

constexpr int maximumLines = 10;

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerEdit::fitHeight);
}

QSize ComposerEdit::sizeHint() const
{
    // As it is laid out: lines of Chinese may be taller than those of the font alone.
    qreal tallest = fontMetrics().lineSpacing();
    qreal height = 0;
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < maximumLines;
         block = block.next()) {
        const QRectF place = blockBoundingRect(block);
        height += place.height();
        lines += block.lineCount();
        tallest = std::max(tallest, place.height() / std::max(1, block.lineCount()));
    }
    return {200, qCeil(std::clamp(height, tallest, maximumLines * tallest)) + 2};
}

QSize ComposerEdit::minimumSizeHint() const
{
    return {80, fontMetrics().lineSpacing() + 2};
}

void ComposerEdit::fitHeight()
{
    const bool scrolls = document()->size().height() > maximumLines;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

bool ComposerEdit::isSendKey(const QKeyEvent &event) const
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    return m_sendKey == settings::SendKey::Enter ? modifiers == Qt::NoModifier
                                                 : modifiers == Qt::ControlModifier;
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (!m_composing && isSendKey(*event)) {
        Q_EMIT sendPressed();
        return;
    }
    // A message of a few lines has no pages; the conversation has.
    if ((event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) &&
        event->modifiers() == Qt::NoModifier && !m_composing) {
        Q_EMIT pagePressed(event->key() == Qt::Key_PageUp ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && document()->isEmpty() &&
        !m_composing) {
        Q_EMIT upPressedWhileEmpty();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    // As insertFromMimeData() does: an address that is dropped is not taken.
    return Attaching::hasAttachable(*source) || (source->hasText() && !source->hasUrls());
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (Attaching::hasAttachable(*source))
        Q_EMIT attachablePasted(source);
    // Plain text only: a picture that is dropped must not become its address.
    else if (source->hasText() && !source->hasUrls())
        insertPlainText(source->text());
}

Composer::Composer(QWidget *parent)
    : QFrame(parent)
    , m_edit(new ComposerEdit(this))
    , m_strip(new EditStrip(this))
    , m_attachments(new AttachmentStrip(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_attachments);
    auto *text = new QVBoxLayout;
    text->setContentsMargins(15, 10, 15, 4);
    text->addWidget(m_edit);
    layout->addLayout(text);
    buildBar();

    m_edit->setObjectName(QStringLiteral("composer"));
    m_edit->installEventFilter(this);
    connect(m_edit, &ComposerEdit::attachablePasted, this, [this](const QMimeData *mime) {
        if (m_isAttachable)
            Q_EMIT attachablePasted(mime);
    });
    connect(m_attachments, &AttachmentStrip::emptied, this, &Composer::focusText);
    connect(m_attachments, &AttachmentStrip::changed, this, [this] {
        orderTabs();
        refreshButtons();
    });
    connect(m_strip, &EditStrip::cancelled, this, &Composer::editCancelled);
    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::send);
    connect(m_edit, &ComposerEdit::upPressedWhileEmpty, this, &Composer::editLastRequested);
    connect(m_edit, &ComposerEdit::pagePressed, this, &Composer::pageRequested);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        refreshButtons();
        Q_EMIT edited();
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
    refreshFonts();
    retranslate();
    refreshButtons();
}

void Composer::buildBar()
{
    m_attach = makeButton(ButtonKind::Icon, QStringLiteral("paperclip"), this);
    m_attach->setObjectName(QStringLiteral("attachButton"));
    m_attach->hide();
    m_think = qobject_cast<QToolButton *>(makeButton(ButtonKind::Toggle, QStringLiteral("lightbulb"), this));
    m_think->setObjectName(QStringLiteral("thinkSwitch"));
    m_parameters = new ParametersButton(this);
    m_send = qobject_cast<QPushButton *>(makeButton(ButtonKind::Default, QStringLiteral("arrow-up"), this));
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_stop = qobject_cast<QPushButton *>(makeButton(ButtonKind::Plain, QStringLiteral("square"), this));
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_think->hide();
    m_parameters->hide();
    m_stop->hide();

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 6);
    bar->setSpacing(4);
    bar->addWidget(m_attach);
    bar->addWidget(m_think);
    bar->addWidget(m_parameters);
    bar->addStretch();
    bar->addWidget(m_send);
    bar->addWidget(m_stop);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(bar);
    for (QWidget *button : {static_cast<QWidget *>(m_attach), static_cast<QWidget *>(m_think),
                            static_cast<QWidget *>(m_parameters), static_cast<QWidget *>(m_send),
                            static_cast<QWidget *>(m_stop)})
        button->setCursor(Qt::ArrowCursor);

    connect(m_attach, &QAbstractButton::clicked, this, &Composer::attachRequested);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_stop, &QPushButton::clicked, this, &Composer::stopRequested);
    connect(m_think, &QToolButton::clicked, this, &Composer::thinkToggled);
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text)
{
    if (text == m_edit->toPlainText())
        return;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
    m_edit->viewport()->update(); // Qt repaints only when a placeholder comes or goes
}

void Composer::setMode(Mode mode)
{
    m_mode = mode;
    refreshButtons();
}

void Composer::setEditing(bool editing)
{
    m_strip->setShown(editing);
    retranslate();
}

void Composer::setThink(Think think)
{
    m_think->setVisible(think != Think::NotOffered);
    m_think->setChecked(think == Think::On);
}

void Composer::setAttachable(bool attachable)
{
    m_isAttachable = attachable;
    m_attach->setVisible(attachable);
}

void Composer::setSendKey(settings::SendKey key)
{
    m_edit->setSendKey(key);
    retranslate();
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::send()
{
    if (m_mode == Mode::Ready && canSend())
        Q_EMIT sendRequested(m_edit->toPlainText());
}

bool Composer::canSend() const
{
    if (m_attachments->isBlind())
        return false;
    return !m_attachments->attachments().isEmpty() || !m_edit->toPlainText().trimmed().isEmpty();
}

void Composer::refreshButtons()
{
    const bool running = m_mode == Mode::Running;
    const bool stopHadFocus = m_stop->hasFocus();
    m_send->setVisible(!running);
    m_stop->setVisible(running);
    m_send->setEnabled(m_mode == Mode::Ready && canSend());
    m_send->setToolTip(m_attachments->blindness());
    if (!running && stopHadFocus)
        focusText();
}

// From top to bottom; what was attached just now came last.
void Composer::orderTabs()
{
    const QList<QWidget *> order = m_attachments->focusOrder() +
                                   QList<QWidget *>{m_edit, m_attach, m_think, m_parameters, m_send, m_stop};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void Composer::refreshFonts()
{
    m_edit->setFont(ui::font(Type::Transcript));
    m_edit->updateGeometry();
}

void Composer::retranslate()
{
    m_edit->setAccessibleName(m_strip->isHidden() ? tr("Message") : tr("Edited question"));
    m_attach->setAccessibleName(tr("Attach images and files"));
    m_attach->setToolTip(tr("Attach images and files (%1)")
                             .arg(QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText)));
    m_think->setText(tr("Think"));
    m_think->setToolTip(tr("Let the model think before it answers"));
    m_send->setText(tr("Send"));
    m_stop->setText(QStringLiteral("%1\t%2").arg(
        tr("Stop"), QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    m_stop->setAccessibleName(tr("Stop"));
    m_stop->setToolTip(tr("Stop the answer and keep what is there (Esc)"));
}

void Composer::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        refreshFonts();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QFrame::eventFilter(watched, event);
}

void Composer::mousePressEvent(QMouseEvent *)
{
    focusText();
}

void Composer::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_edit->hasFocus() ? theme.accentText : theme.outline, 1));
    painter.setBrush(theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 8, 8);
}

} // namespace ui
