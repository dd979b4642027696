// The icons an assistant can have. What a file or an older version names besides them is the usual one.
#pragma once

#include <QList>
#include <QString>

namespace ui {

struct AssistantIcon
{
    QString icon; // of ui::icon()
    QString name; // in words
};

// The usual one first.
QList<AssistantIcon> assistantIcons();
// The one to draw.
QString assistantIcon(const QString &named);

} // namespace ui
