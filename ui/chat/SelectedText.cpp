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

// As much of a part as is selected, if there is time for it.
struct ReadPart
{
    chat::MarkdownStream stream;
    bool isRead = true;   // far enough
    qsizetype blocks = 0; // that are as they stay
    QString rest;         // what comes after those, as it is written
};

// Nothing that follows changes what is before `place`.
bool isReadTo(const chat::MarkdownStream &stream, const Caret &place)
{
    if (place.block < stream.closedCount())
        return true;
    const QList<chat::Block> &blocks = stream.blocks();
    return place.block < blocks.size() && blocks[place.block].kind == chat::Block::Kind::Code &&
           place.offset < blocks[place.block].content.text.size();
}

ReadPart readPart(const SelectedPart &part, QDeadlineTimer deadline)
{
    ReadPart read{part.stream.value_or(chat::MarkdownStream(part.reading)), true, 0, {}};
    qsizetype taken = part.stream ? part.taken : 0;
    bool isAll = taken >= part.source.size();
    const bool wasAll = part.stream && isAll;
    const auto isFarEnough = [&] { return isAll || isReadTo(read.stream, part.range.to); };
    while (!isFarEnough() && !deadline.hasExpired()) {
        const QStringView slice = QStringView(part.source).mid(taken, chat::MarkdownStream::slice);
        read.stream.append(slice);
        taken += slice.size();
        isAll = taken >= part.source.size();
    }
    for (bool mayGoOn = isAll && !wasAll && part.isFinished; mayGoOn;
         mayGoOn = !read.stream.isFinished() && !deadline.hasExpired())
        read.stream.finish(chat::MarkdownStream::slice);
    read.isRead = isFarEnough();
    read.blocks = read.isRead ? read.stream.blocks().size() : read.stream.closedCount();
    if (!read.isRead)
        read.rest =
            (read.stream.openText().toString() + base::displayText(QStringView(part.source).mid(taken)))
                .trimmed();
    return read;
}

QString textOf(const SelectedPart &part, TextForm form, QDeadlineTimer deadline)
{
    const auto written = [&] { return base::displayText(part.source).trimmed(); };
    const bool fromStart = part.range.from == Caret();
    if (form == TextForm::Markdown && fromStart && part.range.to.block == INT_MAX)
        return written();
    const ReadPart read = readPart(part, deadline);
    QList<chat::Block> blocks = read.stream.blocks();
    for (const int index : part.formatted) {
        if (index < blocks.size())
            chat::formatTable(blocks[index]);
    }
    if (read.blocks == 0)
        return read.rest;
    const auto last = static_cast<int>(read.blocks) - 1;
    const Caret end{last, chat::ownText(blocks.at(last)).size()};
    const Caret to = std::min(part.range.to, end);
    const Caret from = part.range.from;
    if (from >= to)
        return read.rest;
    if (form == TextForm::Markdown && part.reading != chat::Reading::Plain && fromStart && to == end &&
        read.isRead)
        return written();
    const bool isPlain = form == TextForm::Plain || part.reading == chat::Reading::Plain;
    const QString text =
        isPlain ? chat::plainBetween(blocks, from.block, from.offset, to.block, to.offset)
                : chat::markdownBetween(read.stream, from.block, from.offset, to.block, to.offset, deadline);
    return read.rest.isEmpty() ? text : text + QStringLiteral("\n\n") + read.rest;
}

} // namespace

QString selectedText(const QList<SelectedPart> &parts, TextForm form, QDeadlineTimer deadline)
{
    QStringList texts;
    for (const SelectedPart &part : parts) {
        const QString text = textOf(part, form, deadline);
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
        m_text = selectedText(std::exchange(m_parts, {}), m_form, QDeadlineTimer(pastePatience));
    return m_text;
}

} // namespace ui
