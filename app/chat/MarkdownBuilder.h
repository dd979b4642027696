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
    MarkdownBuilder(const Formulas &formulas, const References &references)
        : m_formulas(formulas)
        , m_references(references)
    {
    }

    QList<Block> take() { return std::move(m_blocks); }

    void enterBlock(MD_BLOCKTYPE type, void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const char *text, MD_SIZE size);

    // A noncharacter: put where it keeps md4c from eating text, taken out of everything it gives back.
    static constexpr QChar guard{0xfdd0};
    // Another one, beside a blank that is to go with it.
    static constexpr QChar blankGuard{0xfdef};

private:
    struct List
    {
        bool isOrdered = false;
        qint64 next = 0;
    };

    void enterItem(const MD_BLOCK_LI_DETAIL &detail);
    void leaveItem();
    void leaveImage();
    void enterTable(const MD_BLOCK_TABLE_DETAIL &detail);
    Block &begin(Block::Kind kind);
    bool isAfterFormula() const;
    Block &leaf();
    MarkedText &target();
    void append(QString text, Marks extra = {});
    void appendText(const QString &text);
    void appendFormula(const Formulas::Part &formula);
    QString fromAttribute(const MD_ATTRIBUTE &attribute) const;

    const Formulas &m_formulas;
    const References &m_references;
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
    QString m_imageTarget;
    qsizetype m_imageStart = 0;
};

} // namespace chat
