// Draws a row of chat::ConversationList: captions, folders, titles, and the right slot (answering, unread,
// draft, pinned, how many are in a folder, or the menu button under the pointer).
#pragma once

#include <QStyledItemDelegate>

namespace ui {

struct Theme;

class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QString displayText(const QVariant &value, const QLocale &locale) const override;

    // All a row shows, for assistive technology.
    static QString spoken(const QModelIndex &index);

    // Where the menu button of a row is.
    static QRect menuButton(const QRect &row);
    // Degrees of the spinner; the owner turns it while an answer runs.
    void setSpinnerAngle(int degrees) { m_spinnerAngle = degrees; }

private:
    void paintCaption(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFold(QPainter *painter, const QRect &row, const QModelIndex &index, const Theme &theme) const;
    int paintWord(QPainter *painter, const QRect &row, const QString &word, const Theme &theme) const;
    // The width it took.
    int paintSlot(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_spinnerAngle = 0;
};

} // namespace ui
