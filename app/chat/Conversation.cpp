#include "chat/Conversation.h"

#include "base/Text.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace chat {

Id newId()
{
    constexpr quint64 positive = (quint64(1) << 63) - 1;
    Id id = 0;
    while (id == 0)
        id = static_cast<Id>(QRandomGenerator::system()->generate64() & positive);
    return id;
}

Message newMessage(backend::Role role, Id parent)
{
    Message message;
    message.id = newId();
    message.parentId = parent;
    message.role = role;
    message.created = QDateTime::currentDateTimeUtc();
    return message;
}

Message newAnswer(Id parent, const QString &model)
{
    Message answer = newMessage(backend::Role::Assistant, parent);
    answer.state = MessageState::Streaming;
    answer.model = model;
    return answer;
}

double Message::tokensPerSecond() const
{
    if (summary.answerTokens <= 0 || summary.generation.count() <= 0)
        return 0;
    return static_cast<double>(summary.answerTokens) /
           std::chrono::duration<double>(summary.generation).count();
}

namespace {

// Marks that mean something at the start of a line, and pairs around words; what is inside stays.
QString withoutMarks(QString line)
{
    static const QRegularExpression leading(
        uR"(^(?:\s*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+)+(?:\[[ xX]\]\s+)?)"_s);
    static const QRegularExpression link(uR"(!?\[([^\]]*)\]\([^)]*\))"_s);
    static const QRegularExpression paired(uR"((?<!\w)(\*{1,3}|__|~~|`+)([^\s*](?:.*?\S)?)\1(?!\w))"_s);
    line.remove(leading);
    line.replace(link, u"\\1"_s);
    line.replace(paired, u"\\2"_s);
    return line.simplified();
}

QString cutAtWord(const QString &line, qsizetype maximum)
{
    if (line.size() <= maximum)
        return line;
    const QString cut = base::displayLine(line, maximum);
    const qsizetype blank = cut.lastIndexOf(u' ');
    // A blank early in the line is no place to cut: Chinese with a word of English in front.
    if (blank < maximum / 2)
        return cut;
    return cut.left(blank) + u'…';
}

} // namespace

QString titleFrom(const QString &question)
{
    constexpr qsizetype maximum = 60;
    for (const QStringView line : QStringView(question).split(u'\n')) {
        if (line.trimmed().startsWith(u"```") || line.trimmed().startsWith(u"~~~"))
            continue;
        const QString title = withoutMarks(base::displayLine(line, 1000));
        if (!title.isEmpty())
            return cutAtWord(title, maximum);
    }
    return base::displayLine(question.simplified(), maximum);
}

QString titleOf(const Message &question)
{
    const QString title = titleFrom(question.text);
    return title.isEmpty() && !question.attachments.isEmpty() ? titleFrom(question.attachments.first().name)
                                                              : title;
}

} // namespace chat
