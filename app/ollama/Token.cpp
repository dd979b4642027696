#include "ollama/Token.h"

#include <nlohmann/json.hpp>
#include <string>

namespace ollama {
namespace {

using Sax = nlohmann::json_sax<nlohmann::json>;

// Takes what it is told of the frame; what it does not know ends it.
class TokenReader : public Sax
{
public:
    bool isToken() const { return m_hasMessage && m_depth == 0; }
    backend::ChatDelta delta() const { return {textOf(m_content), textOf(m_thinking)}; }

    bool key(string_t &key) override
    {
        m_key = key;
        return m_depth > 1 || (m_key != "error" && (m_key != "message" || !m_hasMessage));
    }
    bool string(string_t &value) override
    {
        if (m_depth == 1)
            return m_key != "message";
        std::string *text = m_key == "content" ? &m_content : m_key == "thinking" ? &m_thinking : nullptr;
        if (text == nullptr)
            return true;
        const bool isFirst = text->empty();
        *text = std::move(value);
        return isFirst;
    }
    bool boolean(bool value) override { return m_depth == 1 && !(m_key == "done" && value); }
    bool start_object(std::size_t) override
    {
        ++m_depth;
        m_hasMessage = m_hasMessage || m_depth == 2;
        return m_depth == 1 || (m_depth == 2 && m_key == "message");
    }
    bool end_object() override
    {
        --m_depth;
        return true;
    }
    bool number_integer(number_integer_t) override { return m_depth == 1; }
    bool number_unsigned(number_unsigned_t) override { return m_depth == 1; }
    bool number_float(number_float_t, const string_t &) override { return m_depth == 1; }
    bool null() override { return false; }
    bool binary(binary_t &) override { return false; }
    bool start_array(std::size_t) override { return false; }
    bool end_array() override { return false; }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override
    {
        return false;
    }

private:
    static QString textOf(const std::string &text) { return QString::fromStdString(text).remove(QChar(0)); }

    int m_depth = 0;
    bool m_hasMessage = false;
    std::string m_key;
    std::string m_content;
    std::string m_thinking;
};

} // namespace

std::optional<backend::ChatDelta> parseToken(QByteArrayView line)
{
    TokenReader reader;
    if (!nlohmann::json::sax_parse(line.begin(), line.end(), &reader) || !reader.isToken())
        return std::nullopt;
    return reader.delta();
}

} // namespace ollama
