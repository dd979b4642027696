// The rows of a block of code: its lines, broken where they are too long. Found by counting columns, so that
// one more line costs one line and nothing has to be laid out. Owned by CodeLayout.
#pragma once

#include <QString>

#include <vector>

namespace ui {

class CodeRows
{
public:
    struct Row
    {
        qsizetype start = 0;
        qsizetype length = 0;
        int line = 0;   // counted from 0
        int indent = 0; // columns left free before it: the rest of a line stands under its beginning
    };

    // A row has `columns` at most.
    void setCode(const QString &code, int columns);
    // The code as it is now; returns the first row that differs, which begins a line.
    int change(const QString &code);

    const QString &code() const { return m_code; }
    bool isEmpty() const { return m_rows.empty(); }
    int size() const { return static_cast<int>(m_rows.size()); }
    const Row &operator[](int index) const { return m_rows[static_cast<size_t>(index)]; }
    bool beginsLine(int index) const { return index == 0 || (*this)[index - 1].line != (*this)[index].line; }

    int lineCount() const { return static_cast<int>(m_lines.size()); }
    qsizetype lineStart(int line) const { return m_lines[static_cast<size_t>(line)]; }
    QStringView line(int line) const;
    // The row in which a character stands.
    int rowAt(qsizetype position) const;
    int widest() const { return m_widest; } // columns

private:
    bool isLong(int line) const;
    qsizetype wordStart(qsizetype position, qsizetype least) const;
    int indentOfRest(qsizetype start, qsizetype end) const;
    void breakFrom(int row, qsizetype start);
    void breakLine(qsizetype start, qsizetype end);

    QString m_code;
    int m_columns = 0;
    int m_widest = 0;
    std::vector<Row> m_rows;
    std::vector<qsizetype> m_lines; // where they start
};

} // namespace ui
