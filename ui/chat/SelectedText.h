// The text of a selection for the clipboard: made when somebody asks for it, of what was selected then,
// whatever became of the messages since. The clipboard owns it. Whoever pastes wants it at once, and the
// event loop is held until it is there: what cannot be read in that time comes as it is written.
#pragma once

#include "chat/BlockColumn.h"
#include "chat/MarkdownStream.h"

#include <QMimeData>

#include <chrono>
#include <optional>

namespace ui {

// What is selected of one text of a message.
struct SelectedPart
{
    QString source;
    chat::Reading reading = chat::Reading::Markdown;
    bool isFinished = true;
    CaretRange range; // may end behind the last character
    // As far as it is read, and so many characters that is.
    std::optional<chat::MarkdownStream> stream = {};
    qsizetype taken = 0;
    std::set<int> formatted = {}; // tables that are shown as such though they are large
};

// Markdown: as the messages were written; Plain: as they are seen.
enum class TextForm { Markdown, Plain };
// Of a part that cannot be read before the deadline: what is read of it, then all the rest of its source,
// also what lies behind the selection, so that nothing is missing.
QString selectedText(const QList<SelectedPart> &parts, TextForm form, QDeadlineTimer deadline);
constexpr std::chrono::milliseconds pastePatience{40};

class SelectedText : public QMimeData
{
public:
    SelectedText(const QList<SelectedPart> &parts, TextForm form)
        : m_parts(parts)
        , m_form(form)
    {
    }

    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    mutable QList<SelectedPart> m_parts; // until the text is made
    TextForm m_form;
    mutable QString m_text;
};

} // namespace ui
