#include "chat/HeightIndex.h"

#include <bit>
#include <numeric>

namespace ui {

namespace {

size_t lowBit(size_t value)
{
    return value & (~value + 1);
}

} // namespace

void HeightIndex::setHeight(int index, int height)
{
    const int difference = height - m_heights[at(index)];
    m_heights[at(index)] = height;
    m_total += difference;
    for (size_t i = at(index) + 1; i < m_tree.size(); i += lowBit(i))
        m_tree[i] += difference;
}

void HeightIndex::append(int height)
{
    m_heights.push_back(height);
    m_total += height;
    if (m_tree.empty())
        m_tree.push_back(0);
    const size_t i = m_tree.size();
    int sum = height;
    for (size_t child = i - 1; child > i - lowBit(i); child -= lowBit(child))
        sum += m_tree[child];
    m_tree.push_back(sum);
}

void HeightIndex::insert(int index, int count, int height)
{
    if (index == size()) {
        for (int i = 0; i < count; ++i)
            append(height);
        return;
    }
    m_heights.insert(m_heights.begin() + index, at(count), height);
    rebuild();
}

void HeightIndex::remove(int index, int count)
{
    if (index + count == size()) {
        truncate(index);
        return;
    }
    m_heights.erase(m_heights.begin() + index, m_heights.begin() + index + count);
    rebuild();
}

void HeightIndex::truncate(int size)
{
    while (this->size() > size) {
        m_total -= m_heights.back();
        m_heights.pop_back();
        m_tree.pop_back();
    }
}

int HeightIndex::top(int index) const
{
    int sum = 0;
    for (size_t i = at(index); i > 0; i -= lowBit(i))
        sum += m_tree[i];
    return sum;
}

int HeightIndex::indexAt(int y) const
{
    if (m_heights.empty() || y < 0)
        return m_heights.empty() ? -1 : 0;
    size_t position = 0;
    int rest = y;
    for (size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (position + step < m_tree.size() && m_tree[position + step] <= rest) {
            position += step;
            rest -= m_tree[position];
        }
    }
    return static_cast<int>(std::min(position, m_heights.size() - 1));
}

void HeightIndex::rebuild()
{
    m_total = std::accumulate(m_heights.begin(), m_heights.end(), 0);
    m_tree.assign(m_heights.size() + 1, 0);
    for (size_t i = 1; i < m_tree.size(); ++i) {
        m_tree[i] += m_heights[i - 1];
        if (const size_t parent = i + lowBit(i); parent < m_tree.size())
            m_tree[parent] += m_tree[i];
    }
}

} // namespace ui
