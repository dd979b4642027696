// Receives what md4c finds in one piece of Markdown and makes blocks of it. Used by MarkdownParser alone.
#pragma once

#include "chat/MarkdownBlocks.h"
#include "chat/MarkdownFormulas.h"
#include "chat/MarkdownReferences.h"

#include <md4c.h>

namespace chat {

class MarkdownBuilder
{
public:
    // `labels`: of the definitions whose titles are `reference` and their place there.
    MarkdownBuilder(const Formulas &formulas, const References &references, const QStringList &labels)
        : m_formulas(formulas)
        , m_labels(labels)
        , m_numbers(references.notes)
        , m_mayFollow(references.mayFollow)
    {
    }

    QList<Block> take() { return std::move(m_blocks); }
    // Labels, in the order of the text.
    QStringList takeUsed() { return std::move(m_used); }
    QStringList takeNotes() { return std::move(m_notes); }

    void enterBlock(MD_BLOCKTYPE type, void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const char *text, MD_SIZE size);

    // A noncharacter: put where it keeps md4c from eating text, taken out of everything it gives back.
    static constexpr QChar guard{0xfdd0};
    // Another one, beside a blank that is to go with it.
    static constexpr QChar blankGuard{0xfdef};
    // Begins the title of a definition that is not of the text itself.
    static constexpr QChar reference{0xfddd};

private:
    struct List
    {
        bool isOrdered = false;
        qint64 next = 0;
    };

    void enterItem(const MD_BLOCK_LI_DETAIL &detail);
    void leaveItem();
    void leaveLink();
    void leaveImage();
    void enterTable(const MD_BLOCK_TABLE_DETAIL &detail);
    Block &begin(Block::Kind kind);
    bool isAfterFormula() const;
    Block &leaf();
    MarkedText &target();
    void append(QString text, Marks extra = {});
    void appendText(const QString &text);
    void appendWords(const QString &text);
    int numberOf(const QString &note);
    bool takeReference(const MD_ATTRIBUTE &title);
    void appendFormula(const Formulas::Part &formula);
    QString fromAttribute(const MD_ATTRIBUTE &attribute) const;

    const Formulas &m_formulas;
    const QStringList &m_labels;
    QHash<QString, int> m_numbers; // of notes
    const bool m_mayFollow;
    QStringList m_used;
    QStringList m_notes;
    QList<Block> m_blocks;
    QList<Container> m_containers;
    QList<List> m_lists;
    QList<qsizetype> m_items; // blocks there were when each open item began
    Marker m_marker;          // for the next block
    bool m_isLeafOpen = false;
    bool m_isInCell = false;
    int m_bold = 0;
    int m_italic = 0;
    int m_code = 0;
    int m_strike = 0;
    int m_link = 0;
    int m_image = 0;
    QString m_linkTarget;
    bool m_isReference = false; // the link
    qsizetype m_linkStart = 0;
    QString m_imageTarget;
    qsizetype m_imageStart = 0;
};

} // namespace chat
