#include "chat/OpenTex.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace chat {

namespace {

constexpr std::array<QStringView, 2> openings{u"$$", u"\\["};

// Those that want two arguments.
constexpr std::array<QStringView, 10> ofTwo{u"\\frac",     u"\\dfrac",   u"\\tfrac",  u"\\cfrac",
                                            u"\\binom",    u"\\dbinom",  u"\\tbinom", u"\\overset",
                                            u"\\underset", u"\\stackrel"};

// Reads TeX from its beginning to its end and keeps what is open.
class OpenTex
{
public:
    explicit OpenTex(QStringView tex)
        : m_tex(tex)
    {
    }
    QString closed();

private:
    void read();
    void readCommand();
    void closeGroup();
    QStringView group() const; // the words in the braces that come next; null where they are not closed
    bool isAtEnd() const { return m_at >= m_tex.size(); }
    void giveUpFrom(qsizetype at)
    {
        m_end = at;
        m_at = m_tex.size();
    }

    QStringView m_tex;
    qsizetype m_at = 0;
    qsizetype m_end = -1; // what follows is not complete
    QStringList m_open;   // what closes it, the innermost last
    int m_wanted = 0;     // groups that the command before wants
};

QStringView OpenTex::group() const
{
    if (isAtEnd() || m_tex[m_at] != u'{')
        return {};
    const qsizetype end = m_tex.indexOf(u'}', m_at);
    return end < 0 ? QStringView() : m_tex.sliced(m_at + 1, end - m_at - 1);
}

void OpenTex::closeGroup()
{
    // A brace that closes nothing is left to the typesetter to complain about.
    if (!m_open.isEmpty() && m_open.last().startsWith(u'}'))
        m_wanted = static_cast<int>(m_open.takeLast().count(u'{'));
}

void OpenTex::readCommand()
{
    const qsizetype begin = m_at++;
    while (!isAtEnd() && m_tex[m_at].isLetter())
        ++m_at;
    if (isAtEnd()) // its name may go on
        return giveUpFrom(begin);
    if (m_at == begin + 1) {
        ++m_at; // "\\{" and the like
        return;
    }
    const QStringView name = m_tex.sliced(begin, m_at - begin);
    m_wanted = std::find(ofTwo.begin(), ofTwo.end(), name) != ofTwo.end() ? 2 : 0;
    if (name == u"\\begin" || name == u"\\end") {
        const QStringView environment = group();
        if (environment.isNull())
            return giveUpFrom(begin);
        m_at += environment.size() + 2;
        if (name == u"\\begin")
            m_open.append(QStringLiteral("\\end{%1}").arg(environment));
        else if (!m_open.isEmpty() && m_open.last().startsWith(u"\\end"))
            m_open.removeLast();
    } else if (name == u"\\left") {
        m_open.append(QStringLiteral("\\right."));
        if (m_tex[m_at] != u'\\')
            ++m_at; // its bracket, which opens no group
    } else if (name == u"\\right" && !m_open.isEmpty() && m_open.last().startsWith(u"\\right")) {
        m_open.removeLast();
    }
}

void OpenTex::read()
{
    while (!isAtEnd()) {
        const QChar c = m_tex[m_at];
        if (c == u'\\') {
            readCommand();
            continue;
        }
        if (c == u'{') {
            // What the group's command wants after it comes with its end.
            const int more = std::max(0, m_wanted - 1);
            m_open.append(u'}' + QStringLiteral("{}").repeated(more));
            m_wanted = 0;
        } else if (c == u'}') {
            closeGroup();
        } else if (!c.isSpace()) {
            m_wanted = 0;
        }
        ++m_at;
    }
}

QString OpenTex::closed()
{
    read();
    QString result = m_tex.first(m_end < 0 ? m_tex.size() : m_end).toString().trimmed();
    while (result.endsWith(u'^') || result.endsWith(u'_'))
        result.chop(1);
    if (result.isEmpty())
        return {};
    result += QStringLiteral("{}").repeated(m_wanted);
    for (auto open = m_open.crbegin(); open != m_open.crend(); ++open)
        result += *open;
    return result;
}

} // namespace

QString texSoFar(QStringView source)
{
    const auto opening = std::find_if(openings.begin(), openings.end(),
                                      [source](QStringView mark) { return source.startsWith(mark); });
    if (opening == openings.end())
        return {};
    QStringView tex = source.sliced(opening->size()).trimmed();
    if (tex.endsWith(u'$')) // half of the closing mark
        tex.chop(1);
    return OpenTex(tex).closed();
}

} // namespace chat
