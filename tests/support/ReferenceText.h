// One answer with everything the transcript can draw, in both languages: for its pictures, and for tests that
// ask something of every construct.
#pragma once

#include <QString>
#include <QStringList>

namespace support {

struct ReferenceText
{
    QString question;
    QString thinking;
    QString answer;
    // Ends of an answer in the middle of something: a table, a fence, formulas, lists, marks, links, an
    // image, a heading and notes.
    QStringList unfinished;
    QString find;    // what stands in prose, in code, in a table and in a link
    QString failure; // what is there when the server goes away
};

ReferenceText englishReference();
ReferenceText chineseReference();

} // namespace support
