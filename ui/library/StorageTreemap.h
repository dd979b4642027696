// A picture of where the disk goes: each part as large as what it takes. What would go with the chosen models
// is tinted; what no model uses is hatched. The arrow keys walk from part to part, Space chooses the models
// of the one that is current. The table below it says the same in words.
#pragma once

#include "library/StorageMap.h"

#include <QSet>
#include <QWidget>

namespace ui {

class StorageTreemap : public QWidget
{
    Q_OBJECT
public:
    explicit StorageTreemap(QWidget *parent = nullptr);

    void setMap(const library::StorageMap &map);
    // In map().models.
    void setChosen(const QSet<int> &models);

    const QList<library::StorageTile> &tiles() const { return m_tiles; }
    QRectF rectOf(int tile) const { return m_rects.value(tile); }
    int current() const { return m_current; } // -1 = none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // The person wants these chosen, and nothing else; or, with Ctrl, these turned over.
    void chosen(const QList<int> &models, Qt::KeyboardModifiers modifiers);
    void removeRequested(); // by Del

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layoutTiles();
    void retranslate();
    void setCurrent(int tile);
    int tileAt(const QPointF &position) const;
    int neighbour(int tile, int key) const;
    bool isGoing(const library::StorageTile &tile) const;
    void paintTile(QPainter &painter, int tile) const;
    void paintWords(QPainter &painter, const QRectF &rect, const library::StorageTile &tile) const;

    library::StorageMap m_map;
    QList<library::StorageTile> m_tiles;
    QList<QRectF> m_rects;
    QSet<int> m_chosen;
    int m_current = -1;
};

} // namespace ui
