#include "exchange/ElementReader.h"

namespace exchange {

using base::Error;
using base::failure;
using base::Result;

namespace {

constexpr qsizetype partSize = 1024 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

std::unexpected<Error> damaged()
{
    return failure(Error::Kind::Damaged);
}

} // namespace

ElementReader::ElementReader(QIODevice &device, QByteArrayView list, const std::function<bool()> &isWanted)
    : m_device(device)
    , m_list('"' + list.toByteArray() + '"')
    , m_isWanted(isWanted)
{
}

// More of the file; false at its end.
Result<bool> ElementReader::fill()
{
    if (!m_isWanted())
        return failure(Error::Kind::Cancelled);
    m_buffer.resize(partSize);
    const qint64 size = m_device.read(m_buffer.data(), partSize);
    if (size < 0)
        return failure(Error::Kind::Storage, m_device.errorString());
    m_buffer.truncate(size);
    m_at = 0;
    m_position += size;
    return size > 0;
}

Result<char> ElementReader::peek()
{
    for (;;) {
        while (m_at < m_buffer.size() && isBlank(m_buffer.at(m_at)))
            ++m_at;
        if (m_at < m_buffer.size())
            return m_buffer.at(m_at);
        const auto more = fill();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return '\0';
    }
}

Result<void> ElementReader::expect(char wanted)
{
    const auto c = peek();
    if (!c)
        return std::unexpected(c.error());
    if (*c != wanted)
        return damaged();
    ++m_at;
    return {};
}

// From its first quote to behind its last.
Result<void> ElementReader::takeText(QByteArray *value)
{
    ++m_at;
    if (value)
        value->append('"');
    bool isEscaped = false;
    for (;;) {
        const qsizetype from = m_at;
        bool isEnd = false;
        for (; m_at < m_buffer.size() && !isEnd; ++m_at) {
            const char c = m_buffer.at(m_at);
            isEnd = c == '"' && !isEscaped;
            isEscaped = c == '\\' && !isEscaped;
        }
        if (value)
            value->append(QByteArrayView(m_buffer).sliced(from, m_at - from));
        if (isEnd)
            return {};
        if (value && value->size() > largestElement)
            return failure(Error::Kind::TooLarge);
        const auto more = fill();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return damaged();
    }
}

Result<void> ElementReader::takeAside(QByteArray &value)
{
    const auto place = [this] { return m_position - m_buffer.size() + m_at; };
    const qint64 at = place();
    if (auto passed = takeText(nullptr); !passed)
        return passed;
    value.append(QByteArray::number(m_asides.size()));
    m_asides.append({at, place() - at});
    return {};
}

Result<void> ElementReader::takeValue(QByteArray &value)
{
    int depth = 0;
    int values = 0;
    bool isMember = false; // the latest text is the name of what is set aside
    bool isAside = false;  // and its value comes next
    for (bool isBegun = false;; isBegun = true) {
        // Blanks part nothing that other signs do not.
        const auto next = peek();
        if (!next)
            return std::unexpected(next.error());
        const char c = *next;
        if (c == '\0')
            return isBegun && depth == 0 ? Result<void>() : damaged();
        if (depth == 0 && (c == ',' || c == ']' || c == '}'))
            return isBegun ? Result<void>() : damaged();
        if (c == '"') {
            const qsizetype from = value.size();
            if (auto taken = isAside ? takeAside(value) : takeText(&value); !taken)
                return taken;
            isMember = QByteArrayView(value).sliced(from) == m_aside;
            isAside = false;
        } else {
            isAside = c == ':' && isMember;
            value.append(c);
            ++m_at;
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            values += c == ',' || c == '[' || c == '{' ? 1 : 0;
        }
        if (depth > deepest || values > mostValues || value.size() > largestElement)
            return failure(Error::Kind::TooLarge);
    }
}

Result<void> ElementReader::begin()
{
    const auto first = peek();
    if (!first)
        return std::unexpected(first.error());
    // What marks a text as UTF-8 where an editor put it.
    if (*first == '\xef') {
        for (const char c : {'\xef', '\xbb', '\xbf'}) {
            if (auto marked = expect(c); !marked)
                return marked;
        }
    }
    const auto opening = peek();
    if (!opening)
        return std::unexpected(opening.error());
    if (*opening == '[') {
        ++m_at;
        m_stage = Stage::List;
        return {};
    }
    return *opening == '{' ? readMembers() : damaged();
}

Result<void> ElementReader::readMembers()
{
    ++m_at;
    QByteArray members;
    for (;;) {
        const auto c = peek();
        if (!c)
            return std::unexpected(c.error());
        if (*c == '}')
            break;
        QByteArray key;
        if (*c != '"')
            return damaged();
        Result<void> taken = takeText(&key);
        if (taken)
            taken = expect(':');
        if (!taken)
            return taken;
        const auto first = peek();
        if (!first)
            return std::unexpected(first.error());
        if (key == m_list && *first == '[') {
            ++m_at;
            m_header = '{' + members + '}';
            m_stage = Stage::List;
            return {};
        }
        members.append((members.isEmpty() ? QByteArray() : ",") + key + ':');
        if (taken = takeValue(members); !taken)
            return taken;
        const auto after = peek();
        if (!after)
            return std::unexpected(after.error());
        if (*after == ',')
            ++m_at;
        else if (*after != '}')
            return damaged();
    }
    m_single = '{' + members + '}';
    m_stage = Stage::End;
    return {};
}

Result<std::optional<QByteArray>> ElementReader::next()
{
    const auto end = [this](const Error &why) {
        m_stage = Stage::End;
        m_single.reset();
        return std::unexpected(why);
    };
    if (m_stage == Stage::Begin) {
        if (const auto begun = begin(); !begun)
            return end(begun.error());
    }
    if (m_stage == Stage::End)
        return std::exchange(m_single, std::nullopt);
    const auto c = peek();
    if (!c)
        return end(c.error());
    if (*c == ']') {
        m_stage = Stage::End;
        return std::nullopt;
    }
    if (!m_isFirst) {
        if (const auto parted = expect(','); !parted)
            return end(parted.error());
    }
    m_isFirst = false;
    m_asides.clear();
    QByteArray value;
    if (const auto taken = takeValue(value); !taken)
        return end(taken.error());
    return value;
}

} // namespace exchange
