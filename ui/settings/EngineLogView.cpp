#include "settings/EngineLogView.h"

#include "base/Text.h"
#include "common/Appearance.h"

#include <QEvent>
#include <QScrollBar>

#include <chrono>

namespace ui {

namespace {

constexpr int mostLines = 1000;
constexpr qsizetype mostPending = 64 * 1024;

// A line without an end would be laid out anew with each part of it, at ever greater cost.
QString inLines(const QString &text)
{
    constexpr qsizetype longest = 1000;
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        qsizetype at = 0;
        for (; line.size() - at > longest; at += longest)
            lines.append(line.sliced(at, longest));
        lines.append(line.sliced(at));
    }
    return lines.join(u'\n');
}

} // namespace

EngineLogView::EngineLogView(server::LocalEngine &engine, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_engine(engine)
{
    using namespace std::chrono_literals;
    setObjectName(QStringLiteral("engineLog"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(mostLines);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFont(ui::font(Type::Code));
    setFixedHeight(220);
    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, &EngineLogView::append);
    connect(&engine, &server::LocalEngine::started, this, &EngineLogView::begin);
    connect(&engine, &server::LocalEngine::logged, this, &EngineLogView::take);
}

void EngineLogView::begin()
{
    clear();
    m_pending = m_engine.log();
    append();
}

void EngineLogView::showEvent(QShowEvent *event)
{
    QPlainTextEdit::showEvent(event);
    begin();
}

void EngineLogView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && font() != ui::font(Type::Code))
        setFont(ui::font(Type::Code));
}

void EngineLogView::take(const QString &text)
{
    if (!isVisible())
        return; // read again when it is shown
    m_pending += text;
    if (m_pending.size() > mostPending)
        m_pending = m_pending.last(mostPending);
    if (!m_pause.isActive())
        m_pause.start();
}

void EngineLogView::append()
{
    // Whole lines only; the rest waits for its end, or for so much of it that it counts as one.
    constexpr qsizetype longest = 1000;
    qsizetype end = m_pending.lastIndexOf(u'\n') + 1;
    if (m_pending.size() - end > longest)
        end = m_pending.size();
    if (end == 0)
        return;
    QString whole = base::displayText(QStringView(m_pending).first(end));
    m_pending.remove(0, end);
    if (whole.endsWith(u'\n'))
        whole.chop(1);
    const bool isAtEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    appendPlainText(inLines(whole));
    if (isAtEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace ui
