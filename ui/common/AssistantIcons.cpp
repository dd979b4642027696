#include "common/AssistantIcons.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::AssistantIcons)
};

} // namespace

QList<AssistantIcon> assistantIcons()
{
    return {{QStringLiteral("scroll-text"), Words::tr("Scroll")},
            {QStringLiteral("message-square"), Words::tr("Speech bubble")},
            {QStringLiteral("lightbulb"), Words::tr("Light bulb")},
            {QStringLiteral("languages"), Words::tr("Languages")},
            {QStringLiteral("code"), Words::tr("Code")},
            {QStringLiteral("pencil"), Words::tr("Pencil")},
            {QStringLiteral("file-text"), Words::tr("Page")},
            {QStringLiteral("list-checks"), Words::tr("List")},
            {QStringLiteral("search"), Words::tr("Magnifier")},
            {QStringLiteral("library"), Words::tr("Books")},
            {QStringLiteral("wrench"), Words::tr("Wrench")},
            {QStringLiteral("palette"), Words::tr("Palette")},
            {QStringLiteral("database"), Words::tr("Database")},
            {QStringLiteral("shield"), Words::tr("Shield")}};
}

QString assistantIcon(const QString &named)
{
    const QList<AssistantIcon> known = assistantIcons();
    const auto found = std::ranges::find(known, named, &AssistantIcon::icon);
    return found == known.cend() ? known.constFirst().icon : named;
}

} // namespace ui
