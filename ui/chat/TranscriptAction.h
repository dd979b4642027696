// What one can do in the transcript by mouse or key: painted buttons, links and what opens and closes. Built
// by MessageLayout, drawn by drawAction(), carried out by TranscriptView.
#pragma once

#include "chat/MessagePart.h"
#include "chat/TranscriptStyle.h"

#include <QRect>
#include <QString>

#include <optional>

class QPainter;

namespace ui {

// Which one, within a message; stays the same when the message is laid out anew.
struct ActionKey
{
    enum class Kind {
        ToggleThinking,
        Link,
        WrapCode,
        CopyCode,
        Retry,
        CheckConnection,
        ChooseModel,
        ToggleDetails,
        PreviousVersion,
        NextVersion,
        CopyMessage,
        Regenerate,
        Continue,
        EditQuestion,
        ShowReceipt,
        ShowFormatted,
        ToggleUnseen,
        ContextWay,
        OpenAttachment,
    };
    Kind kind = Kind::CopyMessage;
    int block = -1; // of Link, WrapCode, CopyCode; which ContextWay, and which one of OpenAttachment
    int span = -1;  // of Link
    // The text that the block is in.
    chat::MessagePart part = chat::MessagePart::Text;

    bool operator==(const ActionKey &) const = default;
};

struct Action
{
    enum class Look { Flat, Plain, Icon, Quiet, Link, Picture }; // Picture: drawn by its owner

    ActionKey key;
    QRect rect; // in the message
    Look look = Look::Flat;
    QString icon;
    QString text;    // as seen; Icon has none
    QString name;    // for tooltips and assistive technology
    QString address; // of Link
    bool isOn = false;
    bool isEnabled = true;
};

// Whether an answer can go on from where it ended.
enum class GoingOn { Possible, NotPossible };

// What the reader is doing with the actions of one message.
struct ActionState
{
    std::optional<ActionKey> hovered;
    std::optional<ActionKey> pressed;
    std::optional<ActionKey> focused; // by keyboard
    std::optional<ActionKey> copied;  // "Copied" for a moment
};

// `rect` in the painter's coordinates.
void drawAction(QPainter &painter, const Action &action, const QRect &rect, const ActionState &state,
                const TranscriptStyle &style);
// Of a button with an icon and a word.
int actionWidth(const QString &text, const TranscriptStyle &style, Action::Look look);

} // namespace ui
