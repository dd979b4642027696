// Heights of many things below each other: where each begins and which one lies at a place, in logarithmic
// time (a Fenwick tree). Used for the messages of a transcript and the blocks of a message.
#pragma once

#include <QtGlobal>

#include <vector>

namespace ui {

class HeightIndex
{
public:
    int size() const { return static_cast<int>(m_heights.size()); }
    int total() const { return m_total; }
    int height(int index) const { return m_heights[at(index)]; }

    void setHeight(int index, int height);
    void append(int height);
    void insert(int index, int count, int height);
    void remove(int index, int count);
    void truncate(int size);
    void clear() { truncate(0); }

    // Sum of the heights before `index`; index may be size().
    int top(int index) const;
    // The one that covers `y`; the last that begins at or before it. -1 where there is none.
    int indexAt(int y) const;

private:
    static size_t at(int index) { return static_cast<size_t>(index); }
    void rebuild();

    std::vector<int> m_heights;
    std::vector<int> m_tree; // 1-based
    int m_total = 0;
};

} // namespace ui
