#include "chat/SelectedText.h"

#include "base/Text.h"
#include "chat/MarkdownWriter.h"

#include <QStringList>

#include <algorithm>
#include <climits>
#include <utility>

namespace ui {

namespace {

const QString plainText = QStringLiteral("text/plain");

chat::MarkdownStream readToItsEnd(const SelectedPart &part)
{
    chat::MarkdownStream stream = part.stream.value_or(chat::MarkdownStream(part.reading));
    const bool isAll = part.stream && part.taken >= part.source.size();
    if (!isAll)
        stream.append(QStringView(part.source).mid(part.taken));
    if (!isAll && part.isFinished)
        stream.finish();
    return stream;
}

QString textOf(const SelectedPart &part, TextForm form)
{
    const auto written = [&] { return base::displayText(part.source).trimmed(); };
    const bool fromStart = part.range.from == Caret();
    if (form == TextForm::Markdown && fromStart && part.range.to.block == INT_MAX)
        return written();
    const chat::MarkdownStream stream = readToItsEnd(part);
    QList<chat::Block> blocks = stream.blocks();
    for (const int index : part.formatted) {
        if (index < blocks.size())
            chat::formatTable(blocks[index]);
    }
    if (blocks.isEmpty())
        return {};
    const Caret end{static_cast<int>(blocks.size()) - 1, chat::ownText(blocks.last()).size()};
    const Caret to = std::min(part.range.to, end);
    const Caret from = part.range.from;
    if (from >= to)
        return {};
    if (form == TextForm::Plain || part.reading == chat::Reading::Plain)
        return chat::plainBetween(blocks, from.block, from.offset, to.block, to.offset);
    if (fromStart && to == end)
        return written();
    return chat::markdownBetween(stream, from.block, from.offset, to.block, to.offset);
}

} // namespace

QString selectedText(const QList<SelectedPart> &parts, TextForm form)
{
    QStringList texts;
    for (const SelectedPart &part : parts) {
        const QString text = textOf(part, form);
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts.join(QStringLiteral("\n\n"));
}

QStringList SelectedText::formats() const
{
    return {plainText};
}

QVariant SelectedText::retrieveData(const QString &format, QMetaType) const
{
    if (format != plainText)
        return {};
    if (!m_parts.isEmpty())
        m_text = selectedText(std::exchange(m_parts, {}), m_form);
    return m_text;
}

} // namespace ui
