#include "library/ShownParameters.h"

#include "library/Manifest.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringTokenizer>

#include <algorithm>

namespace library {

using namespace Qt::StringLiterals;

namespace {

// The inside of a text as Go quotes it.
QString unquoted(QStringView quoted)
{
    QString text;
    for (qsizetype at = 0; at < quoted.size(); ++at) {
        if (quoted[at] != u'\\' || at + 1 == quoted.size()) {
            text += quoted[at];
            continue;
        }
        const QChar escape = quoted[++at];
        const qsizetype digits = escape == u'x' ? 2 : escape == u'u' ? 4 : escape == u'U' ? 8 : 0;
        if (digits > 0 && at + digits < quoted.size()) {
            const char32_t code = quoted.sliced(at + 1, digits).toUInt(nullptr, 16);
            text += QString::fromUcs4(&code, 1);
            at += digits;
        } else {
            text += escape == u'n' ? u'\n' : escape == u't' ? u'\t' : escape == u'r' ? u'\r' : escape;
        }
    }
    return text;
}

struct Parameter
{
    QString name;
    QString value; // as shown; a text is quoted

    bool isText() const { return value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'); }
    QString text() const { return unquoted(QStringView(value).sliced(1, value.size() - 2)); }
};

QList<Parameter> parametersIn(const QString &shown)
{
    static const QRegularExpression line(u"^(\\S+)\\s+(\\S.*?)\\s*$"_s);
    QList<Parameter> parameters;
    for (const QStringView one : QStringTokenizer{shown, u'\n'}) {
        const QRegularExpressionMatch match = line.match(one.toString());
        if (match.hasMatch())
            parameters.append({match.captured(1), match.captured(2)});
    }
    return parameters;
}

// As Go's encoding/json writes a text; the three marks of HTML as escapes or as they are.
QByteArray jsonText(const QString &text, bool escapesMarks)
{
    QByteArray json = "\"";
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            json += QByteArray("\\") + c.toLatin1();
        else if (c == u'\n' || c == u'\t' || c == u'\r')
            json += c == u'\n' ? "\\n" : c == u'\t' ? "\\t" : "\\r";
        else if (escapesMarks && (c == u'<' || c == u'>' || c == u'&'))
            json += "\\u00" + QByteArray::number(c.unicode(), 16);
        else
            json +=
                QString(c).toUtf8(); // beyond the first 65,536 characters it matches nothing, which is safe
    }
    return json + '"';
}

// The JSON that is shown as these parameters, as the engine would have written it.
QByteArray jsonOf(const QList<Parameter> &parameters, bool escapesMarks)
{
    QMap<QString, QByteArrayList> byName;
    for (const Parameter &one : parameters)
        byName[one.name].append(one.isText() ? jsonText(one.text(), escapesMarks) : one.value.toUtf8());
    QByteArrayList members;
    for (auto one = byName.cbegin(); one != byName.cend(); ++one) {
        const bool isList = one->size() > 1 || one.key() == "stop"_L1;
        const QByteArray values = one->join(',');
        members.append(jsonText(one.key(), escapesMarks) + ':' +
                       (isList ? QByteArray('[' + values + ']') : values));
    }
    return '{' + members.join(',') + '}';
}

} // namespace

bool areParametersOf(const QString &digest, const QString &shown)
{
    const QList<Parameter> parameters = parametersIn(shown);
    return std::ranges::any_of(std::initializer_list<bool>{true, false}, [&](bool escapesMarks) {
        const QByteArray json = jsonOf(parameters, escapesMarks);
        return digest == layerDigest(json) || digest == layerDigest(json + '\n');
    });
}

QStringList shownParameters(const QString &shown)
{
    QStringList lines;
    const QList<Parameter> parameters = parametersIn(shown);
    for (const Parameter &one : parameters) {
        bool isNumber = false;
        const double number = one.value.toDouble(&isNumber);
        lines.append(one.isText() ? parameterLine(one.name, one.text())
                     : isNumber   ? parameterLine(one.name, number)
                                  : QString(one.name + u' ' + one.value));
    }
    lines.sort();
    return lines;
}

} // namespace library
