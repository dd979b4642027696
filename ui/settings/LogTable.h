// The two tables of the Logs page (look.md "Tables of the app"): rows of 36 with hairlines, as high as their
// rows up to a limit; a column of the problems' one is a small timeline. Used by LogResult.
#pragma once

#include <Qt>

class QTreeWidget;
class QWidget;

namespace ui {

enum class LogTable { Problems, Requests };

inline constexpr int timelineColumn = 4;          // of Problems
inline constexpr int timelineRole = Qt::UserRole; // QVariantList of counts

QTreeWidget *makeLogTable(LogTable kind, QWidget *parent);
void fitHeight(QTreeWidget *table);
// As wide as their words; the first takes the rest.
void fitLogColumns(QTreeWidget *table);

} // namespace ui
